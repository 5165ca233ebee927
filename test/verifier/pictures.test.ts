/**
 * A picture of each page of the verifier, as somebody meets it who was handed a bundle. They are drawn on every run, so that no page
 * can fail to be drawn; with `UPDATE_SCREENS=1` they go to `docs/screens`, where people look at them, otherwise to `out/screens`.
 */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedFolder } from '../db/folders.ts';
import { demoElection, type PlayedDay, playDay } from '../main/played-day.ts';
import { buildPage, type Looks, type OpenedPage, openPage } from './page.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, process.env.UPDATE_SCREENS === '1' ? 'docs/screens' : 'out/screens');
const TELEPHONE = { width: 360, height: 740 };
/** A page with nothing drawn on it takes less than this, in bytes. */
const BLANK = 8_000;
/** The station whose agents did not all agree. */
const DISPUTED = /Refuses|Agrees with objection/;

const folder = sharedFolder();
let day: PlayedDay;
let page: string;
beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  day = await playDay(await demoElection(path.join(folder, 'demo')), path.join(folder, 'day'), { certified: true });
  page = await buildPage(path.join(folder, 'page'));
});

const open: OpenedPage[] = [];
afterAll(() => Promise.all(open.map((one) => one.close())));

async function opened(looks: Looks): Promise<OpenedPage> {
  const one = await openPage(page, looks);
  open.push(one);
  await one.page.getByRole('checkbox').check();
  const receipt = path.join(day.folder, 'receipts/A1.receipt.json');
  await one.lay(path.join(day.folder, 'president.bundle.zip'), `${day.keyFile}.pub`, receipt);
  return one;
}

async function draw({ page: shown }: OpenedPage, name: string, fullPage = false): Promise<void> {
  const file = path.join(FOLDER, `${name}.png`);
  await shown.evaluate(() => document.fonts.ready);
  await shown.screenshot({ path: file, fullPage });
  expect(statSync(file).size).toBeGreaterThan(BLANK);
}

/** Goes through the stations until one has an answer that is no plain agreement. */
async function toDisputed({ page: shown }: OpenedPage): Promise<void> {
  await shown.locator('a[data-station]').first().click();
  const outcomes = shown.getByRole('table').last();
  await outcomes.waitFor();
  while (!DISPUTED.test(await shown.locator('main').innerText()))
    await shown.getByRole('link', { name: 'Next station' }).click({ timeout: 5_000 });
}

for (const colorScheme of ['light', 'dark'] as const) {
  const name = (place: string) => (colorScheme === 'light' ? place : `${place}-dark`);
  test(`the pictures of the verifier page, ${colorScheme}`, async () => {
    const one = await opened({ colorScheme });
    await draw(one, name('verifier'));
    expect(await one.verdict()).toBe('Authentic');
    await draw(one, name('verifier-verdict'));
    await toDisputed(one);
    await draw(one, name('verifier-station'), true);
  });
}

test('the picture of the verifier page on a telephone', async () => {
  const one = await opened(TELEPHONE);
  expect(await one.verdict()).toBe('Authentic');
  await draw(one, 'verifier-phone');
});
