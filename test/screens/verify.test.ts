/** Verifying in the window, where no centre is and nobody is at the keyboard: what is authentic, what is refused, what contradicts. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { sharedFolder } from '../db/folders.ts';
import { demoElection, playDay } from '../main/played-day.ts';
import { eventually, openOnce, testLooks } from './one-app.ts';

const folder = sharedFolder();
const election = await demoElection(folder);
const certified = await playDay(election, path.join(folder, 'certified'));
const another = await playDay(election, path.join(folder, 'another'), { seed: 99 });
const president = path.join(certified.folder, 'president.bundle.zip');
const anchor = `${certified.keyFile}.pub`;
const altered = path.join(folder, 'altered.bundle.zip');
const rivals = path.join(folder, 'rivals');

const bytes = readFileSync(president);
bytes[bytes.length - 4000] = (bytes[bytes.length - 4000] ?? 0) ^ 1;
writeFileSync(altered, bytes);
mkdirSync(rivals);
copyFileSync(president, path.join(rivals, 'a.bundle.zip'));
copyFileSync(path.join(another.folder, 'president.bundle.zip'), path.join(rivals, 'b.bundle.zip'));
const { app, hands } = await openOnce(path.join(folder, 'app'));

beforeEach(async () => {
  await hands.press('Escape', 'Alt+0');
  await hands.stand('Verify');
  await hands.press('Delete');
  if (await hands.page.getByRole('checkbox').isChecked()) await hands.press('t');
  await hands.see('Choose a bundle from a memory stick');
});

/** Presses the key of a dialog that then answers with this file or folder. */
async function lay(key: string, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await hands.press(key);
  await eventually(() => hands.read()).toMatch(key === 'f' ? /\.bundle\.zip/ : path.basename(file));
}

const verdict = () => hands.page.getByRole('heading', { level: 2 }).filter({ hasText: /Authentic|Consistent|Failed/ });

test('with the commission’s key and a ticked rehearsal a sound bundle is authentic, with its totals out of how many stations', async () => {
  await lay('o', president);
  await lay('a', anchor);
  await hands.press('t', 'v');
  await eventually(() => verdict().innerText()).toContain('Authentic');
  const words = await hands.read();
  expect(words).toMatch(/Votes in [0-9]+ of [0-9]+ stations/);
  expect(words).toContain('REHEARSAL');
  expect(words).not.toContain(folder);
  expect(
    await hands.page.getByRole('list', { name: 'Digest of the summary, to compare with the paper' }).getByRole('listitem').count(),
  ).toBe(16);
});

test('without the tick a rehearsal is refused, and without the key nothing is authentic', async () => {
  await lay('o', president);
  await hands.press('v');
  await eventually(() => verdict().innerText()).toContain('Failed');
  await hands.see('This is the bundle of a rehearsal');
  await hands.press('t', 'v');
  await eventually(() => verdict().innerText()).toContain('Consistent');
  await hands.see('No key of the commission was given');
});

test('a flipped bit fails, and the check that noticed is named', async () => {
  await lay('o', altered);
  await lay('a', anchor);
  await hands.press('t', 'v');
  await eventually(() => verdict().innerText()).toContain('Failed');
  expect(await hands.page.getByRole('table', { name: 'Named checks' }).innerText()).toContain('failed');
});

test('two journals that claim one contest fail both, though each alone is sound', async () => {
  await lay('f', rivals);
  await lay('a', anchor);
  await hands.press('t', 'v');
  const grid = hands.page.getByRole('grid', { name: 'All bundles' });
  await eventually(() => grid.innerText().catch(() => '')).toMatch(/Failed[\s\S]*another journal claims the same contest[\s\S]*Failed/);
  await hands.press('ArrowDown', 'Enter');
  await eventually(() => verdict().innerText()).toContain('Failed');
  await hands.press('Escape');
  await eventually(() => grid.isVisible()).toBe(true);
});

test('a key that is none is refused in words, by its name and not by its place', async () => {
  await lay('o', president);
  const letter = path.join(folder, 'letter.pub');
  writeFileSync(letter, 'Dear commission');
  await lay('a', letter);
  await hands.press('v');
  await hands.see(/This file cannot be used: letter\.pub/);
  expect(await hands.read()).not.toContain(folder);
});

testLooks(hands, async () => {
  await lay('o', president);
  await hands.press('t', 'v');
  await eventually(() => verdict().count()).toBe(1);
});
