/**
 * What the hard nights share: a whole small centre with a real office, real keys that the definition names, scans and a database; and
 * what is done there again and again. Four stations, one contest, three agents in the hall, two officials, four clerks.
 */
import path from 'node:path';
import type { Figures } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import { sealEnvelope } from '../../core/envelope.ts';
import { unruledFindings } from '../../core/findings.ts';
import { screenOf } from '../../core/lifecycle.ts';
import type { Particulars } from '../../core/particulars.ts';
import { must, present } from '../../core/result.ts';
import { type Form, formOf, type Opened } from '../../core/state.ts';
import { provideNative } from '../../db/native.ts';
import { PASSPHRASE_WORDS } from '../../db/passphrase.ts';
import type { Random } from '../../db/random.ts';
import { createOffice } from '../../main/office/office.ts';
import { assemble, type Cast } from '../../main/rehearse/cast.ts';
import { simulatedClock } from '../../main/rehearse/simulated-clock.ts';
import { AGENTS, election, keyOf, OFFICIALS } from '../core/world-election.ts';
import { paper, particulars } from '../core/world-papers.ts';
import { numberedRandom } from '../format/numbered-random.ts';

provideNative();

export const CONTEST = 'president';
export const ALL_AGENTS = ['red', 'blue', 'green'] as const;
const STATIONS = ['west1', 'west2', 'east1', 'east2'] as const;
const COST = 1024;

export interface Night {
  readonly cast: Cast;
  readonly folder: string;
}

/** The little election, with one contest, and everybody's key named by the commission. */
function namedKeys() {
  const withKey = <T extends { readonly id: string }>(person: T) => ({ ...person, key: keyOf(person.id).text });
  const contests = election().content.contests.filter(({ id }) => id === CONTEST);
  return election({ officials: OFFICIALS.map(withKey), agents: AGENTS.map(withKey), contests });
}

/** Opens a centre in which everybody signs with the very key that the definition names, and all agents are in the hall. */
export async function openNight(folder: string): Promise<Night> {
  const definition = namedKeys();
  const { kind, payload, keyId, signature } = definition.envelope;
  const clock = simulatedClock('2027-08-10T15:00:00.000Z');
  const people = [...OFFICIALS, ...AGENTS].map(({ id }) => id);
  const { words, seeds } = knownKeys(people);
  const software = { version: 'countersign, a hard night', digest: '7'.repeat(64) };
  const envelope = sealEnvelope(kind, payload, keyId, signature);
  const office = must(createOffice(path.join(folder, 'centre'), definition, envelope, { clock, random: seeds, software }));
  const cast = await assemble({ office, clock, definition: definition.content, random: words, cost: COST, onStep: () => undefined });
  await cast.byTwo({ kind: 'centre-opened', body: { present: [cast.ro, cast.dro] } });
  for (const agent of ALL_AGENTS) await says({ cast, folder }, agent, { kind: 'agent-signed-in', body: {} });
  return { cast, folder };
}

/** Chance for the passphrases, and for the office: the first key made after a passphrase was drawn is the next person's known one. */
function knownKeys(people: readonly string[]): { readonly words: Random; readonly seeds: Random } {
  const [chance, others] = [numberedRandom('words of a hard night'), numberedRandom('a hard night')];
  let drawn = 0;
  let made = 0;
  const words: Random = (length) => {
    drawn += 1;
    return chance(length);
  };
  const seeds: Random = (length) => {
    if (length !== 32 || drawn < (made + 1) * PASSPHRASE_WORDS || made >= people.length) return others(length);
    made += 1;
    return keyOf(present(people[made - 1], 'a person')).seed.slice();
  };
  return { words, seeds };
}

// ---- who says what -----------------------------------------------------------------------------------------------------------

export async function says({ cast }: Night, person: string, command: Command): Promise<string> {
  await cast.become(person);
  return present(cast.act(command).acts[0], 'an act').digest;
}

/** The code of the refusal; what is not refused is a fault of the test. */
export async function isRefused({ cast }: Night, person: string, command: Command): Promise<string> {
  await cast.become(person);
  cast.clock.advance(1500);
  const done = cast.office.perform([command]);
  if (done.ok) throw new Error(`${person}, ${command.kind}: was not refused`);
  return done.refusal.code;
}

export function formIn({ cast }: Night, form: string): Form {
  return formOf(cast.office.centre(), form);
}

export function openedIn(night: Night, form: string): Form & { readonly stage: Opened } {
  return formIn(night, form) as Form & { readonly stage: Opened };
}

/** The figures of a sound paper of the station, with what is different on this one. */
export function figuresOf({ cast }: Night, station: string, changes: Figures = {}): Figures {
  return paper(cast.office.centre(), { contest: CONTEST, station }, changes);
}

/** A paper comes in, is looked over and scanned. Answers the form's id. */
export async function receive(night: Night, station: string, serial: string, changes: Partial<Particulars> = {}): Promise<string> {
  const { cast } = night;
  const body = { contest: CONTEST, station, particulars: particulars(serial, changes) };
  await says(night, 'clerk3', { kind: 'form-received', body });
  const form = present(cast.office.centre().results.get(`${CONTEST}.${station}`)?.forms.at(-1), 'the form received');
  must(cast.office.attachScan(form, scanOf(form), 'the scanner in the hall'));
  return form;
}

/** A picture by its first bytes; what stands in it is the form's name. */
function scanOf(form: string): Uint8Array {
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(form)]);
}

export async function type(night: Night, form: string, figures: Figures, clerks: readonly string[] = ['clerk1', 'clerk2']): Promise<void> {
  for (const clerk of clerks) await says(night, clerk, { kind: 'entry-sealed', body: { form, figures, decisions: [] } });
}

/** Counts what was found, before these witnesses. Answers the codes that were ruled. */
export async function ruleToCount(night: Night, form: string, reason: string, witnesses: readonly string[]): Promise<readonly string[]> {
  const unruled = unruledFindings(night.cast.office.centre(), formIn(night, form));
  for (const { code, digest } of unruled) {
    const body = { form, finding: code, inputs: digest, ruling: 'count' as const, reason, witnesses: [...witnesses] };
    await says(night, 'ro', { kind: 'finding-ruled', body });
  }
  return unruled.map(({ code }) => code);
}

/** What an agent says of an open form: agreement, where nothing else is written. */
export async function answers(night: Night, form: string, agent: string, word: object = { choice: 'agree' }): Promise<string> {
  const screen = screenOf(night.cast.office.centre(), openedIn(night, form));
  return says(night, agent, { kind: 'signoff-given', body: { form, ...screen, ...word } } as Command);
}

/** Opens it, every agent answers (as written, or agrees), the deputy accepts. */
export async function countersign(night: Night, form: string, words: Readonly<Record<string, object>> = {}): Promise<void> {
  await says(night, 'clerk4', { kind: 'form-opened', body: { form } });
  for (const agent of ALL_AGENTS) await answers(night, form, agent, words[agent]);
  await accept(night, form);
}

export async function accept(night: Night, form: string): Promise<void> {
  await says(night, 'dro', { kind: 'form-accepted', body: { form, subject: openedIn(night, form).stage.subject } });
}

/** A sound paper from every station named, brought through. */
export async function bringThrough(night: Night, ...stations: readonly string[]): Promise<void> {
  for (const station of stations) {
    const form = await receive(night, station, `serial of ${station}`);
    await type(night, form, figuresOf(night, station));
    await countersign(night, form);
  }
}

export function otherStations(station: string): readonly string[] {
  return STATIONS.filter((other) => other !== station);
}
