/** What is done when a form has to come through again: reopened, typed by two, opened, answered; and corrections after a declaration. */
import { expect } from 'playwright/test';
import { PATIENCE } from '../in-time.ts';
import { settle } from '../settle.ts';
import type { Crew } from './crew.ts';
import { enter } from './papers.ts';
import type { DayPaper } from './small-day.ts';

/** On the form's page: a new revision that keeps nothing. */
export async function reopen({ hands }: Crew, reason: string): Promise<void> {
  await hands.press('n');
  await hands.see('What is kept?');
  await hands.press('1');
  await hands.type(reason);
  await hands.press('Control+Enter');
  await hands.miss('What is kept?');
}

/** Two clerks type it, each blind to the other. */
export async function typeTwice(crew: Crew, paper: DayPaper, clerks: readonly string[]): Promise<void> {
  for (const clerk of clerks.slice(0, 2)) {
    await crew.become(clerk);
    await crew.room('3', 'Entry');
    await enter(crew, [paper]);
  }
}

/** The returning officer records that the third agent keeps silent, for all forms that wait for that agent. */
export async function recordSilence(crew: Crew): Promise<void> {
  const { hands } = crew;
  await crew.become('RO1');
  await crew.room('6', 'Signing');
  await hands.press('w');
  await hands.see('Who did not respond?');
  await hands.type('Called three times, no answer.');
  await hands.press('Control+Enter');
  await hands.miss('Who did not respond?');
  await hands.see('Ready for acceptance');
}

/** In *declare*: one official proposes that a station be opened again, the other confirms. */
export async function openCorrection(crew: Crew, contest: string, station: string): Promise<void> {
  const { hands } = crew;
  await crew.become('RO1');
  await crew.room('7', 'Declare');
  if (!(await hands.read()).includes(contest)) await hands.press(']');
  await hands.press('k');
  await hands.see('You propose that the stations ticked');
  await hands.type(station);
  await hands.press('Tab', 'Space', 'Tab');
  await hands.type('Row 1 was typed wrongly by both clerks.');
  await hands.press('Control+Enter');
  await hands.miss('You propose that the stations ticked');
  await crew.become('DRO1');
  await crew.room('7', 'Declare');
  await hands.press('b');
  await hands.see('With your signature the stations named are open again');
  await hands.press('Control+Enter');
  await hands.see(/Under correction/);
}

/** In *signing*: walks to an accepted form and opens its page. */
export async function reachAccepted(crew: Crew, station: string, form: string): Promise<void> {
  const { hands } = crew;
  await crew.room('6', 'Signing');
  await hands.see('Accepted');
  for (let walked = 0; walked < 40; walked += 1) {
    const lit = await hands.page.evaluate(() => document.activeElement?.closest('tr')?.textContent ?? '');
    if (lit.includes(station) && lit.includes(form)) break;
    await hands.press('ArrowDown');
  }
  await hands.press('Enter');
  await hands.see(/accepted by/);
}

/** In *rulings*: the finding that is lit is ruled to count as written; the next one is lit, or all are ruled. */
export async function countAsWritten({ hands }: Crew, finding: string, reason: string): Promise<void> {
  const lit = hands.page.getByRole('heading', { level: 2, name: new RegExp(`^${finding}`) });
  await expect(lit).toBeVisible({ timeout: PATIENCE });
  await settle(hands.page);
  await hands.press('1');
  await settle(hands.page);
  await hands.type(reason);
  await hands.press('Shift+Enter');
  await expect(lit).toHaveCount(0, { timeout: PATIENCE });
  await settle(hands.page);
}
