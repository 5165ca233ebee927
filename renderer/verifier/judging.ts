/**
 * The verification itself, bundle after bundle, then all of them side by side: the same core code as in the app and on the command
 * line, fed with slices of the chosen files. Bundles of one election are judged together, because none may contradict another.
 */

import { utf8 } from '../../core/bytes.ts';
import { openContainer, type Source, type StoredMember } from '../../core/container.ts';
import { type OpenedEnvelope, parseEnvelopeFile } from '../../core/envelope.ts';
import { parsePublicKey } from '../../core/keys.ts';
import type { SignatureJob } from '../../core/replay.ts';
import { type Trust, type Verification, verifyBundle } from '../../core/verify.ts';
import { judgeTogether } from '../../core/verify-together.ts';
import { blobSource } from './blob-source.ts';
import { type Judged, judgedOf } from './judged.ts';
import type { Sliced, VerifyOrder, VerifyProgress } from './order.ts';
import type { VerifyOne } from './signature-engine.ts';

type OnProgress = (progress: VerifyProgress) => void;

/** So many signatures go to the browser at once; their number is told after each such portion. */
const PORTION = 64;

export async function judgeAll(order: VerifyOrder, verify: VerifyOne, onProgress: OnProgress): Promise<readonly Judged[]> {
  const trust = trustOf(order);
  const verifications: Verification[] = [];
  const members: (readonly StoredMember[])[] = [];
  for (const [at, file] of order.bundles.entries()) {
    const begun = { place: at + 1, of: order.bundles.length, bundle: file.name, read: 0, size: file.size, met: 0, verified: 0 };
    verifications.push(await judgeOne(file, trust, verify, begun, onProgress));
    members.push(await membersOf(blobSource(file)));
  }
  return judgeTogether(verifications).map((verification, at) => judgedOf(order.bundles[at]?.name ?? '', verification, members[at] ?? []));
}

function trustOf({ anchor, receipts, certificates, acceptRehearsal }: VerifyOrder): Trust {
  const key = anchor === undefined ? undefined : parsePublicKey(anchor);
  return {
    ...(key?.ok ? { anchor: key.value } : {}),
    receipts,
    certificates: certificates.flatMap(envelopesIn),
    acceptRehearsal,
  };
}

function envelopesIn(text: string): readonly OpenedEnvelope[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line) => {
    const envelope = parseEnvelopeFile(utf8(line));
    return envelope.ok ? [envelope.value] : [];
  });
}

function judgeOne(file: Sliced, trust: Trust, verify: VerifyOne, begun: VerifyProgress, onProgress: OnProgress): Promise<Verification> {
  let progress = begun;
  const become = (more: Partial<VerifyProgress>) => {
    progress = { ...progress, ...more };
    onProgress(progress);
  };
  become({});
  const source = blobSource(file, (bytes) => become({ read: progress.read + bytes }));
  const verifySignatures = async (jobs: readonly SignatureJob[]) => {
    become({ met: progress.met + jobs.length });
    const verified: boolean[] = [];
    for (let from = 0; from < jobs.length; from += PORTION) {
      const portion = jobs.slice(from, from + PORTION);
      verified.push(...(await Promise.all(portion.map(verify))));
      become({ verified: progress.verified + portion.length });
    }
    return verified;
  };
  return verifyBundle(source, trust, verifySignatures);
}

/** The members of a file that is a container at all. */
async function membersOf(source: Source): Promise<readonly StoredMember[]> {
  try {
    const members = await openContainer(source);
    return members.ok ? members.value : [];
  } catch {
    return [];
  }
}
