/** The journal as people use it: by keyboard alone, blind where it must be, and able to check the whole of itself. */

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { type Hands, handsOn } from './hands.ts';
import { type Launched, launchApp } from './launch.ts';
import { barriersOn, sidewaysOn, wordlessOn } from './looks.ts';
import { practiceIn } from './people-hands.ts';
import { preferring } from './places.ts';
import { settle } from './settle.ts';

const folder = sharedFolder();
/** Patient, because the machine may have other work. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 30_000 });
let launched: Launched;
let hands: Hands;

beforeAll(async () => {
  await practiceIn(folder);
  launched = await launchApp({ dataFolder: folder, viewport: { width: 1366, height: 768 } });
  hands = handsOn(launched.page);
  await hands.page.getByRole('heading', { level: 1, name: /unlock|keyboard|who/i }).waitFor();
});
afterAll(() => launched.close());

async function become(person: string): Promise<void> {
  await hands.page.evaluate(
    async ([who, secret]) => {
      const { countersign } = window as unknown as { countersign: { ask(name: string, fields: unknown): Promise<unknown> } };
      await countersign.ask('lock', {}).catch(() => undefined);
      await countersign.ask('unlock', { person: who, secret });
    },
    [person, PRACTICE_PASSPHRASE] as const,
  );
}

/** Goes to the journal afresh. */
async function enter(person: string): Promise<void> {
  await become(person);
  await hands.page.evaluate(() => {
    location.hash = '#/board';
  });
  await hands.stand('Board');
  await hands.press('Alt+9');
  await hands.stand('Journal');
  await hands.page.locator('tr[aria-selected="true"]').waitFor();
}

const chosen = () => hands.page.locator('tr[aria-selected="true"] td').first().innerText();
const panel = () => hands.page.getByRole('region', { name: 'The act' });

/** Finds the newest entry on the form that was entered once, with the keys of the find boxes. */
async function findEntry(): Promise<void> {
  await hands.press('F3');
  await hands.type('Entry sealed');
  await hands.press('Escape');
  await eventually(() => panel().innerText()).toContain('Entry sealed');
}

describe('moving', () => {
  test('arrows choose, pages turn, either end and any number are a key away, and the focus goes along', async () => {
    await enter('RO1');
    const newest = Number(await chosen());
    await hands.press('ArrowDown', 'ArrowDown', 'ArrowUp');
    expect(Number(await chosen())).toBe(newest - 1);
    await hands.press('PageDown');
    await eventually(async () => Number(await chosen())).toBe(newest - 50);
    await hands.press('PageUp', 'End');
    await eventually(chosen).toBe('0');
    await hands.press('g');
    await hands.type('12');
    await hands.press('Enter');
    await eventually(chosen).toBe('12');
    await settle(hands.page);
    await hands.press('ArrowUp');
    await eventually(chosen).toBe('13');
    await hands.press('Home');
    await eventually(async () => Number(await chosen())).toBeGreaterThanOrEqual(newest);
    expect(await hands.page.evaluate(() => document.activeElement?.getAttribute('aria-selected'))).toBe('true');
  });
});

describe('blindness', () => {
  test('a clerk who is to type second finds the first entry, and neither its figures nor its bytes', async () => {
    await enter('C3');
    await findEntry();
    await eventually(() => panel().innerText()).toContain('not shown until the form is agreed');
    await hands.press('x');
    await hands.see('The exact text is shown once all of it may be seen.');
    await hands.press('Escape');
  });

  test('nor does an official, who may have to read what differs', async () => {
    await enter('RO1');
    await findEntry();
    await eventually(() => panel().innerText()).toContain('not shown until the form is agreed');
    await hands.press('x');
    await hands.see('The exact text is shown once all of it may be seen.');
    await hands.press('Escape');
  });
});

test('the whole journal is checked beside the work, and each named check is told', async () => {
  await enter('RO1');
  await hands.press('k');
  await hands.see(/whole journal checked [0-9:]+: sound/);
  const dialog = hands.page.getByRole('dialog');
  await eventually(() => dialog.getByRole('row').count()).toBe(9);
  expect(await dialog.innerText()).not.toContain('failed');
  await hands.press('Escape');
});

test('an official takes the journal along into a chosen folder; a clerk is told why not', async () => {
  const into = temporaryFolder();
  await launched.app.evaluate(({ dialog }, chosenFolder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosenFolder] });
  }, into);
  await enter('C1');
  await hands.press('e');
  expect(readdirSync(into)).toEqual([]);
  await hands.see('officials only');
  await enter('RO1');
  await hands.press('e');
  await hands.see(/acts were written to the folder/);
  const [made = ''] = readdirSync(into);
  expect(readdirSync(path.join(into, made)).sort()).toEqual(['checkpoint', 'journal.jsonl']);
});

test.each([
  [1366, 768, 'light', 'en'],
  [1093, 614, 'dark', 'sw'],
] as const)(
  'at %i × %i, %s, %s there is no barrier, no missing word and nothing beside the window',
  async (width, height, theme, language) => {
    await enter('RO1');
    await hands.page.setViewportSize({ width, height });
    await preferring(hands.page, { theme, language });
    await eventually(() => hands.page.evaluate(() => document.documentElement.lang)).toBe(language);
    expect(await barriersOn(hands.page)).toEqual([]);
    expect(await sidewaysOn(hands.page)).toEqual([]);
    expect(await wordlessOn(hands.page)).toEqual([]);
  },
);
