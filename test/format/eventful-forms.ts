/** The forms of the eventful day: reopened, read a third time, received twice; agents who object, change their minds, leave. */
import type { Figures } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import { unruledFindings } from '../../core/findings.ts';
import { screenOf } from '../../core/lifecycle.ts';
import { present } from '../../core/result.ts';
import { outcomesOf } from '../../core/signoff.ts';
import { type Form, formOf, type Opened, resultOf } from '../../core/state.ts';
import { dispositionOfResult } from '../../core/summary.ts';
import { partsOf } from '../../main/rehearse/day.ts';
import { newCount } from '../../main/rehearse/report.ts';
import { playForms } from '../../main/rehearse/waves.ts';
import { seeded } from '../../main/seeded.ts';
import { defineDemonstration } from './demonstration.ts';
import { become, CONTEST, type Day, formAt, WAIT_MINUTES } from './eventful-day.ts';

export async function playPapers(day: Day): Promise<void> {
  const { definition, forms } = defineDemonstration(day.folder);
  const play = { cast: day.cast, definition: definition.content, random: seeded(11), count: newCount(), onForm: () => undefined };
  await playForms(play, partsOf(forms));
}

export async function remark(day: Day): Promise<void> {
  const { cast } = day;
  const { id, stage } = formAt(day, 1);
  const { subject, figures } = stage as Opened & typeof stage;
  await cast.become('A1');
  const said = { revision: 1, subject, text: 'My copy says something else.', ownFigures: { valid: figures.valid ?? 0 } };
  cast.act({ kind: 'late-remark', body: { form: id, stance: 'object', ...said } });
}

export async function reopenKeepingFigures(day: Day): Promise<void> {
  const { cast } = day;
  const { id, particulars } = formAt(day, 2);
  await cast.become(cast.ro);
  cast.act({ kind: 'form-reopened', body: { form: id, keep: 'figures', reason: 'The stamp is there after all.' } });
  cast.act({ kind: 'particulars-amended', body: { form: id, particulars: { ...particulars, stamp: 'yes' }, reason: 'Looked again.' } });
  await openAndAccept(day, 2);
}

export async function reopenKeepingNothing(day: Day): Promise<void> {
  const { cast } = day;
  const { id, stage } = formAt(day, 4);
  const figures = 'figures' in stage ? stage.figures : {};
  const decisions = [{ ballot: 'table 2', candidate: 1 }];
  const paper: Figures = { ...figures, disputed: 1, objected: 'unreadable' };
  await cast.become(cast.ro);
  cast.act({ kind: 'form-reopened', body: { form: id, keep: 'none', reason: 'A keying error was found when it was read aloud.' } });
  await typeAs(day, 3, { form: id, figures: { ...paper, candidate1: 7 }, decisions });
  await typeAs(day, 1, { form: id, figures: paper, decisions: [] });
  await cast.become(present(cast.clerks[2], 'clerk'));
  const read = { candidate1: present(paper.candidate1, 'candidate1') };
  cast.act({ kind: 'reading-sealed', body: { form: id, revision: 2, figures: read, decisions } });
  await cast.become(cast.dro);
  cast.act({ kind: 'reading-sealed', body: { form: id, revision: 2, figures: { objected: 'unreadable' } } });
  await openAndAccept(day, 4);
}

export async function typeAs({ cast }: Day, clerk: number, body: Extract<Command, { kind: 'entry-sealed' }>['body']): Promise<void> {
  await cast.become(present(cast.clerks[clerk], 'clerk'));
  cast.act({ kind: 'entry-sealed', body });
}

/** A carbon of a paper that is counted already: set aside, brought back, set aside again. */
export async function receiveSecondPaper(day: Day): Promise<void> {
  const { cast } = day;
  const { particulars, station } = formAt(day, 5);
  await cast.become(cast.ro);
  const body = { contest: CONTEST, station, particulars: { ...particulars, copy: 'carbon' as const }, scanAbsent: 'It is the same paper.' };
  cast.act({ kind: 'form-received', body });
  const form = present(resultOf(cast.office.centre(), CONTEST, station).forms[1], 'second paper');
  cast.act({ kind: 'form-set-aside', body: { form, reason: 'A carbon.' } });
  cast.act({ kind: 'form-brought-back', body: { form, reason: 'Somebody wants to see it.' } });
  cast.act({ kind: 'form-set-aside', body: { form, reason: 'A carbon of a paper that is counted.' } });
}

