/**
 * Verifying files: bundles and folders of bundles as somebody names them, with the keys, receipts and certificates brought along.
 * The command line and the room where bundles are verified both work through here, so that neither can judge otherwise.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { BrokenOff } from '../core/broken-off.ts';
import { utf8 } from '../core/bytes.ts';
import { type OpenedEnvelope, parseEnvelopeFile } from '../core/envelope.ts';
import type { PublicKey } from '../core/keys.ts';
import { looksLikeReceiptLine } from '../core/receipt-line.ts';
import type { VerifySignatures } from '../core/replay.ts';
import { ok, present, type Result, refuse } from '../core/result.ts';
import { type Trust, type Verification, verifyBundle } from '../core/verify.ts';
import type { BroughtReceipt } from '../core/verify-receipts.ts';
import { judgeTogether } from '../core/verify-together.ts';
import { signatureThreads } from '../db/signatures.ts';
import { fileSource } from './bundle/file-source.ts';
import { readPublicKey } from './define/commission-key.ts';
import { readBytes } from './define/files.ts';

export interface Verified {
  readonly bundle: string;
  readonly verification: Verification;
}

/** What to judge by, as files. */
export interface TrustFiles {
  readonly anchor?: string;
  readonly receipts: readonly string[];
  readonly certificates: readonly string[];
  readonly acceptRehearsal: boolean;
}

/** How far the work has come: which bundle, and how many of its signatures are verified. */
export type VerifyProgress = (place: number, signatures: number) => void;

/** Bundles as named; of a folder, all files that end in .bundle.zip, by name. Refuses E-FILE where there is none. */
export function bundlesIn(named: readonly string[]): Result<readonly string[]> {
  const bundles: string[] = [];
  for (const name of named) {
    if (!existsSync(name)) return refuse('E-FILE', 'there is no such file', name);
    if (!statSync(name).isDirectory()) bundles.push(name);
    else bundles.push(...inFolder(name));
  }
  return bundles.length > 0 ? ok(bundles) : refuse('E-FILE', 'no file here ends in .bundle.zip', named.join(', '));
}

function inFolder(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.bundle.zip'));
  return names.sort().map((name) => path.join(folder, name));
}

/** Reads what was brought. Refuses, with the file's name, what cannot be read or is something else. */
export function readTrust({ anchor: anchorFile, receipts: receiptFiles, certificates: files, acceptRehearsal }: TrustFiles): Result<Trust> {
  const anchor: Result<PublicKey | undefined> = anchorFile === undefined ? ok(undefined) : readPublicKey(anchorFile);
  if (!anchor.ok) return anchor;
  const receipts = readBrought(receiptFiles);
  if (!receipts.ok) return receipts;
  const certificates: OpenedEnvelope[] = [];
  for (const file of files) {
    const read = readCertificates(file);
    if (!read.ok) return read;
    certificates.push(...read.value);
  }
  return ok({ ...(anchor.value === undefined ? {} : { anchor: anchor.value }), receipts: receipts.value, certificates, acceptRehearsal });
}

/** Receipts and checkpoints: files, or the line of a receipt itself. */
export function readBrought(named: readonly string[]): Result<readonly BroughtReceipt[]> {
  const brought: BroughtReceipt[] = [];
  for (const name of named) {
    const isLine = looksLikeReceiptLine(name);
    const bytes = isLine ? ok(utf8(name)) : readBytes(name);
    if (!bytes.ok) return bytes;
    brought.push({ name: isLine ? 'the line' : path.basename(name), bytes: bytes.value });
  }
  return ok(brought);
}

/** A file of certificates, one a line. */
function readCertificates(file: string): Result<readonly OpenedEnvelope[]> {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const envelopes: OpenedEnvelope[] = [];
  for (const line of Buffer.from(bytes.value).toString('utf8').split('\n').filter(Boolean)) {
    const envelope = parseEnvelopeFile(Buffer.from(line));
    if (!envelope.ok) return { ok: false, refusal: { ...envelope.refusal, place: file } };
    envelopes.push(envelope.value);
  }
  return ok(envelopes);
}

/** Verifies bundles one after the other; those of one election are also judged side by side. */
export async function verifyFiles(
  bundles: readonly string[],
  trust: Trust,
  onProgress: VerifyProgress = () => undefined,
): Promise<readonly Verified[]> {
  const threads = signatureThreads();
  const verifications: Verification[] = [];
  try {
    for (const [at, bundle] of bundles.entries()) {
      let done = 0;
      onProgress(at + 1, 0);
      const verify: VerifySignatures = async (jobs) => {
        const verified = await threads.verify(jobs);
        done += jobs.length;
        onProgress(at + 1, done);
        return verified;
      };
      verifications.push(await verifyFile(bundle, trust, verify));
    }
  } finally {
    await threads.close();
  }
  const judged = judgeTogether(verifications);
  return bundles.map((bundle, at) => ({ bundle, verification: present(judged[at], 'a verification') }));
}

async function verifyFile(file: string, trust: Trust, verify: VerifySignatures): Promise<Verification> {
  try {
    const source = fileSource(file);
    try {
      return await verifyBundle(source, trust, verify);
    } finally {
      source.close();
    }
  } catch (error) {
    if (error instanceof BrokenOff) throw error;
    const detail = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { verdict: 'failed', checks: [{ name: 'container', status: 'failed', detail }] };
  }
}
