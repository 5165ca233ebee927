/**
 * The forms of a rehearsal, in waves: each wave is received, entered twice by different clerks, compared, read where entries
 * differ, ruled on, opened, countersigned by every agent in turn, and accepted. One person at a time has the keyboard.
 */

import type { Figures } from '../../core/acts.ts';
import { agentsInAttendance, isAccredited } from '../../core/attendance.ts';
import { canonical } from '../../core/canonical.ts';
import type { Command } from '../../core/decide.ts';
import type { Definition } from '../../core/definition.ts';
import { rowsToRead } from '../../core/entries.ts';
import { unruledFindings } from '../../core/findings.ts';
import { DECISIONS } from '../../core/form.ts';
import { screenOf } from '../../core/lifecycle.ts';
import type { Particulars } from '../../core/particulars.ts';
import { present } from '../../core/result.ts';
import { needsOfficialAnswer, outcomesOf } from '../../core/signoff.ts';
import { contestOf, type Form, formOf, type Opened } from '../../core/state.ts';
import type { PaperForm } from '../forms-file.ts';
import type { Seeded } from '../seeded.ts';
import { drawWord } from './answers.ts';
import { type Cast, insist } from './cast.ts';
import { practiceDecisions, typePaper } from './keying.ts';
import { practicePaper } from './practice-paper.ts';
import { type Count, countOutcome } from './report.ts';

export interface Play {
  readonly cast: Cast;
  readonly definition: Definition;
  readonly random: Seeded;
  readonly count: Count;
  readonly onForm: () => void;
}

/** A paper that is to be brought through, or set aside. */
export interface Part {
  readonly paper: PaperForm & { readonly figures: Figures };
  readonly isAside: boolean;
  readonly reason: string;
}
export interface Handled extends Part {
  readonly form: string;
}

const WAVE = 40;
const SLIP_SHARE = 0.05;

export async function playForms(play: Play, parts: readonly Part[]): Promise<void> {
  for (let from = 0; from < parts.length; from += WAVE) await playWave(play, parts.slice(from, from + WAVE), from / WAVE);
}

async function playWave(play: Play, parts: readonly Part[], wave: number): Promise<void> {
  const { clerks } = play.cast;
  const clerk = (at: number) => present(clerks[(wave + at) % clerks.length], 'a clerk');
  const handled = await receive(play, parts, clerk(0));
  const entered = handled.filter(({ isAside }) => !isAside);
  await enter(play, entered, clerk(1));
  await enter(play, entered, clerk(2));
  await read(play, entered, clerk(1), clerk(2));
  await ruleAndOpen(play, handled);
  await countersign(play, openOf(play, entered));
  await accept(play, openOf(play, entered));
  for (const { form, paper } of entered) checkAgainstPaper(play, form, paper.figures);
}

function stateOf({ cast }: Play, form: string): Form {
  return formOf(cast.office.centre(), form);
}

// ---- receive, enter, read ----------------------------------------------------------------------------------------------------

export async function receive(play: Play, parts: readonly Part[], clerk: string): Promise<readonly Handled[]> {
  const { cast, random, count } = play;
  await cast.become(clerk);
  return parts.map((part) => {
    const { contest, station } = part.paper;
    const isScanned = random.chance(0.97);
    const absent = isScanned ? {} : { scanAbsent: 'Practice: the scanner was out of order.' };
    cast.act({ kind: 'form-received', body: { contest, station, particulars: particularsOf(part.paper, random), ...absent } });
    const form = present(cast.office.centre().results.get(`${contest}.${station}`)?.forms.at(-1), 'form');
    if (isScanned) insist(cast.office.attachScan(form, practicePaper(part.paper, play.definition), 'practice scanner'), 'attach scan');
    if (isScanned) count.scans += 1;
    return { ...part, form };
  });
}

function particularsOf({ serial }: PaperForm, random: Seeded): Particulars {
  const mostly = () => (random.chance(0.98) ? ('yes' as const) : ('no' as const));
  return {
    serial: serial === '' ? '-' : serial,
    book: '1',
    copy: random.chance(0.97) ? 'original' : 'carbon',
    stamp: mostly(),
    watermark: mostly(),
    presidingOfficerSigned: mostly(),
    presidingOfficerDated: mostly(),
    deputySigned: mostly(),
    deputyDated: mostly(),
    pagesComplete: mostly(),
    alterations: random.chance(0.95) ? 'none' : 'countersigned',
    stationAsExpected: 'yes',
  };
}

export async function enter(play: Play, handled: readonly Handled[], clerk: string): Promise<void> {
  const { cast, random, count } = play;
  await cast.become(clerk);
  for (const { form, paper } of handled) {
    const { contest, rows } = contestOf(cast.office.centre(), paper.contest);
    const typed = typePaper(paper.figures, rows, random, SLIP_SHARE);
    const decisions = [...practiceDecisions(paper.figures, contest.candidates[0]?.number ?? 1)];
    cast.act({ kind: 'entry-sealed', body: { form, figures: typed.figures, decisions } });
    count.entries += 1;
    count.slips += typed.slips.length;
  }
}

