/**
 * One app for all tests of a file: opened before the first of them in a window of the usual size, closed after the last, its data
 * folder with it. And what such tests do alike: be patient, ask the office, look whether a room stands in every size and language.
 */
import { rmSync } from 'node:fs';
import type { ElectronApplication } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import type { AskName, Fields } from '../../core/contract/contract.ts';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import type {} from '../../renderer/office/ask.ts';
import { type Hands, handsOn } from './hands.ts';
import { launchApp } from './launch.ts';
import { barriersOn, sidewaysOn, wordlessOn } from './looks.ts';
import { preferring } from './places.ts';

export interface OneApp {
  readonly app: ElectronApplication;
  readonly hands: Hands;
}

export async function openOnce(dataFolder: string): Promise<OneApp> {
  const { app, page, close } = await launchApp({ dataFolder, viewport: { width: 1366, height: 768 } });
  afterAll(async () => {
    await close();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { app, hands: handsOn(page) };
}

/** Patient, because the machine may have other work. */
export function eventually<T>(read: () => T | Promise<T>): ReturnType<typeof expect.poll> {
  return expect.poll(read, { timeout: 30_000 });
}

/** As the window itself would. */
export function ask<Name extends AskName>({ page }: Hands, name: Name, fields: Fields<Name>) {
  return page.evaluate(([asked, given]) => window.countersign.ask(asked, given) as Promise<{ readonly value?: unknown }>, [
    name,
    fields,
  ] as const);
}

/** Whoever is at the keyboard leaves, and this person of a practice election goes from the board to a room by its key. */
export async function enterAs(hands: Hands, person: string, key: string, title: string): Promise<void> {
  await ask(hands, 'lock', {});
  await ask(hands, 'unlock', { person, secret: PRACTICE_PASSPHRASE });
  await hands.page.evaluate(() => {
    location.hash = '#/board';
  });
  await hands.stand('Board');
  await hands.press(key);
  await hands.stand(title);
}

/** In the usual window, and in the smallest one with the other theme and language. */
export function testLooks({ page }: Hands, enter: () => Promise<void>): void {
  test.each([
    [1366, 768, 'light', 'en'],
    [1093, 614, 'dark', 'sw'],
  ] as const)(
    'at %i × %i, %s, %s there is no barrier, no missing word and nothing beside the window',
    async (width, height, theme, language) => {
      await enter();
      await page.setViewportSize({ width, height });
      await preferring(page, { theme, language });
      await eventually(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await barriersOn(page)).toEqual([]);
      expect(await sidewaysOn(page)).toEqual([]);
      expect(await wordlessOn(page)).toEqual([]);
    },
  );
}
