/**
 * The room in which a contest is summed up and declared (LIFECYCLE §4): what is outstanding, what the totals are and over how many
 * forms, who has signed, what the agents say of it, and why whatever cannot be done now cannot be done.
 */
import type { Totals } from '../acts.ts';
import { type ClosingWord, closingWord } from '../form.ts';
import type { Refusal } from '../result.ts';
import { isOfficial } from '../roles.ts';
import { contestOf, contestStateOf } from '../state.ts';
import type { StationCounts, SummaryContent } from '../summary.ts';
import { agentsView, type OwnWord, ownWord, type SummaryAgent, type Waiting, waitingOn } from './declare-agents.ts';
import { contentOf, hiddenFrom } from './declare-content.ts';
import { type ClosedStation, closedStationsOf, type Outstanding, outstandingOf, type Witness, witnessesOf } from './declare-outstanding.ts';
import {
  type Alone,
  aloneAfter,
  correctionView,
  type DeclaredLine,
  declaredView,
  type NamedChange,
  namedChanges,
  type OpenCorrection,
  type ProposedCorrection,
  proposedCorrection,
  type ReadyVersion,
  readyView,
  type SignatureLine,
  signatureLines,
} from './declare-versions.ts';
import { type SummaryState, summaryStateOf } from './frame.ts';
import { type PaperStation, stationOf } from './paper.ts';
import { ruleOf } from './rules-shown.ts';
import type { Seen } from './seen.ts';
import { refusalOf, refusalOfPreparing } from './tried.ts';

export interface DeclareContest {
  readonly id: string;
  readonly title: string;
  readonly formB: string;
  readonly word: ClosingWord;
  readonly candidates: readonly { readonly number: number; readonly name: string; readonly party: string }[];
  readonly state: SummaryState;
  /** The version shown; 0 for a provisional account. */
  readonly version: number;
  readonly at: string;
  readonly outstanding: readonly Outstanding[];
  readonly counts: StationCounts;
  readonly stations: number;
  readonly totals: Totals;
  readonly lacking: Readonly<Record<string, number>>;
  /** Registered voters of all stations by the register. */
  readonly register: number;
  readonly disregarded: readonly { readonly station: PaperStation; readonly valid: number }[];
  readonly withoutScan: number;
  /** Findings in the error report that needed a ruling, and those that are notes. */
  readonly errors: number;
  readonly notes: number;
  readonly changes: readonly NamedChange[];
  readonly closed: readonly ClosedStation[];
  readonly witnesses: readonly Witness[];
  readonly ready?: ReadyVersion;
  readonly declared?: DeclaredLine;
  readonly superseded: readonly DeclaredLine[];
  readonly correction?: OpenCorrection;
  readonly proposed?: ProposedCorrection;
  readonly signatures: readonly SignatureLine[];
  readonly agents: readonly SummaryAgent[];
  readonly own?: OwnWord;
  /** Until when agents who owe a word are waited for. */
  readonly waiting?: Waiting;
  /** For an official who signed and has no second: when one may declare alone. */
  readonly alone?: Alone;
  readonly barred: Readonly<Partial<Record<DeclareDeed, Refusal>>>;
}

export type DeclareDeed = 'prepare' | 'withdraw' | 'sign' | 'declare' | 'correct';

export interface DeclareView {
  readonly contests: readonly { readonly id: string; readonly title: string; readonly formB: string; readonly state: SummaryState }[];
  /** Proposals of any kind that wait for a second official; they are settled among the people. */
  readonly proposals: number;
  readonly contest?: DeclareContest;
}

/** The contest asked for, or the first this machine holds. */
export function declareView(seen: Seen, asked: string | undefined): DeclareView {
  const { centre } = seen;
  const held = centre.definition.content.contests.filter(({ id }) => centre.contests.includes(id));
  const chosen = held.find(({ id }) => id === asked) ?? held[0];
  return {
    contests: held.map(({ id, title, formB }) => ({ id, title, formB, state: summaryStateOf(centre, id).state })),
    proposals: [...centre.proposals.values()].filter(({ act }) => act.kind !== 'correction-opened').length,
    ...(chosen === undefined ? {} : { contest: contestView(seen, chosen.id) }),
  };
}

