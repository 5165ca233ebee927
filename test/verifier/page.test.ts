/**
 * The verifier page as somebody opens it from a memory stick, with the network off: what it says of sound bundles, of altered ones,
 * of wrong keys, of receipts that hold and receipts that expose, and of files that are no bundles at all.
 */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportCommand } from '../../main/commands/export.ts';
import { VERIFIER_PAGE } from '../../main/export/verifier-page.ts';
import { DATABASE_FILE } from '../../main/office/office.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { demoElection, playDay } from '../main/played-day.ts';
import { recorded } from '../main/recorded.ts';
import { pngPicture } from '../screens/samples/papers.ts';
import { playInvented } from './invented-centre.ts';
import { buildPage, type OpenedPage, openPage } from './page.ts';

const folder = sharedFolder();
const file = await buildPage(path.join(folder, 'page'));
const day = await playDay(await demoElection(path.join(folder, 'demo')), path.join(folder, 'day'));
const president = path.join(day.folder, 'president.bundle.zip');
const ward = path.join(day.folder, 'ward-wino.bundle.zip');
const anchor = `${day.keyFile}.pub`;
const invented = await playInvented(path.join(folder, 'invented'), {
  ...{ stations: 6, agents: 3, candidates: 3 },
  nameOf: (beginning) => beginning,
  scanAt: () => pngPicture(),
});

let opened: OpenedPage;
beforeEach(async () => {
  opened = await openPage(file);
  await opened.page.getByRole('checkbox', { name: /Accept bundles of a rehearsal/ }).check();
});
afterEach(async () => {
  expect(opened.asked).toEqual([]);
  expect(opened.complaints).toEqual([]);
  await opened.close();
});

const text = () => opened.page.locator('main').innerText();
/** How a named check ended. */
const statusOf = async (name: string) =>
  (await opened.page.locator('#part-checks li').filter({ hasText: name }).innerText()).split('\n')[0]?.trim();

describe('a bundle', () => {
  test('with the commission’s key is authentic, its signatures checked by the browser’s own cryptography', async () => {
    await opened.lay(president, anchor);
    expect(await opened.verdict()).toBe('Authentic');
    const words = await text();
    expect(words).toContain('the browser’s own cryptography');
    expect(words).toMatch(/REHEARSAL/);
    expect(words).toMatch(/[0-9]+ of 24 stations counted/);
    expect(
      await opened.page
        .getByRole('list', { name: /Digest of the summary/ })
        .getByRole('listitem')
        .count(),
    ).toBe(16);
  });

  test('shows the totals that the command line shows, in ballot order', async () => {
    await opened.lay(president);
    await opened.verdict();
    const rows = await opened.page.getByRole('table', { name: 'Totals' }).locator('tbody tr').allInnerTexts();
    const readme = readFileSync(president, 'latin1').slice(0, 3000);
    const told = [...readme.matchAll(/^ {2}([0-9]+)\. (.+) \(.+\): ([0-9]+)$/gm)].map(([, number, name, votes]) => [number, name, votes]);
    expect(told.length).toBeGreaterThan(2);
    const shown = rows.map((row) => /^([0-9]+)\. (.+?)\s*\n[\s\S]*?\t([0-9,]+)\t/.exec(row)?.slice(1));
    expect(shown.map((row) => [row?.[0], row?.[1], row?.[2]?.replaceAll(',', '')])).toEqual(told);
  });

  test('without a key is consistent and says what is not established', async () => {
    await opened.lay(president);
    expect(await opened.verdict()).toBe('Consistent');
    expect(await text()).toContain('No key of the commission was given');
    expect(await statusOf('Commission’s key')).toBe('not checked');
  });

  test('under another commission’s key fails by that check alone', async () => {
    await opened.lay(president, invented.anchor);
    expect(await opened.verdict()).toBe('Failed');
    expect(await statusOf('Commission’s key')).toBe('failed');
    expect(await statusOf('Signatures')).toBe('passed');
    expect(await text()).toContain('shown for comparison only');
  });

  test('of a rehearsal is refused where nobody asked for one', async () => {
    await opened.page.getByRole('checkbox').uncheck();
    await opened.lay(president, anchor);
    expect(await opened.verdict()).toBe('Failed');
    expect(await text()).toContain('This is the bundle of a rehearsal');
  });

  test('with one altered bit fails and names the check that noticed', async () => {
    const altered = path.join(folder, 'altered.bundle.zip');
    const bytes = readFileSync(president);
    const at = bytes.indexOf('"kind":"summary"');
    bytes[at + 9] = (bytes[at + 9] ?? 0) ^ 1;
    writeFileSync(altered, bytes);
    await opened.lay(altered, anchor);
    expect(await opened.verdict()).toBe('Failed');
    expect(await opened.page.locator('#part-checks').innerText()).toMatch(/failed/);
  });

  test('that is another file altogether fails in words', async () => {
    const other = path.join(folder, 'holiday.zip');
    writeFileSync(other, 'PK\u0003\u0004 not a container of ours at all, but long enough to have an end record');
    await opened.lay(other);
    expect(await opened.verdict()).toBe('Failed');
    expect(await text()).toContain('No summary could be derived from this bundle.');
  });

  test('of another contest of the same centre is judged beside it, one line each, and each can be opened', async () => {
    await opened.lay(president, ward, anchor);
    await opened.page.getByRole('button', { name: 'Verify', exact: true }).click();
    const lines = opened.page.getByRole('table', { name: 'All bundles' }).locator('tbody tr');
    await expect.poll(() => lines.count(), { timeout: 60_000 }).toBe(2);
    expect(await lines.allInnerTexts()).toEqual([expect.stringContaining('Authentic'), expect.stringContaining('Authentic')]);
    await lines.nth(1).getByRole('link').click();
    await expect.poll(text).toContain('36B');
  });

  test('that contradicts another one here fails with it', async () => {
    const rival = path.join(folder, 'rival.bundle.zip');
    const again = await playDay(day, path.join(folder, 'again'), { seed: 99, papers: 3 });
    copyFileSync(path.join(again.folder, 'president.bundle.zip'), rival);
    await opened.lay(president, rival, anchor);
    await opened.page.getByRole('button', { name: 'Verify', exact: true }).click();
    const lines = opened.page.getByRole('table', { name: 'All bundles' }).locator('tbody tr');
    await expect.poll(() => lines.count(), { timeout: 60_000 }).toBe(2);
    for (const line of await lines.allInnerTexts()) expect(line).toMatch(/Failed[\s\S]*another journal claims the same contest/);
  });
});

