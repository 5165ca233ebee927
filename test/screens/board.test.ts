/**
 * The board and a station's page in the real window, by keyboard alone: somebody who is nobody yet looks, finds a station, comes back
 * to the same place, and sees what others do without touching a key.
 */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../core/decide.ts';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { particulars } from '../core/world-papers.ts';
import { barriersOn, sidewaysOn } from './looks.ts';
import { ask, openOnce } from './one-app.ts';
import { hallWith } from './papers-in-hand.ts';
import { settle } from './settle.ts';

/** Figures that stand nowhere else on a screen. */
const TYPED = { candidate1: 771, candidate2: 882, registered: 6_543 };

const { dataFolder } = await hallWith([{ station: 0, serial: 'X-1', figures: TYPED, second: { candidate1: 773 } }]);
const { hands } = await openOnce(dataFolder);
await hands.page.evaluate(() => location.assign('#/board'));
await hands.stand('Board');
await settle(hands.page);

describe('the board', () => {
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
    await ask(hands, 'unlock', { person: 'C1', secret: PRACTICE_PASSPHRASE });
    const body = { contest: 'president', station: '900901900300401', particulars: particulars('X-9') };
    const command: Command = { kind: 'form-received', body };
    expect(await ask(hands, 'perform', { id: crypto.randomUUID(), commands: [command] })).toMatchObject({ ok: true });
    await settle(hands.page);
    const after = await stages();
    expect([after[0], after[1], after.at(-1)]).toEqual([(before[0] ?? 0) - 1, (before[1] ?? 0) + 1, 12]);
  });

  test.each([
    { width: 1366, height: 768 },
    { width: 1093, height: 614 },
  ])('has no barrier and no sideways scroll at $width × $height, in both languages', async (size) => {
    await hands.page.setViewportSize(size);
    for (const language of ['sw', 'en'] as const) {
      await ask(hands, 'prefer', { language, theme: language === 'sw' ? 'dark' : 'light' });
      await settle(hands.page);
      expect(await barriersOn(hands.page)).toEqual([]);
      expect(await sidewaysOn(hands.page)).toEqual([]);
    }
  });
});
