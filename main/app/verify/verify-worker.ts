/**
 * The thread that verifies bundles: a large one takes seconds, and nobody who types a form is to wait for them. It hands back plain
 * accounts; files are named without their folders.
 */
import path from 'node:path';
import type { Refusal } from '../../../core/result.ts';
import { type VerifiedBundle, verifiedBundle } from '../../../core/views/verify.ts';
import { workInThread } from '../../threads/thread.ts';
import { readTrust, type TrustFiles, verifyFiles } from '../../verify-file.ts';

export interface VerifyOrder {
  readonly bundles: readonly string[];
  readonly trust: TrustFiles;
}
export type VerifyReport =
  | { readonly is: 'progress'; readonly place: number; readonly signatures: number }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'done'; readonly bundles: readonly VerifiedBundle[] };

async function verify({ bundles, trust: files }: VerifyOrder, tell: (report: VerifyReport) => void): Promise<VerifyReport> {
  const trust = readTrust(files);
  if (!trust.ok) return { is: 'refused', refusal: trust.refusal };
  const verified = await verifyFiles(bundles, trust.value, (place, signatures) => tell({ is: 'progress', place, signatures }));
  return { is: 'done', bundles: verified.map(({ bundle, verification }) => verifiedBundle(path.basename(bundle), verification)) };
}

await workInThread(verify);
