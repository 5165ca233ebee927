/** One form's way through the little centre, step by step or at once. Clerks 1 and 2 type, the officials rule, open and accept. */
import type { Decision, Figures } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import { unruledFindings } from '../../core/findings.ts';
import { screenOf } from '../../core/lifecycle.ts';
import type { Particulars } from '../../core/particulars.ts';
import { needsOfficialAnswer, outcomesOf } from '../../core/signoff.ts';
import { type Form, formOf, type Opened } from '../../core/state.ts';
import type { StageName } from '../../core/transitions.ts';
import type { World } from './world.ts';
import { type Place, paper, particulars } from './world-papers.ts';

export const HERE: Place = { contest: 'president', station: 'west1' };
export const REASON = 'For a reason of the test.';

/** A form as it stands now. */
export function formIn(world: World, form: string): Form {
  return formOf(world.centre(), form);
}

export function stageIn(world: World, form: string): StageName {
  return formIn(world, form).stage.stage;
}

/** A form that has been opened, as agents see it. */
export function openedIn(world: World, form: string): Form & { readonly stage: Opened } {
  const opened = formIn(world, form);
  if (!('asking' in opened.stage)) throw new Error(`${form} is ${opened.stage.stage}, not open`);
  return opened as Form & { readonly stage: Opened };
}

// ---- commands ----------------------------------------------------------------------------------------------------------------

export function receiving({ contest, station }: Place, serial: string, changes: Partial<Particulars> = {}): Command {
  return { kind: 'form-received', body: { contest, station, particulars: particulars(serial, changes) } };
}

export function entry(form: string, figures: Figures, decisions: readonly Decision[] = []): Command {
  return { kind: 'entry-sealed', body: { form, figures, decisions: [...decisions] } };
}

export function reading(world: World, form: string, figures: Figures, decisions?: readonly Decision[]): Command {
  const decided = decisions === undefined ? {} : { decisions: [...decisions] };
  return { kind: 'reading-sealed', body: { form, revision: formIn(world, form).revision, figures, ...decided } };
}

type Ruling = { readonly ruling: 'count' } | { readonly ruling: 'disregard'; readonly ground: 'b' | 'c' };

/** The ruling on a finding as it stands; on a code that is not found, one whose inputs are invented. */
export function ruling(
  world: World,
  form: string,
  finding: string,
  how: Ruling = { ruling: 'count' },
  witnesses: readonly string[] = [],
): Command {
  const inputs = unruledFindings(world.centre(), formIn(world, form)).find(({ code }) => code === finding)?.digest ?? '0'.repeat(64);
  return { kind: 'finding-ruled', body: { form, finding, inputs, ...how, reason: REASON, witnesses: [...witnesses] } };
}

export function opening(form: string): Command {
  return { kind: 'form-opened', body: { form } };
}

/** What an agent says beside the figures: agreement where nothing else is written. */
export type Word = Pick<Extract<Command, { kind: 'signoff-given' }>['body'], 'choice' | 'code' | 'reason' | 'reasonRefused' | 'ownFigures'>;
export const AGREE: Word = { choice: 'agree' };
export const OBJECT: Word = { choice: 'object', code: 'own-copy-differs', reason: REASON };
export const PAPER_DIFFERS: Word = { choice: 'object', code: 'paper-differs', reason: REASON };
export const REFUSE: Word = { choice: 'refuse', reason: REASON };
export const REFUSE_REASON: Word = { choice: 'refuse', reasonRefused: true };

export function signing(world: World, form: string, word: Word = AGREE): Command {
  const screen = screenOf(world.centre(), openedIn(world, form));
  return { kind: 'signoff-given', body: { form, ...screen, ...word } } as Command;
}

export function closing(form: string, agent: string, reason = REASON): Command {
  return { kind: 'signoff-closed', body: { form, agent, reason } };
}

export function accepting(world: World, form: string, answer?: string): Command {
  const { stage } = formIn(world, form);
  const subject = 'subject' in stage ? stage.subject : '0'.repeat(64);
  return { kind: 'form-accepted', body: { form, subject, ...(answer === undefined ? {} : { answer }) } };
}

export function remark(world: World, form: string, stance: 'agree' | 'object', text?: string): Command {
  const { subject } = openedIn(world, form).stage;
  return {
    kind: 'late-remark',
    body: { form, subject, stance, ...(text === undefined ? {} : { text }), revision: formIn(world, form).revision },
  };
}

export function reopening(form: string, keep: 'none' | 'figures', reason = REASON): Command {
  return { kind: 'form-reopened', body: { form, keep, reason } };
}

export function settingAside(form: string, reason = REASON): Command {
  return { kind: 'form-set-aside', body: { form, reason } };
}

export function bringingBack(form: string, reason = REASON): Command {
  return { kind: 'form-brought-back', body: { form, reason } };
}

