/** The court pack from the keyboard: an official asks for it in the journal's room, and finds it in the folder that was chosen. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { enterAs, eventually, openOnce, testLooks } from './one-app.ts';
import { practiceIn } from './people-hands.ts';

const folder = sharedFolder();
await practiceIn(folder);
const { app, hands } = await openOnce(folder);

/** Goes to the journal afresh. */
const enter = (person: string) => enterAs(hands, person, 'Alt+9', 'Journal');

async function choose(into: string): Promise<void> {
  await app.evaluate(({ dialog }, chosenFolder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosenFolder] });
  }, into);
}

test('a clerk is told who may ask for it', async () => {
  await enter('C1');
  await hands.press('p');
  await hands.see('officials only');
  expect(await hands.page.getByRole('dialog').count()).toBe(0);
});

test('an official writes it without a mouse, with the section that was typed, and reads where it is', async () => {
  const into = temporaryFolder();
  await choose(into);
  await enter('RO1');
  await hands.press('p');
  await hands.see('a draft of the certificate');
  await hands.type('the section counsel names');
  await hands.press('Shift+Enter');
  await hands.see(/Written: 25 files, from \d+ acts/);
  const [made = ''] = readdirSync(into);
  await hands.see(made);
  expect(readdirSync(path.join(into, made))).toContain('court-pack.html');
  const draft = readFileSync(path.join(into, made, 'certificate-draft.html'), 'utf8');
  expect(draft).toContain('Under the section counsel names');
  await hands.press('Escape');
  await eventually(() => hands.page.getByRole('dialog').count()).toBe(0);
});

testLooks(hands, async () => {
  await enter('RO1');
  await hands.press('p');
  await hands.page.getByRole('dialog').waitFor();
});
