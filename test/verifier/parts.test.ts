/** The page's own parts, without a browser: who checks signatures, what a dropped file is, where an address leads, how the file is made. */

import { createHash, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../build/one-page.ts';
import { memorySource } from '../../core/container.ts';
import { toPem } from '../../core/keys.ts';
import { privateKeyFromSeed, publicKeyOf } from '../../db/signing.ts';
import { putVerifierPage, VERIFIER_PAGE } from '../../main/export/verifier-page.ts';
import { blobSource } from '../../renderer/verifier/blob-source.ts';
import { readPlace } from '../../renderer/verifier/place.ts';
import { signatureEngine } from '../../renderer/verifier/signature-engine.ts';
import { sortFile, sortText } from '../../renderer/verifier/sorting.ts';
import { kindOfScan } from '../../renderer/verifier/use-scan.ts';
import { ODD_SIGNATURES } from '../core/signatures.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { buildPage } from './page.ts';

const folder = sharedFolder();
const file = await buildPage(path.join(folder, 'page'));
const html = readFileSync(file, 'utf8');

describe('signatures', () => {
  test('are checked by the browser where it knows Ed25519, and both ways give the same answers to odd keys and signatures', async () => {
    const browser = await signatureEngine(webcrypto.subtle as SubtleCrypto);
    const portable = await signatureEngine(undefined);
    expect([browser.name, portable.name]).toEqual(['browser', 'portable']);
    for (const { name, publicKey, message, signature, ours } of ODD_SIGNATURES) {
      const job = { publicKey, signed: message, signature };
      expect([name, await browser.verify(job), await portable.verify(job)]).toEqual([name, ours, ours]);
    }
  });

  test('by one key many times give the same answer every time, also once the portable code has a table of that key', async () => {
    const { verify } = await signatureEngine(undefined);
    for (const { name, publicKey, message, signature, ours } of ODD_SIGNATURES) {
      const answers = Array.from({ length: 20 }, () => verify({ publicKey, signed: message, signature }));
      expect([name, new Set(answers)]).toEqual([name, new Set([ours])]);
    }
  });

  test.each([
    ['knows no Ed25519', { importKey: () => Promise.reject(new Error('NotSupportedError')), verify: () => Promise.resolve(true) }],
    ['says yes to everything', { importKey: () => Promise.resolve({}), verify: () => Promise.resolve(true) }],
    ['says no to everything', { importKey: () => Promise.resolve({}), verify: () => Promise.resolve(false) }],
  ])('are checked by the page itself where the browser %s', async (_, subtle) => {
    expect((await signatureEngine(subtle as unknown as SubtleCrypto)).name).toBe('portable');
  });
});

describe('a dropped file', () => {
  const key = publicKeyOf(privateKeyFromSeed(new Uint8Array(32).fill(9)));

  test('is a key in PEM with any line ends, or by its middle line alone', () => {
    for (const text of [toPem(key), toPem(key).replaceAll('\n', '\r\n'), `  ${key.text}\n`]) {
      expect(sortText(text, 'a')).toMatchObject({ is: 'key', key: { id: key.id } });
    }
  });

  test('is no key when one letter of it is missing or it could sign for anybody', () => {
    expect(sortText(key.text.slice(1), 'a').is).toBe('unknown');
    expect(sortText('MCowBQYDK2VwAyEAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', 'a').is).toBe('unknown');
  });

  test('is a bundle by its first bytes, whatever its name', async () => {
    expect(await sortFile(new File(['PK\u0003\u0004…'], 'notes.txt'))).toMatchObject({ is: 'bundle' });
    expect(await sortFile(new File(['%PDF'], 'notes.txt'))).toEqual({ is: 'unknown', name: 'notes.txt' });
  });

  test('is a receipt even when it is damaged, so that the verification can say so', () => {
    expect(sortText('{"checkpoint":"x","device":"y","receipt":{}}', 'r')).toMatchObject({ is: 'receipt' });
  });
});

test('a file is read by slices that say what they read, as bytes in memory are, also across windows and past its end', async () => {
  const bytes = Uint8Array.from({ length: 9 * 2 ** 20 + 77 }, (_, at) => (at * 7 + (at >> 11)) % 251);
  const read: number[] = [];
  const source = blobSource(new Blob([bytes]), (count) => read.push(count));
  const stretches = [
    [0, 10],
    [2 ** 20, 2 ** 20],
    [4 * 2 ** 20 - 5, 40_000],
    [100, 9 * 2 ** 20],
    [bytes.length - 20_000, 30_000],
    [bytes.length - 5, 100],
    [bytes.length, 1],
    [bytes.length + 9, 20_000],
  ] as const;
  for (const [offset, length] of stretches) {
    const expected = await memorySource(bytes).read(offset, length);
    expect(Buffer.compare(await source.read(offset, length), expected)).toBe(0);
  }
  expect(read).toEqual(stretches.map(([offset, length]) => Math.max(0, Math.min(length, bytes.length - offset))));
});

test('a stick that is pulled out while it is read ends the reading with an error, not with a verdict on half a file', async () => {
  const broken = { size: 50_000, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) };
  await expect(blobSource(broken as unknown as Blob).read(0, 40_000)).rejects.toThrow('NotReadableError');
});

