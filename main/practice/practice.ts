/**
 * A practice election, made on the spot for whoever wants to try the rooms: an invented constituency, everybody enrolled under one
 * and the same passphrase, the centre open, the evening begun, and papers waiting in a folder. It is a whole rehearsal with a
 * journal, keys and signatures like any other, made through the same office, and it passes the same checks; only the people in it
 * do not exist.
 */

import path from 'node:path';
import { ok, type Result } from '../../core/result.ts';
import { systemRandom } from '../../db/random.ts';
import { inventStations } from '../demo/constituency.ts';
import { DEMO_CONTESTS, STREAMS } from '../demo/mfano.ts';
import { eastAfricaTime } from '../east-africa.ts';
import { systemClock } from '../office/clock.ts';
import { createOffice, type Office, type OfficeOptions } from '../office/office.ts';
import { assemble } from '../rehearse/cast.ts';
import { definePractice, type PracticeElection } from './definition.ts';
import { EVENING_MINUTES, EVENING_STEPS, playEvening } from './evening.ts';
import { type EveningClock, eveningClock } from './evening-clock.ts';
import { layOut, papersOf } from './papers.ts';
import { markPractice, PRACTICE_PASSPHRASE } from './practice-words.ts';

export interface Practice {
  /** With nobody at the keyboard. */
  readonly office: Office;
  /** Of everybody. */
  readonly passphrase: string;
  /** The folder with the pictures of the papers that are still awaited. */
  readonly papers: string;
}

const PAPERS_FOLDER = 'papers';
/** Of the figures, which are the same in every practice election. */
const SEED = 7;
/** The least that key files accept: nothing is kept by these keys, and nobody is to wait for them. */
const QUICK_COST = 2 ** 10;
/** One stream of each registration centre. */
const STATIONS = inventStations(SEED).filter(({ code }) => code.endsWith(STREAMS[0]));

/**
 * Makes one in an empty folder; `onProgress` is told the steps done, and of how many. Refuses R-CENTRE-EXISTS where a centre is
 * already, and leaves that as it is.
 */
export async function createPractice(folder: string, options: OfficeOptions): Promise<Result<Practice>> {
  const { random = systemRandom, clock: trueClock = systemClock, onProgress = () => undefined, ...others } = options;
  const clock = eveningClock(trueClock, EVENING_MINUTES);
  const election = definePractice(eastAfricaTime(trueClock.now()).slice(0, 10), STATIONS, random);
  const office = createOffice(folder, election.definition, election.envelope, { ...others, clock, random });
  if (!office.ok) return office;
  try {
    markPractice(folder);
    const papers = await begin(office.value, election, clock, { random, onProgress });
    clock.catchUp();
    return ok({ office: office.value, passphrase: PRACTICE_PASSPHRASE, papers });
  } catch (error) {
    office.value.close();
    throw error;
  }
}

/** Everybody comes, and the evening begins; answers the folder with the papers that have not come. */
async function begin(
  office: Office,
  { definition: { content: definition } }: PracticeElection,
  clock: EveningClock,
  { random, onProgress }: Required<Pick<OfficeOptions, 'random' | 'onProgress'>>,
): Promise<string> {
  const people = definition.officials.length + definition.agents.length;
  const total = 2 * people - 1 + EVENING_STEPS;
  let done = 0;
  const onStep = () => onProgress(++done, total);
  const cast = await assemble({ office, clock, definition, random, cost: QUICK_COST, passphrase: PRACTICE_PASSPHRASE, onStep });
  const [papers = [], wardPapers = []] = DEMO_CONTESTS.map(({ id }) => papersOf(id, definition, STATIONS, SEED));
  const awaited = await playEvening({ cast, definition, papers, wardPapers, onStep });
  const folder = path.join(office.folder, PAPERS_FOLDER);
  layOut(folder, awaited, definition, clock.now());
  return folder;
}