function contestView(seen: Seen, id: string): DeclareContest {
  const { centre } = seen;
  const { contest } = contestOf(centre, id);
  const state = contestStateOf(centre, id);
  const content = contentOf(centre, id);
  const { title, formB, candidates } = contest;
  return {
    ...{ id, title, formB, candidates, word: closingWord(formB), state: summaryStateOf(centre, id).state, at: seen.now },
    ...sumsOf(seen, content),
    outstanding: outstandingOf(centre, id),
    closed: closedStationsOf(centre, id),
    witnesses: witnessesOf(centre, id),
    superseded: state.superseded.map((version) => declaredView(centre, version)),
    signatures: signatureLines(centre, state),
    agents: agentsView(seen, id),
    barred: barredOf(seen, id),
    ...whereThere({
      ready: readyView(centre, id),
      declared: state.declared && declaredView(centre, state.declared),
      correction: correctionView(centre, id),
      proposed: proposedCorrection(seen, id),
      own: ownWord(seen, id),
      waiting: state.ready && waitingOn(seen, state.ready),
      alone: aloneOf(seen, id),
    }),
  };
}

/** Leaves out what is not there: an absent thing has no field. */
function whereThere<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>;
  };
}

function sumsOf(seen: Seen, content: SummaryContent) {
  const { centre } = seen;
  const { stations, stationCounts, totals, lacking, disregarded, errorReport, version, changes = [] } = content;
  const isHidden = hiddenFrom(seen, content.contest.id);
  const notes = errorReport.filter(({ code }) => ruleOf(code).kind === 'note').length;
  const valid = (figures: Readonly<Record<string, unknown>>) => (typeof figures.valid === 'number' ? figures.valid : 0);
  return {
    ...{ version, counts: stationCounts, stations: stations.length, totals, lacking, errors: errorReport.length - notes, notes },
    register: stations.reduce((sum, { register }) => sum + register, 0),
    disregarded: disregarded
      .filter(({ station }) => !isHidden(station))
      .map(({ station, figures }) => ({ station: stationOf(centre, station), valid: valid(figures) })),
    withoutScan: stations.filter(({ form }) => form !== undefined && form.scans.length === 0).length,
    changes: namedChanges(
      centre,
      changes.filter(({ station }) => !isHidden(station)),
    ),
  };
}

function barredOf(seen: Seen, contest: string): DeclareContest['barred'] {
  const { ready, declared } = contestStateOf(seen.centre, contest);
  const reason = 'tried';
  const named = { contest, version: ready?.number ?? 1, digest: ready?.digest ?? '' };
  const totals = ready?.content.totals ?? NO_TOTALS;
  const stations = contestOf(seen.centre, contest)
    .stations.slice(0, 1)
    .map(({ code }) => code);
  return whereThere({
    prepare: refusalOfPreparing(seen, contest),
    withdraw: refusalOf(seen, { kind: 'summary-withdrawn', body: { contest, version: named.version, reason } }),
    sign: refusalOf(seen, { kind: 'summary-signed', body: { ...named, totals } }),
    declare: refusalOf(seen, { kind: 'summary-declared', body: named }),
    correct: refusalOf(seen, { kind: 'correction-opened', body: { contest, version: declared?.number ?? 1, stations, reason } }),
  });
}
const NO_TOTALS: Totals = { registered: 0, rejected: 0, objected: 0, disputed: 0, tableTotal: 0, valid: 0, votes: [] };

/** Only an official who signed, and where no other did. */
function aloneOf(seen: Seen, contest: string): Alone | undefined {
  const { ready } = contestStateOf(seen.centre, contest);
  const [own, ...others] = ready?.signatures ?? [];
  const isOwn = seen.viewer !== undefined && isOfficial(seen.viewer.role) && own?.person === seen.viewer.id;
  return own !== undefined && isOwn && others.length === 0 ? aloneAfter(seen, own.moment) : undefined;
}
