/**
 * Ruling in the real window, by keyboard alone: the sum and the effect before the choice, the reason, the witnesses; what may not be
 * ruled, and by whom.
 */
import { describe, expect, test } from 'vitest';
import type { Hands } from './hands.ts';
import { barriersOn } from './looks.ts';
import { ask, eventually, openOnce } from './one-app.ts';
import { hallWith } from './papers-in-hand.ts';
import { type Place, standAt } from './places.ts';
import { settle } from './settle.ts';

const HERE = (person: NonNullable<Place['person']>, form: string): Place => ({ name: 'rulings', person, address: `/rulings/${form}` });

const { dataFolder, forms } = await hallWith([
  { station: 0, serial: 'X-1', figures: { valid: 900, tableTotal: 900, candidate1: 750 } },
  { station: 0, serial: 'X-1', particulars: { copy: 'carbon', stamp: 'no' }, figures: { rejected: 4 } },
  { station: 1, serial: 'X-3', figures: { candidate2: 'unreadable' } },
]);
const [tooMany = '', carbon = '', unreadable = ''] = forms;
const { hands } = await openOnce(dataFolder);

describe('ruling', () => {
  test('a clerk reads the sum and is told that officials rule', async () => {
    await standAt(hands.page, HERE('C3', tooMany), 'A1');
    await hands.see('You cannot rule on this: officials rule.');
    await hands.press('1');
    await hands.press('Shift+Enter');
    await settle(hands.page);
    expect(await hands.page.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await hands.read()).not.toContain('is ruled:');
  });

  test('the sum, the effect with its denominators, and the totals with and without stand before the choice', async () => {
    await standAt(hands.page, HERE('RO1', tooMany), 'A1');
    await hands.see('More valid votes than registered voters');
    const sum = await hands.page.getByRole('region', { name: 'The sum, written out' }).innerText();
    expect(sum).toMatch(/Valid votes cast\s+Form 34A, line 5\s+900/);
    expect(sum).toMatch(/Registered voters\s+the register\s+\d+/);
    expect(sum).toMatch(/Too many by/);
    const seen = await hands.read();
    expect(seen).toMatch(/in 2 of 12 forms become [\d,]+ in 3 of 12/);
    expect(seen).toMatch(/Valid votes stay [\d,]+ in 2 of 12 forms; the 900 of this form/);
    const twiga = await hands.page
      .getByRole('row', { name: /^Twiga Mbuyu [\d,]+ [\d,]+$/ })
      .first()
      .innerText();
    const [, without = '', withForm = ''] = twiga.split(/\s*\t\s*/).map((cell) => cell.replace(',', ''));
    expect(Number(withForm) - Number(without)).toBe(750);
    expect(await barriersOn(hands.page)).toEqual([]);
  });

  test('no ruling is signed without a choice and a reason', async () => {
    await hands.press('Shift+Enter');
    await hands.see('choose a ruling');
    await hands.press('2');
    await hands.press('Shift+Enter');
    await hands.see('write a reason');
    expect(await hands.read()).not.toContain('is ruled:');
  });

  test('a reason half written is kept for its writer and for nobody else, on that finding of that form', async () => {
    await hands.type('The presiding officer');
    await hands.page.waitForTimeout(500);
    await standAt(hands.page, HERE('DRO1', tooMany), 'A1');
    await hands.see('More valid votes than registered voters');
    expect(await reasonIn(hands)).toBe('');
    await standAt(hands.page, HERE('RO1', carbon), 'A1');
    await hands.see('Another form of this station or serial number');
    expect(await reasonIn(hands)).toBe('');
    await standAt(hands.page, HERE('RO1', tooMany), 'A1');
    await hands.see('More valid votes than registered voters');
    expect(await reasonIn(hands)).toBe('The presiding officer');
    expect(await hands.page.getByRole('radio', { checked: true }).count()).toBe(0);
    await hands.press('2', 'End');
  });

  test('the station is disregarded on ground b, with a witness less, and the next finding comes up', async () => {
    await hands.type(' counted twice.');
    await hands.press('Tab');
    await hands.press('Space');
    await hands.see('1 of 2 agents in the hall are named as witnesses.');
    await hands.press('Shift+Enter');
    await hands.see('F04 is ruled: Disregard this station, ground b.');
    await hands.see('More ballots than registered voters');
    await hands.see('Another ruling disregards this station, so this one changes no total');
    const row = await hands.page.getByRole('row', { name: /F04/ }).innerText();
    expect(row).toContain('The presiding officer counted twice.');
    expect(row).toMatch(/Bundi Mzambarau, \d\d:\d\d/);
    expect(row).toContain('Witnesses: Chura Mchungwa');
    expect(await reasonIn(hands)).toBe('');
    await eventually(() => ask(hands, 'readRulingDraft', { form: tooMany, finding: 'F04' })).toEqual({ ok: true, value: undefined });
    expect(await hands.page.getByRole('radio').count()).toBe(1);
  });

  test('notes stand below what needs a ruling, offer no choice, and are called attention aids only where they hold a share', async () => {
    const notes = hands.page.getByRole('heading', { level: 2, name: 'Notes' });
    await notes.waitFor();
    const listed = await hands.page.getByRole('button', { name: /attention aid|note$/ }).allInnerTexts();
    expect(listed.map((words) => words.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^W03 .*attention aid$/),
      expect.stringMatching(/^W09 .*note$/),
    ]);
    await hands.page.getByRole('button', { name: /^W03/ }).focus();
    await hands.press('Enter');
    await hands.see('This is a note: it is shown and listed in the error report, and blocks nothing.');
    expect(await hands.page.getByRole('radio').count()).toBe(0);
    expect(await hands.page.getByRole('button', { name: /Sign the ruling/ }).count()).toBe(0);
    const sum = await hands.page.getByRole('region', { name: 'The sum, written out' }).innerText();
    expect(sum).toMatch(/Limit, rounded down\s+95 % of the line above/);
    expect(await barriersOn(hands.page)).toEqual([]);
    await hands.press('Escape');
    await hands.see('More ballots than registered voters');
  });

  test('with the last finding ruled, the form goes on to signing', async () => {
    for (const code of ['F05', 'F09']) {
      await hands.press('1');
      await hands.type('Counted as it stands on the paper.');
      await hands.press('Shift+Enter');
      await hands.see(`${code} is ruled: Count as written.`);
    }
    await hands.see(/Every finding of this form is ruled. It goes on to be opened for signing./);
    expect(await barriersOn(hands.page)).toEqual([]);
    await hands.press('Enter');
    await hands.see(/\d of 3 forms that wait/);
  });

  test('two papers of a station stand side by side, and one can be set aside with a reason', async () => {
    await standAt(hands.page, HERE('RO1', carbon), 'A1');
    await hands.see('Another form of this station or serial number');
    const papers = await hands.page.getByRole('region', { name: 'The papers side by side' }).last().innerText();
    expect(papers).toMatch(/Which copy is in hand\?\s+carbon copy\s+original/);
    expect(papers).toMatch(/Is the stamp there\?\s+no\s+yes/);
    expect(papers).toMatch(/Rejected ballot papers\s+4\s+3 · differs/);
    await hands.press('3');
    await hands.see('Set this form aside?');
    await hands.press('Control+Enter');
    await hands.see('write a reason');
    await hands.type('The carbon copy of the original that is here.');
    await hands.press('Control+Enter');
    await hands.miss('Set this form aside?');
    await hands.see(/of 2 forms that wait/);
  });

  test('a candidate’s row that cannot be read is not ruled: it goes to be read further', async () => {
    await standAt(hands.page, HERE('RO1', unreadable), 'A1');
    await hands.see('A figure is unreadable');
    await hands.see('You cannot rule on this: a candidate’s row cannot be read.');
    await hands.press('1');
    await hands.press('e');
    await hands.stand('Differences');
    await settle(hands.page);
    expect(await hands.page.getByRole('textbox').count()).toBe(1);
  });

  test('nothing is shown of a form before its entries agree', async () => {
    await standAt(hands.page, HERE('RO1', 'president.900901900100301.1'), 'A1');
    await hands.see('Nothing of this form is shown here before two people have typed the same from it.');
  });
});

function reasonIn({ page }: Hands): Promise<string> {
  return page.getByRole('textbox', { name: /Reason/ }).inputValue();
}
