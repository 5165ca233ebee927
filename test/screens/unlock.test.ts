/**
 * The hand-over of the keyboard in the real windows, by keyboard alone: found by number, four letters a word, wrong words counted down
 * to a lock-out that ends, a session PIN, and the way back to the work.
 */
import { expect, test } from 'vitest';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import type { Hands } from './hands.ts';
import { barriersOn, sidewaysOn, unseenStops } from './looks.ts';
import { newDataFolder, openApp, practiceIn, typeWords } from './people-hands.ts';

const WORDS = PRACTICE_PASSPHRASE.split(' ');
const WRONG = ['happy', 'green', 'mango', 'river', 'river'];

async function opened(): Promise<Hands> {
  const folder = newDataFolder();
  await practiceIn(folder);
  const { hands } = await openApp(folder);
  await hands.stand('Unlock');
  await hands.see('Officials');
  return hands;
}

async function handTo(hands: Hands, person: string): Promise<void> {
  await hands.type(person);
  await hands.press('Enter');
  await hands.see('Hand the keyboard to');
}

test('a person is found by number, types four letters of each word, and comes to the work', async () => {
  const hands = await opened();
  expect(await barriersOn(hands.page)).toEqual([]);
  await handTo(hands, 'c2');
  expect(await barriersOn(hands.page)).toEqual([]);
  await typeWords(hands, WORDS);
  await hands.stand('Board');
  await hands.press('Alt+3');
  await hands.stand('Entry');
  await hands.press('F10');
  await hands.stand('Unlock');
  await hands.see('Officials');
  await handTo(hands, 'c3');
  await typeWords(hands, WORDS);
  await hands.stand('Entry');
});

test('a word that is not in the list is marked without being likened to another, and keeps the words from being tried', async () => {
  const hands = await opened();
  await handTo(hands, 'c1');
  await hands.type('happx gree');
  await hands.see('not in the list');
  expect(await hands.read()).not.toContain('happy');
  await hands.see('word 1 is not in the list');
  await hands.press('Enter');
  await hands.press('Enter');
  expect(await hands.read()).not.toContain('Wrong so far');
});

test('hidden words are nowhere on the screen, and no words stay behind in the window', async () => {
  const hands = await opened();
  await handTo(hands, 'c1');
  await hands.press('F4');
  await hands.type('happ gree');
  await hands.see('in the list');
  expect(await hands.read()).not.toMatch(/happ|gree/);
  await hands.type(' mang rive tabl');
  await hands.press('Enter');
  await hands.stand('Board');
  const kept = await hands.page.evaluate(() =>
    JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.documentElement.outerHTML]),
  );
  for (const word of WORDS.filter((one) => one !== 'table')) expect(kept).not.toContain(word);
});

test('five wrong ones bar the keyboard for a while; the tries are counted, the time runs down, and then it opens', async () => {
  const hands = await opened();
  await handTo(hands, 'c1');
  for (let wrong = 1; wrong <= 4; wrong += 1) {
    await typeWords(hands, WRONG);
    await hands.see(`Wrong so far: ${wrong}. Tries left before the keyboard is barred: ${5 - wrong}.`);
  }
  expect(await barriersOn(hands.page)).toEqual([]);
  await typeWords(hands, WRONG);
  await hands.see(/Barred until [0-9:]{8}, [0-9]+ seconds from now/);
  expect(await barriersOn(hands.page)).toEqual([]);
  expect(await hands.page.locator('input').count()).toBe(0);
  await hands.press('Escape');
  await hands.see('has to wait');
  await handTo(hands, 'c1');
  await hands.see(/Barred until/);
  await hands.miss(/Barred until/);
  await hands.see('Word 1');
  await typeWords(hands, WORDS);
  await hands.stand('Board');
});

test('an agent signs in on the way, sets a PIN, and the next time six digits are enough; the words still work', async () => {
  const hands = await opened();
  await handTo(hands, 'a3');
  await typeWords(hands, WORDS);
  await hands.see('Sign in to the hall?');
  expect(await barriersOn(hands.page)).toEqual([]);
  await hands.press('Enter');
  await hands.see('A PIN for this evening?');
  await hands.type('123456');
  await hands.press('Tab');
  await hands.type('123456');
  await hands.press('Enter');
  await hands.see('R-PIN-WEAK');
  await hands.press('Shift+Tab');
  for (const digit of '802611') await hands.press(digit);
  await hands.see('the two are not the same');
  await hands.press('Tab');
  await hands.type('802611');
  await hands.press('Enter');
  await hands.miss('A PIN for this evening?');
  await hands.press('F10');
  await hands.stand('Unlock');
  await hands.see('Officials');
  await handTo(hands, 'a3');
  await hands.see('Session PIN');
  await hands.type('802612');
  await hands.press('Enter');
  await hands.see('Wrong so far: 1.');
  await hands.type('802611');
  await hands.press('Enter');
  await hands.miss('Hand the keyboard to');
  await hands.press('F10');
  await hands.see('Officials');
  await handTo(hands, 'a3');
  await hands.press('F5');
  await typeWords(hands, WORDS);
  await hands.miss('Hand the keyboard to');
});

test('every stop of the tab key can be seen, and nothing is cut off on a narrow screen in Kiswahili', async () => {
  const hands = await opened();
  expect(await unseenStops(hands.page, 6)).toEqual([]);
  await hands.page.setViewportSize({ width: 1093, height: 614 });
  await hands.press('F2');
  await hands.stand('Kufungua');
  expect(await sidewaysOn(hands.page)).toEqual([]);
  expect(await barriersOn(hands.page)).toEqual([]);
});
