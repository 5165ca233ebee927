/**
 * The machine as the preflight sees it. Everything that differs from one machine to the next is asked through these few functions, so
 * that a test can put any machine in their place.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
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
}

const PATIENCE = 10_000;
const DISPLAYS = '/sys/class/drm';

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
