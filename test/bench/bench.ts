/**
 * `npm run bench`: the budgets of the design as ratios, each against the bare cost measured in the same run, the median of several
 * runs, as a table or with --json. Ratios, because machines differ; never a test, because machines are noisy.
 *
 * 1. append one act (decide, sign, journal, tables, flush) late in the largest night: at most 1.3 times early in the night, and at
 *    most 3 times a bare insert of the same bytes with synchronous=FULL;
 * 2. open with the full check: at most 1.0 times the bare single-threaded cost of verifying the same signatures, under 400 MB;
 * 3. verify one bundle: at most 1.3 times the same bare cost.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { provideNative } from '../../db/native.ts';
import { bareInserts } from './bare.ts';
import { type FilledCentre, fillCentre, LARGEST, MEDIAN, type Size } from './centres.ts';
import type { Measured } from './measure.ts';

const RUNS = 3;

interface Line {
  readonly budget: string;
  readonly measured: number;
  readonly allowed: number;
  readonly detail: string;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function appendLines(centre: FilledCentre): readonly Line[] {
  const [early, late] = [median(centre.early), median(centre.late)];
  const bare = median(bareInserts(centre.folder, centre.acts, centre.late.length));
  const micro = (milliseconds: number) => `${(milliseconds * 1000).toFixed(0)} µs`;
  return [
    {
      budget: `append at ${centre.acts} acts : at 100 acts`,
      measured: late / early,
      allowed: 1.3,
      detail: `${micro(late)} : ${micro(early)}`,
    },
    { budget: `append at ${centre.acts} acts : bare insert`, measured: late / bare, allowed: 3, detail: `${micro(late)} : ${micro(bare)}` },
  ];
}

/** Each measurement in a process of its own, so that its peak memory is its own. */
function measure(what: 'open' | 'verify', centre: FilledCentre): readonly Measured[] {
  return Array.from({ length: RUNS }, () => {
    const child = spawnSync(process.execPath, [path.join(import.meta.dirname, 'measure.ts'), what, centre.folder], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (child.status !== 0) throw new Error(child.stderr);
    return JSON.parse(child.stdout) as Measured;
  });
}

function ratioLine(budget: string, runs: readonly Measured[], allowed: number): Line {
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
  const detail = `${seconds(median(runs.map(({ whole }) => whole)))} : ${seconds(median(runs.map(({ bare }) => bare)))}, ${runs[0]?.signatures} signatures`;
  return { budget, measured: median(runs.map(({ whole, bare }) => whole / bare)), allowed, detail };
}

function memoryLine(budget: string, runs: readonly Measured[]): Line {
  return { budget, measured: Math.max(...runs.map(({ megabytes }) => megabytes)), allowed: 400, detail: `largest of ${RUNS} runs` };
}

async function run(folder: string, json: boolean): Promise<void> {
  provideNative();
  const fill = (name: string, size: Size) => {
    say(`filling a centre with ${size.acts} acts`);
    return fillCentre(path.join(folder, name), size, () => {});
  };
  const median_ = await fill('median', MEDIAN);
  const largest = await fill('largest', LARGEST);
  const lines = [...appendLines(largest)];
  for (const centre of [median_, largest]) {
    say(`opening ${centre.acts} acts, ${RUNS} times`);
    const runs = measure('open', centre);
    lines.push(
      ratioLine(`open with full check, ${centre.acts} acts : bare verification`, runs, 1),
      memoryLine(`  peak memory in MB`, runs),
    );
  }
  say('verifying a bundle');
  lines.push(ratioLine('verify one bundle : bare verification', measure('verify', median_), 1.3));
  if (json) process.stdout.write(`${JSON.stringify(lines)}\n`);
  else
    for (const { budget, measured, allowed, detail } of lines)
      process.stdout.write(
        `${budget.padEnd(58)} ${measured.toFixed(2).padStart(8)}  allowed ${allowed}  ${measured <= allowed ? 'within' : 'OVER  '}  (${detail})\n`,
      );
}

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-bench-'));
try {
  await run(folder, process.argv.includes('--json'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
