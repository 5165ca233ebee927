/**
 * The people of the centre in the real windows, by keyboard alone: somebody new enrols and is admitted by two officials, an agent
 * signs out with a receipt, a clerk is suspended with a reason, a key file is taken away, and the rules are shown.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { openKeyFile } from '../../db/key-file.ts';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import type {} from '../../renderer/office/ask.ts';
import type { Hands } from './hands.ts';
import { barriersOn, sidewaysOn } from './looks.ts';
import { chooseNext, makeKey, newDataFolder, type Opened, openApp, practiceIn, wordsOnCard } from './people-hands.ts';
import { whoSaidWhat } from './said.ts';

interface Here extends Opened {
  readonly folder: string;
  readonly acts: () => readonly string[];
}

async function opened(): Promise<Here> {
  const folder = newDataFolder();
  const centre = await practiceIn(folder);
  return { ...(await openApp(folder)), folder, acts: () => whoSaidWhat(centre) };
}

async function become(hands: Hands, person: string): Promise<void> {
  await hands.press('F10');
  await hands.stand('Unlock');
  await hands.see('Officials');
  await hands.type(person);
  await hands.press('Enter');
  await hands.see('Hand the keyboard to');
  await hands.press('F6', 'Enter');
  await hands.miss('Hand the keyboard to');
}

/** The first agent of the register gets the keyboard from here, and comes back here. */
async function firstAgentComes(hands: Hands): Promise<void> {
  await hands.stand('Unlock');
  await hands.see('Officials');
  await hands.press('Escape');
  await hands.stand('Board');
  await toPeople(hands);
  await hands.press('Home', 'u');
  await hands.see('I am ');
  await hands.press('F6', 'Enter');
  await hands.see('A PIN for this evening?');
  await hands.press('Escape');
  await hands.stand('People');
  await hands.see('Officials and clerks');
}

async function toPeople(hands: Hands): Promise<void> {
  await hands.press('Alt+8');
  await hands.stand('People');
  await hands.see('Officials and clerks');
}

/** From now on notes why the dialog cannot be signed, each time that this changes. */
async function noteReasons(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted: string[] = [];
    const note = () => {
      const reason = document.querySelector('dialog[open] [class*="barred"]')?.textContent ?? '';
      if (reason !== '' && reason !== noted.at(-1)) noted.push(reason);
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { noted });
  });
}

function reasonsNoted(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { readonly noted: readonly string[] }).noted);
}

test('somebody new enrols with a key of their own, one official signs, and the second lets them in', async () => {
  const { hands, acts } = await opened();
  await become(hands, 'ro1');
  await toPeople(hands);
  expect(await barriersOn(hands.page)).toEqual([]);
  await hands.press('Insert');
  await hands.type('A9');
  await hands.press('Tab');
  await hands.type('Somebody New');
  await hands.press('Enter');
  await noteReasons(hands.page);
  await makeKey(hands);
  await hands.see('waits for admission');
  expect((await reasonsNoted(hands.page)).at(-1)).toBe('the words are being tried');
  await hands.press('a');
  await hands.see('Takes effect when a second official confirms it.');
  expect(await barriersOn(hands.page)).toEqual([]);
  await hands.see('the party is missing');
  await hands.press('Tab', 'Space', 'Control+Enter');
  await hands.see('waits for another');
  expect(acts()).toContain('A9 person-enrolled');

  await become(hands, 'dro1');
  await toPeople(hands);
  await hands.press('End', 'Enter');
  await hands.see('Your signature is the second one');
  await hands.press('Control+Enter');
  await hands.see('Nothing waits.');
  expect(acts().slice(-1)).toEqual(['DRO1 act-confirmed']);
  await hands.see('of 5 agents in attendance');
  expect(await sidewaysOn(hands.page)).toEqual([]);
});

test('a card whose words were not typed back leaves the screen when the keyboard is locked, and has to be made again', async () => {
  const { hands, acts } = await opened();
  const { page } = hands;
  const enrol = async () => {
    await hands.press('Insert');
    await hands.type('A9');
    await hands.press('Tab');
    await hands.type('Somebody New');
    await hands.press('Enter');
    await hands.see('A key is made here');
  };
  await become(hands, 'ro1');
  await toPeople(hands);
  await enrol();
  await hands.press('m');
  await hands.see('Shown once and kept nowhere');
  const words = await wordsOnCard(page);
  expect(words).toHaveLength(5);
  await page.evaluate(() => window.countersign.ask('lock', {}));
  await hands.see('Nobody at the keyboard');
  await hands.miss('Shown once and kept nowhere');
  const screen = await hands.read();
  expect(words.every((word) => screen.includes(word))).toBe(false);
  await hands.press('Escape');
  await become(hands, 'ro1');
  await toPeople(hands);
  await enrol();
  await hands.see('make the card again');
  expect([...(await barriersOn(page)), ...(await sidewaysOn(page))]).toEqual([]);
  await makeKey(hands);
  await hands.see('waits for admission');
  expect(acts()).toContain('A9 person-enrolled');
});

test('an agent signs out in the own row only, and takes a receipt along', async () => {
  const { hands, acts } = await opened();
  await firstAgentComes(hands);
  await hands.see('Sign out');
  await hands.press('ArrowDown');
  await hands.miss('Sign out');
  await hands.press('Home', 'o');
  await hands.see('A receipt for everything you said follows.');
  await hands.press('Control+Enter');
  await hands.see(/Receipt/);
  expect(acts().slice(-2)).toEqual(['A1 agent-signed-out', 'device receipt-issued']);
});

test('a clerk is suspended with a reason that is said to be public, and restored', async () => {
  const { hands, acts } = await opened();
  await become(hands, 'ro1');
  await toPeople(hands);
  await hands.press('End', 's');
  await hands.see('This text is public and stays for ever.');
  await hands.type('Asleep at the desk');
  await hands.press('Control+Enter');
  await hands.miss('Sign: suspended');
  await hands.see('suspended');
  expect(acts().slice(-1)).toEqual(['RO1 person-suspended']);
  await hands.press('s');
  await hands.see('may work again');
  await hands.type('Awake again');
  await hands.press('Control+Enter');
  await hands.miss('may work again');
  expect(acts().slice(-1)).toEqual(['RO1 person-restored']);
});

test('a key file taken away is still under its words, and is named on the screen as saved', async () => {
  const { app, hands, folder } = await opened();
  const file = path.join(folder, 'taken.key');
  await chooseNext(app, file);
  await firstAgentComes(hands);
  await hands.press('ArrowDown');
  await hands.miss('Take key file away');
  await hands.press('Home', 'k');
  await hands.see(/Key file of .* saved/);
  const bytes = new Uint8Array(readFileSync(file));
  expect(must(await openKeyFile(bytes, PRACTICE_PASSPHRASE)).person).toBe('A1');
  expect((await openKeyFile(bytes, 'happy green mango river river')).ok).toBe(false);
});

test('the rules stand on one key, and the keyboard left alone offers nothing that has to be signed', async () => {
  const { hands } = await opened();
  await hands.stand('Unlock');
  await hands.see('Officials');
  await hands.press('Escape');
  await hands.stand('Board');
  await toPeople(hands);
  for (const word of ['Enrol', 'Admit', 'Suspend', 'Close the centre', 'Take key file']) expect(await hands.read()).not.toContain(word);
  await hands.press('F7');
  await hands.see('no mark, no act');
  expect(await barriersOn(hands.page)).toEqual([]);
  await hands.press('Escape');
  await hands.miss('no mark, no act');
});
