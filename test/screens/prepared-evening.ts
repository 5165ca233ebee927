/**
 * A practice evening in which more has happened before anybody sits down: a test says it in the office, an hour ago by a clock that
 * it moves, and then opens the app on what came of it.
 */
import path from 'node:path';
import type { Act } from '../../core/acts.ts';
import { parseCanonical } from '../../core/canonical.ts';
import type { Command } from '../../core/decide.ts';
import { readDefinition } from '../../core/definition.ts';
import { openEnvelope, sealEnvelope } from '../../core/envelope.ts';
import { unruledFindings } from '../../core/findings.ts';
import { readEntry } from '../../core/journal.ts';
import { screenOf } from '../../core/lifecycle.ts';
import { must, present } from '../../core/result.ts';
import { contestStateOf, type Form, formOf, resultOf } from '../../core/state.ts';
import { openForReading } from '../../db/database.ts';
import { journalReader } from '../../db/journal-store.ts';
import { systemRandom } from '../../db/random.ts';
import { openCentres } from '../../main/centres.ts';
import { systemClock } from '../../main/office/clock.ts';
import { createOffice, DATABASE_FILE, type Office } from '../../main/office/office.ts';
import { eveningClock } from '../../main/practice/evening-clock.ts';
import { createPractice } from '../../main/practice/practice.ts';
import { markPractice, PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { assemble } from '../../main/rehearse/cast.ts';
import { SOFTWARE } from '../../main/software.ts';

export interface Evening {
  readonly office: Office;
  /** Says it as this person. */
  says(person: string, ...commands: readonly Command[]): Promise<readonly string[]>;
  /** The first official proposes, the second confirms. */
  byTwo(command: Command): Promise<void>;
  /** Up to the present moment, which is an hour after the evening's end. */
  letMinutesPass(minutes: number): void;
}

export interface Prepared {
  readonly folder: string;
  /** Of the key that signed the definition. */
  readonly commissionSeed: Uint8Array;
  /** What the journal holds, as `person kind`. */
  acts(): readonly string[];
  said(): readonly Act[];
}

function prepared(folder: string, commissionSeed: Uint8Array): Prepared {
  const said = () => actsIn(folder);
  return { folder, commissionSeed, said, acts: () => said().map(({ kind, by }) => `${by.person} ${kind}`) };
}

const MINUTES = 60;

export async function prepareEvening(root: string, play: (evening: Evening) => Promise<void>): Promise<Prepared> {
  const centres = openCentres(root);
  const folder = centres.newPracticeFolder();
  const clock = eveningClock(systemClock, MINUTES);
  /** What a practice election asks for first is its commission's key. */
  let commissionSeed: Uint8Array | undefined;
  const random = (length: number) => {
    const bytes = systemRandom(length);
    commissionSeed ??= bytes.slice();
    return bytes;
  };
  const { office } = must(await createPractice(folder, { software: SOFTWARE, clock, random }));
  await play(eveningIn(office, (minutes) => clock.advanceMinutes(minutes)));
  office.close();
  must(centres.setCurrent(folder));
  return prepared(folder, present(commissionSeed, 'a seed'));
}

function eveningIn(office: Office, letMinutesPass: Evening['letMinutesPass']): Evening {
  const says: Evening['says'] = async (person, ...commands) => {
    must(await office.unlock(person, PRACTICE_PASSPHRASE));
    return must(office.perform(commands)).acts.map(({ digest }) => digest);
  };
  const byTwo = async (command: Command) => {
    const [act = ''] = await says('RO1', command);
    await says('DRO1', { kind: 'act-confirmed', body: { act } });
  };
  return { office, says, byTwo, letMinutesPass };
}

function actsIn(folder: string): readonly Act[] {
  const handle = openForReading(path.join(folder, DATABASE_FILE));
  try {
    return [...journalReader(handle).entries()].map(({ bytes }) => must(readEntry(bytes)).act);
  } finally {
    handle.close();
  }
}

/**
 * Another machine of the same centre: the same definition in a data folder of its own, in which so far only the two officials have
 * enrolled.
 */
export async function prepareSecondMachine(root: string, first: Prepared): Promise<Prepared> {
  const envelope = must(openEnvelope(must(parseCanonical(definitionIn(first.folder)))));
  const definition = must(readDefinition(envelope));
  const centres = openCentres(root);
  const folder = centres.newPracticeFolder();
  const clock = eveningClock(systemClock, MINUTES);
  const sealed = sealEnvelope(envelope.kind, envelope.payload, envelope.keyId, envelope.signature);
  const office = must(createOffice(folder, definition, sealed, { software: SOFTWARE, clock }));
  markPractice(folder);
  const { officials, ...others } = definition.content;
  const content = { ...others, agents: [], officials: officials.filter(({ role }) => role !== 'clerk') };
  const quick = { random: systemRandom, cost: 2 ** 10, passphrase: PRACTICE_PASSPHRASE, onStep: () => undefined };
  await assemble({ office, clock, definition: content, ...quick });
  office.close();
  must(centres.setCurrent(folder));
  return prepared(folder, first.commissionSeed);
}

function definitionIn(folder: string): Uint8Array {
  const handle = openForReading(path.join(folder, DATABASE_FILE));
  try {
    return present(journalReader(handle).definition(), 'a definition').bytes;
  } finally {
    handle.close();
  }
}

const REASON = 'As the test has it.';

/** Every result is counted or closed, and both contests are declared with an outcome of everybody in the hall. */
export async function declareAll(evening: Evening): Promise<void> {
  const { office, says } = evening;
  for (const form of office.centre().forms.values()) await putAside(evening, form);
  for (const contest of office.centre().contests) {
    for (const station of stationsWithout(office, contest)) {
      await says('RO1', { kind: 'result-closed', body: { contest, station, disposition: 'postponed', reason: REASON, witnesses: [] } });
    }
    await says('RO1', { kind: 'summary-prepared', body: { contest } } as Command);
    const { number: version, digest, content } = present(contestStateOf(office.centre(), contest).ready, 'a ready version');
    const summary = { contest, version, digest };
    for (const official of ['RO1', 'DRO1']) await says(official, { kind: 'summary-signed', body: { ...summary, totals: content.totals } });
    for (const agent of ['A1', 'A2']) await says(agent, { kind: 'summary-signoff-given', body: { ...summary, choice: 'agree' } });
    await says('RO1', { kind: 'summary-declared', body: summary });
  }
}

/** Whatever is not accepted is reopened where it is open, and set aside. */
async function putAside({ office, says }: Evening, { id: form, stage: { stage } }: Form): Promise<void> {
  if (stage === 'accepted' || stage === 'set-aside') return;
  if (stage === 'open') await says('RO1', { kind: 'form-reopened', body: { form, revision: 2, keep: 'none', reason: REASON } });
  const { revision } = formOf(office.centre(), form);
  await says('RO1', { kind: 'form-set-aside', body: { form, revision, reason: REASON } });
}

function stationsWithout(office: Office, contest: string): readonly string[] {
  const centre = office.centre();
  const { stations } = present(centre.roll.contests.get(contest), contest);
  const hasNone = (code: string) => resultOf(centre, contest, code).forms.every((form) => formOf(centre, form).stage.stage !== 'accepted');
  return stations.map(({ code }) => code).filter(hasNone);
}

/** The first form at a stage, in the order in which forms were received. */
export function formAt({ office }: Evening, stage: Form['stage']['stage'], place = 0): string {
  return present([...office.centre().forms.values()].filter((form) => form.stage.stage === stage)[place]?.id, `a form ${stage}`);
}

/** The agent agrees with the figures as they stand. */
export function agreeing({ office }: Evening, form: string): Command {
  const screen = screenOf(office.centre(), formOf(office.centre(), form) as Parameters<typeof screenOf>[1]);
  return { kind: 'signoff-given', body: { form, ...screen, choice: 'agree' } } as Command;
}

/** The paper whose findings wait for a ruling is ruled to count, opened, answered by the agents in the hall, and accepted. */
export async function acceptWithFindings(evening: Evening): Promise<void> {
  const { office, says } = evening;
  const waits = (form: Form) => form.stage.stage === 'agreed' && unruledFindings(office.centre(), form).length > 0;
  const { id: form } = present([...office.centre().forms.values()].find(waits), 'a form with findings');
  const ruled = { form, ruling: 'count' as const, reason: 'Written so on the paper, seen by all.', witnesses: ['A1', 'A2'] };
  for (const { code, digest } of unruledFindings(office.centre(), formOf(office.centre(), form))) {
    await says('RO1', { kind: 'finding-ruled', body: { ...ruled, finding: code, inputs: digest } });
  }
  await says('RO1', { kind: 'form-opened', body: { form } });
  for (const agent of ['A1', 'A2']) await says(agent, agreeing(evening, form));
  const { stage } = formOf(office.centre(), form);
  await says('RO1', { kind: 'form-accepted', body: { form, subject: 'subject' in stage ? stage.subject : '' } });
}
