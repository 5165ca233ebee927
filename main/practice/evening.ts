/**
 * The first hour of a practice evening, played through the same office as the app, so that whoever sits down finds work in every
 * room: papers to enter, one to enter a second time, one that differs, one to rule on, one to open, two to sign, two in the tally.
 */
import type { Definition } from '../../core/definition.ts';
import { present } from '../../core/result.ts';
import type { Cast } from '../rehearse/cast.ts';
import { newCount } from '../rehearse/report.ts';
import { accept, countersign, enter, type Handled, type Part, type Play, receive, ruleAndOpen } from '../rehearse/waves.ts';
import { type Seeded, seeded } from '../seeded.ts';

/** Which of the contest's stations, by place in the gazetted list, are brought how far. The others are awaited. */
const TO_ENTER = [6, 9];
const ENTERED_ONCE = [1];
const DIFFERING = [2];
/** Its line 1 was written into line 2. */
const TO_RULE = [3];
const TO_OPEN = [5];
const TO_SIGN = [0, 8];
const ACCEPTED = [4, 7];
/** Of the ward's contest, only received. */
const RECEIVED_IN_WARD = [1];

/** Minutes that seem to pass after each part of the evening. */
const PAUSE = 5;
export const EVENING_STEPS = 6;
/** The pauses, and a little for the acts themselves. */
export const EVENING_MINUTES = EVENING_STEPS * PAUSE + 5;

/** Nothing is left to chance here: what is likely happens, what is unlikely does not, and every agent agrees. */
const CALM: Seeded = {
  next: () => 0.5,
  below: (n) => n - 1,
  chance: (share) => share > 0.5,
  pick: (items) => present(items[0], 'an item'),
};
/** The one slip of the evening. */
const CARELESS: Seeded = { ...seeded(2), chance: () => true };

export interface Evening {
  readonly cast: Cast;
  readonly definition: Definition;
  readonly papers: readonly Part[];
  readonly wardPapers: readonly Part[];
  readonly onStep: () => void;
}

/** Plays it; answers the papers that have not come yet. */
export async function playEvening({ cast, definition, papers, wardPapers, onStep }: Evening): Promise<readonly Part[]> {
  const play: Play = { cast, definition, random: CALM, count: newCount(), onForm: () => undefined };
  const pause = () => {
    onStep();
    cast.office.lock();
    cast.clock.advanceMinutes(PAUSE);
  };
  await open(cast);
  pause();
  const handled = await receiveAll(play, papers, wardPapers);
  const at = (...groups: readonly (readonly number[])[]) => groups.flat().map((place) => present(handled.get(place), `paper ${place}`));
  pause();
  await enterTwice(play, at);
  pause();
  await ruleAndOpen(play, at(ACCEPTED));
  await countersign(play, at(ACCEPTED));
  pause();
  await accept(play, at(ACCEPTED));
  pause();
  await ruleAndOpen(play, at(TO_SIGN));
  pause();
  return [...papers.filter((_, place) => !handled.has(place)), ...wardPapers.filter((_, place) => !RECEIVED_IN_WARD.includes(place))];
}

/** Two officials open the centre; the first two agents come, the others have not arrived. */
async function open({ byTwo, become, act, ro, dro, clerks, agents }: Cast): Promise<void> {
  await byTwo({ kind: 'centre-opened', body: { present: [ro, dro, ...clerks] } });
  for (const agent of agents.slice(0, 2)) {
    await become(agent);
    act({ kind: 'agent-signed-in', body: {} });
  }
}

async function receiveAll(play: Play, papers: readonly Part[], wardPapers: readonly Part[]): Promise<ReadonlyMap<number, Handled>> {
  const [clerk = ''] = play.cast.clerks;
  const come = [TO_ENTER, ENTERED_ONCE, DIFFERING, TO_RULE, TO_OPEN, TO_SIGN, ACCEPTED].flat().sort((left, right) => left - right);
  const received = await receive(play, partsAt(papers, come), clerk);
  await receive(play, partsAt(wardPapers, RECEIVED_IN_WARD), clerk);
  return new Map(received.map((one, place) => [present(come[place], 'place'), one]));
}

function partsAt(parts: readonly Part[], places: readonly number[]): readonly Part[] {
  return places.map((place) => present(parts[place], `paper ${place}`));
}

/** The same two clerks throughout, so that the third may read whatever differs. */
async function enterTwice(play: Play, at: (...groups: readonly (readonly number[])[]) => readonly Handled[]): Promise<void> {
  const [first = '', second = ''] = play.cast.clerks;
  const through = [TO_RULE, TO_OPEN, TO_SIGN, ACCEPTED];
  await enter(play, at(ENTERED_ONCE, DIFFERING, ...through), first);
  await enter(play, at(...through), second);
  await enter({ ...play, random: CARELESS }, at(DIFFERING), second);
}
