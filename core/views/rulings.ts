/**
 * What an official rules on: the forms with findings that wait, and of one form every finding with what went into it, what may be
 * ruled on it now, and what that does to the totals. Nothing is shown of a form before its entries agree. Why somebody cannot rule,
 * and which rulings are open, is asked of the rules that will decide.
 */
import type { Decision, Figures } from '../acts.ts';
import { agentsInAttendance, isAccredited } from '../attendance.ts';
import { checkForm, type Finding, groundFor, rulingOn, unruledFindings } from '../findings.ts';
import { candidateRows } from '../form.ts';
import type { Particulars } from '../particulars.ts';
import type { Refusal } from '../result.ts';
import { type Centre, contestOf, type Form, personOf, type Ruling } from '../state.ts';
import type { StageName } from '../transitions.ts';
import { nameOf } from './named.ts';
import { type OtherPaper, otherPapersOf } from './other-papers.ts';
import { type Paper, type PaperStation, paperOf, stationOf } from './paper.ts';
import { queueOf, type Work, workOf } from './queues.ts';
import { isAttentionAid, stationsNamed, thresholdOf } from './rules-shown.ts';
import { type RulingEffect, rulingEffect } from './ruling-effect.ts';
import type { Seen } from './seen.ts';
import { refusalOf } from './tried.ts';

type Code = Refusal['code'];

export interface FormToRule {
  readonly form: string;
  readonly contest: string;
  readonly station: PaperStation;
  readonly stage: StageName;
  /** Findings that no ruling covers. */
  readonly unruled: readonly string[];
}

export interface RulingMade {
  readonly finding: string;
  readonly ruling: 'count' | 'disregard';
  readonly ground?: 'b' | 'c';
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly witnesses: readonly string[];
  /** Whether it covers its finding now: it does not once the inputs changed or another ruling followed. */
  readonly stands: boolean;
}

export interface FindingSeen extends Finding {
  /** A statistical note: it draws attention, and is labelled so. */
  readonly isAid: boolean;
  /** Of the signed definition, in basis points, where the rule holds a share against it. */
  readonly threshold?: number;
  /** The stations that it names. */
  readonly stations: readonly PaperStation[];
  readonly ground?: 'b' | 'c';
  readonly ruling?: RulingMade;
  /** By choice, why the viewer cannot rule so now; a choice that can be ruled is absent. */
  readonly barred: Readonly<Partial<Record<Choice, Code>>>;
}
export type Choice = 'count' | 'disregard';

export interface RuledForm {
  readonly paper: Paper;
  readonly stage: StageName;
  readonly figures: Figures;
  readonly decisions: readonly Decision[];
  readonly typedBy: readonly string[];
  readonly receivedAt: string;
  readonly particulars: Particulars;
  /** In the table's order: every rule, whatever it found. */
  readonly findings: readonly FindingSeen[];
  /** Agents in the hall, who witness a ruling. */
  readonly witnesses: readonly { readonly id: string; readonly name: string; readonly party: string }[];
  readonly effect?: RulingEffect;
  readonly otherPapers: readonly OtherPaper[];
  /** Every ruling on this revision, in the order they were made. */
  readonly rulings: readonly RulingMade[];
  /** Candidates' rows that stand unreadable: read further, or set aside. */
  readonly unreadable: readonly string[];
  readonly barred: { readonly setAside?: Code; readonly reopen?: Code };
  /** What the form needs next. */
  readonly work?: Work;
}

export interface RulingsView {
  readonly queue: readonly FormToRule[];
  /** The form asked for, or the first that waits; only once its entries agree. */
  readonly form?: RuledForm;
}

export function rulingsView(seen: Seen, asked: { readonly form?: string | undefined }): RulingsView {
  const { centre } = seen;
  const queue = queueOf(seen, 'rulings');
  const form = asked.form === undefined ? queue[0] : centre.forms.get(asked.form);
  const ruled = form === undefined ? undefined : ruledForm(seen, form);
  return { queue: queue.map((waiting) => lineOf(centre, waiting)), ...(ruled === undefined ? {} : { form: ruled }) };
}

function lineOf(centre: Centre, form: Form): FormToRule {
  return {
    form: form.id,
    contest: form.contest,
    station: stationOf(centre, form.station),
    stage: form.stage.stage,
    unruled: unruledFindings(centre, form).map(({ code }) => code),
  };
}

