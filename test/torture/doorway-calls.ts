/**
 * Random calls through the real doorway to the real office, by everybody and nobody: a practice election in the middle of its evening,
 * with files that are none in every dialog. Every call is answered, with a value or a refusal of ours; what was accepted leaves a
 * journal that passes the whole start-up check.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Role } from '../../core/acts.ts';
import { FAULT_CODES, REFUSAL_CODES } from '../../core/refusals.ts';
import { must, present, type Result } from '../../core/result.ts';
import { auditDatabase } from '../../db/check.ts';
import { openForReading } from '../../db/database.ts';
import { journalReader } from '../../db/journal-store.ts';
import { createHandlers } from '../../main/app/answers/all.ts';
import { type Caller, createDoorway, type Doorway, ORIGIN } from '../../main/app/doorway.ts';
import { createHost, type Host } from '../../main/app/host.ts';
import type { Surroundings } from '../../main/app/surroundings.ts';
import { openCentres } from '../../main/centres.ts';
import { DATABASE_FILE } from '../../main/office/office.ts';
import { createPractice } from '../../main/practice/practice.ts';
import type { Seeded } from '../../main/seeded.ts';
import { SOFTWARE } from '../../main/software.ts';
import { smallPictures } from '../fuzz/pictures.ts';
import { askOdd, type Heard, openEars } from '../fuzz/window.ts';
import { goldenDocuments } from '../main/golden-documents.ts';
import { playRounds } from './rounds.ts';
import type { Torment } from './torment.ts';

const CALLS_A_ROUND = 25;
const ROUNDS_BETWEEN_AUDITS = 8;
const LONGEST_WAIT = 60_000;
const CODES: ReadonlySet<string> = new Set([...REFUSAL_CODES, ...FAULT_CODES]);
const AT_THE_DOORWAY = /^(?:E-DOORWAY-.*|R-ROLE|R-NOT-UNLOCKED)$/;
const ROOMS: Caller = { origin: ORIGIN, isTopFrame: true, window: 'rooms' };
const WALL: Caller = { ...ROOMS, window: 'wall' };

interface Ground {
  readonly host: Host;
  readonly doorway: Doorway;
  readonly folder: string;
  readonly passphrase: string;
  readonly people: readonly { readonly id: string; readonly role: Role }[];
  readonly heard: Heard;
  readonly clock: { now(): number; running(): number; pass(milliseconds: number): void };
  readonly counts: Record<string, number>;
}

export const doorwayCalls: Torment = {
  name: 'doorway calls',
  run: async (settings) => {
    const root = mkdtempSync(path.join(tmpdir(), 'countersign-doorway-'));
    const counts: Record<string, number> = { calls: 0, answered: 0, 'refused at the doorway': 0, 'refused behind it': 0, acts: 0 };
    const ground = await openGround(root, counts);
    try {
      const begun = sizeOf(ground.folder);
      const tally = await playRounds(settings, counts, (random, round) => playRound(ground, random, round));
      ground.host.close();
      counts.acts = sizeOf(ground.folder) - begun;
      const fault = await faultOfJournal(ground.folder);
      return { ...tally, faults: fault === undefined ? tally.faults : [...tally.faults, `at the end: ${fault}`] };
    } finally {
      ground.host.close();
      rmSync(root, { recursive: true, force: true });
    }
  },
};

async function openGround(root: string, counts: Record<string, number>): Promise<Ground> {
  const folder = openCentres(root).newPracticeFolder();
  const clock = handClock();
  const { office, passphrase } = must(await createPractice(folder, { software: SOFTWARE, clock }));
  office.close();
  const host = createHost({ folder: root, surroundings: await surroundingsIn(root), office: { software: SOFTWARE, clock } });
  const centre = must(await host.open(folder)).centre();
  const people = [...centre.people.values()].map(({ id, role }) => ({ id, role }));
  const atKeyboard = () => {
    const seen = host.seen();
    return seen.ok ? seen.value.viewer?.role : undefined;
  };
  const doorway = createDoorway(createHandlers(host), atKeyboard);
  const ids = [...people.map(({ id }) => id), ...centre.contests, ...centre.forms.keys(), ...centre.roll.stations.keys()];
  const heard = openEars([...ids, centre.definition.digest, passphrase, 'A reason.', 'a'.repeat(36), '0'.repeat(32), '12']);
  return { host, doorway, folder, passphrase, people, heard, clock, counts };
}

/** Both hands go on a second with every look, so that nothing waits for the real one. */
function handClock(): Ground['clock'] {
  let passed = 0;
  const begun = Date.parse('2031-02-03T19:30:00.000Z');
  return {
    now: () => begun + passed,
    running: () => passed,
    pass: (milliseconds) => {
      passed += milliseconds;
    },
  };
}

