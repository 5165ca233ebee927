/** The journal as people use it: by keyboard alone, blind where it must be, and able to check the whole of itself. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { enterAs, eventually, openOnce, testLooks } from './one-app.ts';
import { practiceIn } from './people-hands.ts';
import { settle } from './settle.ts';

const folder = sharedFolder();
await practiceIn(folder);
const { app, hands } = await openOnce(folder);

/** Goes to the journal afresh. */
async function enter(person: string): Promise<void> {
  await enterAs(hands, person, 'Alt+9', 'Journal');
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
    await hands.press('ArrowUp');
    await eventually(chosen).toBe('13');
    await hands.press('Home');
    await eventually(async () => Number(await chosen())).toBeGreaterThanOrEqual(newest);
    expect(await hands.page.evaluate(() => document.activeElement?.getAttribute('aria-selected'))).toBe('true');
  });

  test('the key after a dialog reaches the list, with no pause between them', async () => {
    await enter('RO1');
    const newest = Number(await chosen());
    for (let times = 0; times < 12; times += 1) await hands.press('g', 'Escape', 'ArrowDown');
    expect(Number(await chosen())).toBe(newest - 12);
    for (let times = 0; times < 12; times += 1) await hands.press('x', 'Escape', 'ArrowUp');
    expect(Number(await chosen())).toBe(newest);
  });

  test('an arrow goes on from the act that was asked for, also while its page is still on the way', async () => {
    await enter('RO1');
    for (const from of ['Home', 'End', 'Home', 'End', 'Home']) {
      await hands.press(from, 'g');
      await hands.type('12');
      await hands.press('Enter', 'ArrowUp');
      await eventually(chosen).toBe('13');
      await settle(hands.page);
      expect(await chosen()).toBe('13');
    }
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
  await app.evaluate(({ dialog }, chosenFolder) => {
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

testLooks(hands, () => enter('RO1'));