function ruledForm(seen: Seen, form: Form): RuledForm | undefined {
  const { centre } = seen;
  const { stage } = form;
  if (!('figures' in stage)) return undefined;
  const candidates = candidateRows(contestOf(centre, form.contest).contest).map(({ code }) => code);
  const [work, effect] = [workOf(centre, form), rulingEffect(centre, form)];
  const standing = checkForm(centre, form).flatMap((finding) => rulingOn(form, finding)?.act ?? []);
  return {
    paper: paperOf(centre, form),
    stage: stage.stage,
    figures: stage.figures,
    decisions: stage.decisions,
    typedBy: stage.typings.map(({ person }) => person),
    receivedAt: form.received.at,
    particulars: form.particulars,
    findings: checkForm(centre, form).map((finding) => findingSeen(seen, form, finding)),
    witnesses: witnessesOf(centre, form.contest),
    otherPapers: otherPapersOf(centre, form),
    rulings: form.rulings.map((ruling) => rulingMade(centre, ruling, standing.includes(ruling.act))),
    unreadable: candidates.filter((row) => stage.figures[row] === 'unreadable'),
    barred: barredDeeds(seen, form),
    ...(effect === undefined ? {} : { effect }),
    ...(work === undefined ? {} : { work }),
  };
}

/** Agents of the contest who are in the hall: the only ones whom the office takes as witnesses. */
function witnessesOf(centre: Centre, contest: string): RuledForm['witnesses'] {
  return agentsInAttendance(centre)
    .filter((agent) => isAccredited(centre, agent, contest))
    .map((agent) => {
      const { id, name, party } = personOf(centre, agent);
      return { id, name, party: party ?? '' };
    });
}

function rulingMade(centre: Centre, { finding, ruling, ground, reason, by, at, witnesses }: Ruling, stands: boolean): RulingMade {
  const names = witnesses.map((person) => nameOf(centre, person));
  const named = { finding, ruling, reason, by: nameOf(centre, by), at, witnesses: names, stands };
  return ground === undefined ? named : { ...named, ground };
}

// ---- what may be done --------------------------------------------------------------------------------------------------------

const FORESEEN_REASON = 'foreseen';

function findingSeen(seen: Seen, form: Form, finding: Finding): FindingSeen {
  const [ground, ruling] = [groundFor(finding.code), rulingOn(form, finding)];
  return {
    ...finding,
    isAid: isAttentionAid(finding.code),
    stations: stationsNamed(seen.centre, finding),
    ...thresholdPart(seen.centre, finding),
    ...(ground === undefined ? {} : { ground }),
    ...(ruling === undefined ? {} : { ruling: rulingMade(seen.centre, ruling, true) }),
    barred: finding.check === 'fails' ? barredChoices(seen, form, finding, ground) : {},
  };
}

function thresholdPart(centre: Centre, { code }: Finding): Pick<FindingSeen, 'threshold'> {
  const threshold = thresholdOf(centre, code);
  return threshold === undefined ? {} : { threshold };
}

function barredChoices(seen: Seen, form: Form, finding: Finding, ground: 'b' | 'c' | undefined): FindingSeen['barred'] {
  const body = { form: form.id, finding: finding.code, inputs: finding.digest, reason: FORESEEN_REASON, witnesses: [] };
  const count = refusalOf(seen, { kind: 'finding-ruled', body: { ...body, ruling: 'count' } })?.code;
  const grounded = ground === undefined ? {} : { ground };
  const disregard = refusalOf(seen, { kind: 'finding-ruled', body: { ...body, ruling: 'disregard', ...grounded } })?.code;
  return { ...(count === undefined ? {} : { count }), ...(disregard === undefined ? {} : { disregard }) };
}

function barredDeeds(seen: Seen, form: Form): RuledForm['barred'] {
  const setAside = refusalOf(seen, { kind: 'form-set-aside', body: { form: form.id, reason: FORESEEN_REASON } })?.code;
  const reopen = refusalOf(seen, { kind: 'form-reopened', body: { form: form.id, keep: 'none', reason: FORESEEN_REASON } })?.code;
  return { ...(setAside === undefined ? {} : { setAside }), ...(reopen === undefined ? {} : { reopen }) };
}
