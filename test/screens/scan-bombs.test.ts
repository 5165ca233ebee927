/**
 * Papers that are none: files of a few kilobytes, attached as scans, that unfold to gigabytes or never come to an end. Whoever looks at
 * one is told in words, works on as before, and sees the next paper.
 */
import { rmSync } from 'node:fs';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { must } from '../../core/result.ts';
import { type Hands, handsOn } from './hands.ts';
import { type Launched, launchApp } from './launch.ts';
import { barriersOn, sidewaysOn } from './looks.ts';
import { preferring, standAt } from './places.ts';
import { drawingsInDrawings, largePictures, namedOver, nestedDrawing, nestedPicture } from './samples/bombs.ts';
import { type Evening, eveningWith } from './samples/evening.ts';
import { ccittPaper } from './samples/papers.ts';

const SMALL = 64 * 1024;
const BOMBS = {
  'a drawing of one gigabyte, packed twice': nestedDrawing(1000),
  'a stream that is named a hundred times': namedOver(50, 100),
  'drawings that call each other a thousand million times': drawingsInDrawings(9),
  'five pictures, each as large as one may be': largePictures(5),
};
const NAMES = Object.keys(BOMBS);
/** With the picture that the form has, and the two that can be drawn. */
const ALL = NAMES.length + 3;
const NOT_SHOWN = 'This scan is not shown: drawing it would take more of this machine than any paper does. Look at the paper.';

let evening: Evening;
let launched: Launched;
let hands: Hands;
let form = '';

beforeAll(async () => {
  evening = await eveningWith(async (office, passphrase) => {
    must(await office.unlock('C3', passphrase));
    form = [...office.centre().forms.values()].find(({ stage }) => stage.stage === 'received')?.id ?? '';
    for (const [name, bytes] of Object.entries(BOMBS)) must(office.attachScan(form, bytes, name));
    must(office.attachScan(form, nestedPicture(4000), 'a small picture'));
    must(office.attachScan(form, ccittPaper(), 'a paper'));
  });
  launched = await launchApp({ dataFolder: evening.dataFolder, viewport: { width: 1366, height: 768 } });
  hands = handsOn(launched.page);
  await hands.stand(/Unlock|Board/);
});
afterAll(async () => {
  await launched.close();
  rmSync(evening.dataFolder, { recursive: true, force: true });
});

test('these files are small', () => {
  expect(Object.values(BOMBS).filter((bytes) => bytes.length > SMALL)).toEqual([]);
});

describe('what is no paper is not shown, and said so, and the page lives', () => {
  const panel = () => launched.page.getByRole('region', { name: 'Scan of the paper' });
  beforeAll(async () => {
    await standAt(launched.page, { name: 'entry', person: 'C1', address: `/entry/${encodeURIComponent(form)}` }, 'A1');
    // The window's own memory: gone if the page were opened again.
    await launched.page.evaluate(() => Object.assign(window, { isStillHere: true }));
  });

  test.each(NAMES)('%s', async (name) => {
    const number = NAMES.indexOf(name) + 2;
    await expect(panel().getByText('The scan is being read.')).toHaveCount(0);
    await hands.press('PageDown');
    await expect(panel().getByText(`Scan ${number} of ${ALL}`, { exact: true })).toBeVisible();
    await expect(panel().getByText(NOT_SHOWN)).toBeVisible({ timeout: 60_000 });
    expect(await launched.page.evaluate(() => Reflect.get(window, 'isStillHere'))).toBe(true);
  });

  test('the refusal is read in both languages without a barrier, and nothing of another page stands beside it', async () => {
    const { page } = launched;
    expect(await panel().locator('canvas').isVisible()).toBe(false);
    expect([...(await barriersOn(page)), ...(await sidewaysOn(page))]).toEqual([]);
    await preferring(page, { theme: 'dark', language: 'sw' });
    await expect(page.getByText('Picha hii haionyeshwi')).toBeVisible({ timeout: 60_000 });
    expect([...(await barriersOn(page)), ...(await sidewaysOn(page))]).toEqual([]);
    await preferring(page, { theme: 'light', language: 'en' });
  });

  test.each([
    ['a small picture with four gigabytes behind its last row is drawn from its own bytes', ALL - 1],
    ['the paper that comes after them is drawn', ALL],
  ])('%s', async (_what, number) => {
    await hands.press('PageDown');
    await expect(panel().getByText(`Scan ${number} of ${ALL}`, { exact: true })).toBeVisible();
    await expect(panel().locator('canvas')).toBeVisible();
    await expect(panel().getByText(/not shown|cannot be shown|could not be drawn/)).toHaveCount(0);
  });
});
