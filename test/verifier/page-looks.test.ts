/** The verifier page in both languages and lights, on a desk and on a telephone: no barrier, no missing word, nothing off its side. */
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { sharedFolder } from '../db/folders.ts';
import { playEventfulDay } from '../format/eventful.ts';
import { barriersOn, sidewaysOn, unseenStops, wordlessOn } from '../screens/looks.ts';
import { buildPage, type Looks, type OpenedPage, openPage, VERDICT } from './page.ts';

const folder = sharedFolder();
const file = await buildPage(path.join(folder, 'page'));
const { corrected } = await playEventfulDay(path.join(folder, 'eventful'));

let opened: OpenedPage | undefined;
afterEach(async () => {
  expect(opened?.asked).toEqual([]);
  await opened?.close();
});

async function isSound(): Promise<void> {
  const { page } = opened as OpenedPage;
  expect(await barriersOn(page)).toEqual([]);
  expect(await sidewaysOn(page)).toEqual([]);
  expect(await wordlessOn(page)).toEqual([]);
}

const LOOKS: readonly (readonly [string, Looks])[] = [
  ['in English, light, on a desk', { locale: 'en-GB', colorScheme: 'light' }],
  ['in Kiswahili, dark, on a desk', { locale: 'sw-KE', colorScheme: 'dark' }],
  ['in English, dark, on a telephone', { locale: 'en-GB', colorScheme: 'dark', width: 360, height: 740 }],
  ['in Kiswahili, light, on a telephone', { locale: 'sw-KE', colorScheme: 'light', width: 360, height: 740 }],
];

test.each(LOOKS)('%s every place of it is open to everybody', async (_, looks) => {
  opened = await openPage(file, looks);
  const { page, lay, verdict } = opened;
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme])).toEqual([
    looks.locale?.slice(0, 2),
    looks.colorScheme,
  ]);
  for (const summary of await page.locator('summary').all()) await summary.click();
  await isSound();
  await page.getByRole('checkbox').check();
  await lay(corrected);
  await isSound();
  expect(await verdict()).toMatch(VERDICT);
  await isSound();
  await page.locator('#part-errors a').first().click();
  await page.locator('tr[data-row]').first().waitFor();
  await isSound();
});

test('the keyboard reaches every control, each with its outline, and leads from the files to a station and back', async () => {
  opened = await openPage(file);
  const { page, lay, verdict } = opened;
  await page.getByRole('checkbox').check();
  await lay(corrected);
  await verdict();
  // The words of the verdict have the keyboard, so that they are read first.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  expect(await unseenStops(page, 16)).toEqual([]);
  await page.locator('#part-stations tbody a').nth(2).focus();
  await page.keyboard.press('Enter');
  await page.locator('tr[data-row]').first().waitFor();
  await page.getByRole('link', { name: 'Back to the result' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('#part-stations').waitFor();
});
