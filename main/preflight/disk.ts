/**
 * Can this disk keep what is acknowledged, fast enough and for the whole night? Every act is forced to the disk before the window is
 * answered, so what is measured here is what a clerk waits for.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { openForWriting } from '../../db/database.ts';
import { type Finding, found, inGibibytes, notChecked, type Question } from './finding.ts';
import type { Machine } from './machine.ts';

const GIBIBYTE = 2 ** 30;
/** 900 forms with scans of 2 MB, kept twice, and as much again for copies. */
const SPACE = 5 * GIBIBYTE;
/** Milliseconds. Slower than this, entering becomes a wait. */
const SLOWEST = 100;

/** Nothing is left behind: what did not exist is not made, and the trial happens in a folder of its own. */
export function lookAtDataFolder(folder: string, machine: Machine): readonly Finding[] {
  const place = nearestThatExists(folder);
  const where = place === folder ? folder : `${folder} (to be made in ${place})`;
  return inTrialFolder(place, {
    works: (trial) => [
      lookAtPlace(where, place, machine),
      lookAtSpace('space', place, machine),
      lookAtSpeed(trial, machine),
      lookAtDatabase(trial),
    ],
    fails: (why) => [found('data-folder', false, `${where}: ${why}`), ...skip(['space', 'fsync', 'database'], 'the folder cannot be used')],
  });
}

/** A write-ahead log needs a disk of this machine. */
function lookAtPlace(where: string, place: string, { disk }: Machine): Finding {
  const { network } = disk(place);
  return found('data-folder', network === undefined, network === undefined ? where : `${where}, reached over a network (${network})`);
}

export function lookAtSpace(name: Question, folder: string, { disk }: Machine): Finding {
  const { free } = disk(folder);
  return found(name, free >= SPACE, `${inGibibytes(free)} free, ${inGibibytes(SPACE)} wanted`, { free });
}

function lookAtSpeed(folder: string, { timesToDisk }: Machine): Finding {
  const { middle, longest } = timesToDisk(folder);
  const detail = `${middle} ms to the disk, ${longest} ms at worst, at most ${SLOWEST} ms wanted`;
  return found('fsync', middle <= SLOWEST, detail, { middle, longest });
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

/** The folder itself, or the one above it in which it would be made. */
export function nearestThatExists(folder: string): string {
  const above = path.dirname(folder);
  return existsSync(folder) || above === folder ? folder : nearestThatExists(above);
}

function skip(names: readonly Question[], why: string): readonly Finding[] {
  return names.map((name) => notChecked(name, why));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
