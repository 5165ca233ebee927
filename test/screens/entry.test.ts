/** Typing a form in the real window: whatever keeps it from being read back is said in words, and the keyboard goes there. */
import { expect, test } from 'vitest';
import { openOnce } from './one-app.ts';
import { hallWith } from './papers-in-hand.ts';
import { standAt } from './places.ts';

const { dataFolder } = await hallWith([]);
const { hands } = await openOnce(dataFolder);

const focused = () => hands.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

test('a row that is not entered is named, and the keyboard goes to it', async () => {
  await standAt(hands.page, { name: 'entry', person: 'C1', address: '/entry' }, 'A1');
  await hands.type('2');
  await hands.press('Shift+Enter');
  await hands.see(/not entered: /);
  const missing = await hands.page.getByRole('textbox').nth(1).getAttribute('aria-label');
  expect(await focused()).toBe(missing);
});

test('a decision that is half typed, or names no candidate, is not passed over in silence', async () => {
  const rows = await hands.page.getByRole('textbox').count();
  for (let row = 1; row < rows; row += 1) {
    await hands.type('2');
    await hands.press(row === rows - 1 ? 'Tab' : 'Enter');
  }
  expect(await focused()).toBe('Ballot serial, line 1');
  await hands.type('A-1');
  await hands.press('Shift+Enter');
  await hands.see('a decision is half typed');
  expect(await focused()).toBe('Candidate number, line 1');
  await hands.type('99');
  await hands.press('Shift+Enter');
  await hands.see('no such candidate');
  expect(await focused()).toBe('Candidate number, line 1');
  await hands.press('Control+a');
  await hands.type('1');
  await hands.press('Tab');
  await hands.press('Tab');
  await hands.type('2');
  await hands.press('Shift+Enter');
  expect(await focused()).toBe('Ballot serial, line 2');
  await hands.type('A-2');
  await hands.press('Shift+Enter');
  await hands.stand('Read back');
  await hands.see('Ballot A-1 to candidate 1');
  await hands.press('Escape');
  await hands.stand('Entry');
  expect(await hands.page.getByRole('textbox', { name: 'Ballot serial, line 2' }).inputValue()).toBe('A-2');
});
