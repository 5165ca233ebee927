/**
 * Passphrases in the real windows: a centre is founded, wrong words and right ones are typed, and the program then breaks in the very
 * moment of unlocking. Neither the app's files, nor those of the browser beneath it, nor anything it says while it stops holds a word.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { canonicalBytes } from '../../core/canonical.ts';
import { groupsOf } from '../../core/groups.ts';
import { present } from '../../core/result.ts';
import { systemRandom } from '../../db/random.ts';
import { inventStations } from '../../main/demo/constituency.ts';
import { definePractice } from '../../main/practice/definition.ts';
import { filesBelow, passphraseSecret, searchFor, tracesIn } from '../main/traces.ts';
import type { Hands } from './hands.ts';
import { inTime } from './in-time.ts';
import { chooseNext, makeKey, newDataFolder, openApp, typeWords } from './people-hands.ts';

const election = definePractice('2027-08-10', inventStations(7).slice(0, 4), systemRandom);
const WRONG = 'zebra yellow wreck vivid umbrella';
const BROKEN = 70;

/** The returning officer founds the centre and chooses a second medium; answers the words of that officer's card. */
async function found(hands: Hands, chooseMedium: () => Promise<void>): Promise<readonly string[]> {
  const groups = groupsOf(election.definition.digest);
  await hands.stand('Setup');
  await hands.press('d');
  await hands.see('Type the two empty groups');
  const labels = await hands.page.locator('input').evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label') ?? ''));
  await hands.type(labels.map((label) => present(groups[Number(/[0-9]+/.exec(label)?.[0]) - 1], 'group')).join(''));
  await hands.press('Enter');
  await hands.see('Which contests does this machine hold?');
  await hands.press('Enter');
  await hands.see('The returning officer founds the centre');
  await hands.press('Enter');
  const words = await makeKey(hands);
  await hands.see('without one it starts again from paper');
  await chooseMedium();
  await hands.press('Enter');
  await hands.see('Use STICK as the second medium?');
  await hands.press('Control+Enter');
  await hands.see('A second official is needed');
  return words;
}

async function handToOfficer(hands: Hands): Promise<void> {
  await hands.press('F10');
  await hands.stand('Unlock');
  await hands.press('Enter');
  await hands.see('Hand the keyboard to');
}

/** Where the stand-in's browser keeps its own files; Electron keeps them in the data folder. */
function browserFolders(program: number | undefined): readonly string[] {
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith(`countersign-standin-${program}-`))
    .map((name) => path.join(tmpdir(), name));
}

/** What makes a key from the words breaks as no library should: the words are in the program's hands in that moment. */
async function breakWhileDeriving(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
    process.getBuiltinModule('node:crypto').scrypt = () => {
      throw new Error('nothing can be derived');
    };
    syncBuiltinESMExports();
  });
}

test('no word of a passphrase stays behind, neither in a file nor in what is said when the program breaks while unlocking', async () => {
  const folder = newDataFolder();
  const { app, hands } = await openApp(folder);
  const program = app.process();
  const said: Buffer[] = [];
  for (const stream of [program.stdout, program.stderr]) stream?.on('data', (data) => said.push(Buffer.from(data)));
  const definition = path.join(folder, 'definition.json');
  writeFileSync(definition, canonicalBytes(election.envelope));
  await chooseNext(app, definition);

  const stick = path.join(folder, 'STICK');
  mkdirSync(stick);
  const words = await found(hands, () => chooseNext(app, stick));
  const secrets = [passphraseSecret('the officer’s words', words.join(' ')), passphraseSecret('the wrong words', WRONG)];
  await handToOfficer(hands);
  await typeWords(hands, WRONG.split(' '));
  await hands.see('Wrong so far: 1.');
  await typeWords(hands, words);
  await hands.miss('Hand the keyboard to');
  await handToOfficer(hands);

  await breakWhileDeriving(app);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const before = filesBelow(folder, ...browserFolders(program.pid));
  expect(before.some((name) => name.endsWith('centre.sqlite'))).toBe(true);
  expect(before.some((name) => name.startsWith(stick) && name.includes('keys'))).toBe(true);
  expect(tracesIn(before, secrets)).toEqual([]);

  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  await typeWords(hands, words).catch(() => undefined);
  expect(await inTime('the end of a program that broke', ended)).toBe(BROKEN);
  const told = Buffer.concat(said);
  expect(told.toString()).toContain('countersign stopped: Error: nothing can be derived');
  expect(searchFor(secrets)(told)).toEqual([]);
  expect(tracesIn(filesBelow(folder), secrets)).toEqual([]);
});
