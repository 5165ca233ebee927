/**
 * The second medium as officials meet it: chosen, filled, pulled out, put back and given up, by keyboard alone. The folder that a test
 * renames is the stick that somebody pulls.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sharedFolder } from '../db/folders.ts';
import { ask, enterAs, eventually, openOnce, testLooks } from './one-app.ts';
import { chooseNext, practiceIn } from './people-hands.ts';
import { actsSaid } from './said.ts';

const folder = sharedFolder();
const centre = await practiceIn(folder);
const { app, hands } = await openOnce(folder);
const sticks = sharedFolder();
const stick = path.join(sticks, 'STICK');
const pulled = path.join(sticks, 'in a pocket');
mkdirSync(stick);

/** In English and in light, whatever was looked at before, with no dialog open. */
async function enterFresh(person: string, key: string, title: string): Promise<void> {
  await hands.press('Escape');
  await ask(hands, 'prefer', { language: 'en', theme: 'light' });
  await enterAs(hands, person, key, title);
}
/** The medium's page, as this person comes to it from the board. */
const enter = (person: string) => enterFresh(person, 'Alt+m', 'Second medium');
const instrument = () => hands.page.locator('[aria-keyshortcuts="Alt+M"]').innerText();

/** The one folder of this centre on the stick. */
function kept(): string {
  const [name = ''] = readdirSync(stick).filter((entry) => entry.startsWith('countersign-'));
  return path.join(stick, name);
}
const linesKept = () => readFileSync(path.join(kept(), 'journal.jsonl'), 'utf8').split('\n').length - 1;

async function use(medium: string): Promise<void> {
  await chooseNext(app, medium);
  await hands.press('o');
  await hands.see(/as the second medium\?/);
  await hands.press('Control+Enter');
  await hands.miss(/as the second medium\?/);
}

describe('before there is one', () => {
  test('the instrument says so, a practice election is not nagged, and only officials may choose', async () => {
    await enter('C1');
    await hands.see('none is chosen');
    expect(await instrument()).toContain('none');
    await hands.see('an official has to be at the keyboard');
    await hands.press('o');
    expect(await hands.page.locator('dialog').count()).toBe(0);
    await enter('RO1');
    expect(await hands.page.getByRole('region', { name: 'Second medium' }).count()).toBe(0);
  });

  test('leaving the dialog of the desktop leaves everything as it is', async () => {
    await enter('RO1');
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
    });
    await hands.press('o');
    await hands.see('none is chosen');
    expect(await hands.page.locator('dialog').count()).toBe(0);
  });

  test('a folder within the data folder is refused in words, and its place stays unsaid', async () => {
    await enter('RO1');
    const inside = path.join(centre, 'backup');
    mkdirSync(inside);
    await chooseNext(app, inside);
    await hands.press('o');
    await hands.see('Use backup as the second medium?');
    await hands.press('Control+Enter');
    await hands.see('R-MEDIUM-INSIDE');
    expect(await hands.read()).not.toContain(folder);
    await hands.press('Escape');
    await hands.see('none is chosen');
  });
});

