/**
 * A paper received under the wrong station, which nobody has typed yet: an official comes from the station's page to the paper itself,
 * sets it aside with a reason, and brings it back. A clerk is not shown that way.
 */
import { expect, test } from 'vitest';
import { present } from '../../core/result.ts';
import { sharedFolder } from '../db/folders.ts';
import { enterAs, openOnce } from './one-app.ts';
import { formAt, prepareEvening } from './prepared-evening.ts';
import { actsSaid } from './said.ts';

const folder = sharedFolder();
const papers: string[] = [];
const evening = await prepareEvening(folder, async (playing) => {
  papers.push(formAt(playing, 'received'));
});
const form = present(papers[0], 'a paper that waits to be typed');
const [contest = '', station = ''] = form.split('.');
const { hands } = await openOnce(folder);

async function atStation(person: string): Promise<void> {
  await enterAs(hands, person, 'Alt+1', 'Board');
  await hands.page.evaluate((place) => {
    window.location.hash = place;
  }, `/station/${contest}/${station}`);
  await hands.stand('Station');
}

test('an official sets a paper aside that nobody has typed, and brings it back', async () => {
  await atStation('RO1');
  await hands.see('Reopen or set aside');
  await hands.press('Shift+F1');
  await hands.see(/The form stands at/);
  await hands.press('x');
  await hands.see('This paper will not be opened or counted while it is set aside.');
  await hands.type('It belongs to another station.');
  await hands.press('Control+Enter');
  await hands.see(/Set aside by .*: It belongs to another station\./);
  await hands.press('b');
  await hands.see('The form goes on from where it stood');
  await hands.type('It was right after all.');
  await hands.press('Control+Enter');
  await hands.see(/The form stands at/);
  expect(actsSaid(evening.folder).map(({ kind }) => kind)).toContain('form-set-aside');
});

test('a clerk is not shown the way', async () => {
  await atStation('C1');
  expect(await hands.read()).not.toContain('Reopen or set aside');
});
