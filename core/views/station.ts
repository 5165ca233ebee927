/**
 * One station in one contest, whole: the register, every paper with its particulars, scans, figures, findings and rulings, what the
 * agents said, and every act about it from the journal. What may not be seen yet is not in it.
 */
import type { Figures, OutcomeName } from '../acts.ts';
import { type Finding, failedFindings, rulingOn } from '../findings.ts';
import { isTypist } from '../lifecycle.ts';
import { defectsOf, type Particulars } from '../particulars.ts';
import { outcomesOf } from '../signoff.ts';
import { type Asking, type Centre, contestOf, type Form, formOf, type ResultState, resultOf, type Scan, type Typing } from '../state.ts';
import { type Answered, answeredOn } from './board.ts';
import { areFiguresShown, areOutcomesShown, isTextShown } from './discretion.ts';
import { nameOf } from './named.ts';
import { type PaperRow, type PaperStation, paperRows, stationOf } from './paper.ts';
import { type Work, workOf } from './queues.ts';
import { isAttentionAid } from './rules-shown.ts';
import type { Seen } from './seen.ts';
import { type StandingName, standingOf, standingOfForm } from './standing.ts';
import { type SaidAct, type ToldAct, tellActs } from './station-acts.ts';
import { type TurnoutView, turnoutView } from './turnout.ts';

export interface StationFinding {
  readonly code: string;
  readonly kind: Finding['kind'];
  /** A statistical note: it draws attention, and is labelled so. */
  readonly isAid: boolean;
  readonly difference?: number;
  readonly ruling?: { readonly ruling: 'count' | 'disregard'; readonly ground?: 'b' | 'c'; readonly reason: string; readonly by: string };
}
export interface StationOutcome {
  readonly agent: string;
  readonly party?: string;
  readonly outcome: OutcomeName | 'owed';
  readonly code?: 'paper-differs' | 'own-copy-differs' | 'other';
  readonly reason?: string;
  readonly ownFigures?: Figures;
}
export interface StationForm {
  readonly form: string;
  readonly revision: number;
  readonly standing: StandingName;
  readonly received: { readonly at: string; readonly by: string };
  readonly particulars: Particulars;
  readonly defects: readonly (keyof Particulars)[];
  readonly scans: readonly Scan[];
  readonly scanAbsent?: string;
  readonly typists: readonly { readonly kind: Typing['kind']; readonly by: string }[];
  /** As written on the paper, once two people agree on them. */
  readonly figures?: Figures;
  readonly findings: readonly StationFinding[];
  readonly agents?: Answered;
  /** Missing where the viewer may not see them yet. */
  readonly outcomes?: readonly StationOutcome[];
  readonly answer?: string;
  readonly acceptedBy?: string;
  readonly asideReason?: string;
  /** What the viewer can do about it next, in a room of that name. */
  readonly work?: Work;
}
export interface StationView {
  readonly contest: string;
  readonly contestTitle: string;
  readonly formName: string;
  readonly station: PaperStation;
  readonly standing: StandingName;
  readonly closed?: { readonly reason: string; readonly by: string; readonly witnesses: readonly string[] };
  readonly turnout: TurnoutView;
  readonly rows: readonly PaperRow[];
  readonly forms: readonly StationForm[];
  readonly acts: readonly ToldAct[];
  readonly withheld: number;
}

/** Undefined where the contest is not held at such a station. */
export function stationView(seen: Seen, contestId: string, code: string, said: readonly SaidAct[]): StationView | undefined {
  const { centre } = seen;
  const held = centre.contests.includes(contestId) && contestOf(centre, contestId).stations.some((station) => station.code === code);
  if (!held) return undefined;
  const { contest } = contestOf(centre, contestId);
  const { forms, closed } = resultOf(centre, contestId, code);
  return {
    contest: contestId,
    contestTitle: contest.title,
    formName: contest.formA,
    station: stationOf(centre, code),
    standing: standingOf(centre, contestId, code).name,
    ...(closed === undefined ? {} : { closed: closedLine(centre, closed) }),
    turnout: turnoutView(seen, code, said),
    rows: paperRows(centre, contestId),
    forms: forms.map((id) => formLine(seen, formOf(centre, id))),
    ...tellActs(seen, said),
  };
}

function closedLine(centre: Centre, { reason, by, witnesses }: NonNullable<ResultState['closed']>): NonNullable<StationView['closed']> {
  return { reason, by: nameOf(centre, by), witnesses: witnesses.map((witness) => nameOf(centre, witness)) };
}

// ---- one paper ---------------------------------------------------------------------------------------------------------------

