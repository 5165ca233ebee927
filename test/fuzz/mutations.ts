/**
 * What an opponent does to bytes that were sound: overwrites, flips, inserts, leaves out, moves or repeats some of them; and what one
 * does who knows that they are JSON: takes a field away, puts one in, exchanges two, changes a value for one of another kind.
 */
import fc from 'fast-check';
import { concat, fromUtf8, utf8 } from '../../core/bytes.ts';
import { present } from '../../core/result.ts';

export type Mutation = (bytes: Uint8Array) => Uint8Array;

/** A place as a share of the length, so that it falls into any file. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const some = fc.uint8Array({ minLength: 1, maxLength: 40 });

function place(bytes: Uint8Array, at: number): number {
  return Math.min(bytes.length - 1, Math.floor(at * bytes.length));
}

const overwritten = fc.tuple(share, some).map(
  ([at, by]): Mutation =>
    (bytes) => {
      const changed = bytes.slice();
      const from = place(bytes, at);
      changed.set(by.subarray(0, bytes.length - from), from);
      return changed;
    },
);
const bitFlipped = fc.tuple(share, fc.nat(7)).map(
  ([at, bit]): Mutation =>
    (bytes) => {
      const from = place(bytes, at);
      return bytes.map((byte, index) => (index === from ? byte ^ (1 << bit) : byte));
    },
);
const inserted = fc.tuple(share, some).map(
  ([at, by]): Mutation =>
    (bytes) => {
      const from = place(bytes, at);
      return concat(bytes.subarray(0, from), by, bytes.subarray(from));
    },
);
const leftOut = fc.tuple(share, fc.integer({ min: 1, max: 5000 })).map(
  ([at, length]): Mutation =>
    (bytes) => {
      const from = place(bytes, at);
      return concat(bytes.subarray(0, from), bytes.subarray(from + length));
    },
);
const moved = fc.tuple(share, share).map(
  ([from, to]): Mutation =>
    (bytes) => {
      const [left, right] = [place(bytes, from), place(bytes, to)].sort((one, other) => one - other) as [number, number];
      return concat(bytes.subarray(right), bytes.subarray(left, right), bytes.subarray(0, left));
    },
);

const repeated = fc.tuple(share, fc.integer({ min: 1, max: 300 })).map(
  ([at, length]): Mutation =>
    (bytes) => {
      const from = place(bytes, at);
      return concat(bytes.subarray(0, from + length), bytes.subarray(from));
    },
);
/** The digit nearest to a place becomes another one. */
const digitChanged = fc.tuple(share, fc.integer({ min: 1, max: 9 })).map(
  ([at, more]): Mutation =>
    (bytes) => {
      const found = bytes.findIndex((byte, index) => index >= place(bytes, at) && byte >= ZERO && byte <= ZERO + 9);
      return found < 0 ? bytes : bytes.map((byte, index) => (index === found ? ZERO + ((byte - ZERO + more) % 10) : byte));
    },
);
const ZERO = 0x30;

export const byteMutation: fc.Arbitrary<Mutation> = fc.oneof(overwritten, bitFlipped, inserted, leftOut, moved);
/** Also of text, where a line or a digit means something. */
export const textMutation: fc.Arbitrary<Mutation> = fc.oneof(byteMutation, repeated, digitChanged);

// ---- JSON ----------------------------------------------------------------------------------------------------------------------

type Tree = { [key: string]: unknown };

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'a', 'seq', 'kind', 'by', 'Ä', ''];
const NUMBERS = [0, -0, -1, 1.5, 1e21, 2 ** 53, Number.MAX_SAFE_INTEGER, 1e-7];
/** Values of every kind, among them those by which careless readers fall. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, '', '0', '\u0000', '\ud800', 'e\u0301', [], {}, [[[[]]]], deep(200), 'x'.repeat(70_000)),
  fc.constantFrom(...NUMBERS),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer(),
  fc.jsonValue({ maxDepth: 3 }),
);

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

const changes = fc.record({
  way: fc.constantFrom('set', 'drop', 'add', 'exchange', 'rename', 'wrap', 'text'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  other: fc.double({ min: 0, max: 0.999, noNaN: true }),
  value: oddValue,
  name: fc.constantFrom(...NAMES),
});
type Change = typeof changes extends fc.Arbitrary<infer C> ? C : never;

/** One to three changes of a JSON document; what comes out is printed without spaces, as all of ours is. */
export const jsonMutation: fc.Arbitrary<Mutation> = fc.array(changes, { minLength: 1, maxLength: 3 }).map((all) => (bytes) => {
  const text = fromUtf8(bytes);
  const end = text?.endsWith('\n') === true ? '\n' : '';
  return utf8(JSON.stringify(changedTree(JSON.parse(text ?? 'null'), all)) + end);
});

/** The same for a value in memory, as it comes through the doorway. */
export function changedTree(value: unknown, all: readonly Change[]): unknown {
  const root: Tree = { value };
  for (const change of all) changeOnce(root, change);
  return root.value;
}
export const treeChanges = fc.array(changes, { minLength: 1, maxLength: 3 });

interface Branch {
  readonly of: Tree;
  readonly key: string;
}

/** Every place of a document that holds a value, the document itself first. */
function branchesOf(value: unknown): readonly Branch[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.keys(value).flatMap((key) => [{ of: value as Tree, key }, ...branchesOf((value as Tree)[key])]);
}

function changeOnce(root: Tree, { way, at, other, value: odd, name }: Change): void {
  // A copy: what is put in may be changed in its turn.
  const value = structuredClone(odd);
  if (!Object.hasOwn(root, 'value')) root.value = structuredClone(odd);
  const branches = branchesOf(root);
  const { of, key } = present(branches[Math.floor(at * branches.length)], 'a branch');
  const second = present(branches[Math.floor(other * branches.length)], 'a branch');
  const here = of[key];
  if (way === 'set') of[key] = value;
  if (way === 'drop') delete of[key];
  if (way === 'add') Object.defineProperty(of, name, { value, enumerable: true, configurable: true, writable: true });
  if (way === 'wrap') of[key] = [here];
  if (way === 'text') of[key] = typeof here === 'number' ? String(here) : typeof here === 'string' ? Number(here) : odd;
  if (way === 'rename') {
    delete of[key];
    of[`${key}x`] = here;
  }
  if (way !== 'exchange') return;
  const there = structuredClone(second.of[second.key]);
  second.of[second.key] = structuredClone(here);
  of[key] = there;
}
