/**
 * Evenings with a stick that end badly: the process is killed at a random moment while the stick is written, the stick is pulled and put
 * back, its last line is torn, a byte of it turns over, the copy is lost, or somebody goes on with an old copy. Then a restore is begun
 * and broken off, which must leave nothing, and the centre is restored. Nothing that the status called current may be lost, nothing that was never written may come in, damage has to be told, and a
 * fork has to be exposed by an earlier receipt.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { checkList } from '../../core/checks.ts';
import { must, present } from '../../core/result.ts';
import { checkReceipts } from '../../core/verify-receipts.ts';
import { auditDatabase } from '../../db/check.ts';
import { openForReading } from '../../db/database.ts';
import { journalReader } from '../../db/journal-store.ts';
import { centreFoldersOn, copiesIn, copyFile, type MediumPlaces, placesIn } from '../../db/medium-places.ts';
import { DATABASE_FILE, openOffice } from '../../main/office/office.ts';
import type { Restored } from '../../main/second-medium/contract.ts';
import { restoreFrom } from '../../main/second-medium/threads.ts';
import { type Seeded, seeded } from '../../main/seeded.ts';
import { SOFTWARE } from '../../main/software.ts';
import { demoElection, type PlayedDay, playDay } from '../main/played-day.ts';
import type { Settings, Tally, Torment } from './torment.ts';

const EVENING = fileURLToPath(new URL('./restores-evening.ts', import.meta.url));
const SPREAD = 7919;
/** Milliseconds that an evening lasts at most, after it has begun. */
const LONGEST = 2500;
const PATIENCE = 120_000;

type Counts = Record<'acts called current' | 'pulled' | 'damaged' | 'broken off' | 'forks', number>;