function formLine(seen: Seen, form: Form): StationForm {
  const { centre } = seen;
  const work = workFor(seen, form);
  const agents = answeredOn(centre, form);
  return {
    form: form.id,
    revision: form.revision,
    standing: standingOfForm(centre, form),
    received: { at: form.received.at, by: nameOf(centre, form.received.by) },
    particulars: form.particulars,
    defects: defectsOf(form.particulars),
    scans: form.scans,
    ...(form.scanAbsent === undefined ? {} : { scanAbsent: form.scanAbsent }),
    typists: typistsOf(centre, form),
    findings: findingsOf(seen, form),
    ...figuresOf(form),
    ...(agents === undefined ? {} : { agents }),
    ...(areOutcomesShown(seen, form) ? { outcomes: outcomeLines(centre, form) } : {}),
    ...endOf(seen, form),
    ...(work === undefined ? {} : { work }),
  };
}

function typistsOf(centre: Centre, { stage }: Form): StationForm['typists'] {
  const typed = stage.stage === 'set-aside' ? stage.former : stage;
  return 'typings' in typed ? typed.typings.map(({ kind, person }) => ({ kind, by: nameOf(centre, person) })) : [];
}

function figuresOf(form: Form): Pick<StationForm, 'figures'> {
  const stage = form.stage.stage === 'set-aside' ? form.stage.former : form.stage;
  return areFiguresShown(form) && 'figures' in stage ? { figures: stage.figures } : {};
}

function findingsOf({ centre }: Seen, form: Form): readonly StationFinding[] {
  return failedFindings(centre, form).map((finding) => {
    const ruled = rulingOn(form, finding);
    return {
      ...{ code: finding.code, kind: finding.kind, isAid: isAttentionAid(finding.code) },
      ...(finding.difference === undefined ? {} : { difference: finding.difference }),
      ...(ruled === undefined ? {} : { ruling: rulingLine(centre, ruled) }),
    };
  });
}

function rulingLine(centre: Centre, { ruling, ground, reason, by }: Form['rulings'][number]): NonNullable<StationFinding['ruling']> {
  return { ruling, reason, by: nameOf(centre, by), ...(ground === undefined ? {} : { ground }) };
}

// ---- what agents said, how it ended, what can be done ------------------------------------------------------------------------

function outcomeLines(centre: Centre, { contest, stage }: Form): readonly StationOutcome[] {
  if (!('asking' in stage)) return [];
  const { outcomes, owed } =
    stage.stage === 'accepted' ? { outcomes: stage.outcomes, owed: [] } : outcomesOf(centre, contest, stage.asking);
  const known = outcomes.map(({ agent, outcome, act }) => ({ ...agentLine(centre, agent), outcome, ...wordsOf(stage.asking, act) }));
  return [...known, ...owed.map((agent) => ({ ...agentLine(centre, agent), outcome: 'owed' as const }))];
}

function agentLine(centre: Centre, id: string): Pick<StationOutcome, 'agent' | 'party'> {
  const party = centre.people.get(id)?.party ?? centre.roll.agents.get(id)?.party;
  return { agent: nameOf(centre, id), ...(party === undefined ? {} : { party }) };
}

/** The words of the act that an outcome names: the agent's own, or the official's who closed it. */
function wordsOf({ answers, closings }: Asking, act: string | undefined): Pick<StationOutcome, 'code' | 'reason' | 'ownFigures'> {
  const closing = closings.find((one) => one.act === act);
  if (closing !== undefined) return { reason: closing.reason };
  const { code, reason, ownFigures } = answers.find((one) => one.act === act) ?? {};
  return {
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
    ...(ownFigures === undefined ? {} : { ownFigures }),
  };
}

function endOf(seen: Seen, form: Form): Pick<StationForm, 'answer' | 'acceptedBy' | 'asideReason'> {
  const { stage } = form;
  if (stage.stage === 'set-aside') return isTextShown(seen, form) ? { asideReason: stage.reason } : {};
  if (stage.stage !== 'accepted') return {};
  return { acceptedBy: nameOf(seen.centre, stage.acceptedBy), ...(stage.answer === undefined ? {} : { answer: stage.answer }) };
}

/** Officials come last in every dispute, clerks type what they have not typed, agents answer. */
function workFor({ centre, viewer }: Seen, form: Form): Work | undefined {
  const work = workOf(centre, form);
  if (work === undefined || viewer === undefined) return undefined;
  const isAllowed: Readonly<Record<Work, boolean>> = {
    entry: viewer.role === 'clerk' && !isTypist(form, viewer.id),
    differences: viewer.role !== 'agent' && !isTypist(form, viewer.id),
    rulings: viewer.role === 'ro' || viewer.role === 'dro',
    opening: viewer.role !== 'agent',
    signing: true,
    acceptance: viewer.role === 'ro' || viewer.role === 'dro',
  };
  return isAllowed[work] ? work : undefined;
}
