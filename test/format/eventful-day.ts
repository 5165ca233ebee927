/** What the scenes of the eventful day share: the office, who is at the keyboard, and the forms by their station's place. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { must, present } from '../../core/result.ts';
import { type Form, formOf, resultOf } from '../../core/state.ts';
import { makePassphrase } from '../../db/passphrase.ts';
import type { Random } from '../../db/random.ts';
import { createOffice } from '../../main/office/office.ts';
import { assemble, type Cast } from '../../main/rehearse/cast.ts';
import { simulatedClock } from '../../main/rehearse/simulated-clock.ts';
import { defineDemonstration } from './demonstration.ts';
import { numberedRandom } from './numbered-random.ts';

export const CONTEST = 'president';
/** Minutes, one more than agents have to answer. */
export const WAIT_MINUTES = 11;
const COST = 2 ** 10;

export interface Day {
  readonly cast: Cast;
  readonly folder: string;
  readonly stations: readonly string[];
  readonly random: Random;
  /** Of keys that were made during the day. */
  readonly passphrases: Map<string, string>;
}

export async function openDay(folder: string): Promise<Day> {
  mkdirSync(folder, { recursive: true });
  const { definition, envelope } = defineDemonstration(folder);
  const clock = simulatedClock('2031-02-03T14:00:00.000Z');
  const random = numberedRandom('an eventful day');
  const software = { version: 'countersign, an eventful day', digest: '5'.repeat(64) };
  const office = must(createOffice(path.join(folder, 'day'), definition, envelope, { clock, random, software }));
  const cast = await assemble({ office, clock, definition: definition.content, random, cost: COST, onStep: () => undefined });
  await cast.byTwo({ kind: 'centre-opened', body: { present: [cast.ro, cast.dro] } });
  for (const agent of cast.agents) {
    await cast.become(agent);
    cast.act({ kind: 'agent-signed-in', body: {} });
  }
  return { cast, folder, stations: definition.content.stations.map(({ code }) => code), random, passphrases: new Map() };
}

export function formAt({ cast, stations }: Day, place: number): Form {
  const result = resultOf(cast.office.centre(), CONTEST, present(stations[place], 'station'));
  return formOf(cast.office.centre(), present(result.forms[0], 'form'));
}

/** A key made during the day, and its owner's first signature; answers the enrolment. */
export async function makeKey({ cast, random, passphrases }: Day, newcomer: Parameters<Cast['office']['makeKey']>[0]): Promise<string> {
  const passphrase = makePassphrase(random);
  passphrases.set(newcomer.person, passphrase);
  const key = must(await cast.office.makeKey(newcomer, passphrase, COST));
  cast.clock.advance(1000);
  return present(must(await cast.office.enrol(newcomer, key, passphrase)).acts[0], 'enrolment').digest;
}

/** Hands the keyboard to a person, also to one whose key was made during the day. */
export async function become({ cast, passphrases }: Day, person: string): Promise<void> {
  const passphrase = passphrases.get(person);
  if (passphrase === undefined) return cast.become(person);
  cast.clock.advance(1000);
  must(await cast.office.unlock(person, passphrase));
}
