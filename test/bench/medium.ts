/**
 * `node test/bench/medium.ts`: a whole median night with a second medium from the first act on, beside the same night without one, wave
 * by wave in turn, so that whatever else the machine does falls on both. The medium is a folder of this disk: a stick is slower, and
 * falls further behind. Acts come as fast as the machine can make them, thousands of times faster than people.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { must } from '../../core/result.ts';
import { provideNative } from '../../db/native.ts';
import { DATABASE_FILE, type Office, openOffice } from '../../main/office/office.ts';
import { restoreFrom } from '../../main/second-medium/threads.ts';
import { SOFTWARE } from '../../main/software.ts';
import { beginNight, MEDIAN, type Size } from './centres.ts';
import type { Measured } from './measure.ts';

/** Milliseconds: a medium that has not caught up by then never will. */
const PATIENCE = 120_000;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function say(what: string, value: number, detail: string): void {
  process.stdout.write(`${what.padEnd(52)} ${value.toFixed(2).padStart(9)}  ${detail}\n`);
}

const milli = (milliseconds: number) => `${milliseconds.toFixed(2)} ms`;
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;

async function timed<T>(action: () => Promise<T>): Promise<{ readonly took: number; readonly answer: T }> {
  const began = performance.now();
  const answer = await action();
  return { took: performance.now() - began, answer };
}

async function untilCurrent(office: Office): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (office.secondMedium().state !== 'current') {
    if (performance.now() > end) throw new Error(`the medium does not catch up: ${JSON.stringify(office.secondMedium())}`);
    await setTimeout(5);
  }
}

/** The most that the medium ever lacks while `action` goes on, as the screen would say it. */
async function furthestBehind(office: Office, action: () => Promise<void>): Promise<number> {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, office.secondMedium().behind);
  }, 5);
  await action();
  clearInterval(timer);
  return Math.max(most, office.secondMedium().behind);
}

async function playNight(folder: string, stick: string, size: Size): Promise<void> {
  const beside = await beginNight(path.join(folder, 'beside'), size, async (office) => void must(await office.setSecondMedium(stick)));
  const alone = await beginNight(path.join(folder, 'alone'), size);
  const waves: { readonly withMedium: number; readonly without: number; readonly behind: number; readonly catchingUp: number }[] = [];
  for (let wave = 0; wave < beside.waves && beside.office.head().size < size.acts; wave++) {
    const [withMedium, without]: [number[], number[]] = [[], []];
    const behind = await furthestBehind(beside.office, () => beside.playWave(wave, withMedium));
    const { took } = await timed(() => untilCurrent(beside.office));
    await alone.playWave(wave, without);
    waves.push({ withMedium: median(withMedium), without: median(without), behind, catchingUp: took });
  }
  const acts = beside.office.head().size;
  const [one, other] = [median(waves.map(({ withMedium }) => withMedium)), median(waves.map(({ without }) => without))];
  say(
    `act with medium : without, ${acts} acts`,
    median(waves.map((wave) => wave.withMedium / wave.without)),
    `${milli(one)} : ${milli(other)}`,
  );
  const furthest = Math.max(...waves.map(({ behind }) => behind));
  const longest = Math.max(...waves.map(({ catchingUp }) => catchingUp));
  say('acts that the medium was behind, at most', furthest, `caught up within ${seconds(longest)} of each wave’s end`);
  const copy = await timed(async () => must(await beside.office.copyNow()));
  const bytes = statSync(path.join(folder, 'beside', DATABASE_FILE)).size;
  say('full copy, verified, in seconds', copy.took / 1000, `${copy.answer.size} acts, ${(bytes / 2 ** 20).toFixed(0)} MB`);
  say('peak memory of the night in MB', process.resourceUsage().maxRSS / 1024, 'two offices, the medium’s threads and the copy');
  beside.office.close();
  alone.office.close();
}

/** Each in a process of its own, for its own memory. */
function inProcess<T>(...args: readonly string[]): T {
  const child = spawnSync(process.execPath, [import.meta.filename, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as T;
}

interface Took {
  readonly took: number;
  readonly megabytes: number;
}

async function open(folder: string): Promise<Took> {
  const { took, answer } = await timed(async () => {
    const office = must(await openOffice(folder, { software: SOFTWARE }));
    if (office.secondMedium().place !== undefined) await untilCurrent(office);
    return office;
  });
  if (answer.isReadOnly) throw new Error(answer.whyReadOnly);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  answer.close();
  return { took, megabytes };
}

async function restore(stick: string, target: string): Promise<Took> {
  const { took, answer } = await timed(async () => must(await restoreFrom(stick, target, [], () => {})));
  if (answer.lost > 0 || answer.faults.length > 0) throw new Error(JSON.stringify(answer));
  return { took, megabytes: process.resourceUsage().maxRSS / 1024 };
}

function bareOf(folder: string): number {
  const child = spawnSync(process.execPath, [path.join(import.meta.dirname, 'measure.ts'), 'open', folder], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return (JSON.parse(child.stdout) as Measured).bare;
}

async function run(folder: string): Promise<void> {
  const stick = path.join(folder, 'stick');
  mkdirSync(stick);
  await playNight(folder, stick, MEDIAN);
  const [beside, alone] = [path.join(folder, 'beside'), path.join(folder, 'alone')];
  const [opened, without] = [inProcess<Took>('open', beside), inProcess<Took>('open', alone)];
  const bare = bareOf(alone);
  const of = ({ took, megabytes }: Took) => `${seconds(took)}, ${megabytes.toFixed(0)} MB`;
  say('open, medium compared : open without one', opened.took / without.took, `${of(opened)} : ${of(without)}`);
  say('open, medium compared : bare verification', opened.took / bare, `${seconds(opened.took)} : ${seconds(bare)}`);
  const restored = inProcess<Took>('restore', stick, path.join(folder, 'restored'));
  say('restore : open without a medium', restored.took / without.took, of(restored));
}

provideNative();
const [job, ...args] = process.argv.slice(2);
if (job === 'open') process.stdout.write(JSON.stringify(await open(args[0] ?? '')));
else if (job === 'restore') process.stdout.write(JSON.stringify(await restore(args[0] ?? '', args[1] ?? '')));
else {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-medium-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
