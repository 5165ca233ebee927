/**
 * The document is enough: a verifier and a packer in another language, written from it alone, agree with ours. They accept what we
 * accept, derive the same summary byte for byte, write the same container, and refuse what was tampered with.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toPem } from '../../core/keys.ts';
import { present } from '../../core/result.ts';
import { type DeviceKey, deviceKey } from '../../db/device-key.ts';
import { publicKeyOf } from '../../db/signing.ts';
import { verify } from '../../main/commands/verify.ts';
import { rehearse } from '../../main/rehearse/day.ts';
import { recorded } from '../main/recorded.ts';
import { COMMISSION_KEY, defineDemonstration } from './demonstration.ts';
import { fieldsOf, section } from './document.ts';
import { type EventfulBundles, playEventfulDay } from './eventful.ts';
import { FORGERIES } from './forgeries.ts';
import { numberedRandom } from './numbered-random.ts';
import { containerOf, edit, membersOf, signCheckpoint, signManifest } from './rebundle.ts';

const root = mkdtempSync(path.join(tmpdir(), 'countersign-independence-'));
const at = (name: string) => path.join(root, name);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const anchor = at('commission.pub');
let eventful: EventfulBundles;
let receipts: readonly string[];
let device: DeviceKey;

beforeAll(async () => {
  writeFileSync(anchor, toPem(publicKeyOf(COMMISSION_KEY)));
  eventful = await playEventfulDay(at('eventful'));
  mkdirSync(at('demonstration'));
  const random = numberedRandom('a demonstration');
  const software = { version: 'countersign, a test', digest: '7'.repeat(64) };
  const ignore = () => undefined;
  const order = {
    folder: at('day'),
    seed: 1,
    cost: 2 ** 10,
    random,
    software,
    certifyWith: COMMISSION_KEY,
    onPhase: ignore,
    onStep: ignore,
  };
  await rehearse({ ...defineDemonstration(at('demonstration')), ...order });
  receipts = readdirSync(at('day/receipts')).map((name) => at(`day/receipts/${name}`));
  device = deviceKey(at('day'), random);
});

interface Answer {
  readonly code: number;
  readonly out: string;
}

/** What the verifier in Python answers. */
async function ask(bundle: string, ...more: readonly string[]): Promise<Answer> {
  try {
    const { stdout } = await promisify(execFile)('python3', [path.join(import.meta.dirname, 'verify.py'), bundle, ...more]);
    return { code: 0, out: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { readonly code: number; readonly stdout: string; readonly stderr: string };
    return { code, out: stdout + stderr };
  }
}

function checksIn({ out }: Answer): readonly string[] {
  return [...out.matchAll(/^passed +(\S+)/gm)].map(([, name]) => present(name, 'name'));
}

describe('the verifier in Python', () => {
  const kinds = ['provisional', 'ready', 'declared', 'corrected', 'superseded', 'public', 'ward'] as const;
  test.each(kinds)('derives the same summary as ours of a bundle that is %s, after an eventful day', async (kind) => {
    const answer = await ask(eventful[kind], '--anchor', anchor);
    expect(answer.code, answer.out).toBe(0);
    expect(checksIn(answer)).toEqual(
      expect.arrayContaining(['anchor', 'signatures', 'checkpoint', 'summary', 'totals', 'readme', 'open-data']),
    );
    const ours = await recorded(verify, eventful[kind], '--anchor', anchor, '--rehearsal');
    expect(ours.code, ours.out).toBe(3);
  });

  test('reads nothing in a summary that the document does not name', async () => {
    const members = await membersOf(readFileSync(eventful.corrected));
    const summary = JSON.parse(present(members.get('summary.json'), 'summary').toString());
    const named = [
      section('1 Conventions'),
      section('Particulars'),
      section('5 The definition'),
      section('9 Findings'),
      section('10 The summary'),
    ];
    const fields = [...fieldsOf(summary)].filter((field) => !/^candidate[0-9]+$/.test(field));
    expect(fields.length).toBeGreaterThan(90);
    for (const field of fields) expect(named.join('\n')).toContain(`\`${field}\``);
  });

  test.each(['president', 'ward-wino'])('accepts the demonstration’s bundle of %s, with every receipt', async (contest) => {
    const bundle = at(`day/${contest}.bundle.zip`);
    const answer = await ask(bundle, '--anchor', anchor, ...receipts.flatMap((receipt) => ['--receipt', receipt]));
    expect(answer.code, answer.out).toBe(0);
    expect(receipts.length).toBeGreaterThan(2);
  });
});

describe('the packer in Python', () => {
  test.each(['declared', 'public'] as const)('writes the %s bundle again, byte for byte, from its unpacked folder', (kind) => {
    const [folder, again] = [at(`unpacked-${kind}`), at(`again-${kind}.zip`)];
    execFileSync('python3', ['-m', 'zipfile', '-e', eventful[kind], folder]);
    execFileSync('python3', [path.join(import.meta.dirname, 'pack.py'), folder, again]);
    expect(readFileSync(again).equals(readFileSync(eventful[kind]))).toBe(true);
  });
});

describe('a bundle that was tampered with is refused by the verifier in Python', () => {
  let forged = 0;
  const refusalOf = async (bytes: Uint8Array, ...more: readonly string[]) => {
    const file = at(`forged-${forged++}.zip`);
    writeFileSync(file, bytes);
    const { code, out } = await ask(file, '--anchor', anchor, ...more);
    expect(code, out).toBe(1);
    return out.split('\n').find((line) => line.startsWith('FAILED'));
  };
  const genuine = () => membersOf(readFileSync(at('day/president.bundle.zip')));

  test.each(Object.entries(FORGERIES))('when %s, and the device signs again what it can', async (_, [check, forge]) => {
    const members = await genuine();
    forge(members);
    signCheckpoint(members, device);
    signManifest(members, device);
    expect(await refusalOf(containerOf(members))).toContain(`FAILED  ${check}`);
  });

  test('when the checkpoint is of another size', async () => {
    const members = await genuine();
    edit(members, 'checkpoint', (text) => text.replace(/\n(\d+)\n/, '\n1$1\n'));
    signManifest(members, device);
    expect(await refusalOf(containerOf(members))).toContain('FAILED  checkpoint');
  });

  test('but not when the members are only taken apart and put together again', async () => {
    const members = await genuine();
    signCheckpoint(members, device);
    signManifest(members, device);
    expect(containerOf(members).equals(readFileSync(at('day/president.bundle.zip')))).toBe(true);
  });

  test('when one bit is flipped in any member', async () => {
    const untouched = await genuine();
    const few = [...untouched.keys()].filter((name, place) => !name.startsWith('scans/') || place % 9 === 0);
    const refusals = few.map(async (name) => {
      const members = new Map(untouched);
      const bytes = Buffer.from(present(members.get(name), name));
      bytes[bytes.length >> 1] = present(bytes[bytes.length >> 1], 'byte') ^ 1;
      expect(await refusalOf(containerOf(members.set(name, bytes))), name).toMatch(/FAILED {2}(manifest|not canonical|not base64)/);
    });
    await Promise.all(refusals);
  });

  test.each([
    ['a byte is added at the end', (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)])],
    ['a byte is added at the beginning', (bytes: Buffer) => Buffer.concat([Buffer.of(0), bytes])],
    ['a date is changed', (bytes: Buffer) => Buffer.from(bytes.with(12, 0x22))],
    ['it is cut short', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['nothing is left of it', () => Buffer.alloc(0)],
  ])('when %s', async (_, change) => {
    expect(await refusalOf(change(readFileSync(at('day/president.bundle.zip'))))).toContain('FAILED  container');
  });

  test('when the commission’s key is another', async () => {
    const other = at('other.pub');
    writeFileSync(other, toPem(device.publicKey));
    const { code, out } = await ask(at('day/president.bundle.zip'), '--anchor', other);
    expect([code, out.includes('FAILED  anchor')]).toEqual([1, true]);
  });

  test('when a receipt is of another day', async () => {
    const { code, out } = await ask(eventful.declared, '--receipt', present(receipts[0], 'receipt'));
    expect([code, out.includes('FAILED  receipts')]).toEqual([1, true]);
  });
});
