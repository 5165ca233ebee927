/**
 * The board and a station's page in the real window, by keyboard alone: somebody who is nobody yet looks, finds a station, comes back
 * to the same place, and sees what others do without touching a key.
 */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { type Hands, handsOn } from './hands.ts';
import { type Launched, launchApp } from './launch.ts';
import { barriersOn, sidewaysOn } from './looks.ts';
import { type Hall, hallWith } from './papers-in-hand.ts';
import { settle } from './settle.ts';

/** Figures that stand nowhere else on a screen. */
const TYPED = { candidate1: 771, candidate2: 882, registered: 6_543 };

describe('the board', () => {
  let hall: Hall;
  let launched: Launched;
  let hands: Hands;
  const ask = (name: string, fields: unknown) =>
    hands.page.evaluate(
      ([asked, given]) =>
        (window as unknown as { countersign: { ask(n: unknown, f: unknown): Promise<unknown> } }).countersign.ask(asked, given),
      [name, fields] as const,
    );
  beforeAll(async () => {
    hall = await hallWith([{ station: 0, serial: 'X-1', figures: TYPED, second: { candidate1: 773 } }]);
    launched = await launchApp({ dataFolder: hall.dataFolder, viewport: { width: 1366, height: 768 } });
    hands = handsOn(launched.page);
    await hands.stand(/Unlock|Board/);
    await launched.page.evaluate(() => location.assign('#/board'));
    await hands.stand('Board');
    await settle(hands.page);
  });
  afterAll(async () => {
    await launched.close();
    rmSync(hall.dataFolder, { recursive: true, force: true });
  });

  const activeRow = () =>
    hands.page.evaluate(
      () => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.innerText ?? '',
    );
  const stages = async () => {
    const counts = await hands.page.locator('ol[aria-label="Every station by state"] b').allInnerTexts();
    return counts.map(Number);
  };

  test('opens for somebody who is nobody yet, with the stations under the fingers', async () => {
    expect(await hands.read()).toContain('Nobody at the keyboard');
    expect(await activeRow()).toContain('900 901 9001 001 01');
    await hands.press('ArrowDown');
    expect(await activeRow()).toContain('900 901 9001 002 01');
  });

  test('its row of states adds up to all stations', async () => {
    const counts = await stages();
    expect(counts.at(-1)).toBe(12);
    expect(counts.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(12);
  });

  test('shows no figure of a form whose entries differ, though it waits at the top of nobody’s list', async () => {
    await hands.see('rows that differ: 1; needs a third person');
    expect(await hands.page.evaluate(() => document.body.innerHTML)).not.toMatch(/\b(771|773|882|6,543)\b/);
  });

  test('votes stand under the number of forms they come from, in ballot order', async () => {
    const table = hands.page.getByRole('region', { name: 'Tally' }).last().getByRole('table');
    expect(await table.getByRole('columnheader').allInnerTexts()).toContain('Votes in 2 of 12 forms');
    const numbers = await table.locator('tbody td:first-child').allInnerTexts();
    expect(numbers).toEqual(['1', '2', '3', '4', '5']);
  });

  test('F6 finds a station by part of its code, Enter goes there, Escape comes back to the same place', async () => {
    await hands.press('F6');
    await hands.type('9003 002');
    await hands.see('1 of 12: “9003 002”');
    await hands.press('Enter');
    await hands.stand('Station');
    await hands.see('900 901 9003 002 01');
    await hands.press('Escape');
    await hands.stand('Board');
    await hands.see('1 of 12: “9003 002”');
    await hands.press('F6', 'Escape');
    await hands.see('all 12');
    await hands.press('End', 'Enter');
    await hands.stand('Station');
    await hands.press('Escape');
    await hands.stand('Board');
    await settle(hands.page);
    expect(await activeRow()).toContain('900 901 9003 004 01');
  });

  test('F3 shortens the list to one ward and one state', async () => {
    await hands.press('F3', 'ArrowRight', 'ArrowRight', 'Enter');
    await hands.see('4 of 12: Wino');
    expect(await activeRow()).toContain('900 901 9002 001 01');
    await hands.press('F3', 'Delete');
    await hands.see('all 12');
  });

  test('the bracket goes to the next contest and back', async () => {
    await hands.press(']');
    await hands.miss('2 of 12 forms in the tally');
    await hands.press('[');
    await hands.see('2 of 12 forms in the tally');
  });

  test('F4 chooses among all contests, and the stations are under the fingers again', async () => {
    await hands.press('F4');
    await hands.see('2 of 12 forms, Provisional');
    await hands.press('ArrowDown', 'Enter');
    await hands.see('0 of 4 forms in the tally');
    await settle(hands.page);
    expect(await activeRow()).toContain('900 901 9002');
    await hands.press('F4', 'ArrowUp', 'Enter');
    await hands.see('2 of 12 forms in the tally');
  });

  test('a station’s page hides what two people have not agreed on, and tells its acts in order', async () => {
    await hands.press('F6');
    await hands.type('9003 003');
    await hands.press('Enter');
    await hands.stand('Station');
    await hands.see('The figures are shown once two people have typed the same.');
    await hands.see('C2 sealed an entry of form 1');
    expect(await hands.page.evaluate(() => document.body.innerHTML)).not.toMatch(/\b(771|773|882|6,543)\b/);
    expect(await barriersOn(hands.page)).toEqual([]);
    await hands.press('C', 'H', 'Escape');
    await hands.stand('Board');
    await hands.press('F6', 'Escape');
  });

  test('what others do appears by itself', async () => {
    const before = await stages();
    await ask('unlock', { person: 'C1', secret: PRACTICE_PASSPHRASE });
    const marks = ['stamp', 'watermark', 'presidingOfficerSigned', 'presidingOfficerDated', 'deputySigned', 'deputyDated', 'pagesComplete'];
    const seen = Object.fromEntries(marks.map((mark) => [mark, 'yes']));
    const particulars = { serial: 'X-9', book: '1', copy: 'original', alterations: 'none', stationAsExpected: 'yes', ...seen };
    const command = { kind: 'form-received', body: { contest: 'president', station: '900901900300401', particulars } };
    expect(await ask('perform', { id: crypto.randomUUID(), commands: [command] })).toMatchObject({ ok: true });
    await settle(hands.page);
    const after = await stages();
    expect([after[0], after[1], after.at(-1)]).toEqual([(before[0] ?? 0) - 1, (before[1] ?? 0) + 1, 12]);
  });

  test.each([
    { width: 1366, height: 768 },
    { width: 1093, height: 614 },
  ])('has no barrier and no sideways scroll at $width × $height, in both languages', async (size) => {
    await hands.page.setViewportSize(size);
    for (const language of ['sw', 'en']) {
      await ask('prefer', { language, theme: language === 'sw' ? 'dark' : 'light' });
      await settle(hands.page);
      expect(await barriersOn(hands.page)).toEqual([]);
      expect(await sidewaysOn(hands.page)).toEqual([]);
    }
  });
});
