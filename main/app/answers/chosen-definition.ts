/**
 * The definition that was chosen and is not yet anybody's centre: read and verified, with two groups of its digest drawn at random to
 * be typed from the commission's paper notice. The groups are compared here and nowhere else.
 */
import { toHex } from '../../../core/bytes.ts';
import type { ChosenDefinition, TypedGroup } from '../../../core/contract/setup.ts';
import { readDefinition, type SignedDefinition } from '../../../core/definition.ts';
import { parseEnvelopeFile } from '../../../core/envelope.ts';
import { openDefinitionGroups, typedGroup } from '../../../core/groups.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { definitionView } from '../../../core/views/setup.ts';
import { type Random, systemRandom } from '../../../db/random.ts';
import { readBytes } from '../../define/files.ts';
import type { Host } from '../host.ts';

const GROUPS = 16;
const TRIES = 3;
const TICKET_BYTES = 16;

interface Held {
  readonly definition: SignedDefinition;
  readonly ticket: string;
  readonly blank: readonly number[];
  triesLeft: number;
}

export interface Definitions {
  choose(): Promise<Result<ChosenDefinition | undefined>>;
  /** Takes one that is already here. */
  hold(definition: SignedDefinition): ChosenDefinition;
  /** Refuses E-CONTENT for a ticket that is no longer good. */
  find(ticket: string): Result<SignedDefinition>;
  compare(ticket: string, groups: readonly TypedGroup[]): Result<{ readonly wrong: readonly number[]; readonly triesLeft: number }>;
  /** How the groups are written in the journal. Refuses R-CONTENT-WRONG where they are not those that were left out. */
  typedGroups(ticket: string, groups: readonly TypedGroup[]): Result<string[]>;
}

export function openDefinitions({ surroundings, officeOptions }: Host): Definitions {
  const random = officeOptions.random ?? systemRandom;
  let held: Held | undefined;
  const heldBy = (ticket: string): Result<Held> =>
    held?.ticket === ticket ? ok(held) : refuse('E-CONTENT', 'the definition has to be chosen again');
  const hold: Definitions['hold'] = (definition) => {
    const ticket = toHex(random(TICKET_BYTES));
    const blank = twoPlaces(random);
    held = { definition, ticket, blank, triesLeft: TRIES };
    return { ...definitionView(definition, blank), definition: ticket };
  };
  const compare: Definitions['compare'] = (ticket, groups) => {
    const found = heldBy(ticket);
    if (!found.ok) return found;
    const wrong = wrongOf(found.value, groups);
    if (wrong.length > 0) found.value.triesLeft -= 1;
    if (found.value.triesLeft === 0) held = undefined;
    return ok({ wrong, triesLeft: found.value.triesLeft });
  };
  return {
    choose: async () => {
      const place = await surroundings.chooseFile('definition');
      if (place === undefined) return ok(undefined);
      const read = readChosen(place);
      return read.ok ? ok(hold(read.value)) : read;
    },
    hold,
    find: (ticket) => {
      const found = heldBy(ticket);
      return found.ok ? ok(found.value.definition) : found;
    },
    compare,
    typedGroups: (ticket, groups) => {
      const found = heldBy(ticket);
      if (!found.ok) return found;
      const typed = groups.map(({ place, typed: text }) => typedGroup(place, text));
      const isRight = wrongOf(found.value, groups).length === 0 && openDefinitionGroups(found.value.definition.digest, typed);
      return isRight ? ok(typed) : refuse('R-CONTENT-WRONG', 'the two groups');
    },
  };
}

/** Two of the sixteen, any pair as likely as any other. */
function twoPlaces(random: Random): readonly number[] {
  const places = new Set<number>();
  while (places.size < 2) places.add(((random(1)[0] ?? 0) % GROUPS) + 1);
  return [...places].sort((a, b) => a - b);
}

/** Places whose group is not as in the file, or was not asked for. */
function wrongOf({ blank, definition }: Held, groups: readonly TypedGroup[]): readonly number[] {
  const isRight = ({ place, typed }: TypedGroup) =>
    blank.includes(place) && definition.digest.slice(4 * (place - 1), 4 * place) === typed.toLowerCase();
  return groups.filter((group) => !isRight(group)).map(({ place }) => place);
}

function readChosen(place: string): Result<SignedDefinition> {
  const bytes = readBytes(place);
  if (!bytes.ok) return refuse('E-FILE', bytes.refusal.detail);
  const opened = parseEnvelopeFile(bytes.value);
  return opened.ok ? readDefinition(opened.value) : opened;
}
