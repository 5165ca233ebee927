/**
 * Receipts against bundles. The strongest insider plays here: one who holds every key of the centre and plays the same day twice in
 * the same journal, with other answers the second time. Both days keep every rule; only what agents took away tells them apart.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Body } from '../../core/acts.ts';
import { canonicalBytes } from '../../core/canonical.ts';
import { payloadType, preAuthenticationEncoding, sealEnvelope } from '../../core/envelope.ts';
import { receiptBytes } from '../../core/receipt.ts';
import { verify } from '../../main/commands/verify.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { demoElection, type PlayedDay, playDay, repeatableRandom } from './played-day.ts';
import { recorded } from './recorded.ts';
import { detailOf, failures, findLine, flipped, linesOf, pack, resealed, unpack, verifyBytes, withLines } from './tampering.ts';

const folder = sharedFolder();
const election = await demoElection(folder);
const day = await playDay(election, path.join(folder, 'day'), { random: repeatableRandom(9) });
const again = await playDay(election, path.join(folder, 'again'), { random: repeatableRandom(9), seed: 8 });
const elsewhere = await playDay(election, path.join(folder, 'elsewhere'));

function bundleOf(played: PlayedDay, contest = 'president'): string {
  return path.join(played.folder, `${contest}.bundle.zip`);
}

interface ReceiptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function receiptOf(played: PlayedDay, agent: string): ReceiptFile {
  return { name: agent, bytes: Uint8Array.from(readFileSync(path.join(played.folder, 'receipts', `${agent}.receipt.json`))) };
}

async function verifyWith(bundle: Uint8Array, ...receipts: readonly ReceiptFile[]) {
  return verifyBytes(bundle, { ...day.trust, receipts });
}

function statusOf({ checks }: Awaited<ReturnType<typeof verifyWith>>): string | undefined {
  return checks.find(({ name }) => name === 'receipts')?.status;
}

type ReceiptBody = Body<'receipt-issued'>;

/** A1’s receipt as the device would sign it if it said something else. */
function receiptThat(says: (body: ReceiptBody) => ReceiptBody): ReceiptFile {
  const file = JSON.parse(Buffer.from(receiptOf(day, 'A1').bytes).toString());
  const said = JSON.parse(Buffer.from(file.receipt.payload, 'base64').toString());
  const payload = canonicalBytes({ ...said, body: says(said.body) });
  const signature = day.device.sign(preAuthenticationEncoding(payloadType('receipt-issued'), payload));
  const envelope = sealEnvelope('receipt-issued', payload, day.device.publicKey.id, signature);
  return { name: 'A1', bytes: receiptBytes(envelope, file.checkpoint, file.device) };
}

function laterRemark(item: ReceiptBody['forms'][number]): ReceiptBody['forms'][number] {
  return { ...item, kind: 'late-remark', act: '0'.repeat(64), seq: 1_000_000 };
}

const AGENTS = ['A1', 'A2', 'A4', 'A5'];