describe('what is brought', () => {
  test('may be dropped anywhere, and the page is not left for it', async () => {
    const { page } = opened;
    await page.evaluate(
      (text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'dropped.pub'));
        const dropped = document
          .querySelector('footer')
          ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        if (dropped !== false) throw new Error('the browser would have opened the file instead of the page');
      },
      readFileSync(anchor, 'utf8'),
    );
    await page.getByText('dropped.pub').waitFor();
    const groups = day.trust.anchor?.id.match(/.{4}/g)?.join(' ') ?? 'no key';
    expect(await text()).toContain(groups);
  });

  test('is told apart by what is in it, and what is nothing of the kind is refused by name', async () => {
    const letter = path.join(folder, 'letter.txt');
    writeFileSync(letter, 'Dear commission');
    await opened.lay(president, anchor, invented.receipt, letter, day.keyFile);
    const words = await text();
    expect(words).toMatch(
      /Bundles\s+president\.bundle\.zip\s+Remove\s+Commission’s key\s+commission\.pub\s+Remove\s+Receipts\s+receipt\.json/,
    );
    expect(words).toContain('letter.txt is neither a bundle nor a key');
    expect(words).toContain(`${path.basename(day.keyFile)} is a private key`);
    expect(words).not.toContain(folder);
  });

  test('as a pasted key judges like its file, and what is no key is refused', async () => {
    await opened.lay(president);
    await opened.page.getByText('Paste the commission’s key instead').click();
    const box = opened.page.getByRole('textbox', { name: 'Commission’s public key' });
    await box.fill('not a key');
    await opened.page.getByRole('button', { name: 'Use this key' }).click();
    await expect.poll(text).toContain('This is not a public key that can be used.');
    await box.fill(readFileSync(anchor, 'utf8').split('\n')[1] ?? '');
    await opened.page.getByRole('button', { name: 'Use this key' }).click();
    expect(await opened.verdict()).toBe('Authentic');
  });

  test('makes an earlier verdict void', async () => {
    await opened.lay(president, anchor);
    await opened.verdict();
    await opened.page.getByRole('link', { name: 'Back to the files' }).click();
    await opened.page.getByRole('button', { name: `Remove ${path.basename(anchor)}` }).click();
    await opened.page.goForward();
    expect(await text()).not.toMatch(/Authentic/);
    expect(await opened.verdict()).toBe('Consistent');
  });
});

describe('a receipt', () => {
  const receipts = () => opened.page.locator('#part-receipts').innerText();

  test('holds against the declared bundle', async () => {
    await opened.lay(invented.official, invented.receipt);
    await opened.verdict();
    expect(await receipts()).toMatch(/passed[\s\S]*Holds: all that it names is in this journal/);
    expect(await statusOf('Agents’ receipts')).toBe('passed');
  });

  test('exposes a journal that was cut before it', async () => {
    await opened.lay(invented.provisional, invented.receipt);
    expect(await opened.verdict()).toBe('Failed');
    expect(await receipts()).toMatch(/failed[\s\S]*Exposes this bundle[\s\S]*the receipt saw [0-9]+/);
  });

  test('pasted holds as its file does, and so does the line of its square code', async () => {
    await opened.lay(invented.official);
    await opened.page.getByText('Paste a receipt instead').click();
    const box = opened.page.getByRole('textbox', { name: 'Receipt' });
    for (const pasted of [readFileSync(invented.receipt, 'utf8'), invented.receiptLine]) {
      await box.fill(pasted);
      await opened.page.getByRole('button', { name: 'Add this receipt' }).click();
    }
    await opened.verdict();
    expect((await receipts()).match(/Holds/g)).toHaveLength(2);
  });

  test('of another journal does not hold, by file and by line', async () => {
    await opened.lay(president, invented.receipt);
    await opened.page.getByText('Paste a receipt instead').click();
    await opened.page.getByRole('textbox', { name: 'Receipt' }).fill(invented.receiptLine);
    await opened.page.getByRole('button', { name: 'Add this receipt' }).click();
    expect(await opened.verdict()).toBe('Failed');
    expect((await receipts()).match(/a receipt of another journal/g)).toHaveLength(2);
  });
});

test('the command line puts the page beside the bundle it writes, or says that none was built', async () => {
  const stick = temporaryFolder();
  const out = path.join(stick, 'exported.bundle.zip');
  const { code, out: said } = await recorded(exportCommand, path.join(day.folder, DATABASE_FILE), '--contest', 'president', '--out', out);
  expect(code).toBe(0);
  const isThere = existsSync(path.join(stick, VERIFIER_PAGE));
  expect(said).toContain(isThere ? `${VERIFIER_PAGE} written beside it` : `${VERIFIER_PAGE} was not built here`);
});
