/**
 * A bundle written to a folder or memory stick so that it can be relied on: under a temporary name, forced to the medium, read back
 * from there, compared by SHA-256 and verified as any stranger would; only then does it take its name. Whatever fails, nothing
 * half-written stands under that name, and a file that is there already is never replaced by another.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { BrokenOff } from '../../core/broken-off.ts';
import type { Edition } from '../../core/bundle.ts';
import { encodeContainer } from '../../core/container.ts';
import type { ExportAnswer, ExportProgress } from '../../core/contract/declare.ts';
import { ok, type Result } from '../../core/result.ts';
import type { SummaryContent } from '../../core/summary.ts';
import { verifyBundle } from '../../core/verify.ts';
import { signatureThreads } from '../../db/signatures.ts';
import { bundleOf, type ExportedBundle, type ExportOrder, type ExportSource } from '../bundle/export.ts';
import { fileSource } from '../bundle/file-source.ts';
import { renderingsFor } from '../papers/renderings.ts';
import { troubleWith } from './trouble.ts';

/** The windows are answered in between: bytes after which a long work lets them speak. */
const PORTION = 4 * 2 ** 20;

type Written = Extract<ExportAnswer, { is: 'written' }>;
export type Exported = Extract<ExportAnswer, { is: 'failed' }> | Omit<Written, 'unnoted'>;
export type OnProgress = (progress: ExportProgress) => void;

/** `117-34B-president-v1-official.bundle.zip`; before the declaration PROVISIONAL, and up to which act of the journal. */
export function bundleName(
  { constituency, contest, version }: SummaryContent,
  edition: Edition,
  provisionalAt: number | undefined,
): string {
  const stamp = provisionalAt === undefined ? '' : `-PROVISIONAL-${provisionalAt}`;
  return `${constituency.code}-${contest.formB}-${contest.id}-v${version}${stamp}-${edition}.bundle.zip`;
}

/** Refuses as `bundleOf` does; what the medium does is told in the answer. */
export async function exportToFolder(
  source: ExportSource,
  order: ExportOrder,
  folder: string,
  onProgress: OnProgress,
): Promise<Result<Exported>> {
  const size = source.store.size();
  onProgress({ step: 'gathering', done: 0, total: size });
  await setImmediate();
  const renderings = await renderingsFor(source, order);
  if (!renderings.ok) return renderings;
  const bundle = bundleOf(source, { ...order, renderings: renderings.value });
  if (!bundle.ok) return bundle;
  const isProvisional = bundle.value.state !== 'declared';
  const name = bundleName(bundle.value.content, order.edition, isProvisional ? size : undefined);
  return ok(await write(bundle.value, path.join(folder, name), name, onProgress));
}

async function write(bundle: ExportedBundle, file: string, name: string, onProgress: OnProgress): Promise<Exported> {
  const temporary = `${file}.part`;
  try {
    const written = await writePieces(temporary, bundle, onProgress);
    const read = await hashFile(temporary, written.size, onProgress);
    if (read.digest !== written.digest || read.size !== written.size) return { is: 'failed', trouble: 'read-differs', name };
    onProgress({ step: 'verifying', done: 0, total: 1 });
    const { verdict, checks } = await verifyFile(temporary, bundle.content.election.kind === 'rehearsal');
    if (verdict === 'failed') return { is: 'failed', trouble: 'check-failed', name, checks };
    const isSame = await takeName(temporary, file, written);
    if (isSame === undefined) return { is: 'failed', trouble: 'taken', name };
    const { version } = bundle.content;
    return { is: 'written', name, version, ...written, verdict, checks, isProvisional: bundle.state !== 'declared', isSame };
  } catch (error) {
    if (error instanceof BrokenOff) throw error;
    return { is: 'failed', name, ...troubleWith(error) };
  } finally {
    discard(temporary);
  }
}

interface Hashed {
  readonly size: number;
  readonly digest: string;
}

async function writePieces(file: string, { members }: ExportedBundle, onProgress: OnProgress): Promise<Hashed> {
  const hash = createHash('sha256');
  const handle = openSync(file, 'w');
  let size = 0;
  let told = 0;
  try {
    for (const piece of encodeContainer(members)) {
      hash.update(piece);
      writeWhole(handle, piece);
      size += piece.length;
      if (size - told < PORTION) continue;
      told = size;
      // How large it will be is known when the last scan has been read.
      onProgress({ step: 'writing', done: size, total: size });
      await setImmediate();
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return { size, digest: hash.digest('hex') };
}

/** A medium that is nearly full takes a part of what it is given and says how much. */
function writeWhole(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}

async function hashFile(file: string, total: number, onProgress: OnProgress): Promise<Hashed> {
  const hash = createHash('sha256');
  const handle = openSync(file, 'r');
  const portion = new Uint8Array(PORTION);
  let size = 0;
  try {
    for (let count = readSync(handle, portion); count > 0; count = readSync(handle, portion)) {
      hash.update(portion.subarray(0, count));
      size += count;
      onProgress({ step: 'reading-back', done: size, total });
      await setImmediate();
    }
  } finally {
    closeSync(handle);
  }
  return { size, digest: hash.digest('hex') };
}

/** As any stranger would, who brings nothing but the file. */
async function verifyFile(file: string, acceptRehearsal: boolean) {
  const threads = signatureThreads();
  const source = fileSource(file);
  try {
    return await verifyBundle(source, { receipts: [], certificates: [], acceptRehearsal }, threads.verify);
  } finally {
    source.close();
    await threads.close();
  }
}

/** Whether the file was there already with the same bytes; undefined where it is there with others, and is left. */
async function takeName(temporary: string, file: string, written: Hashed): Promise<boolean | undefined> {
  if (existsSync(file)) {
    const there = await hashFile(file, written.size, () => undefined);
    return there.digest === written.digest ? true : undefined;
  }
  renameSync(temporary, file);
  syncFolder(path.dirname(file));
  return false;
}

/** What file systems answer that keep the names in a folder by themselves. */
const WITHOUT_FOLDER_SYNC: ReadonlySet<unknown> = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EISDIR', 'EPERM']);

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && WITHOUT_FOLDER_SYNC.has(error.code))) throw error;
  } finally {
    closeSync(handle);
  }
}

/** A medium that was pulled out has taken its half-written file with it; under the final name nothing ever stood. */
function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // Nothing more can be done on that medium.
  }
}