describe('an agent’s own receipt', () => {
  test.each(AGENTS)('of %s fits the bundle, although it was issued after the declaration', async (agent) => {
    const verification = await verifyWith(readFileSync(bundleOf(day)), receiptOf(day, agent));
    expect(failures(verification)).toEqual([]);
    expect(statusOf(verification)).toBe('passed');
    expect(detailOf(verification, 'receipts')).toBe(
      '1 receipts: in this journal; 1 issued after this bundle ends: every act they name is here',
    );
  });

  test('that names nothing of this contest proves nothing of it, and is not checked', async () => {
    const silent = receiptThat((body) => ({ ...body, forms: body.forms.filter(({ contest }) => contest !== 'president') }));
    const verification = await verifyWith(readFileSync(bundleOf(day)), silent);
    expect(failures(verification)).toEqual([]);
    expect(statusOf(verification)).toBe('not checked');
  });

  test('that names a remark made after the declaration is not wholly checked', async () => {
    const later = receiptThat((body) => ({ ...body, forms: body.forms.map((item, at) => (at === 0 ? laterRemark(item) : item)) }));
    const verification = await verifyWith(readFileSync(bundleOf(day)), later);
    expect(failures(verification)).toEqual([]);
    expect(statusOf(verification)).toBe('not checked');
  });

  test('that names an answer which should be there and is not, fails', async () => {
    const missing = receiptThat((body) => ({
      ...body,
      forms: body.forms.map((item, at) => (at === 0 ? { ...item, act: '0'.repeat(64) } : item)),
    }));
    expect(failures(await verifyWith(readFileSync(bundleOf(day)), missing))).toEqual(['receipts']);
  });

  test('is of no use to somebody who alters it: the device signed it', async () => {
    const { name, bytes } = receiptOf(day, 'A1');
    for (const at of [20, 0.3, 0.6, 0.9].map((share) => Math.floor(share < 1 ? share * bytes.length : share))) {
      const verification = await verifyWith(readFileSync(bundleOf(day)), { name, bytes: flipped(bytes, at) });
      expect(failures(verification), `byte ${at}`).toEqual(['receipts']);
      expect(detailOf(verification, 'receipts')).toMatch(/^A1: E-[A-Z0-9]+/);
    }
  });
});

describe('another agent’s day', () => {
  test('a receipt of another journal does not fit', async () => {
    const verification = await verifyWith(readFileSync(bundleOf(day)), receiptOf(elsewhere, 'A1'));
    expect(failures(verification)).toEqual(['receipts']);
    expect(detailOf(verification, 'receipts')).toBe('A1: a receipt of another journal');
  });

  test('one that does not fit is named among those that do', async () => {
    const verification = await verifyWith(readFileSync(bundleOf(day)), receiptOf(day, 'A2'), receiptOf(elsewhere, 'A1'));
    expect(detailOf(verification, 'receipts')).toMatch(/^A1: /);
  });
});

describe('a journal that was cut off', () => {
  test('shows: the receipt saw more than there is', async () => {
    const members = await unpack(readFileSync(bundleOf(day)));
    const lines = linesOf(members);
    const cut = pack(resealed(withLines(members, lines.slice(0, findLine(lines, 'summary-prepared'))), day.device));
    const verification = await verifyWith(cut, receiptOf(day, 'A1'));
    expect(failures(verification)).toContain('receipts');
    expect(detailOf(verification, 'receipts')).toMatch(/^A1: the journal ends at \d+ entries; the receipt saw \d+$/);
    expect(failures(await verifyWith(cut))).not.toContain('receipts');
  });
});

describe('the same day played again with the same keys and other answers', () => {
  test('is authentic by itself', async () => {
    expect(await verifyWith(readFileSync(bundleOf(again)))).toMatchObject({ verdict: 'authentic' });
    expect(again.device.publicKey.id).toBe(day.device.publicKey.id);
  });

  test.each(AGENTS)('does not have the answers that %s took away', async (agent) => {
    const verification = await verifyWith(readFileSync(bundleOf(again)), receiptOf(day, agent));
    expect(failures(verification)).toEqual(['receipts']);
    expect(detailOf(verification, 'receipts')).toMatch(/another history|no longer has the answer/);
  });

  test('and beside the first, neither is accepted: one journal cannot have two histories', async () => {
    const args = [bundleOf(day), bundleOf(again), '--anchor', `${day.keyFile}.pub`, '--rehearsal', '--json'];
    const { code, out } = await recorded(verify, ...args);
    expect(code).toBe(1);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(failures(JSON.parse(line))).toEqual(['journal']);
  });

  test('while the same bundle named twice is no rival of itself', async () => {
    const copy = path.join(temporaryFolder(), 'copy.zip');
    writeFileSync(copy, readFileSync(bundleOf(day)));
    expect((await recorded(verify, bundleOf(day), copy, '--anchor', `${day.keyFile}.pub`, '--rehearsal')).code).toBe(0);
  });
});
