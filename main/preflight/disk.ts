/**
 * Can this disk keep what is acknowledged, fast enough and for the whole night? Every act is forced to the disk before the window is
 * answered, so what is measured here is what a clerk waits for.
 */
import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { openForWriting } from '../../db/database.ts';
import { type Finding, found, inGibibytes, notChecked, type Question } from './finding.ts';

const GIBIBYTE = 2 ** 30;
/** 900 forms with scans of 2 MB, kept twice, and as much again for copies. */
const SPACE = 5 * GIBIBYTE;
/** Milliseconds. Slower than this, entering becomes a wait. */
const SLOWEST = 100;
const TRIALS = 20;
const BLOCK = Buffer.alloc(4096, 7);
/** A write-ahead log needs a disk of this machine: these are the kinds that are reached over a network (statfs(2)). */
const NETWORK: Readonly<Record<number, string>> = { 26985: 'NFS', 20859: 'SMB', 4283649346: 'CIFS', 4266872130: 'SMB 2' };

/** Nothing is left behind: what did not exist is not made, and the trial happens in a folder of its own. */
export function lookAtDataFolder(folder: string): readonly Finding[] {
  const place = nearestThatExists(folder);
  const where = place === folder ? folder : `${folder} (to be made in ${place})`;
  return inTrialFolder(place, {
    works: (trial) => {
      const { type } = statfsSync(place);
      const network = NETWORK[type];
      const reached = network === undefined ? '' : `, reached over a network (${network})`;
      return [
        found('data-folder', network === undefined, `${where}${reached}`),
        lookAtSpace('space', place),
        lookAtSpeed(trial),
        lookAtDatabase(trial),
      ];
    },
    fails: (why) => [found('data-folder', false, `${where}: ${why}`), ...skip(['space', 'fsync', 'database'], 'the folder cannot be used')],
  });
}

export function lookAtSpace(name: Question, folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return found(name, free >= SPACE, `${inGibibytes(free)} free, ${inGibibytes(SPACE)} wanted`, { free });
}

function lookAtSpeed(folder: string): Finding {
  const { middle, longest } = timesToDisk(folder);
  const detail = `${middle} ms to the disk, ${longest} ms at worst, at most ${SLOWEST} ms wanted`;
  return found('fsync', middle <= SLOWEST, detail, { middle, longest });
}

/** Milliseconds until a block is on the disk: the middle one of some trials, and the longest. */
export function timesToDisk(folder: string): { readonly middle: number; readonly longest: number } {
  const descriptor = openSync(path.join(folder, 'trial'), 'w');
  try {
    const times = Array.from({ length: TRIALS }, () => {
      const start = performance.now();
      writeSync(descriptor, BLOCK);
      fsyncSync(descriptor);
      return Math.round((performance.now() - start) * 10) / 10;
    }).sort((left, right) => left - right);
    return { middle: times[TRIALS / 2] ?? 0, longest: times.at(-1) ?? 0 };
  } finally {
    closeSync(descriptor);
  }
}

/** As every start does it: each setting is read back, and one that does not hold is refused. */
function lookAtDatabase(folder: string): Finding {
  try {
    const opened = openForWriting(path.join(folder, 'trial.db'));
    if (!opened.ok) return found('database', false, opened.refusal.detail ?? opened.refusal.code);
    opened.value.close();
    return found('database', true, 'opens with full synchronisation, every setting holds');
  } catch (error) {
    return found('database', false, wordsOf(error));
  }
}

interface Ways {
  works(trial: string): readonly Finding[];
  fails(why: string): readonly Finding[];
}

export function inTrialFolder(place: string, { works, fails }: Ways): readonly Finding[] {
  let trial: string | undefined;
  try {
    if (!statSync(place).isDirectory()) return fails('is no folder');
    trial = mkdtempSync(path.join(place, '.countersign-trial-'));
    return works(trial);
  } catch (error) {
    return fails(wordsOf(error));
  } finally {
    if (trial !== undefined) rmSync(trial, { recursive: true, force: true });
  }
}

function skip(names: readonly Question[], why: string): readonly Finding[] {
  return names.map((name) => notChecked(name, why));
}

/** The folder itself, or the one above it in which it would be made. */
export function nearestThatExists(folder: string): string {
  const above = path.dirname(folder);
  return existsSync(folder) || above === folder ? folder : nearestThatExists(above);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
