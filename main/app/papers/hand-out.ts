/**
 * A paper on its way out: a place is chosen first, then it is made, in a thread of its own, then written whole or not at all; or it
 * goes into a file that only this account can read, and the desktop's own program for such files opens and prints it. A paper never
 * takes the place of what a centre keeps.
 */
import path from 'node:path';
import type { PaperAnswer, PaperTrouble, PaperWay } from '../../../core/contract/papers.ts';
import { ok, type Result } from '../../../core/result.ts';
import { writeDurably } from '../../../db/durable.ts';
import { troubleWith } from '../../export/trouble.ts';
import { inThread } from '../../threads/in-thread.ts';
import { ownThread } from '../../threads/own-thread.ts';
import type { Host } from '../host.ts';
import type { PaperOrder, PaperReport } from './paper-worker.ts';

export interface HandedOut {
  readonly order: PaperOrder;
  /** The name that is proposed for the file. */
  readonly name: string;
  readonly way: PaperWay;
  /** 0o600 for a paper with a secret on it. */
  readonly mode?: number;
}

type Made = { readonly is: 'made'; readonly bytes: Uint8Array } | Extract<PaperAnswer, { is: 'failed' }>;

/** Refuses as the paper's sources do; what the disk does is told in the answer. */
export async function handOut(host: Host, { order, name, way, mode }: HandedOut): Promise<Result<PaperAnswer>> {
  const file = way === 'save' ? await host.surroundings.chooseNewFile('paper', name) : undefined;
  if (way === 'save' && file === undefined) return ok({ is: 'cancelled' });
  if (file !== undefined && isKept(host, file)) return failed('kept');
  const made = await make(order);
  if (!made.ok) return made;
  if (made.value.is === 'failed') return ok(made.value);
  const { bytes } = made.value;
  return file === undefined ? print(host, name, bytes) : save(file, bytes, mode);
}

async function make(order: PaperOrder): Promise<Result<Made>> {
  const ended = await inThread<PaperReport>(ownThread(import.meta.url, 'paper-worker'), order);
  if (ended.is === 'broken-off') return failed('broken-off', ended.detail);
  return ended.last.is === 'refused' ? { ok: false, refusal: ended.last.refusal } : ok(ended.last);
}

function save(file: string, bytes: Uint8Array, mode: number | undefined): Result<PaperAnswer> {
  return attempt(() => {
    writeDurably(file, bytes, mode);
    return { is: 'saved', name: path.basename(file) };
  });
}

async function print({ surroundings: { openPaper } }: Host, name: string, bytes: Uint8Array): Promise<Result<PaperAnswer>> {
  if (openPaper === undefined) return failed('no-program');
  try {
    const fault = await openPaper(name, bytes);
    return fault === undefined ? ok({ is: 'opened', name }) : failed('no-program', fault);
  } catch (error) {
    return attempt(() => {
      throw error;
    });
  }
}

const TROUBLES: readonly string[] = ['full', 'gone', 'not-writable'] satisfies readonly PaperTrouble[];

function attempt(write: () => PaperAnswer): Result<PaperAnswer> {
  try {
    return ok(write());
  } catch (error) {
    const { trouble, detail } = troubleWith(error);
    return failed(TROUBLES.includes(trouble) ? (trouble as PaperTrouble) : 'other', detail);
  }
}

function failed(trouble: PaperTrouble, detail = ''): Result<Extract<PaperAnswer, { is: 'failed' }>> {
  return ok({ is: 'failed', trouble, ...(detail === '' ? {} : { detail }) });
}

/** In the folder of the centre that is open lie its journal, its keys and its scans. */
function isKept(host: Host, file: string): boolean {
  const office = host.office();
  return office.ok && !path.relative(office.value.folder, file).startsWith('..');
}
