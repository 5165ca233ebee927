/**
 * The machine as the preflight sees it. Everything that differs from one machine to the next is asked through these few functions, so
 * that a test can put any machine in their place.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, statfsSync, statSync, writeSync } from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';

export interface Machine {
  readonly platform: string;
  /** What one of the system's own programs prints; undefined where it is missing, fails or does not answer in time. */
  ask(program: string, parameters: readonly string[]): string | undefined;
  now(): Date;
  readonly timeZone: string;
  /** Minutes ahead of Greenwich. */
  readonly offset: number;
  /** In bytes. */
  readonly memory: number;
  readonly versions: Readonly<Record<string, string | undefined>>;
  /** The sizes of the displays that are on, as the kernel knows them; undefined where it does not tell. */
  displays(): readonly string[] | undefined;
  /** The disk a folder lies on. */
  disk(folder: string): Disk;
  /** Milliseconds until a block is on the disk of an empty folder: the middle one of some trials, and the longest. */
  timesToDisk(folder: string): { readonly middle: number; readonly longest: number };
}

export interface Disk {
  /** In bytes. */
  readonly free: number;
  readonly device: number;
  /** How it is reached, where it is not in this machine. */
  readonly network: string | undefined;
}

const PATIENCE = 10_000;
const DISPLAYS = '/sys/class/drm';
/** The kinds of disk that are reached over a network (statfs(2)). */
const NETWORK: Readonly<Record<number, string>> = { 26985: 'NFS', 20859: 'SMB', 4283649346: 'CIFS', 4266872130: 'SMB 2' };
const TRIALS = 20;
const BLOCK = Buffer.alloc(4096, 7);

export function thisMachine(): Machine {
  const now = new Date();
  return {
    platform: process.platform,
    ask,
    now: () => now,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    offset: -now.getTimezoneOffset(),
    memory: totalmem(),
    versions: process.versions,
    displays,
    disk,
    timesToDisk,
  };
}

function ask(program: string, parameters: readonly string[]): string | undefined {
  const answer = spawnSync(program, parameters, {
    encoding: 'utf8',
    timeout: PATIENCE,
    windowsHide: true,
    env: { ...process.env, LC_ALL: 'C' },
  });
  return answer.status === 0 ? answer.stdout : undefined;
}

function disk(folder: string): Disk {
  const { bavail, bsize, type } = statfsSync(folder);
  return { free: bavail * bsize, device: statSync(folder).dev, network: NETWORK[type] };
}

function timesToDisk(folder: string): { readonly middle: number; readonly longest: number } {
  const descriptor = openSync(path.join(folder, 'trial'), 'w');
  try {
    const times = Array.from({ length: TRIALS }, () => timeOfOne(descriptor)).sort((left, right) => left - right);
    return { middle: times[TRIALS / 2] ?? 0, longest: times.at(-1) ?? 0 };
  } finally {
    closeSync(descriptor);
  }
}

function timeOfOne(descriptor: number): number {
  const start = performance.now();
  writeSync(descriptor, BLOCK);
  fsyncSync(descriptor);
  return Math.round((performance.now() - start) * 10) / 10;
}

/** The first line of a connector's modes is the one the display prefers. */
function displays(): readonly string[] | undefined {
  try {
    const connectors = readdirSync(DISPLAYS).map((name) => path.join(DISPLAYS, name));
    const modes = connectors.map((folder) => linesOf(path.join(folder, 'modes'))[0]).filter((mode) => mode !== undefined && mode !== '');
    return modes.length === 0 ? undefined : modes.map(String);
  } catch {
    return undefined;
  }
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
