/**
 * How the page reads: on the page alone, because browsers built on WebKit let no worker of a page from a file read anything; and what
 * happens when the stick is pulled out meanwhile.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskForBytes, type HandedFiles, handBytes, handedFiles, namedOrder } from '../../renderer/verifier/handed-bytes.ts';
import type { Sliced } from '../../renderer/verifier/order.ts';
import { sharedFolder } from '../db/folders.ts';
import { type InventedCentre, playInvented } from './invented-centre.ts';
import { buildPage, type OpenedPage, openPage } from './page.ts';

const folder = sharedFolder();
let centre: InventedCentre;
let opened: OpenedPage;

beforeAll(async () => {
  centre = await playInvented(path.join(folder, 'centre'), { stations: 2, agents: 2, candidates: 2, nameOf: (beginning) => beginning });
  opened = await openPage(await buildPage(path.join(folder, 'page')));
});
afterAll(() => opened.close());

/** What a page and its worker say to each other, without either. */
function connected(bundles: readonly Sliced[]): HandedFiles {
  const order = namedOrder({ bundles, receipts: [], certificates: [], acceptRehearsal: true });
  const files: HandedFiles = handedFiles(
    order.bundles,
    (ask: AskForBytes) => void handBytes(bundles, ask).then((handed) => files.take(handed)),
  );
  return files;
}

describe('bytes handed to the worker', () => {
  test('are those of the file that was asked for, whatever the order in which they come', async () => {
    const [one, other] = [new File([Uint8Array.from([0, 1, 2, 3])], 'one'), new File([Uint8Array.from([9, 8, 7])], 'other')];
    const { bundles } = connected([one, other]);
    expect(bundles.map(({ name, size }) => [name, size])).toEqual([
      ['one', 4],
      ['other', 3],
    ]);
    const read = await Promise.all([
      bundles[0]?.slice(1, 3).arrayBuffer(),
      bundles[1]?.slice(0, 9).arrayBuffer(),
      bundles[0]?.slice(3, 4).arrayBuffer(),
    ]);
    expect(read.map((bytes) => [...new Uint8Array(bytes ?? new ArrayBuffer())])).toEqual([[1, 2], [9, 8, 7], [3]]);
  });

  test('fail as the reading failed, when the stick was pulled out', async () => {
    const broken: Sliced = { name: 'x', size: 9, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) };
    await expect(connected([broken]).bundles[0]?.slice(0, 4).arrayBuffer()).rejects.toThrow('NotReadableError');
  });
});

test('no file ever goes to the worker: a bundle is verified where a worker may read none', async () => {
  const page = opened.page;
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    const refused = (value: unknown): boolean =>
      value instanceof Blob || (typeof value === 'object' && value !== null && Object.values(value).some(refused));
    Worker.prototype.postMessage = function (this: Worker, message: unknown, ...more: readonly never[]) {
      if (refused(message)) throw new Error('a worker of this page cannot read files');
      return post.call(this, message, ...more);
    } as typeof post;
  });
  await page.reload();
  await page.getByRole('checkbox').check();
  await opened.lay(centre.official);
  expect(await opened.verdict()).toBe('Consistent');
  expect(await page.locator('main').innerText()).toMatch(/[0-9]+ signatures verify/);
  expect(opened.complaints).toEqual([]);
});

test('a bundle whose file is gone once it was chosen fails, and is never half verified', async () => {
  const page = opened.page;
  await page.reload();
  await page.getByRole('checkbox').check();
  const gone = { name: 'gone.bundle.zip', mimeType: 'application/zip', buffer: readFileSync(centre.official) };
  await page.locator('input[type=file]').setInputFiles(gone);
  await page.getByText(gone.name).first().waitFor();
  await page.evaluate(() => {
    Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('the stick is gone', 'NotReadableError'));
  });
  expect(await opened.verdict()).toBe('Failed');
  expect(await page.locator('main').innerText()).toContain('cannot be read: the stick is gone');
});
