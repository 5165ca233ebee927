/**
 * Setup in the real windows, by keyboard alone: from an empty machine to an open centre with a restart in between, the two groups of
 * the digest typed wrong and right, and a practice election begun and erased.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { canonicalBytes } from '../../core/canonical.ts';
import { groupsOf } from '../../core/groups.ts';
import { present } from '../../core/result.ts';
import { systemRandom } from '../../db/random.ts';
import { openCentres } from '../../main/centres.ts';
import { inventStations } from '../../main/demo/constituency.ts';
import { definePractice } from '../../main/practice/definition.ts';
import { barriersOn, sidewaysOn } from './looks.ts';
import { chooseNext, makeKey, newDataFolder, openApp, typeWords } from './people-hands.ts';
import { whoSaidWhat } from './said.ts';

const election = definePractice('2027-08-10', inventStations(7).slice(0, 4), systemRandom);
const GROUPS = groupsOf(election.definition.digest);

function writeDefinition(folder: string): string {
  const file = path.join(folder, 'definition.json');
  writeFileSync(file, canonicalBytes(election.envelope));
  return file;
}

function actsIn(dataFolder: string): readonly string[] {
  return whoSaidWhat(openCentres(dataFolder).folderFor(election.definition.digest));
}

async function groupsShown(page: import('playwright').Page): Promise<readonly string[]> {
  return page
    .getByRole('list', { name: 'The digest of the file' })
    .locator('li')
    .evaluateAll((items) => items.map((item) => (item.textContent ?? '').replace(/^\d+?(?=[0-9a-f]{4}$|$)/, '')));
}

/** The places that are left empty. */
async function emptyPlaces(page: import('playwright').Page): Promise<readonly number[]> {
  const labels = await page.locator('input').evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label') ?? ''));
  return labels.map((label) => Number(/[0-9]+/.exec(label)?.[0]));
}

test('from an empty machine to an open centre, two officials, one restart, no mouse', async () => {
  const folder = newDataFolder();
  const first = await openApp(folder);
  const { hands } = first;
  await chooseNext(first.app, writeDefinition(folder));
  await hands.stand('Setup');
  expect(await barriersOn(hands.page)).toEqual([]);

  await hands.press('d');
  await hands.see('Type the two empty groups');
  const places = await emptyPlaces(hands.page);
  expect(places).toHaveLength(2);
  const shown = await groupsShown(hands.page);
  for (const place of places) expect(shown[place - 1]).not.toContain(present(GROUPS[place - 1], 'group'));
  expect(await barriersOn(hands.page)).toEqual([]);
  expect(await sidewaysOn(hands.page)).toEqual([]);

  const right = places.map((place) => present(GROUPS[place - 1], 'group'));
  const wrong = right[1] === '0000' ? '1111' : '0000';
  await hands.type(`${right[0]}${wrong}`);
  await hands.press('Enter');
  await hands.see(`Not as in the file: group ${places[1]}.`);
  await hands.type(right[1] ?? '');
  await hands.press('Enter');
  await hands.see('Which contests does this machine hold?');
  await hands.press('Enter');
  await hands.see('The returning officer founds the centre');
  await hands.press('Enter');
  const officerWords = await makeKey(hands);
  await hands.see('without one it starts again from paper');
  expect(await barriersOn(hands.page)).toEqual([]);
  const stick = path.join(folder, 'STICK');
  mkdirSync(stick);
  await chooseNext(first.app, stick);
  await hands.press('Enter');
  await hands.see('Use STICK as the second medium?');
  await hands.press('Control+Enter');
  await hands.see('A second official is needed');
  expect(actsIn(folder)).toEqual(expect.arrayContaining(['RO1 centre-created', 'RO1 person-enrolled', 'RO1 person-admitted']));
  await first.close();

  const second = await openApp(folder);
  const again = second.hands;
  await again.stand('Unlock');
  await again.press('Enter');
  await again.see('Hand the keyboard to');
  await typeWords(again, officerWords);
  await again.stand('Board');
  await again.press('Alt+s');
  await again.see('A second official is needed');
  await again.press('Enter');
  const deputyWords = await makeKey(again);
  await again.see('You sign that this person, with this key, is the one whom the definition names.');
  await again.press('Enter');
  await again.see('You sign for the opening');
  await again.press('Enter');
  await again.see('Who is present');
  await again.press('Control+Enter');
  await again.see('The next step is another official’s.');
  await again.press('Enter');
  await again.see('Hand the keyboard to');
  await typeWords(again, deputyWords);
  await again.see('Your confirmation opens the centre');
  expect(await barriersOn(again.page)).toEqual([]);
  await again.press('Enter');
  await again.see('The centre is open.');
  expect(actsIn(folder).filter((act) => act.startsWith('DRO1'))).toEqual(['DRO1 person-enrolled', 'DRO1 act-confirmed']);
});

