import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, truncateSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { concat, utf8 } from '../../core/bytes.ts';
import { must, present } from '../../core/result.ts';
import { systemRandom } from '../../db/random.ts';
import { LARGEST_SCAN, openScans } from '../../db/scans.ts';
import { temporaryFolder } from './folders.ts';

const STARTS = {
  jpg: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
  png: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  pdf: utf8('%PDF-1.7\n'),
};
const MEDIA_TYPES = { jpg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' };

function scan(extension: keyof typeof STARTS = 'jpg', size = 500): Uint8Array {
  return concat(STARTS[extension], systemRandom(size));
}

test('a scan of each type is kept byte for byte under its SHA-256', () => {
  const folder = temporaryFolder();
  for (const extension of ['jpg', 'png', 'pdf'] as const) {
    const bytes = scan(extension);
    const stored = must(openScans(folder).add(bytes));
    expect(stored).toMatchObject({ mediaType: MEDIA_TYPES[extension], size: bytes.length });
    const file = path.join(folder, 'scans', `${stored.digest}.${extension}`);
    expect(openScans(folder).path(stored.digest)).toBe(file);
    expect(new Uint8Array(readFileSync(file))).toEqual(bytes);
    expect(openScans(folder).read(stored.digest)).toEqual(bytes);
    expect(execFileSync('sha256sum', [file], { encoding: 'utf8' }).slice(0, 64)).toBe(stored.digest);
  }
});

test('adding a scan again does nothing', () => {
  const folder = temporaryFolder();
  const scans = openScans(folder);
  const bytes = scan();
  const first = must(scans.add(bytes));
  const file = present(scans.path(first.digest), 'path');
  utimesSync(file, 1000, 1000);
  expect(must(scans.add(bytes))).toEqual(first);
  expect(statSync(file).mtimeMs).toBe(1_000_000);
  expect(readdirSync(path.join(folder, 'scans'))).toHaveLength(1);
});

test('other types are refused whatever they call themselves, and leave nothing behind', () => {
  const folder = temporaryFolder();
  const scans = openScans(folder);
  const wrong = [
    '',
    'GIF89a',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<html>%PDF-',
    ' %PDF-1.7',
    '%PDF',
    'PK\u0003\u0004',
    '\ufeff%PDF-',
  ];
  for (const text of wrong) expect(scans.add(utf8(text)), text).toMatchObject({ ok: false, refusal: { code: 'E-PICTURE' } });
  for (const start of Object.values(STARTS)) expect(scans.add(start.subarray(0, 2)).ok).toBe(false);
  expect(readdirSync(path.join(folder, 'scans'))).toEqual([]);
});

test('64 MiB are kept, one byte more is refused', () => {
  const scans = openScans(temporaryFolder());
  const largest = new Uint8Array(LARGEST_SCAN);
  largest.set(STARTS.png);
  expect(LARGEST_SCAN).toBe(67_108_864);
  expect(must(scans.add(largest)).size).toBe(LARGEST_SCAN);
  const larger = new Uint8Array(LARGEST_SCAN + 1);
  larger.set(STARTS.png);
  expect(scans.add(larger)).toMatchObject({ ok: false, refusal: { code: 'E-PICTURE' } });
});

test('altered bytes are never handed out, and the true ones make the file whole again', () => {
  const scans = openScans(temporaryFolder());
  const bytes = scan('pdf');
  const { digest } = must(scans.add(bytes));
  const file = present(scans.path(digest), 'path');
  const altered = bytes.slice();
  altered[300] = (altered[300] ?? 0) ^ 1;
  writeFileSync(file, altered);
  expect(scans.read(digest)).toBeUndefined();
  must(scans.add(bytes));
  expect(scans.read(digest)).toEqual(bytes);
});

test('the check names what is missing and what is damaged, and says how far it is', () => {
  const scans = openScans(temporaryFolder());
  const digests = (['jpg', 'png', 'pdf', 'jpg'] as const).map((extension) => must(scans.add(scan(extension))).digest);
  const [whole, damaged, missing, enormous] = digests as [string, string, string, string];
  writeFileSync(present(scans.path(damaged), 'path'), 'x');
  unlinkSync(present(scans.path(missing), 'path'));
  truncateSync(present(scans.path(enormous), 'path'), 5 * 2 ** 30);
  const steps = [...scans.check(digests)];
  expect(steps.map(({ done, total }) => `${done}/${total}`)).toEqual(['1/4', '2/4', '3/4', '4/4']);
  expect(steps.map(({ digest, fault }) => [digest, fault])).toEqual([
    [whole, undefined],
    [damaged, 'damaged'],
    [missing, 'missing'],
    [enormous, 'damaged'],
  ]);
});

test('the check looks at one scan each step, so that other work can go on between', () => {
  const scans = openScans(temporaryFolder());
  const digests = [must(scans.add(scan())).digest, must(scans.add(scan())).digest];
  const steps = scans.check(digests);
  expect(steps.next().value).toMatchObject({ done: 1 });
  unlinkSync(present(scans.path(digests[1] ?? ''), 'path'));
  expect(steps.next().value).toMatchObject({ done: 2, fault: 'missing' });
  expect(steps.next().done).toBe(true);
});

test('a digest that is none finds nothing, a path least of all', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'outside.jpg'), STARTS.jpg);
  const scans = openScans(folder);
  for (const wrong of ['', '../outside', '0'.repeat(64), 'X'.repeat(64)]) {
    expect(scans.path(wrong)).toBeUndefined();
    expect(scans.read(wrong)).toBeUndefined();
  }
});
