/**
 * Two hands on a keyboard, and a pair of eyes: everything a test does in the windows goes through here. Keys are pressed and counted;
 * nothing is clicked, filled in or focused; what is on the screen is read as a person would read it.
 */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { inTime, PATIENCE } from './in-time.ts';
import { settle } from './settle.ts';

/** Milliseconds between two looks, and how many of them; whoever still waits then looks less often. */
const BLINK = 15;
const BLINKS = 60;

export interface Hands {
  readonly page: Page;
  press(...keys: readonly string[]): Promise<void>;
  /** Each character is one key. */
  type(text: string): Promise<void>;
  /** Keys pressed since the hands began. */
  pressed(): number;
  /** Waits until the words are on the screen, anywhere. */
  see(words: string | RegExp): Promise<void>;
  /** Waits until the words are nowhere on the screen. */
  miss(words: string | RegExp): Promise<void>;
  /** Waits until the room of this title is there. */
  stand(title: string | RegExp): Promise<void>;
  /** All that is on the screen. */
  read(): Promise<string>;
}

export function handsOn(page: Page): Hands {
  let pressed = 0;
  const read = () => page.evaluate(() => document.body.innerText);
  /** Looks often at first: the test tool by itself looks ever more seldom. */
  const soon = async (isSo: () => Promise<boolean>) => {
    for (let blinks = 0; blinks < BLINKS && !(await isSo()); blinks += 1) await page.waitForTimeout(BLINK);
  };
  /** A failure shows what was on the screen; a success is looked at until nothing moves any more, as a person would. */
  const told = async (looking: () => Promise<void>) => {
    try {
      await looking();
    } catch (error) {
      const screen = await inTime(`the words on the screen, after: ${error}`, read());
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n\nOn the screen:\n${screen}`);
    }
    await settle(page);
  };
  return {
    page,
    press: async (...keys) => {
      for (const key of keys) {
        await page.keyboard.press(key);
        pressed += 1;
      }
    },
    type: async (text) => {
      await page.keyboard.type(text);
      pressed += text.length;
    },
    pressed: () => pressed,
    see: (words) =>
      told(async () => {
        const seen = page.getByText(words).filter({ visible: true }).first();
        await soon(() => seen.isVisible());
        await expect(seen).toBeVisible({ timeout: PATIENCE });
      }),
    miss: (words) =>
      told(async () => {
        const seen = page.getByText(words).filter({ visible: true });
        await soon(async () => (await seen.count()) === 0);
        await expect(seen).toHaveCount(0, { timeout: PATIENCE });
      }),
    stand: (title) =>
      told(async () => {
        const heading = page.getByRole('heading', { level: 1, name: title });
        await soon(() => heading.isVisible());
        await expect(heading).toBeVisible({ timeout: PATIENCE });
      }),
    read: () => inTime('the words on the screen', read()),
  };
}
