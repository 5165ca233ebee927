/**
 * A picture of every room in both themes, as a newcomer meets it on a busy evening. They are drawn on every run, so that no room can
 * fail to be drawn; with `UPDATE_SCREENS=1` they go to `docs/screens`, where people look at them, otherwise to `out/screens`.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import scanWords from '../../renderer/i18n/en/scan.ts';
import setupWords from '../../renderer/i18n/en/setup.ts';
import { createBusyEvening } from './busy-evening.ts';
import { signedDefinition } from './day/small-day.ts';
import { type Launched, launchApp } from './launch.ts';
import { chooseNext } from './people-hands.ts';
import { PLACES, preferring, standAt } from './places.ts';
import { acceptWithFindings, prepareEvening } from './prepared-evening.ts';
import { settle } from './settle.ts';

const SIZE = { width: 1366, height: 768 };
const ROOT = path.join(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, process.env.UPDATE_SCREENS === '1' ? 'docs/screens' : 'out/screens');
/** A page with nothing drawn on it takes less than this, in bytes. */
const BLANK = 8_000;

let root: string;
let launched: Launched;
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  mkdirSync(FOLDER, { recursive: true });
  await createBusyEvening(root);
  launched = await launchApp({ dataFolder: root, viewport: SIZE });
});
afterAll(async () => {
  await launched.close();
  rmSync(root, { recursive: true, force: true });
});

for (const theme of ['light', 'dark']) {
  for (const place of PLACES) {
    const name = theme === 'light' ? place.name : `${place.name}-${theme}`;
    test(`the picture of ${name}`, async () => {
      const { page } = launched;
      await preferring(page, { language: 'en', theme });
      await standAt(page, place, 'A1');
      await page.getByText(scanWords.coming).waitFor({ state: 'hidden' });
      await settle(page);
      const file = path.join(FOLDER, `${name}.png`);
      await page.screenshot({ path: file });
      expect(statSync(file).size).toBeGreaterThan(BLANK);
    });
  }
}

test('the pictures of the wall', async () => {
  const { app, page } = launched;
  const opened = app.waitForEvent('window');
  await page.evaluate(() => window.countersign.ask('openWall', {}));
  const wall = await opened;
  await wall.setViewportSize(SIZE);
  await wall.getByRole('heading', { level: 1 }).first().waitFor();
  for (const name of ['wall-dark', 'wall']) {
    await settle(wall);
    const file = path.join(FOLDER, `${name}.png`);
    await wall.screenshot({ path: file });
    expect(statSync(file).size).toBeGreaterThan(BLANK);
    await wall.keyboard.press('t');
  }
});

test.each(['light', 'dark'])('the picture of an error report with something in it, %s', async (theme) => {
  const ruled = mkdtempSync(path.join(tmpdir(), 'ruled-'));
  await prepareEvening(ruled, acceptWithFindings);
  const opened = await launchApp({ dataFolder: ruled, viewport: SIZE });
  await preferring(opened.page, { language: 'en', theme });
  await standAt(opened.page, { name: 'error-report', person: 'RO1', address: '/declare', keys: ['e'] }, 'A1');
  await opened.page.getByText('Rejected ballots repeat another figure').first().waitFor();
  await opened.page.screenshot({ path: path.join(FOLDER, theme === 'light' ? 'error-report.png' : `error-report-${theme}.png`) });
  await opened.close();
  rmSync(ruled, { recursive: true, force: true });
});

test('the picture of the digest with two groups missing', async () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'groups-'));
  const definition = path.join(empty, 'definition.json');
  writeFileSync(definition, signedDefinition());
  const first = await launchApp({ dataFolder: empty, viewport: SIZE });
  await first.page.getByRole('heading', { level: 1, name: 'Setup' }).waitFor();
  await chooseNext(first.app, definition);
  await settle(first.page);
  await first.page.keyboard.press('d');
  await first.page.getByText(setupWords.typeGroups).waitFor();
  await settle(first.page);
  const file = path.join(FOLDER, 'setup-groups.png');
  await first.page.screenshot({ path: file });
  expect(statSync(file).size).toBeGreaterThan(BLANK);
  await first.close();
  rmSync(empty, { recursive: true, force: true });
});

test('the picture of the first run', async () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'first-run-'));
  const first = await launchApp({ dataFolder: empty, viewport: SIZE });
  await first.page.getByRole('heading', { level: 1, name: 'Setup' }).waitFor();
  await settle(first.page);
  const file = path.join(FOLDER, 'first-run.png');
  await first.page.screenshot({ path: file });
  expect(statSync(file).size).toBeGreaterThan(BLANK);
  await first.close();
  rmSync(empty, { recursive: true, force: true });
});
