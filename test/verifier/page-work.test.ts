/**
 * The page while it works on a bundle of many megabytes: it answers keys at once, tells how far it has come, can be stopped, and
 * never holds more than a slice of the file.
 */
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { concat, utf8 } from '../../core/bytes.ts';
import { systemRandom } from '../../db/random.ts';
import { sharedFolder } from '../db/folders.ts';
import { playInvented } from './invented-centre.ts';
import { buildPage, type OpenedPage, openPage } from './page.ts';

const MEGABYTE = 2 ** 20;
const folder = sharedFolder();
const file = await buildPage(path.join(folder, 'page'));
const { official, anchor } = await playInvented(path.join(folder, 'invented'), {
  ...{ stations: 6, agents: 3, candidates: 3 },
  nameOf: (beginning) => beginning,
  scanAt: () => concat(utf8('%PDF-1.7\n'), systemRandom(16 * MEGABYTE)),
});

let opened: OpenedPage;
beforeEach(async () => {
  opened = await openPage(file);
  await opened.page.getByRole('checkbox', { name: /Accept bundles of a rehearsal/ }).check();
  await opened.lay(official, anchor);
});
afterEach(async () => {
  expect(opened.asked).toEqual([]);
  expect(opened.complaints).toEqual([]);
  await opened.close();
});

const stop = () => opened.page.getByRole('button', { name: 'Stop' });

test('a key that is pressed while it verifies is answered and painted before the verdict', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: 'Dark' }).focus();
  // In one breath: begin, press, look at what is painted, and whether the work still goes on.
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent === 'Verify')?.click();
  });
  await stop().waitFor();
  await page.keyboard.press('Enter');
  const seen = await page.evaluate(
    () =>
      new Promise<{ theme: string | undefined; ground: string; isWorking: boolean }>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            resolve({
              theme: document.documentElement.dataset.theme,
              ground: getComputedStyle(document.body).backgroundColor,
              isWorking: document.querySelector('progress') !== null,
            }),
          ),
        );
      }),
  );
  expect(seen).toEqual({ theme: 'dark', ground: 'rgb(27, 26, 23)', isWorking: true });
  await page.locator('h2').filter({ hasText: 'Consistent' }).waitFor({ timeout: 120_000 });
});

test('it tells how much of the file is read, never more than there is', async () => {
  const { page } = opened;
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    new MutationObserver(() => told.push(document.querySelector('[role=status]')?.textContent ?? '')).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  expect(await opened.verdict()).toBe('Consistent');
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  const read = told.flatMap((words) => {
    const [, done, all] = /Reading: ([0-9]+) of ([0-9]+) MB/.exec(words) ?? [];
    return done === undefined ? [] : [[Number(done), Number(all)] as const];
  });
  expect(new Set(read.map(([done]) => done)).size).toBeGreaterThan(3);
  expect(read.every(([done, all]) => done <= all && all > 90)).toBe(true);
  expect(read.map(([done]) => done)).toEqual(read.map(([done]) => done).sort((a, b) => a - b));
});

test('it can be stopped, says nothing of a verdict then, and can be begun again', async () => {
  await opened.page.getByRole('button', { name: 'Verify', exact: true }).click();
  await stop().click();
  await opened.page.getByRole('button', { name: 'Verify', exact: true }).waitFor();
  expect(await opened.page.locator('main').innerText()).not.toMatch(/Consistent|Failed|Authentic/);
  await expect.poll(() => opened.page.workers().length).toBe(0);
  expect(await opened.verdict()).toBe('Consistent');
});