describe('once it is chosen', () => {
  beforeEach(async () => {
    await enter('RO1');
    if ((await instrument()).includes('none')) await use(stick);
    await eventually(instrument).toMatch(/up to \d\d:\d\d:\d\d/);
  });

  test('what lies there and the same disk are said first, then every act is on it', async () => {
    await chooseNext(app, stick);
    await hands.press('o');
    await hands.see('A copy of this centre lies there already');
    await hands.see('It lies on the same disk as the database');
    await hands.press('Escape');
    expect(linesKept()).toBe(actsSaid(centre).length);
    expect(await hands.read()).not.toContain(sticks);
  });

  test('a full copy is made at a key, checked, and noted in the journal by the machine itself', async () => {
    await hands.press('c');
    await hands.see(/Copied and checked: [\d,]+ acts\./);
    await eventually(() => readdirSync(kept()).filter((name) => name.endsWith('.sqlite')).length).toBe(1);
    expect(actsSaid(centre).some(({ kind }) => kind === 'backup-made')).toBe(true);
    await hands.see(/acts, checked,/);
  });

  test('the stick pulled: officials are told above every room and work goes on; put back, it catches up', async () => {
    await enterFresh('RO1', 'Alt+8', 'People');
    renameSync(stick, pulled);
    await eventually(instrument).toMatch(/missing since \d\d:\d\d/);
    await hands.see('The second medium has been missing since');
    expect(await hands.page.locator('dialog').count()).toBe(0);
    await hands.press('F8');
    await hands.type('The stick was pulled.');
    await hands.press('Control+Enter');
    await eventually(() => actsSaid(centre).some(({ kind }) => kind === 'incident-noted')).toBe(true);
    const { length } = actsSaid(centre);
    await ask(hands, 'lock', {});
    await hands.miss('The second medium has been missing since');
    await enter('C1');
    expect(await hands.page.getByRole('region', { name: 'Second medium' }).count()).toBe(0);
    await hands.see('Put it back');
    renameSync(pulled, stick);
    await eventually(instrument).toMatch(/up to \d\d:\d\d:\d\d/);
    await eventually(linesKept).toBeGreaterThan(length);
  });

  test('the band leads to the page by Tab and Enter', async () => {
    await enterFresh('DRO1', 'Alt+8', 'People');
    renameSync(stick, pulled);
    await hands.see('The second medium has been missing since');
    const isThere = () => hands.page.evaluate(() => document.activeElement?.textContent === 'Look at it');
    for (let stops = 0; stops < 40 && !(await isThere()); stops += 1) await hands.press('Tab');
    await hands.press('Enter');
    await hands.stand('Second medium');
    renameSync(pulled, stick);
    await eventually(instrument).toMatch(/up to/);
  });
});

describe('its page', () => testLooks(hands, () => enter('RO1')));

describe('its choice', () =>
  testLooks(hands, async () => {
    await enter('RO1');
    await chooseNext(app, stick);
    await hands.press('o');
    await hands.page.locator('dialog').waitFor();
  }));

describe('the strip above the rooms', () => {
  afterEach(async () => {
    renameSync(pulled, stick);
    await eventually(instrument).toMatch(/\d\d:\d\d:\d\d/);
  });
  testLooks(hands, async () => {
    await enterFresh('RO1', 'Alt+9', 'Journal');
    renameSync(stick, pulled);
    await hands.page.getByRole('region', { name: 'Second medium' }).waitFor();
  });
});

describe('giving it up', () => {
  test('asks first, and leaves what lies there as it is', async () => {
    await enter('RO1');
    const lines = linesKept();
    await hands.press('x');
    await hands.see('What lies on it stays there and grows no more.');
    await hands.press('Escape');
    await hands.press('x', 'Control+Enter');
    await hands.see('none is chosen');
    expect(linesKept()).toBeGreaterThanOrEqual(lines);
    expect(existsSync(kept())).toBe(true);
  });
});

describe('at the end', () => {
  test('the keyboard is locked, and a last full copy of everything said before is on the stick when the program is gone', async () => {
    await enter('RO1');
    await use(stick);
    await eventually(instrument).toMatch(/up to/);
    await hands.press('F8');
    await hands.type('Said before the end.');
    await hands.press('Control+Enter');
    await hands.miss('What happened, in a few words');
    const { length } = actsSaid(centre);
    const copies = readdirSync(kept());
    await app.close();
    const made = readdirSync(kept()).filter((name) => name.endsWith('.sqlite') && !copies.includes(name));
    expect(made.map((name) => Number(/[0-9]+/.exec(name)?.[0]) >= length)).toEqual([true]);
    expect(linesKept()).toBe(actsSaid(centre).length);
    expect(actsSaid(centre).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['app-stopped', 'backup-made']));
  });
});
