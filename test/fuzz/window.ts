/**
 * What a page might send that somebody else has taken over: questions of the contract with fields that nearly fit, made from what the
 * office itself has answered (forms, people, digests, tickets), commands of every kind, and whatever else a page can send.
 */
import fc from 'fast-check';
import type * as z from 'zod/mini';
import { BODIES, type Kind } from '../../core/acts.ts';
import { DERIVED } from '../../core/commands.ts';
import { type AskName, CONTRACT } from '../../core/contract/contract.ts';
import { COUNT_ROWS, candidateRow } from '../../core/form.ts';
import { present } from '../../core/result.ts';
import type { Seeded } from '../../main/seeded.ts';
import { changedTree, oddValue, treeChanges } from './mutations.ts';
import { smallPictures } from './pictures.ts';

/** Texts that the office has said: what a page would try next. */
export interface Heard {
  readonly texts: readonly string[];
  listen(answer: unknown): void;
}

const MOST_TEXTS = 3000;
const LONGEST_TEXT = 200;

export function openEars(first: readonly string[]): Heard {
  const texts = [...first];
  const known = new Set(first);
  const listen = (value: unknown): void => {
    if (typeof value === 'string' && value.length <= LONGEST_TEXT && texts.length < MOST_TEXTS && !known.has(value)) {
      known.add(value);
      texts.push(value);
    }
    if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
      for (const part of Object.values(value)) listen(part);
  };
  return { texts, listen };
}

const NAMES = Object.keys(CONTRACT) as AskName[];
const KINDS = Object.keys(BODIES) as Kind[];
const ROWS = [...COUNT_ROWS.map(({ code }) => code), ...[1, 2, 3, 4, 5].map(candidateRow)];

/** One question: mostly nearly right, sometimes bent, sometimes nothing of the kind. */
export function askOdd(random: Seeded, heard: Heard): readonly unknown[] {
  const name = random.chance(0.3) ? 'perform' : random.pick(NAMES);
  const fields = valueFor(CONTRACT[name].fields as z.ZodMiniType, random, heard);
  if (random.chance(0.6)) return [name, fields];
  if (random.chance(0.7)) return [name, changedTree(structuredClone(fields), drawn(treeChanges, random))];
  return random.pick<readonly unknown[]>([
    [name, drawn(oddValue, random)],
    [drawn(oddValue, random), fields],
    [name],
    [name, fields, fields],
    [name, drawn(fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }), random)],
  ]);
}

function drawn<T>(arbitrary: fc.Arbitrary<T>, random: Seeded): T {
  return present(fc.sample(arbitrary, { numRuns: 1, seed: random.below(2 ** 31) }), 'a sample')[0] as T;
}

/** What this reads of a schema of zod (its documented `_zod.def`). */
interface Shape {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  readonly innerType?: z.ZodMiniType;
  readonly element?: z.ZodMiniType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

function valueFor(schema: z.ZodMiniType, random: Seeded, heard: Heard): unknown {
  const { type, shape = {}, innerType, element, entries = {}, values = [] } = schema._zod.def as unknown as Shape;
  const inside = (inner: z.ZodMiniType) => valueFor(inner, random, heard);
  if (type === 'object') return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, inside(field)]));
  if (type === 'optional') return innerType === undefined || random.chance(0.5) ? undefined : inside(innerType);
  if (type === 'array') return Array.from({ length: random.below(4) }, () => (element === undefined ? undefined : inside(element)));
  if (type === 'enum') return random.pick(Object.values(entries));
  if (type === 'literal') return random.pick(values);
  if (type === 'boolean') return random.chance(0.5);
  const offers = type === 'number' ? numbers(random) : type === 'string' ? texts(random, heard) : special(random, heard);
  return offers.find((offer) => schema.safeParse(offer).success) ?? offers[0];
}

function numbers(random: Seeded): readonly unknown[] {
  return [random.below(4), random.below(400), random.below(10_000_000), 1];
}

function texts(random: Seeded, { texts: known }: Heard): readonly unknown[] {
  return [...Array.from({ length: 40 }, () => random.pick(known)), ...known];
}

/** Bytes, figures, a table of boxes, or a command. */
function special(random: Seeded, heard: Heard): readonly unknown[] {
  const rows = ROWS.slice(0, 1 + random.below(ROWS.length));
  const figures = Object.fromEntries(rows.map((row) => [row, random.pick([0, 12, 316, 'blank', 'unreadable'])]));
  const others = [random.pick(smallPictures()), figures, Object.fromEntries(rows.map((row) => [row, '12']))];
  return [...Array.from({ length: 4 }, () => command(random, heard)), ...(random.chance(0.5) ? others : others.toReversed())];
}

/** Of any kind, with the fields that a window fills in. */
function command(random: Seeded, heard: Heard): unknown {
  const kind = random.pick(KINDS);
  const derived: readonly string[] = DERIVED[kind as keyof typeof DERIVED] ?? [];
  const body = valueFor(BODIES[kind] as unknown as z.ZodMiniType, random, heard) as object;
  const asked = Object.entries(body).filter(([field, value]) => !derived.includes(field) && value !== undefined);
  return { kind, body: Object.fromEntries(asked) };
}
