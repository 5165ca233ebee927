/**
 * Receipts against bundles. The strongest insider plays here: one who holds every key of the centre and plays the same day twice in
 * the same journal, with other answers the second time. Both days keep every rule; only what agents took away tells them apart.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReceipt } from '../../core/receipt.ts';
import { must, present } from '../../core/result.ts';
import { verify } from '../../main/commands/verify.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { demoElection, type PlayedDay, playDay, repeatableRandom } from './played-day.ts';
import { recorded } from './recorded.ts';
import { type Answer, remade } from './remade-receipt.ts';
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

/** A1’s receipt as the device would sign it if A1 had said something else. */
function receiptThat(change: (answers: readonly Answer[]) => readonly Answer[]): ReceiptFile {
  return { name: 'A1', bytes: remade(receiptOf(day, 'A1').bytes, day.device, change) };
}

/** An answer on a form of this contest as a remark that was made just before the receipt. */
function withRemark(answers: readonly Answer[]): readonly Answer[] {
  const answer = present(
    answers.find(({ listed }) => listed.contest === 'president'),
    'an answer',
  );
  const { listed, said } = answer;
  const remark = { ...listed, kind: 'late-remark', choice: 'agree', seq: sizeSeen(day, 'A1') - 1 } as const;
  const body = { form: listed.form, revision: listed.revision, subject: listed.act, stance: 'agree' };
  return [...answers.filter((other) => other !== answer), { listed: remark, said: { ...said, kind: 'late-remark', body } }];
}

function sizeSeen(played: PlayedDay, agent: string): number {
  return must(readReceipt(receiptOf(played, agent).bytes)).act.body.head.size;
}

/** The first answer as if it had been given at another moment. */
function withOther([first, ...more]: readonly Answer[]): readonly Answer[] {
  const { listed, said } = present(first, 'an answer');
  return [{ listed, said: { ...said, at: said.at.replace(/...Z$/, '999Z') } }, ...more];
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
    const silent = receiptThat((answers) => answers.filter(({ listed }) => listed.contest !== 'president'));
    const verification = await verifyWith(readFileSync(bundleOf(day)), silent);
    expect(failures(verification)).toEqual([]);
    expect(statusOf(verification)).toBe('not checked');
  });

  test('that names a remark made after the declaration is not wholly checked', async () => {
    const verification = await verifyWith(readFileSync(bundleOf(day)), receiptThat(withRemark));
    expect(failures(verification)).toEqual([]);
    expect(statusOf(verification)).toBe('not checked');
  });

  test('that names an answer which should be there and is not, fails', async () => {
    const verification = await verifyWith(readFileSync(bundleOf(day)), receiptThat(withOther));
    expect(failures(verification)).toEqual(['receipts']);
    expect(detailOf(verification, 'receipts')).toMatch(/no longer has the answer/);
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