export function amending(form: string, serial: string, changes: Partial<Particulars> = {}): Command {
  return { kind: 'particulars-amended', body: { form, particulars: particulars(serial, changes), reason: REASON } };
}

export function scanning(form: string, scan = 'b'.repeat(64)): Command {
  return { kind: 'scan-attached', body: { form, scan, mediaType: 'image/jpeg', size: 1000, source: 'a scanner' } };
}

export function turnout(station: string, voters: number, source: 'diary' | 'tablet' = 'diary', reason?: string): Command {
  return { kind: 'turnout-recorded', body: { station, source, voters, ...(reason === undefined ? {} : { reason }) } };
}

export function closingResult(
  { contest, station }: Place,
  disposition: 'not-held' | 'lost' | 'set-aside' = 'not-held',
  reason = REASON,
  witnesses: readonly string[] = [],
): Command {
  return { kind: 'result-closed', body: { contest, station, disposition, reason, witnesses: [...witnesses] } };
}

export function withdrawingClosing({ contest, station }: Place): Command {
  return { kind: 'closing-withdrawn', body: { contest, station, reason: REASON } };
}

// ---- steps -------------------------------------------------------------------------------------------------------------------

/** What a test may want of a paper; everything else is sound. */
export interface Wish extends Partial<Place> {
  readonly figures?: Figures;
  readonly decisions?: readonly Decision[];
  readonly serial?: string;
}

function placeOf({ contest = HERE.contest, station = HERE.station }: Wish): Place {
  return { contest, station };
}

/** Clerk 1 receives a paper; its serial is one no other paper has, unless wished otherwise. Answers the form's id. */
export function receive(world: World, wish: Wish = {}): string {
  const { contest, station } = placeOf(wish);
  const act = world.must('clerk1', receiving({ contest, station }, wish.serial ?? `serial ${world.centre().forms.size + 1}`));
  return act.kind === 'form-received' ? act.body.form : '';
}

/** Clerks 1 and 2 type the same, or the second something else. */
export function enterTwice(world: World, form: string, wish: Wish = {}, second: Figures = {}): void {
  const { contest, station } = formIn(world, form);
  const figures = paper(world.centre(), { contest, station }, wish.figures);
  world.must('clerk1', entry(form, figures, wish.decisions));
  world.must('clerk2', entry(form, { ...figures, ...second }, wish.decisions));
}

/** The returning officer rules `count` on everything that is unruled. */
export function ruleAll(world: World, form: string, official = 'ro'): void {
  for (const { code } of unruledFindings(world.centre(), formIn(world, form))) world.must(official, ruling(world, form, code));
}

export function owedOn(world: World, form: string): readonly string[] {
  const { contest, stage } = openedIn(world, form);
  return outcomesOf(world.centre(), contest, stage.asking).owed;
}

/** Rules what has arisen, waits if somebody owes a word, and accepts. */
export function accept(world: World, form: string, official = 'ro'): void {
  ruleAll(world, form, official);
  if (owedOn(world, form).length > 0) world.wait(world.centre().definition.content.responseMinutes);
  acceptNow(world, form, official);
}

/** Closes what is owed, answers what needs an answer, and accepts, all at once. */
export function acceptNow(world: World, form: string, official = 'ro'): void {
  for (const agent of owedOn(world, form)) world.must(official, closing(form, agent));
  const { contest, stage } = openedIn(world, form);
  const answer = needsOfficialAnswer(world.centre(), contest, stage.asking) ? REASON : undefined;
  world.must(official, accepting(world, form, answer));
}

const BEFORE: Readonly<Record<StageName, StageName | undefined>> = {
  received: undefined,
  'entered-once': 'received',
  differing: 'entered-once',
  agreed: 'entered-once',
  open: 'agreed',
  accepted: 'open',
  'set-aside': 'received',
};

/** Brings a new form into a stage, by the shortest way. Answers its id. */
export function bringTo(world: World, stage: StageName, wish: Wish = {}): string {
  const before = BEFORE[stage];
  const form = before === undefined ? receive(world, wish) : bringTo(world, before, wish);
  const figures = paper(world.centre(), placeOf(wish), wish.figures);
  const step: Readonly<Record<StageName, () => void>> = {
    received: () => undefined,
    'entered-once': () => world.must('clerk1', entry(form, figures, wish.decisions)),
    differing: () => world.must('clerk2', entry(form, { ...figures, rejected: 9 }, wish.decisions)),
    agreed: () => world.must('clerk2', entry(form, figures, wish.decisions)),
    open: () => open(world, form),
    accepted: () => accept(world, form),
    'set-aside': () => world.must('ro', settingAside(form)),
  };
  step[stage]();
  return form;
}

function open(world: World, form: string): void {
  ruleAll(world, form);
  world.must('ro', opening(form));
}
