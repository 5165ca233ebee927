/** Help on F1 says what the room's own buttons say; the practice teaches the number grammar with the boxes of the entry room. */
import { describe, expect, test } from 'vitest';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { sharedFolder } from '../db/folders.ts';
import { barriersOn, sidewaysOn, wordlessOn } from './looks.ts';
import { ask, eventually, openOnce } from './one-app.ts';
import { practiceIn } from './people-hands.ts';

const folder = sharedFolder();
await practiceIn(folder);
const { hands } = await openOnce(folder);
await ask(hands, 'unlock', { person: 'C1', secret: PRACTICE_PASSPHRASE });

async function goTo(address: string, title: string | RegExp): Promise<void> {
  await hands.page.evaluate((to) => {
    location.hash = `#${to}`;
  }, address);
  await hands.stand(title);
}

const practice = () => hands.page.getByRole('table', { name: 'Practice: typing figures' });

describe('the practice', () => {
  test('is offered once to a clerk who comes to type, takes no key from the form, and never comes back', async () => {
    await goTo('/entry', 'Entry');
    await hands.see('New at this keyboard?');
    await eventually(() => hands.page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await hands.type('7');
    expect(await hands.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('7');
    await hands.press('Backspace');
    await goTo('/board', 'Board');
    await goTo('/entry', 'Entry');
    await hands.miss('New at this keyboard?');
  });

  test('is reached from the help of entry, and ends with what was right', async () => {
    await hands.press('F1');
    await hands.see('Help: Entry');
    await hands.press('F7');
    await hands.stand('Practice: typing figures');
    for (const typed of ['132', '-', '?', '0', '12.5']) {
      await hands.type(typed);
      await hands.press('Enter');
    }
    await hands.see('not a whole number; it stays as typed');
    expect(await hands.page.getByRole('textbox', { name: 'Row 5' }).inputValue()).toBe('12.5');
    await hands.press('ArrowUp', 'Control+A');
    await hands.type('125');
    await hands.press('Enter');
    await hands.type('007');
    await hands.press('Enter');
    await hands.see('All 6 rows are as on the paper.');
    await hands.see('You saw how a slip is marked');
  });

  test('says which rows were not right, and does not end while a row is not entered', async () => {
    await hands.press('F7');
    for (const typed of ['123', '0', '?', '-']) {
      await hands.type(typed);
      await hands.press('Enter');
    }
    await hands.press('Shift+Enter');
    expect(await hands.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Row 5');
    await hands.type('125');
    await hands.press('Enter');
    await hands.type('7');
    await hands.press('Enter');
    await hands.see('3 of 6 rows are as on the paper.');
    expect(await practice().getByText('not what the paper says').count()).toBe(3);
    await hands.see('You did not try 12.5');
  });

  test('leaves nothing in the journal and no draft behind', async () => {
    const before = (await ask(hands, 'journal', { limit: 1 })) as { value: { size: number } };
    await hands.press('F7');
    await hands.type('132');
    await hands.press('Escape');
    await hands.stand('Entry');
    const after = (await ask(hands, 'journal', { limit: 1 })) as { value: { size: number } };
    expect(after.value.size).toBe(before.value.size);
    expect(await hands.page.getByRole('textbox').first().inputValue()).toBe('');
  });
});

describe('help', () => {
  test.each([
    ['/board', 'Board', 'Help: Board'],
    ['/entry', 'Entry', 'Help: Entry'],
    ['/journal', 'Journal', 'Help: Journal'],
    ['/verify', 'Verify', 'Help: Verify'],
  ])('in %s lists every key that a button of the room carries', async (address, title, heading) => {
    await goTo(address, title);
    const carried = await hands.page
      .locator('main button[aria-keyshortcuts]')
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-keyshortcuts') ?? ''));
    expect(carried.length).toBeGreaterThan(1);
    await hands.press('F1');
    const dialog = hands.page.getByRole('dialog', { name: heading });
    await eventually(() => dialog.isVisible()).toBe(true);
    const words = await dialog.evaluate((element) => element.textContent ?? '');
    for (const keys of carried) expect(words).toContain(keys);
    expect(await barriersOn(hands.page)).toEqual([]);
    await hands.press('Escape');
    await eventually(() => dialog.count()).toBe(0);
  });

  test('speaks both languages and fits the small window', async () => {
    await goTo('/journal', 'Journal');
    await hands.page.setViewportSize({ width: 1093, height: 614 });
    await hands.press('F2');
    await hands.stand('Jarida');
    await hands.press('F1');
    await hands.see('Msaada: Jarida');
    expect(await barriersOn(hands.page)).toEqual([]);
    expect(await sidewaysOn(hands.page)).toEqual([]);
    expect(await wordlessOn(hands.page)).toEqual([]);
    await hands.press('Escape');
  });
});