/** Whoever has not typed on these forms reads the rows that differ: another clerk, else the deputy. */
async function read(play: Play, handled: readonly Handled[], ...typists: readonly string[]): Promise<void> {
  const { cast, count } = play;
  const differing = handled.filter(({ form }) => stateOf(play, form).stage.stage === 'differing');
  if (differing.length === 0) return;
  const reader = cast.clerks.find((clerk) => !typists.includes(clerk)) ?? cast.dro;
  await cast.become(reader);
  for (const { form, paper } of differing) {
    const { stage } = stateOf(play, form);
    if (stage.stage !== 'differing') continue;
    const rows = rowsToRead(stage);
    const { contest } = contestOf(cast.office.centre(), paper.contest);
    const figures = Object.fromEntries(rows.filter((row) => row !== DECISIONS).map((row) => [row, present(paper.figures[row], row)]));
    const decisions = rows.includes(DECISIONS)
      ? { decisions: [...practiceDecisions(paper.figures, contest.candidates[0]?.number ?? 1)] }
      : {};
    cast.act({ kind: 'reading-sealed', body: { form, revision: stateOf(play, form).revision, figures, ...decisions } });
    count.caught += rows.length;
    count.readings += 1;
  }
}

// ---- rule and open -----------------------------------------------------------------------------------------------------------

export async function ruleAndOpen(play: Play, handled: readonly Handled[]): Promise<void> {
  const { cast } = play;
  await cast.become(cast.ro);
  for (const part of handled) {
    const form = stateOf(play, part.form);
    if (part.isAside || hasUnreadableCandidate(form)) {
      cast.act({
        kind: 'form-set-aside',
        body: { form: part.form, reason: part.isAside ? part.reason : 'Practice: a candidate’s figure cannot be read.' },
      });
      play.onForm();
      continue;
    }
    rule(play, part);
    cast.act({ kind: 'form-opened', body: { form: part.form } });
  }
}

function hasUnreadableCandidate({ stage }: Form): boolean {
  const figures = 'figures' in stage ? stage.figures : {};
  return Object.entries(figures).some(([row, figure]) => row.startsWith('candidate') && figure === 'unreadable');
}

function rule({ cast, count }: Play, { form, paper, reason }: Handled): void {
  const centre = cast.office.centre();
  const wantsDisregard = paper.ruling === 'disregard';
  for (const finding of unruledFindings(centre, formOf(centre, form))) {
    const ground = finding.code === 'F04' ? ('b' as const) : finding.code === 'F06' ? ('c' as const) : undefined;
    const ruling = wantsDisregard && ground !== undefined ? { ruling: 'disregard' as const, ground } : { ruling: 'count' as const };
    const witnesses = agentsInAttendance(centre).filter((agent) => isAccredited(centre, agent, paper.contest));
    cast.act({ kind: 'finding-ruled', body: { form, finding: finding.code, inputs: finding.digest, ...ruling, reason, witnesses } });
    count.rulings += 1;
  }
}

// ---- countersign and accept --------------------------------------------------------------------------------------------------

function openOf(play: Play, handled: readonly Handled[]): readonly Handled[] {
  return handled.filter(({ form }) => stateOf(play, form).stage.stage === 'open');
}

export async function countersign(play: Play, handled: readonly Handled[]): Promise<void> {
  const { cast, random } = play;
  for (const agent of agentsInAttendance(cast.office.centre())) {
    const waiting = handled.filter(({ paper }) => isAccredited(cast.office.centre(), agent, paper.contest));
    if (waiting.length === 0) continue;
    await cast.become(agent);
    for (const { form } of waiting) {
      const word = drawWord(random);
      if (word === 'silent') continue;
      const centre = cast.office.centre();
      const screen = screenOf(centre, formOf(centre, form) as Form & { stage: Opened });
      cast.act({ kind: 'signoff-given', body: { form, ...screen, ...word } } as Command);
    }
  }
}

export async function accept(play: Play, handled: readonly Handled[]): Promise<void> {
  const { cast, count, definition } = play;
  if (handled.length === 0) return;
  const owing = handled.some(({ form }) => owedOn(play, form).length > 0);
  if (owing) cast.clock.advanceMinutes(definition.responseMinutes);
  await cast.become(cast.ro);
  for (const { form } of handled) {
    const reason = 'Practice: called three times, no answer within the announced wait.';
    const closings = owedOn(play, form).map((agent): Command => ({ kind: 'signoff-closed', body: { form, agent, reason } }));
    if (closings.length > 0) cast.act(...closings);
    const centre = cast.office.centre();
    const { contest, stage } = formOf(centre, form) as Form & { stage: Opened };
    const answer = needsOfficialAnswer(centre, contest, stage.asking)
      ? { answer: 'Practice: shown beside the paper; the figures are the same.' }
      : {};
    cast.act({ kind: 'form-accepted', body: { form, subject: stage.subject, ...answer } });
    const accepted = stateOf(play, form).stage;
    if (accepted.stage === 'accepted') for (const { outcome } of accepted.outcomes) countOutcome(count, outcome);
    play.onForm();
  }
}

function owedOn({ cast }: Play, form: string): readonly string[] {
  const centre = cast.office.centre();
  const { contest, stage } = formOf(centre, form) as Form & { stage: Opened };
  return outcomesOf(centre, contest, stage.asking).owed;
}

function checkAgainstPaper(play: Play, form: string, paper: Figures): void {
  const { stage } = stateOf(play, form);
  if ('figures' in stage && canonical(stage.figures) !== canonical(paper)) play.count.undetected += 1;
}
