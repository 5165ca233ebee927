/**
 * The wall in its own window: it turns its pages by itself and by keys, keeps its denominators larger than any vote, and can ask the
 * office for nothing but what it shows.
 */
import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Hands, handsOn } from './hands.ts';
import { type Launched, launchApp } from './launch.ts';
import { barriersOn, sidewaysOn } from './looks.ts';
import { type Hall, hallWith } from './papers-in-hand.ts';
import { settle } from './settle.ts';

describe('the wall', () => {
  let hall: Hall;
  let launched: Launched;
  let wall: Page;
  let hands: Hands;
  beforeAll(async () => {
    hall = await hallWith([]);
    launched = await launchApp({ dataFolder: hall.dataFolder, viewport: { width: 1366, height: 768 } });
    const rooms = handsOn(launched.page);
    await rooms.stand(/Unlock|Board/);
    await launched.page.evaluate(() => location.assign('#/board'));
    await rooms.stand('Board');
    await launched.app.context().clock.install();
    const opened = launched.app.waitForEvent('window');
    await rooms.press('w');
    wall = await opened;
    hands = handsOn(wall);
    await wall.setViewportSize({ width: 1366, height: 768 });
    await hands.stand(/Mfano 901/);
  });
  afterAll(async () => {
    await launched.close();
    rmSync(hall.dataFolder, { recursive: true, force: true });
  });
  const sizeOf = (words: string | RegExp) =>
    wall
      .getByText(words, { exact: true })
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

  test('shows the denominators first and larger than any vote, with the stamps', async () => {
    await hands.see('of 12 forms');
    await hands.see('Rehearsal');
    await hands.see('Provisional');
    const votes = await wall
      .locator('tbody td')
      .evaluateAll((cells) => cells.map((cell) => Number.parseFloat(getComputedStyle(cell).fontSize)));
    expect(await sizeOf('2')).toBeGreaterThan(Math.max(...votes));
    expect(await wall.getByRole('columnheader').allInnerTexts()).toContain('Votes in 2 of 12 forms');
  });

  test('goes on by itself after twelve seconds, and not while it is held', async () => {
    await hands.see('Page 1 of 2');
    await wall.clock.fastForward(12_500);
    await hands.see('Page 2 of 2');
    await hands.press(' ');
    await wall.clock.fastForward(60_000);
    await hands.see('Page 2 of 2');
    await hands.see('held; press to go on');
    await hands.press('ArrowLeft');
    await hands.see('Page 1 of 2');
  });

  test('a digit jumps to its contest, and one without a contest to none', async () => {
    await hands.press('2');
    await hands.see('Page 2 of 2');
    await hands.see('of 4 forms');
    await hands.press('9');
    await hands.see('Page 2 of 2');
    await hands.press('1');
    await hands.see('Page 1 of 2');
  });

  test('has its own language and light, and leaves those of the rooms alone', async () => {
    await hands.press('l', 't');
    await hands.see('Mazoezi');
    expect(await wall.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    expect(await barriersOn(wall)).toEqual([]);
    expect(await launched.page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme])).toEqual([
      'en',
      'light',
    ]);
    await hands.press('l', 't');
    await hands.see('Rehearsal');
    expect(await barriersOn(wall)).toEqual([]);
  });

  test.each([
    ['board', {}],
    ['station', { contest: 'president', station: '900901900100101' }],
    ['unlock', { person: 'RO1', secret: 'a word' }],
    ['perform', { id: '00000000-0000-4000-8000-000000000000', commands: [{ kind: 'incident-noted', body: { text: 'From the wall.' } }] }],
    ['entry', {}],
  ])('may not ask for %s', async (name, fields) => {
    const answer = await wall.evaluate(
      ([asked, given]) =>
        (window as unknown as { countersign: { ask(n: unknown, f: unknown): Promise<unknown> } }).countersign.ask(asked, given),
      [name, fields] as const,
    );
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'E-DOORWAY-ASK' } });
  });

  test.each([
    { width: 1093, height: 614 },
    { width: 1920, height: 1080 },
    { width: 1024, height: 768 },
  ])('fits a picture of $width × $height without scrolling', async (size) => {
    await wall.setViewportSize(size);
    await settle(wall);
    expect(await sidewaysOn(wall)).toEqual([]);
    expect(await wall.evaluate(() => (document.scrollingElement?.scrollHeight ?? 0) <= window.innerHeight)).toBe(true);
  });
});