test('whoever goes on without a second medium is told what that means, and not asked again', async () => {
  const folder = newDataFolder();
  const first = await openApp(folder);
  const { hands } = first;
  await chooseNext(first.app, writeDefinition(folder));
  await hands.stand('Setup');
  await hands.press('d');
  await hands.see('Type the two empty groups');
  const places = await emptyPlaces(hands.page);
  await hands.type(places.map((place) => present(GROUPS[place - 1], 'group')).join(''));
  await hands.press('Enter');
  await hands.see('Which contests does this machine hold?');
  await hands.press('Enter');
  await hands.see('The returning officer founds the centre');
  await hands.press('Enter');
  const officerWords = await makeKey(hands);
  await hands.see('without one it starts again from paper');
  await hands.press('k');
  await hands.see('A second official is needed');
  await first.close();

  const second = await openApp(folder);
  await second.hands.stand('Unlock');
  await second.hands.press('Enter');
  await second.hands.see('Hand the keyboard to');
  await typeWords(second.hands, officerWords);
  await second.hands.stand('Board');
  expect(await second.hands.page.locator('[aria-keyshortcuts="Alt+M"]').innerText()).toContain('none');
  await second.hands.press('Alt+s');
  await second.hands.see('A second official is needed');
});

test('after three wrong tries the file is not taken, and nothing was made', async () => {
  const folder = newDataFolder();
  const { app, hands } = await openApp(folder);
  await chooseNext(app, writeDefinition(folder));
  await hands.stand('Setup');
  await hands.press('d');
  await hands.see('Type the two empty groups');
  const [place = 0] = await emptyPlaces(hands.page);
  const wrong = GROUPS[place - 1] === '0000' ? '1111' : '0000';
  await hands.type(`${wrong}0000`);
  await hands.press('Enter');
  await hands.see('tries left: 2');
  await hands.press('Enter');
  await hands.see('tries left: 1');
  await hands.press('Enter');
  await hands.see('Wrong three times');
  await hands.press('Enter', 'Escape');
  await hands.see('There is none yet.');
  expect(openCentres(folder).list()).toEqual([]);
});

test('a file that is no definition is refused with its code, and its path stays unsaid', async () => {
  const folder = newDataFolder();
  const { app, hands } = await openApp(folder);
  const file = path.join(folder, 'damaged.json');
  writeFileSync(file, readFileSync(writeDefinition(folder)).subarray(0, -20));
  await chooseNext(app, file);
  await hands.stand('Setup');
  await hands.press('d');
  await hands.see(/E-[A-Z]+/);
  expect(await hands.read()).not.toContain(folder);
});

test('a practice election is begun with one key, keyed in within it, and erased with its name said', async () => {
  const folder = newDataFolder();
  const { hands } = await openApp(folder);
  await hands.stand('Setup');
  await hands.press('p');
  await hands.see('Hand the keyboard to');
  await hands.press('F6', 'Enter');
  await hands.stand('Entry');
  expect(hands.pressed()).toBe(3);
  await hands.press('F10');
  await hands.stand('Unlock');
  await hands.page.evaluate(() => {
    window.location.hash = '/setup/centres';
  });
  await hands.see('Centres on this machine');
  expect(await barriersOn(hands.page)).toEqual([]);
  await hands.press('Delete');
  await hands.see('Nothing can bring it back.');
  await hands.press('Escape');
  await hands.miss('Nothing can bring it back.');
  expect(openCentres(folder).list()).toHaveLength(1);
  await hands.press('Delete');
  await hands.see(/Erase Mfano \(Practice\)\?/);
  await hands.press('Control+Enter');
  await hands.see('There is none yet.');
  expect(readdirSync(path.join(folder, 'practice'))).toEqual([]);
});
