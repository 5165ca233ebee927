/**
 * A receipt without a bundle, and beside checkpoints and other receipts: each word of the promise attacked on its own. The days come
 * from a real office; the lies are told by somebody who holds the device's key.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHECKPOINT } from '../../core/bundle.ts';
import { toPem } from '../../core/keys.ts';
import { readReceipt } from '../../core/receipt.ts';
import { must } from '../../core/result.ts';
import { type DeviceKey, deviceKey } from '../../db/device-key.ts';
import { systemRandom } from '../../db/random.ts';
import { verify } from '../../main/commands/verify.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { type InventedCentre, playInvented } from '../verifier/invented-centre.ts';
import { recorded } from './recorded.ts';
import { remade } from './remade-receipt.ts';
import { bytesOf, failures, findLine, linesOf, pack, resealed, unpack, verifyBytes, withLines } from './tampering.ts';

const folder = sharedFolder();
const invented = { stations: 4, agents: 2, candidates: 3, nameOf: (beginning: string) => beginning };
let centre: InventedCentre;
let elsewhere: InventedCentre;
let device: DeviceKey;
let keyFile: string;

beforeAll(async () => {
  centre = await playInvented(path.join(folder, 'centre'), invented);
  elsewhere = await playInvented(path.join(folder, 'elsewhere'), { ...invented, nameOf: (beginning) => `Other ${beginning}` });
  device = deviceKey(path.join(folder, 'centre/centre'), systemRandom);
  keyFile = path.join(folder, 'device.pub');
  writeFileSync(keyFile, toPem(device.publicKey));
});

function file(bytes: Uint8Array | string, name = 'brought'): string {
  const written = path.join(temporaryFolder(), name);
  writeFileSync(written, bytes);
  return written;
}

/** The checks by name, with the exit code. */
async function alone(...args: readonly string[]) {
  const { code, out, err } = await recorded(verify, ...args, '--json');
  expect(err).toBe('');
  const judged = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { checks: { name: string; status: string; detail: string }[] });
  return { code, checks: Object.fromEntries(judged.flatMap(({ checks }) => checks.map(({ name, status }) => [name, status]))), out };
}

function checkpointOf(receipt: string): string {
  return JSON.parse(readFileSync(receipt, 'utf8')).checkpoint;
}

describe('a receipt alone', () => {
  test('proves by the device’s key that its answers are included under its checkpoint', async () => {
    const { code, checks, out } = await alone('--receipt', centre.receipt, '--key', keyFile);
    expect(checks).toEqual({ receipt: 'passed', device: 'passed', inclusion: 'passed' });
    expect(code).toBe(0);
    const { forms } = must(readReceipt(readFileSync(centre.receipt))).act.body;
    expect(forms.length).toBeGreaterThan(1);
    expect(out).toContain(`all ${forms.length} answers stand among`);
  });

  test('without the key says whose fingerprint must be compared, and is not wholly checked', async () => {
    const { code, checks, out } = await alone('--receipt', centre.receipt);
    expect(checks).toEqual({ receipt: 'passed', device: 'not checked', inclusion: 'passed' });
    expect(code).toBe(3);
    expect(out).toContain((device.publicKey.id.match(/.{4}/g) ?? []).join(' '));
  });

  test('of another device fails', async () => {
    const { code, checks } = await alone('--receipt', elsewhere.receipt, '--key', keyFile);
    expect(code).toBe(1);
    expect(checks).toMatchObject({ device: 'failed' });
  });

  test('that was forged fails: every part of it is signed or proved', async () => {
    const bytes = readFileSync(centre.receipt);
    for (let at = 1; at < bytes.length; at += Math.floor(bytes.length / 40)) {
      const forged = Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ 1 : byte));
      expect((await alone('--receipt', file(forged), '--key', keyFile)).code, `byte ${at}`).toBe(1);
    }
  });

  test('whose entries are exchanged for others fails, though the device signed it', async () => {
    const [one, other] = [centre.receipt, file(remade(readFileSync(centre.receipt), device, (answers) => answers))].map((name) =>
      JSON.parse(readFileSync(name, 'utf8')),
    );
    const mixed = (part: string) => file(`${JSON.stringify({ ...one, [part]: other[part] })}\n`);
    for (const part of ['entries', 'path']) {
      const { code, checks } = await alone('--receipt', mixed(part), '--key', keyFile);
      expect([code, checks], part).toEqual([1, { receipt: 'failed' }]);
    }
  });
});