test('an address leads to a bundle or a station, and anything else to the beginning', () => {
  expect(readPlace('#/2/900901900100101')).toEqual({ is: 'station', bundle: 2, station: '900901900100101' });
  expect(readPlace('#/0')).toEqual({ is: 'bundle', bundle: 0 });
  for (const hash of ['', '#', '#/x', '#/0/<b>', '#/0/1/2', '#/99999']) expect(readPlace(hash)).toEqual({ is: 'table' });
});

test('a picture is one by its first bytes only: a drawing in markup never is', () => {
  expect(kindOfScan(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
  expect(kindOfScan(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).toBe('other');
  expect(kindOfScan(new TextEncoder().encode('%PDF-1.7'))).toBe('document');
  expect(kindOfScan(new Uint8Array())).toBe('other');
});

describe('the file of the page', () => {
  test('names nothing outside itself, and is under one and a half megabytes', () => {
    const markup = html.replace(/<script type="module">[\s\S]*<\/script>/, '').replace(/<style>[\s\S]*<\/style>/, '');
    expect(markup).not.toMatch(/(src|href)=(?!"data:,")/);
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
    expect([...style.matchAll(/url\(([^)]{0,12})/g)].map(([, address]) => address?.replace(/["']/, '').slice(0, 5))).toEqual(
      [...style.matchAll(/url\(/g)].map(() => 'data:'),
    );
    expect(style).not.toContain('@import');
    expect(Buffer.byteLength(html)).toBeLessThan(1.5 * 2 ** 20);
  });

  test('forbids the network and every script and style but its own, which it names by digest', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const digestOf = (element: string) => {
      const inside = new RegExp(`<${element}[^>]*>([\\s\\S]*)</${element}>`).exec(html)?.[1] ?? '';
      return createHash('sha256').update(inside).digest('base64');
    };
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${digestOf('script')}'`,
      `style-src 'sha256-${digestOf('style')}'`,
      'img-src blob: data:',
      'font-src data:',
      'worker-src blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('bears its own version: the digest of the file with zeros in the version’s place', () => {
    const version = /countersign-page" content="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
    expect(html.split(version)).toHaveLength(2);
    expect(
      createHash('sha256')
        .update(html.replace(version, '0'.repeat(64)))
        .digest('hex'),
    ).toBe(version);
  });

  test('is the same bytes when it is built again', async () => {
    expect(readFileSync(await buildPage(temporaryFolder()), 'utf8')).toBe(html);
  });

  test('cannot be broken out of by what the code says', () => {
    const { text } = assemble('<style>/*@style@*/</style><script>/*@script@*/</script>', 'a="</script><!--"', 'b{content:"</STYLE>"}');
    expect(text).toBe('<style>b{content:"<\\/STYLE>"}</style><script>a="<\\/script><\\!--"</script>');
  });
});

describe('beside a bundle', () => {
  test('the page is put once, byte for byte; another one that lies there is left', () => {
    const stick = temporaryFolder();
    expect(putVerifierPage(stick, ['/nowhere', file])).toBe('written');
    expect(readFileSync(path.join(stick, VERIFIER_PAGE), 'utf8')).toBe(html);
    expect(putVerifierPage(stick, [file])).toBe('same');
    const other = temporaryFolder();
    putVerifierPage(other, [path.join(import.meta.dirname, 'page.ts')]);
    expect(putVerifierPage(other, [file])).toBe('other');
    expect(readFileSync(path.join(other, VERIFIER_PAGE), 'utf8')).not.toBe(html);
  });

  test('there is none where nothing was built', () => {
    expect(putVerifierPage(temporaryFolder(), ['/nowhere/page.html'])).toBe('missing');
  });
});
