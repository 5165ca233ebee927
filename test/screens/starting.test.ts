/**
 * How the app starts when something is wrong with the centre that was open last, on the screen as a person reads it: altered, damaged,
 * gone, or kept by another program. It says so in words, does nothing that it should not, and shows the ways that remain.
 */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect as see } from 'playwright/test';
import { describe, expect, onTestFinished, test } from 'vitest';
import { must } from '../../core/result.ts';
import { DEVICE_KEY_FILE } from '../../db/device-key.ts';
import { holdFolder } from '../../db/holding.ts';
import { DATABASE_FILE } from '../../main/office/office.ts';
import type {} from '../../renderer/office/ask.ts';
import { withoutGuards } from '../db/tampering.ts';
import type { Hands } from './hands.ts';
import { barriersOn, sidewaysOn, wordlessOn } from './looks.ts';
import { newDataFolder, type Opened, openApp, practiceIn } from './people-hands.ts';
import { settle } from './settle.ts';

const ALTERED = 30;

/** Somebody with the database tool has put another name to an act, and left no other trace. */
async function opened(spoil: (folder: string) => void): Promise<Opened & { readonly folder: string }> {
  const root = newDataFolder();
  const folder = await practiceIn(root);
  spoil(folder);
  return { ...(await openApp(root)), folder };
}

function alter(folder: string): void {
  withoutGuards(path.join(folder, DATABASE_FILE), (handle) =>
    handle.exec(`UPDATE journal SET person = 'C9' WHERE seq = ${ALTERED} AND person <> 'C9'`),
  );
}

const notice = ({ page }: Hands) => page.getByRole('alert').filter({ hasText: /\S/ });

/** Strip and buttons are both wholly on the screen, one above the other. */
async function expectBeside(page: Page): Promise<void> {
  const strip = await page.getByRole('alert').filter({ hasText: /\S/ }).first().boundingBox();
  const button = await page.locator('main button').last().boundingBox();
  expect(strip?.y ?? 0).toBeGreaterThan(0);
  expect((strip?.y ?? 0) + (strip?.height ?? 0)).toBeLessThanOrEqual(button?.y ?? 0);
  expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
}

/** In both languages and both sizes: no barrier, no word missing, nothing cut off. */
async function expectWhole(page: Page): Promise<void> {
  for (const language of ['en', 'sw']) {
    await page.evaluate((wanted) => window.countersign.ask('prefer', { language: wanted }), language);
    for (const size of [
      { width: 1366, height: 768 },
      { width: 1093, height: 614 },
    ]) {
      await page.setViewportSize(size);
      await settle(page);
      expect([...(await barriersOn(page)), ...(await wordlessOn(page)), ...(await sidewaysOn(page))]).toEqual([]);
      await expectBeside(page);
    }
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.evaluate(() => window.countersign.ask('prefer', { language: 'en' }));
  await settle(page);
}

describe('a centre that somebody altered', () => {
  test('opens for reading, says where it broke, refuses every act, and lets its bundle be taken away', async () => {
    const { app, hands } = await opened(alter);
    const { page } = hands;
    await hands.stand('Unlock');
    await see(notice(hands)).toContainText(`seq ${ALTERED}: a column does not agree`);
    await expectWhole(page);
    const unlocked = await page.evaluate(() =>
      window.countersign.ask('unlock', { person: 'RO1', secret: 'happy green mango river table' }),
    );
    expect(unlocked).toMatchObject({ refusal: { code: 'R-READ-ONLY' } });
    await hands.press('Alt+9');
    await hands.stand('Journal');
    await hands.press('Alt+7');
    await hands.stand('Declare');
    await expectWhole(page);
    const stick = mkdtempSync(path.join(tmpdir(), 'stick-'));
    onTestFinished(() => rmSync(stick, { recursive: true, force: true }));
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, stick);
    const answer = await page.evaluate(() => window.countersign.ask('exportBundle', { contest: 'president', edition: 'public' }));
    expect(answer).toMatchObject({ ok: true, value: { is: 'written' } });
  });
});

describe('a centre whose device key cannot be read', () => {
  test('opens for reading and says so in both languages, and refuses to be written in', async () => {
    const { hands } = await opened((folder) => {
      rmSync(path.join(folder, DEVICE_KEY_FILE));
      mkdirSync(path.join(folder, DEVICE_KEY_FILE));
    });
    await hands.stand('Unlock');
    await see(notice(hands)).toContainText('The key with which this machine signs is damaged or cannot be read.');
    await see(notice(hands)).toContainText('the device key device.pem cannot be read (ENOTFILE)');
    await expectWhole(hands.page);
  });
});

describe('a centre that cannot be opened', () => {
  const spoilt: readonly (readonly [string, (folder: string) => void, RegExp])[] = [
    ['is gone', (folder) => renameSync(folder, `${folder}-taken-away`), /its folder is not there any more/],
    ['is no database any more', (folder) => writeFileSync(path.join(folder, DATABASE_FILE), 'a'.repeat(20_000)), /not a database/],
    ['has lost its database', (folder) => rmSync(path.join(folder, DATABASE_FILE)), /there is no centre in this folder/],
  ];
  for (const [how, spoil, words] of spoilt)
    test(`because it ${how}: setup says so, and the other ways are there by key`, async () => {
      const { hands } = await opened(spoil);
      await hands.stand('Setup');
      await see(notice(hands)).toContainText(words);
      await see(notice(hands)).toContainText('E-FILE');
      await expectWhole(hands.page);
      await hands.press('v');
      await hands.stand('Verify');
      await see(notice(hands)).toContainText(words);
      await hands.press('Escape');
      await hands.stand('Setup');
      await hands.press('p');
      await hands.stand('Unlock');
      await see(notice(hands)).toHaveCount(0);
    });
});

describe('a centre that another program works with', () => {
  test('is not opened a second time: setup says so in plain words, and it opens when the other is gone', async () => {
    const held: (() => void)[] = [];
    const { hands } = await opened((folder) => held.push(must(holdFolder(folder))));
    await hands.stand('Setup');
    await see(notice(hands)).toContainText('another program on this machine is working with it');
    await see(notice(hands)).toContainText('R-CENTRE-IN-USE');
    await expectWhole(hands.page);
    for (const letGo of held) letGo();
    await hands.press('Enter');
    await hands.stand('Unlock');
    await see(notice(hands)).toHaveCount(0);
  });
});

describe('nobody at the keyboard', () => {
  test('every room that anybody may look at is one key away from unlock, and the rail says where one stands', async () => {
    const { hands } = await opened(() => undefined);
    await hands.stand('Unlock');
    const ways: readonly (readonly [string, string])[] = [
      ['1', 'Board'],
      ['7', 'Declare'],
      ['8', 'People'],
      ['9', 'Journal'],
      ['0', 'Verify'],
      ['s', 'Setup'],
    ];
    const here = hands.page.locator('nav [aria-current="page"]');
    for (const [key, room] of ways) {
      await hands.press(`Alt+${key}`);
      await hands.stand(room);
      await see(here).toContainText(room);
      await hands.press('F10');
      await hands.stand('Unlock');
      await see(here).toHaveCount(0);
    }
    await hands.press('Alt+3');
    await hands.stand('Unlock');
    await hands.press('Alt+1');
    await hands.stand('Board');
    await hands.press('Enter');
    await hands.page.waitForURL(/#\/station\//);
    await see(here).toContainText('Board');
  });
});
