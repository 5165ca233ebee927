/**
 * Reading again in the real window, by keyboard alone: three people, no figure shown before its reader has typed it, and a form that
 * nobody is left to read.
 */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../core/decide.ts';
import type { Hands } from './hands.ts';
import { barriersOn } from './looks.ts';
import { openOnce } from './one-app.ts';
import { hallWith } from './papers-in-hand.ts';
import { type Place, standAt } from './places.ts';
import { settle } from './settle.ts';

const HERE = (person: NonNullable<Place['person']>, form?: string): Place => ({
  ...{ name: 'differences', person, address: form === undefined ? '/differences' : `/differences/${form}` },
});
const BALLOT = (ballot: string) => [{ ballot, candidate: 1 }];

const { dataFolder, forms } = await hallWith([
  {
    station: 0,
    serial: 'X-1',
    figures: { disputed: 1 },
    second: { candidate1: 777_101, rejected: 777_102 },
    decisions: [BALLOT('0001'), BALLOT('0002')],
  },
  { station: 1, serial: 'X-2', second: { rejected: 8 } },
]);
const [form = '', unread = ''] = forms;
const { hands } = await openOnce(dataFolder);

describe('reading again', () => {
  test('whoever typed the form gets no paper, and is told whom it waits for', async () => {
    await standAt(hands.page, HERE('C1', form), 'A1');
    const seen = await hands.read();
    expect(seen).toContain('you typed this form');
    expect(seen).toContain('somebody else: 3 can read it');
    expect(await hands.page.getByRole('textbox').count()).toBe(0);
  });

  test('the reader sees boxes for the rows asked, the other rows covered, and nobody’s figures', async () => {
    await standAt(hands.page, HERE('C3', form), 'A1');
    expect(await hands.page.getByRole('textbox').count()).toBe(4);
    expect(await hands.page.getByText('agreed, not shown', { exact: true }).count()).toBe(9);
    expect(await hands.page.evaluate(() => document.body.innerHTML)).not.toMatch(/777101|777,101|777102|\b0001\b|\b0002\b/);
    expect(await barriersOn(hands.page)).toEqual([]);
  });

  test('a draft is kept for its reader alone', async () => {
    await standAt(hands.page, HERE('C3', form), 'A1');
    await hands.type('100');
    await hands.page.waitForTimeout(500);
    await standAt(hands.page, HERE('DRO1', form), 'A1');
    expect(await firstBox(hands)).toBe('');
    await standAt(hands.page, HERE('C3', form), 'A1');
    expect(await firstBox(hands)).toBe('100');
  });

  test('it is read back, sealed, and still differs: what others typed stays covered', async () => {
    await hands.press('Enter');
    await hands.type('12.5');
    await hands.press('Enter');
    await hands.see('not a whole number');
    await hands.press('Shift+Enter');
    await hands.press('Control+a');
    await hands.type('7');
    await hands.press('Enter');
    await hands.type('0002');
    await hands.press('Shift+Enter');
    await hands.see('a decision is half typed');
    expect(await focused(hands)).toBe('Candidate number, line 1');
    await hands.type('1');
    await hands.press('Enter');
    await hands.stand('Read back');
    expect(await hands.read()).toContain('Ballot 0002 to candidate 1');
    await hands.press('Escape');
    await hands.stand('Differences');
    await hands.press('Shift+Enter');
    await hands.stand('Read back');
    await hands.press('Enter');
    await hands.stand('Reading sealed');
    const seen = await hands.read();
    expect(seen).toContain('1 of 3 rows still differ');
    expect(seen).not.toMatch(/777,10|0001/);
    expect(await barriersOn(hands.page)).toEqual([]);
  });

  test('the next reader is asked for that row alone, and then it is agreed', async () => {
    await standAt(hands.page, HERE('DRO1', form), 'A1');
    expect(await hands.page.getByRole('textbox').count()).toBe(1);
    await hands.type('7');
    await hands.press('Enter');
    await hands.stand('Read back');
    await hands.press('Enter');
    await hands.see('The reading is sealed, and the form is agreed.');
    const row = await hands.page.getByRole('row', { name: /Rejected ballot papers/ }).innerText();
    expect(row.split(/\s*\t\s*/)).toEqual(['Rejected ballot papers', '3', '777,102', '7', '7', '7', 'as you read it']);
    await standAt(hands.page, HERE('C3', form), 'A1');
    expect(await hands.read()).toContain('777,101');
  });

  test('what nobody is left to read says what officials can do, and they can', async () => {
    for (const [person, figure] of [
      ['C3', '11'],
      ['DRO1', '12'],
      ['RO1', '13'],
    ] as const) {
      await standAt(hands.page, HERE(person, unread), 'A1');
      await hands.type(figure);
      await hands.press('Enter');
      await hands.stand('Read back');
      await hands.press('Enter');
      await hands.see('somebody else has to read them');
    }
    await standAt(hands.page, HERE('RO1'), 'A1');
    await hands.see(/Officials can admit another clerk/);
    await hands.press('F4');
    await hands.see('Reopen this form, keeping nothing?');
    await hands.see(/Revision 2 begins/);
    await hands.type('Three people read it otherwise.');
    await hands.press('Control+Enter');
    await hands.miss('Reopen this form, keeping nothing?');
    await hands.miss(/Officials can admit another clerk/);
    await settle(hands.page);
    expect(await stageOf(hands, unread)).toBe('R-NOTHING-TO-READ');
  });
});

function focused({ page }: Hands): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
}

function firstBox({ page }: Hands): Promise<string> {
  return page.getByRole('textbox').first().inputValue();
}

/** What the office says to a reading of the form now. */
function stageOf({ page }: Hands, form: string): Promise<string> {
  const command: Command = { kind: 'reading-sealed', body: { form, revision: 2, figures: { rejected: 1 } } };
  return page.evaluate(async (asked) => {
    const fields = { id: crypto.randomUUID(), commands: [asked] };
    const answer = await (
      window as unknown as { countersign: { ask(name: string, fields: unknown): Promise<{ refusal?: { code: string } }> } }
    ).countersign.ask('perform', fields);
    return answer.refusal?.code ?? 'done';
  }, command);
}
