/**
 * One station on the verifier page: figures as written, findings, every agent's word, and the scan, which is shown only while it is
 * the very file that was attached. And a centre whose every name was chosen to do harm.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { sharedFolder } from '../db/folders.ts';
import { playEventfulDay } from '../format/eventful.ts';
import { sidewaysOn } from '../screens/looks.ts';
import { pngPicture } from '../screens/samples/papers.ts';
import { playInvented } from './invented-centre.ts';
import { buildPage, type Looks, type OpenedPage, openPage } from './page.ts';

const folder = sharedFolder();
const file = await buildPage(path.join(folder, 'page'));
const plain = { stations: 4, agents: 3, candidates: 3, nameOf: (beginning: string) => beginning, scanAt: () => pngPicture() };
const invented = await playInvented(path.join(folder, 'invented'), plain);
const eventful = await playEventfulDay(path.join(folder, 'eventful'));

const open: OpenedPage[] = [];
afterEach(async () => {
  for (const opened of open.splice(0)) {
    expect(opened.asked).toEqual([]);
    expect(opened.complaints).toEqual([]);
    await opened.close();
  }
});

async function verified(bundle: string, looks: Looks = {}): Promise<OpenedPage> {
  const opened = await openPage(file, looks);
  open.push(opened);
  await opened.page.getByRole('checkbox', { name: /Accept bundles of a rehearsal/ }).check();
  await opened.lay(bundle);
  await opened.verdict();
  return opened;
}

async function atStation(bundle: string, name: string, looks: Looks = {}): Promise<OpenedPage> {
  const opened = await verified(bundle, looks);
  await opened.page.locator('#part-stations').getByRole('link', { name }).click();
  await opened.page.locator('h2').filter({ hasText: name }).waitFor();
  return opened;
}

const textOf = ({ page }: OpenedPage) => page.locator('main').innerText();

test('its figures stand in the paper’s order, with the findings, rulings and answers below', async () => {
  const opened = await atStation(invented.official, 'Station 3');
  const rows = await opened.page.locator('tr[data-row]').evaluateAll((all) => all.map((row) => row.getAttribute('data-row')));
  const counts = ['tableTotal', 'registered', 'rejected', 'objected', 'disputed', 'valid'];
  expect(rows).toEqual(['candidate1', 'candidate2', 'candidate3', ...counts]);
  expect(await opened.page.locator('tr[data-row=rejected] td').last().innerText()).toBe('700');
  const words = await textOf(opened);
  expect(words).toMatch(/F07\s+Rejected ballots repeat another figure/);
  expect(words).toContain('counted as written, ruled by Official RO1 (RO1): As written on the paper.');
  for (const agent of ['A1', 'A2', 'A3']) expect(words).toContain(`Agent ${agent.slice(1)} (${agent})`);
  expect(words).toMatch(/What is the serial number\?\s+A1002/);
  expect(words).toContain('REHEARSAL');
});

test('its scan is drawn from the bundle’s file, and can be enlarged and saved', async () => {
  const opened = await atStation(invented.official, 'Station 1');
  const picture = opened.page.getByRole('img', { name: 'Scan of the form of Station 1' });
  await picture.waitFor();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(60);
  await opened.page.getByRole('button', { name: 'Larger' }).click();
  const download = opened.page.waitForEvent('download');
  await opened.page.getByRole('link', { name: /^Save/ }).click();
  expect(readFileSync(await (await download).path())).toEqual(Buffer.from(pngPicture()));
});

test('a scan that was altered on the stick after the verification is not shown', async () => {
  const bundle = path.join(folder, 'changing.bundle.zip');
  const bytes = readFileSync(invented.official);
  const at = bytes.indexOf(Buffer.from(pngPicture()));
  expect(at).toBeGreaterThan(0);
  bytes[at + 40] = (bytes[at + 40] ?? 0) ^ 1;
  writeFileSync(bundle, bytes);
  const opened = await atStation(bundle, 'Station 1');
  await expect.poll(() => textOf(opened)).toContain('is not the scan that was attached');
  expect(await opened.page.getByRole('img').count()).toBe(0);
  expect(await textOf(opened)).toContain('At least one check failed');
});

test('the public edition names the scan by its digest only', async () => {
  const opened = await atStation(invented.public, 'Station 1');
  expect(await textOf(opened)).toMatch(/names the scan by its digest only: ([0-9a-f]{4} ?){16}/);
  expect(await opened.page.getByRole('img').count()).toBe(0);
});

test('stations are found by name, code and how they ended, and the way back leads to their line', async () => {
  const opened = await verified(eventful.declared);
  const links = opened.page.locator('#part-stations tbody a');
  const all = await links.count();
  await opened.page.getByRole('combobox').selectOption({ label: 'Disregarded' });
  const disregarded = await links.count();
  expect(disregarded).toBeGreaterThan(0);
  expect(disregarded).toBeLessThan(all);
  await opened.page.getByRole('combobox').selectOption({ label: 'Every one' });
  await opened.page.getByRole('textbox', { name: 'Find by name or code' }).fill('nothing of this name');
  expect(await links.count()).toBe(0);

  await opened.page.getByRole('textbox', { name: 'Find by name or code' }).fill('9009019001');
  expect(await links.count()).toBeGreaterThan(0);
  const station = await links.first().getAttribute('data-station');
  await links.first().click();
  await opened.page.locator('h2').first().waitFor();
  await opened.page.goBack();
  await expect.poll(() => opened.page.evaluate(() => document.activeElement?.getAttribute('data-station'))).toBe(station);
});

test('a corrected version names the one before, why, and each figure that changed; an objection shows the agent’s own figures', async () => {
  const opened = await verified(eventful.corrected);
  const versions = await opened.page.locator('#part-versions').innerText();
  expect(versions).toMatch(/Version [0-9]+ takes the place of version [0-9]+\./);
  expect(versions).toMatch(/Reason: \S/);
  expect(await opened.page.getByRole('table', { name: 'What changed' }).locator('tbody tr').count()).toBeGreaterThan(0);
  const disregarded = await opened.page.locator('#part-disregarded').innerText();
  expect(disregarded).toMatch(/Totals as they are\s+With this station/);
  expect(await opened.page.locator('#part-errors').innerText()).toMatch(/F[0-9]{2}/);
});

test('a provisional bundle is stamped so at the verdict, over its totals and on every station', async () => {
  const opened = await verified(eventful.provisional);
  expect((await textOf(opened)).match(/PROVISIONAL/g)?.length).toBeGreaterThanOrEqual(2);
  await opened.page.locator('#part-stations tbody a').first().click();
  await opened.page.getByRole('link', { name: 'Back to the result' }).waitFor();
  expect(await textOf(opened)).toContain('PROVISIONAL');
});

/** Chosen by somebody who hopes that a page takes a name for markup, for a word of its own, or has no room for it. */
const HARMFUL = [
  '<img src=x onerror=alert(1)>',
  '$t(verifier:title) {{name}}',
  `W${'w'.repeat(150)}`,
  '</script><script>alert(1)</script>',
];

test.each([1366, 360])('names chosen to do harm do none and push nothing off a page of %i pixels', async (width) => {
  let at = 0;
  const hostile = await playInvented(path.join(folder, `hostile-${width}`), {
    ...{ ...plain, stations: 3 },
    nameOf: (beginning) => `${beginning} ${HARMFUL[at++ % HARMFUL.length]}`,
  });
  const opened = await verified(hostile.official, { width, height: 740 });
  const { page } = opened;
  expect(await textOf(opened)).toMatch(/<img src=x onerror=alert\(1\)>/);
  expect(await textOf(opened)).toMatch(/\$t\(verifier:title\) \{\{name\}\}/);
  expect(await page.locator('img, svg script, iframe, object').count()).toBe(0);
  expect(await page.locator('script').count()).toBe(1);
  expect(await sidewaysOn(page)).toEqual([]);
  await page.locator('#part-stations tbody a').last().click();
  await page.getByRole('link', { name: 'Back to the result' }).waitFor();
  await page.getByRole('img').waitFor();
  expect(await sidewaysOn(page)).toEqual([]);
});
