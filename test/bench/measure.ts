/**
 * One measurement in a process of its own: `open` a centre with the full check, or `verify` the bundle of its first contest; then
 * the bare cost of the same signatures. Prints JSON; times in milliseconds.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { introduceKeys, readEntry, signingKey } from '../../core/journal.ts';
import type { SignatureJob } from '../../core/replay.ts';
import { must } from '../../core/result.ts';
import { isShownIn, scopeFollower } from '../../core/scope.ts';
import { verifyBundle } from '../../core/verify.ts';
import { auditDatabase, stateOf } from '../../db/check.ts';
import { openForReading, openForWriting } from '../../db/database.ts';
import { deviceKey } from '../../db/device-key.ts';
import { journalReader } from '../../db/journal-store.ts';
import { provideNative } from '../../db/native.ts';
import { systemRandom } from '../../db/random.ts';
import { openScans } from '../../db/scans.ts';
import { signatureThreads } from '../../db/signatures.ts';
import { bundleOf, writeBundle } from '../../main/bundle/export.ts';
import { fileSource } from '../../main/bundle/file-source.ts';
import { DATABASE_FILE } from '../../main/office/office.ts';
import { bareVerification } from './bare.ts';

export interface Measured {
  readonly whole: number;
  readonly bare: number;
  readonly signatures: number;
  /** Peak resident memory before the bare cost was taken. */
  readonly megabytes: number;
}

const CONTEST = 'contest1';

/** The signatures of a journal, or of what one contest's bundle shows of it. */
function jobsOf(folder: string, contest?: string): readonly SignatureJob[] {
  const handle = openForReading(path.join(folder, DATABASE_FILE));
  const introduced = new Map<string, string>();
  const scopeOf = scopeFollower();
  const jobs: SignatureJob[] = [];
  for (const { seq, bytes } of journalReader(handle).entries()) {
    const { act, envelope } = must(readEntry(bytes));
    const { raw } = must(signingKey(act, introduced));
    introduceKeys(act, introduced);
    const isShown = contest === undefined || isShownIn(contest, scopeOf(act));
    if (isShown) jobs.push({ seq, publicKey: raw, signed: envelope.signed, signature: envelope.signature });
  }
  handle.close();
  return jobs;
}

async function timed(action: () => Promise<void>): Promise<{ readonly whole: number; readonly megabytes: number }> {
  const began = performance.now();
  await action();
  const whole = performance.now() - began;
  return { whole, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) };
}

async function open(folder: string): Promise<Measured> {
  const whole = await timed(async () => {
    const handle = must(openForWriting(path.join(folder, DATABASE_FILE)));
    const audit = await auditDatabase(handle);
    handle.close();
    if (!audit.sound) throw new Error(JSON.stringify(audit.checks));
  });
  const jobs = jobsOf(folder);
  return { ...whole, bare: bareVerification(jobs), signatures: jobs.length };
}

async function exportFor(folder: string, file: string): Promise<void> {
  const handle = openForReading(path.join(folder, DATABASE_FILE));
  const centre = stateOf(await auditDatabase(handle));
  if (centre === undefined) throw new Error('altered');
  const source = { centre, store: journalReader(handle), scans: openScans(folder), device: deviceKey(folder, systemRandom) };
  writeBundle(file, must(bundleOf(source, { contest: CONTEST, edition: 'official' })));
  handle.close();
}

async function verify(folder: string): Promise<Measured> {
  const file = path.join(folder, `${CONTEST}.bundle.zip`);
  if (!existsSync(file)) await exportFor(folder, file);
  const whole = await timed(async () => {
    const threads = signatureThreads();
    const source = fileSource(file);
    const { verdict } = await verifyBundle(source, { receipts: [], certificates: [], acceptRehearsal: true }, threads.verify);
    source.close();
    await threads.close();
    if (verdict === 'failed') throw new Error('the bundle fails');
  });
  const jobs = jobsOf(folder, CONTEST);
  return { ...whole, bare: bareVerification(jobs), signatures: jobs.length };
}

provideNative();
const [what = '', folder = ''] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await (what === 'open' ? open(folder) : verify(folder)))}\n`);
