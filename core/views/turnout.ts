/**
 * How many voters came to a station, by each source that says so, and how many ballots its papers account for. Diary, tablet and papers
 * are kept apart and compared, never merged: where two of them differ, both stand there with the difference. Who recorded a source, and
 * when, is told by the journal.
 */
import type { Act } from '../acts.ts';
import { isCount } from '../count.ts';
import type { Refusal } from '../result.ts';
import { type Centre, contestOf, type Form, formOf, resultOf } from '../state.ts';
import { areFiguresShown } from './discretion.ts';
import { nameOf } from './named.ts';
import type { Seen } from './seen.ts';
import { type StandingName, standingOfForm } from './standing.ts';
import type { SaidAct } from './station-acts.ts';
import { refusalOf } from './tried.ts';

export const TURNOUT_SOURCES = ['diary', 'tablet'] as const;
export type TurnoutSource = (typeof TURNOUT_SOURCES)[number];

export interface TurnoutRecorded {
  readonly voters: number;
  readonly by: string;
  readonly at: string;
  /** Why it took the place of the one before. */
  readonly reason?: string;
}
export interface TurnoutLine {
  readonly source: TurnoutSource;
  /** In the order in which they were recorded: the last stands. Empty: not recorded. */
  readonly recorded: readonly TurnoutRecorded[];
  /** Why whoever is at the keyboard cannot record or replace it, even with a reason. */
  readonly barred?: Refusal;
}
/** A paper whose figures are agreed, with the ballots that it accounts for. */
export interface TurnoutPaper {
  readonly form: string;
  readonly contest: string;
  readonly contestTitle: string;
  readonly formName: string;
  readonly standing: StandingName;
  /** Valid votes cast and rejected ballot papers; none where one of them is blank or unreadable. */
  readonly cast?: number;
  /** For each source that is recorded, by how many ballots the paper has more than voters came; less than nought where it has fewer. */
  readonly beyond: Readonly<Partial<Record<TurnoutSource, number>>>;
}
export interface TurnoutView {
  readonly registered: number;
  readonly sources: readonly TurnoutLine[];
  readonly papers: readonly TurnoutPaper[];
  /** Contests of the station without a paper whose figures are agreed. */
  readonly without: readonly { readonly contest: string; readonly contestTitle: string; readonly formName: string }[];
}

/** `said`: at least every act that recorded this station's turnout, in the journal's order. */
export function turnoutView(seen: Seen, station: string, said: readonly SaidAct[]): TurnoutView {
  const { centre } = seen;
  const contests = centre.contests.filter((id) => contestOf(centre, id).stations.some(({ code }) => code === station));
  const papers = contests.flatMap((contest) => papersOf(centre, contest, station));
  return {
    registered: centre.roll.stations.get(station)?.registered ?? 0,
    sources: TURNOUT_SOURCES.map((source) => sourceLine(seen, station, source, said)),
    papers,
    without: contests
      .filter((id) => !papers.some(({ contest }) => contest === id))
      .map((id) => ({ contest: id, contestTitle: contestOf(centre, id).contest.title, formName: contestOf(centre, id).contest.formA })),
  };
}

/** A reason that passes every rule: the screen asks for a real one. */
const FORESEEN_REASON = 'foreseen';

function sourceLine(seen: Seen, station: string, source: TurnoutSource, said: readonly SaidAct[]): TurnoutLine {
  const barred = refusalOf(seen, { kind: 'turnout-recorded', body: { station, source, voters: 0, reason: FORESEEN_REASON } });
  const recorded = said.flatMap(({ act }) => recordedBy(seen.centre, act, station, source));
  return { source, recorded, ...(barred === undefined ? {} : { barred }) };
}

function recordedBy(centre: Centre, act: Act, station: string, source: TurnoutSource): readonly TurnoutRecorded[] {
  if (act.kind !== 'turnout-recorded' || act.body.station !== station || act.body.source !== source) return [];
  const { voters, reason } = act.body;
  return [{ voters, by: nameOf(centre, act.by.person), at: act.at, ...(reason === undefined ? {} : { reason }) }];
}

function papersOf(centre: Centre, contest: string, station: string): readonly TurnoutPaper[] {
  const forms = resultOf(centre, contest, station).forms.map((id) => formOf(centre, id));
  return forms.filter((form) => form.stage.stage !== 'set-aside' && areFiguresShown(form)).map((form) => paperLine(centre, form));
}

function paperLine(centre: Centre, form: Form): TurnoutPaper {
  const { title, formA } = contestOf(centre, form.contest).contest;
  const { valid, rejected } = 'figures' in form.stage ? form.stage.figures : {};
  const line = { form: form.id, contest: form.contest, contestTitle: title, formName: formA, standing: standingOfForm(centre, form) };
  if (!isCount(valid) || !isCount(rejected)) return { ...line, beyond: {} };
  const cast = valid + rejected;
  const identified = centre.turnout.get(form.station) ?? {};
  const known = TURNOUT_SOURCES.flatMap((source) =>
    identified[source] === undefined ? [] : [[source, cast - identified[source]] as const],
  );
  return { ...line, cast, beyond: Object.fromEntries(known) };
}