/** Dialogs in which somebody chooses what was never meant for them, or nothing. */
async function surroundingsIn(root: string): Promise<Surroundings> {
  const dir = path.join(root, 'stick');
  mkdirSync(dir);
  const documents = Object.values(await goldenDocuments()).map((text) => Buffer.from(text));
  const contents = [...documents, ...smallPictures(), Buffer.alloc(0), Buffer.from('{}'), Buffer.from('\u0000\u0001'), Buffer.from('PK')];
  const files = contents.map((bytes, place) => {
    const file = path.join(dir, `file-${place}`);
    writeFileSync(file, bytes);
    return file;
  });
  let turn = 0;
  const next = () => {
    turn += 1;
    return turn % 3 === 0 ? undefined : files[turn % files.length];
  };
  return {
    chooseFile: async () => next(),
    chooseFiles: async () => [next(), next()].filter((file) => file !== undefined),
    chooseFolder: async () => (turn++ % 2 === 0 ? undefined : dir),
    chooseNewFile: async (_kind, name) => (turn++ % 2 === 0 ? undefined : path.join(dir, `saved-${turn}-${path.basename(name)}`)),
    openWindow: () => undefined,
    closeWindow: () => undefined,
    print: async () => false,
    tellChanged: () => undefined,
  };
}

async function playRound(ground: Ground, random: Seeded, round: number): Promise<string | undefined> {
  const { host, folder, clock, people, passphrase } = ground;
  clock.pass(random.below(600_000));
  const here = host.office();
  if (!here.ok || here.value.folder !== folder || here.value.isReadOnly) must(await host.open(folder));
  const office = must(host.office());
  office.lock();
  const who = random.chance(0.15) ? undefined : random.pick(people.filter(({ role }) => role !== 'device'));
  if (who !== undefined) await office.unlock(who.id, passphrase);
  for (let call = 0; call < CALLS_A_ROUND; call++) {
    clock.pass(1000);
    const asked = askOdd(random, ground.heard);
    const fault = await faultOfCall(ground, random.chance(0.1) ? WALL : ROOMS, asked);
    if (fault !== undefined) return `${who?.id ?? 'nobody'} asked ${shown(asked)}: ${fault}`;
  }
  return round % ROUNDS_BETWEEN_AUDITS === 0 ? faultOfJournal(folder) : undefined;
}

async function faultOfCall({ doorway, heard, counts }: Ground, caller: Caller, asked: readonly unknown[]): Promise<string | undefined> {
  counts.calls = present(counts.calls, 'calls') + 1;
  const answer = await Promise.race([doorway(caller, asked), tooLate()]).catch((error: unknown) =>
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
  if (typeof answer === 'string') return answer;
  if (answer === undefined) return 'no answer';
  if (answer.ok) counts.answered = present(counts.answered, 'answered') + 1;
  else {
    const where = AT_THE_DOORWAY.test(answer.refusal.code) ? 'refused at the doorway' : 'refused behind it';
    counts[where] = present(counts[where], where) + 1;
  }
  // Of the centres themselves nothing is heard: whoever knows a practice election's ticket may erase it.
  if (answer.ok && asked[0] !== 'setup') heard.listen(answer.value);
  return answer.ok || CODES.has(answer.refusal.code) ? undefined : `refused with a code of nobody: ${answer.refusal.code}`;
}

function tooLate(): Promise<Result<unknown> | undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), LONGEST_WAIT).unref());
}

async function faultOfJournal(folder: string): Promise<string | undefined> {
  const handle = openForReading(path.join(folder, DATABASE_FILE));
  const { sound, checks } = await auditDatabase(handle);
  handle.close();
  return sound ? undefined : `the journal is broken: ${checks.find(({ status }) => status === 'failed')?.detail}`;
}

function sizeOf(folder: string): number {
  const handle = openForReading(path.join(folder, DATABASE_FILE));
  const size = journalReader(handle).size();
  handle.close();
  return size;
}

function shown(asked: readonly unknown[]): string {
  return JSON.stringify(asked, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))?.slice(0, 600) ?? '';
}