export const restores: Torment = {
  name: 'restores',
  run: async (settings) => {
    const place = mkdtempSync(path.join(tmpdir(), 'countersign-restores-'));
    try {
      const day = await playDay(await demoElection(place), path.join(place, 'day'), { papers: 1 });
      return await playRounds(settings, day, place);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  },
};

async function playRounds({ seed, rounds, isOver, tell }: Settings, day: PlayedDay, place: string): Promise<Tally> {
  const counts: Counts = { 'acts called current': 0, pulled: 0, damaged: 0, 'broken off': 0, forks: 0 };
  const faults: string[] = [];
  let tried = 0;
  for (; tried < rounds && !isOver(); tried += 1) {
    const ground = path.join(place, `round-${tried}`);
    const fault = await playRound(day, ground, seeded(seed + tried * SPREAD), counts).catch((error: unknown) => shown(error));
    rmSync(ground, { recursive: true, force: true });
    if (fault === undefined) continue;
    faults.push(`round ${tried}: ${fault}`);
    tell(`round ${tried}: ${fault}`);
  }
  return { tried, faults, counts };
}

function shown(error: unknown): string {
  return `crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

async function playRound(day: PlayedDay, ground: string, random: Seeded, counts: Counts): Promise<string | undefined> {
  const [folder, stick, target] = [path.join(ground, 'centre'), path.join(ground, 'stick'), path.join(ground, 'new')];
  mkdirSync(stick, { recursive: true });
  cpSync(day.folder, folder, { recursive: true });
  const told = await playEvening(day, folder, stick, random, counts);
  counts['acts called current'] += told.current;
  const truth = linesOf(path.join(folder, DATABASE_FILE));
  const places = placesIn(present(centreFoldersOn(stick)[0], 'a centre on the stick').folder);
  const damage = random.pick(DAMAGES)(places, random, told);
  if (damage.what !== undefined) counts.damaged += 1;
  const left = await breakOff(stick, path.join(ground, 'unwanted'), random, counts);
  if (left !== undefined) return left;
  const restored = await restoreFrom(stick, target, [], () => {});
  if (restored.ok) return judge(restored.value, target, truth, told, damage) ?? (await goOn(day, restored.value, target, told, counts));
  const isExcused = told.current === 0 || damage.what !== undefined;
  return isExcused ? undefined : `refused, with nothing damaged: ${restored.refusal.code} ${restored.refusal.detail}`;
}

// ---- the evening -------------------------------------------------------------------------------------------------------------

interface Told {
  /** Acts that the status called current last. */
  readonly current: number;
  readonly receipts: readonly { readonly size: number; readonly bytes: Uint8Array }[];
}

async function playEvening(day: PlayedDay, folder: string, stick: string, random: Seeded, counts: Counts): Promise<Told> {
  const passphrase = present(day.passphrases.get('RO1'), 'passphrase');
  const child = spawn(process.execPath, [EVENING, folder, stick, String(random.below(2 ** 31)), passphrase], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listen(child);
  await said.begun;
  await setTimeout(random.below(LONGEST));
  if (random.chance(0.4)) {
    counts.pulled += 1;
    renameSync(stick, `${stick}-pulled`);
    await setTimeout(random.below(400));
    if (random.chance(0.7)) renameSync(`${stick}-pulled`, stick);
    await setTimeout(random.below(800));
  }
  child.kill('SIGKILL');
  await said.ended;
  if (existsSync(`${stick}-pulled`)) renameSync(`${stick}-pulled`, stick);
  return toldIn(said.text());
}

function listen(child: ChildProcess) {
  let [text, trouble] = ['', ''];
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const begun = new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('begun')) resolve();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      trouble += chunk.toString();
    });
    void ended.then(() => reject(new Error(`the evening ended by itself: ${trouble}`)));
    void setTimeout(PATIENCE, undefined, { ref: false }).then(() => reject(new Error('the evening never began')));
  });
  return { begun, ended, text: () => text };
}

function toldIn(text: string): Told {
  const lines = text.split('\n').slice(0, -1);
  const current = lines.flatMap((line) => /^current (\d+)$/.exec(line)?.[1] ?? []).map(Number);
  const receipts = lines
    .flatMap((line) => /^receipt (\S+)$/.exec(line)?.[1] ?? [])
    .map((base64) => {
      const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
      const { checkpoint } = JSON.parse(Buffer.from(bytes).toString()) as { checkpoint: string };
      return { size: Number(checkpoint.split('\n')[1]), bytes };
    });
  return { current: Math.max(0, ...current), receipts };
}

// ---- what becomes of the stick -----------------------------------------------------------------------------------------------

interface Damage {
  readonly what?: string;
  /** Whether acts may be missing without anything left on the stick that could say so. */
  readonly isSilent?: boolean;
  /** Whether the restore has to say something in any case. */
  readonly isTold?: boolean;
}
type Deed = (places: MediumPlaces, random: Seeded, told: Told) => Damage;

function turn(file: string, random: Seeded): void {
  const bytes = readFileSync(file);
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  writeFileSync(file, bytes);
}

/** The byte after so many lines of a file. */
function endOf(file: string, lines: number): number {
  const bytes = readFileSync(file);
  let end = 0;
  for (let line = 0; line < lines; line += 1) end = bytes.indexOf(0x0a, end) + 1;
  return end;
}

const DAMAGES: readonly Deed[] = [
  () => ({}),
  () => ({}),
  ({ lines }, random) => {
    truncateSync(lines, readFileSync(lines).length - 1 - random.below(200));
    return { what: 'a torn last line' };
  },
  ({ lines }, random) => {
    turn(lines, random);
    return { what: 'a byte of the lines', isTold: true };
  },
  ({ heads }, random) => {
    turn(heads, random);
    return { what: 'a byte of the heads' };
  },
  ({ folder }, random) => {
    const [size] = copiesIn(folder);
    if (size !== undefined) turn(copyFile(folder, size), random);
    return size === undefined ? {} : { what: 'a byte of the copy' };
  },
  ({ folder }) => {
    for (const size of copiesIn(folder)) rmSync(copyFile(folder, size));
    return { what: 'no copy' };
  },
  ({ lines, heads, folder }, random, { current }) => {
    for (const size of copiesIn(folder)) rmSync(copyFile(folder, size));
    const kept = Math.max(1, current - 1 - random.below(20));
    truncateSync(lines, endOf(lines, kept));
    truncateSync(heads, endOf(heads, kept));
    return { what: `an old state of ${kept} acts`, isSilent: true };
  },
];

/** A restore that nobody wants any more, at a random one of its reports; it may be done by then. */
async function breakOff(stick: string, target: string, random: Seeded, counts: Counts): Promise<string | undefined> {
  const stop = new AbortController();
  let reports = random.below(8);
  const onProgress = () => {
    reports -= 1;
    if (reports < 0) stop.abort();
  };
  const { ok: isDone } = await restoreFrom(stick, target, [], onProgress, stop.signal);
  const left = readdirSync(path.dirname(target)).filter((name) => name === path.basename(target) || name.startsWith('.'));
  if (isDone) return undefined;
  counts['broken off'] += 1;
  return left.length === 0 ? undefined : `broken off, a restore left ${left.join(', ')}`;
}

// ---- what has to hold --------------------------------------------------------------------------------------------------------

function linesOf(database: string): readonly string[] {
  const handle = openForReading(database);
  try {
    return [...journalReader(handle).entries()].map(({ bytes }) => Buffer.from(bytes).toString());
  } finally {
    handle.close();
  }
}

function judge(restored: Restored, target: string, truth: readonly string[], told: Told, damage: Damage): string | undefined {
  const lines = linesOf(path.join(target, DATABASE_FILE));
  const { size } = restored.backup;
  const where = `${size} restored, ${told.current} called current, ${truth.length} done, ${damage.what ?? 'nothing damaged'}`;
  const foreign = lines.findIndex((line, at) => line !== truth[at]);
  const isToldOf = restored.faults.length > 0 || restored.later.length > 0;
  if (lines.length !== size || foreign >= 0) return `${where}: entry ${foreign} was never done`;
  if (damage.isTold === true && !isToldOf) return `${where}: the damage was not told`;
  if (size >= told.current || damage.isSilent === true)
    return restored.scans.missing > 0 && size <= told.current ? `${where}: scans missing` : undefined;
  if (damage.what === undefined) return `${where}: acts that were called current are lost`;
  return isToldOf ? undefined : `${where}: the loss was not told`;
}

/** Two officials settle the restore and the work goes on: each receipt for what is not there has to fail, and every other to hold. */
async function goOn(day: PlayedDay, restored: Restored, target: string, told: Told, counts: Counts): Promise<string | undefined> {
  const furthest = Math.max(0, ...told.receipts.map(({ size }) => size));
  if (furthest <= restored.backup.size) return undefined;
  counts.forks += 1;
  const office = must(await openOffice(target, { software: SOFTWARE }));
  try {
    const passphraseOf = (person: string) => present(day.passphrases.get(person), person);
    const proposed = must(await office.proposeRestore('RO1', passphraseOf('RO1'), 'The laptop is gone.'));
    must(await office.unlock('DRO1', passphraseOf('DRO1')));
    must(office.perform([{ kind: 'act-confirmed', body: { act: present(proposed.acts[0], 'act').digest } }]));
    while (office.head().size <= furthest) must(office.perform([{ kind: 'incident-noted', body: { text: 'Gone on.' } }]));
  } finally {
    office.close();
  }
  return judgeReceipts(path.join(target, DATABASE_FILE), restored.backup.size, told);
}

async function judgeReceipts(database: string, backup: number, told: Told): Promise<string | undefined> {
  const handle = openForReading(database);
  try {
    const { journal, definition, sound } = await auditDatabase(handle);
    if (!sound || journal === undefined || definition === undefined) return 'the centre that went on is not sound';
    const brought = told.receipts.map(({ size, bytes }) => ({ name: String(size), bytes }));
    const judged = checkReceipts(checkList(), brought, { journal, state: 'provisional' });
    const wrong = judged.find(({ name, status }) => Number(name) > backup !== (status === 'failed'));
    return wrong === undefined ? undefined : `restored at ${backup}: a receipt for ${wrong.name} acts ${wrong.status}: ${wrong.detail}`;
  } finally {
    handle.close();
  }
}
