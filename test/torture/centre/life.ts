/**
 * One life of a tormented centre, seen from outside: it is started as a process of its own, listened to, and killed when its tormentor
 * says so, without warning (SIGKILL). What it promised is kept for the next life to be held to.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Life } from './live.ts';
import { type Told, toldIn } from './told.ts';

const PROGRAM = path.join(import.meta.dirname, 'live.ts');
/** Milliseconds after which a life that nobody ended has hung. */
const PATIENCE = 120_000;

/** Where the program is kept compiled, so that a life begins sooner: what is killed is the office and not the compiler. */
const compiled = mkdtempSync(path.join(tmpdir(), 'countersign-compiled-'));
process.once('exit', () => rmSync(compiled, { recursive: true, force: true }));

export interface Lived {
  readonly told: readonly Told[];
  /** The deed it was in the middle of. */
  readonly during: string | undefined;
  readonly wasKilled: boolean;
  readonly faults: readonly string[];
}

export interface Watch {
  /** Hears everything told, as it is told, and may kill. */
  readonly hear?: (told: Told, kill: () => void) => void;
  /** Milliseconds after the start at which to kill, whatever is told. */
  readonly killAfter?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** A file to tell to, in the place of a pipe. */
  readonly tellTo?: string;
}

const PROMISES: ReadonlySet<Told['is']> = new Set(['act', 'file', 'key', 'draft']);

/** Lives one life to its end. */
export async function lifeOf(life: Omit<Life, 'tellTo'>, { hear, killAfter, environment, tellTo }: Watch): Promise<Lived> {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify({ ...life, tellTo: tellTo ?? 3 })], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...environment },
  });
  let wasKilled = false;
  const kill = () => {
    wasKilled = true;
    child.kill('SIGKILL');
  };
  const hung = setTimeout(kill, PATIENCE);
  const due = killAfter === undefined ? undefined : setTimeout(kill, killAfter);
  const pieces: Buffer[] = [];
  let heard = 0;
  child.stdio[3]?.on('data', (piece: Buffer) => {
    pieces.push(piece);
    if (hear === undefined) return;
    const told = toldIn(Buffer.concat(pieces).toString());
    for (const one of told.slice(heard)) hear(one, kill);
    heard = told.length;
  });
  const cries = textOf(child.stderr);
  const started = performance.now();
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(hung);
  clearTimeout(due);
  const told = toldIn(tellTo === undefined ? Buffer.concat(pieces).toString() : readFileSync(tellTo, 'utf8'));
  const hanging = performance.now() - started >= PATIENCE ? ['the centre hung'] : [];
  const fell = !wasKilled && code !== 0 ? [`the program ended with ${code}: ${(await cries).slice(-2000)}`] : [];
  return { told, during: duringOf(told), wasKilled, faults: [...hanging, ...fell, ...faultsIn(told)] };
}

async function textOf(stream: Readable | null): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream ?? []) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

function duringOf(told: readonly Told[]): string | undefined {
  const last = told.findLast(({ is }) => is === 'begin' || is === 'end' || is === 'opened');
  if (last === undefined) return 'the program started';
  return last.is === 'begin' ? last.deed : 'between two deeds';
}

function faultsIn(told: readonly Told[]): readonly string[] {
  return told.flatMap((one) => (one.is === 'opened' ? one.faults : one.is === 'fault' ? [one.text] : []));
}

/** Keeps what was promised for the next life. */
export function keepPromises(file: string, told: readonly Told[]): void {
  const kept = told.filter(({ is }) => PROMISES.has(is));
  appendFileSync(file, kept.map((one) => `${JSON.stringify(one)}\n`).join(''));
}