async function ruleOn({ cast }: Day, form: string): Promise<void> {
  const centre = cast.office.centre();
  for (const { code, digest } of unruledFindings(centre, formOf(centre, form))) {
    const said = { ruling: 'count' as const, reason: 'The paper is as it is.', witnesses: ['A1'] };
    cast.act({ kind: 'finding-ruled', body: { form, finding: code, inputs: digest, ...said } });
  }
}

export async function ruleEverywhere(day: Day): Promise<void> {
  await day.cast.become(day.cast.ro);
  for (const [form, { stage }] of day.cast.office.centre().forms) if (stage.stage === 'accepted') await ruleOn(day, form);
}

/** One agent objects and then agrees, one says the screen is wrong, one gives his own figures, one is silent, one leaves. */
export async function openAndAccept(day: Day, place: number): Promise<void> {
  const { cast } = day;
  const { id: form } = formAt(day, place);
  await cast.become(cast.ro);
  await ruleOn(day, form);
  cast.act({ kind: 'form-opened', body: { form } });
  const other = { choice: 'object', code: 'other', reason: 'I could not see.' } as const;
  await answer(day, form, 'A1', other);
  await answer(day, form, 'A1', { choice: 'agree' });
  await answer(day, form, 'A3', { choice: 'object', code: 'paper-differs', reason: 'Line 2 is another figure.' });
  const own = { choice: 'object', code: 'own-copy-differs', reason: 'Mine says 3.', ownFigures: { rejected: 3 } } as const;
  await answer(day, form, 'A2', own);
  await leave(day, 'A5');
  await close(day, form);
  await accept(day, form);
  await cast.become('A5');
  cast.act({ kind: 'agent-signed-in', body: {} });
}

async function answer(day: Day, form: string, agent: string, word: object): Promise<void> {
  const { cast } = day;
  await become(day, agent);
  const centre = cast.office.centre();
  const screen = screenOf(centre, formOf(centre, form) as Form & { stage: Opened });
  cast.act({ kind: 'signoff-given', body: { form, ...screen, ...word } } as Command);
}

async function leave({ cast }: Day, agent: string): Promise<void> {
  await cast.become(agent);
  cast.act({ kind: 'agent-signed-out', body: {} });
}

async function close({ cast }: Day, form: string): Promise<void> {
  cast.clock.advanceMinutes(WAIT_MINUTES);
  await cast.become(cast.ro);
  const { contest, stage } = formOf(cast.office.centre(), form) as Form & { stage: Opened };
  const { owed } = outcomesOf(cast.office.centre(), contest, stage.asking);
  for (const agent of owed) cast.act({ kind: 'signoff-closed', body: { form, agent, reason: 'Did not come.' } });
}

async function accept({ cast }: Day, form: string): Promise<void> {
  const { subject } = (formOf(cast.office.centre(), form) as Form & { stage: Opened }).stage;
  cast.act({ kind: 'form-accepted', body: { form, subject, answer: 'Shown beside the paper: it is the same.' } });
}

export async function closeTheRest({ cast, stations }: Day): Promise<void> {
  await cast.become(cast.ro);
  for (const station of stations) {
    if (dispositionOfResult(cast.office.centre(), CONTEST, station).disposition !== 'awaited') continue;
    const body = { contest: CONTEST, station, reason: 'The car never came.', witnesses: ['A1'] };
    cast.act({ kind: 'result-closed', body: { ...body, disposition: 'lost' } });
    cast.act({ kind: 'closing-withdrawn', body: { contest: CONTEST, station, reason: 'A call came.' } });
    cast.act({ kind: 'result-closed', body: { ...body, disposition: 'cancelled' } });
  }
}