describe('the line of a slip', () => {
  test('is accepted as it was read, alone and by the device’s key', async () => {
    const { code, checks } = await alone('--receipt', centre.receiptLine, '--key', keyFile);
    expect(checks).toEqual({ receipt: 'passed', device: 'passed', inclusion: 'not checked' });
    expect(code).toBe(3);
  });

  test('with one digit changed is refused', async () => {
    const forged = centre.receiptLine.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
    expect((await alone('--receipt', forged)).code).toBe(1);
  });

  test('of another device fails', async () => {
    expect((await alone('--receipt', elsewhere.receiptLine, '--key', keyFile)).code).toBe(1);
  });

  test('is of one history with the receipt’s own checkpoint', async () => {
    const { checks } = await alone('--receipt', centre.receiptLine, '--checkpoint', file(checkpointOf(centre.receipt)));
    expect(checks.history).toBe('passed');
  });
});

describe('beside a checkpoint, a receipt', () => {
  test('is of one history with its own', async () => {
    const { code, checks } = await alone('--receipt', centre.receipt, '--checkpoint', file(checkpointOf(centre.receipt)), '--key', keyFile);
    expect([code, checks.history]).toEqual([0, 'passed']);
  });

  test('proves by the agent’s next receipt that the journal only grew', async () => {
    const next = centre.nextReceipt;
    expect(must(readReceipt(readFileSync(next))).earlier).toEqual(must(readReceipt(readFileSync(centre.receipt))).act.body.head);
    for (const [one, other] of [
      [centre.receipt, next],
      [next, centre.receipt],
      [next, file(checkpointOf(centre.receipt))],
    ] as const) {
      const { code, checks } = await alone('--receipt', one, '--checkpoint', other, '--key', keyFile);
      expect([code, checks.history]).toEqual([0, 'passed']);
    }
  });

  test('of which no proof leads says so, and passes nothing', async () => {
    const members = await unpack(readFileSync(centre.official));
    const end = bytesOf(members, CHECKPOINT);
    const { code, checks } = await alone('--receipt', centre.receipt, '--checkpoint', file(end), '--key', keyFile);
    expect([code, checks.history]).toEqual([3, 'not checked']);
  });

  test('of another election fails', async () => {
    const { code, checks } = await alone('--receipt', centre.receipt, '--checkpoint', elsewhere.receipt);
    expect([code, checks.history]).toEqual([1, 'failed']);
  });

  test('of a journal that was rewritten fails: two histories of one size', async () => {
    const rewritten = file(remade(readFileSync(centre.receipt), device, (answers) => answers.slice(1)));
    expect((await alone('--receipt', rewritten, '--key', keyFile)).code).toBe(0);
    for (const other of [rewritten, file(checkpointOf(rewritten)), file(must(readReceipt(readFileSync(rewritten))).line)]) {
      const { code, checks, out } = await alone('--receipt', centre.receipt, '--checkpoint', other, '--key', keyFile);
      expect([code, checks.history]).toEqual([1, 'failed']);
      expect(out).toContain('written twice');
    }
  });

  test('that cannot be read fails', async () => {
    expect((await alone('--receipt', centre.receipt, '--checkpoint', file('countersign/x\n1\nAAAA\n'), '--key', keyFile)).code).toBe(1);
  });
});

describe('against the published bundle', () => {
  const brought = async () => [centre.receiptLine, checkpointOf(centre.receipt), readFileSync(centre.receipt)];
  const judged = async (bundle: Uint8Array, bytes: Uint8Array | string) => {
    const receipts = [{ name: 'brought', bytes: Uint8Array.from(Buffer.from(bytes)) }];
    return failures(await verifyBytes(bundle, { receipts, certificates: [], acceptRehearsal: true }));
  };

  test('receipt, line and checkpoint hold', async () => {
    for (const one of await brought()) expect(await judged(readFileSync(centre.official), one)).toEqual([]);
    expect((await recorded(verify, centre.official, '--receipt', centre.receiptLine, '--rehearsal')).out).toMatch(/passed +receipts/);
    const checkpoint = file(checkpointOf(centre.receipt));
    expect((await recorded(verify, centre.official, '--checkpoint', checkpoint, '--rehearsal')).out).toMatch(/passed +receipts/);
  });

  test('each of them exposes a journal that was cut', async () => {
    const members = await unpack(readFileSync(centre.provisional));
    const lines = linesOf(members);
    const cut = pack(resealed(withLines(members, lines.slice(0, findLine(lines, 'form-accepted'))), device));
    for (const one of await brought()) expect(await judged(cut, one)).toContain('receipts');
  });

  test('each of them exposes a journal that was rewritten', async () => {
    const rewritten = remade(readFileSync(centre.receipt), device, (answers) => answers);
    const forms = [must(readReceipt(rewritten)).line, checkpointOf(file(rewritten)), rewritten];
    for (const one of forms) expect(await judged(readFileSync(centre.official), one)).toEqual(['receipts']);
  });

  test('each of them of another election is refused', async () => {
    for (const one of await brought()) expect(await judged(readFileSync(elsewhere.official), one)).toEqual(['receipts']);
  });
});
