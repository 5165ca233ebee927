/**
 * The board: how far one contest has come, what waits for somebody, every station, and the tally of the forms that count so far.
 * Anybody may look; it holds no figure of a form that is not accepted, and no agent's word on one that is open.
 */
import type { Station } from '../definition.ts';
import { GIVEN_OUTCOMES, outcomesOf } from '../signoff.ts';
import { type Centre, contestOf, type Form } from '../state.ts';
import { dispositionOfResult } from '../summary.ts';
import { tally } from '../tally.ts';
import type { Seen } from './seen.ts';
import { STANDINGS, type Standing, type StandingName, standingOf } from './standing.ts';
import { type Waiting, waitingIn } from './waiting.ts';

export interface StageCount {
  readonly name: StandingName;
  readonly stations: number;
}
/** How many of the agents have given an answer. */
export interface Answered {
  readonly answered: number;
  readonly of: number;
}
export interface BoardStation {
  readonly code: string;
  readonly name: string;
  readonly ward: string;
  readonly registered: number;
  readonly standing: StandingName;
  readonly isWaiting: boolean;
  /** Only where agents were asked. */
  readonly agents?: Answered;
}
export interface BoardTally {
  readonly forms: number;
  readonly stations: number;
  readonly candidates: readonly { readonly number: number; readonly name: string; readonly party: string; readonly votes: number }[];
  readonly valid: number;
  readonly rejected: number;
  /** Voters in the register: of the stations in the tally, and of all. */
  readonly registered: { readonly counted: number; readonly all: number };
  readonly withoutScan: number;
  readonly disregarded: number;
  /** Rows that some of these forms lack, with their number. */
  readonly lacking: Readonly<Record<string, number>>;
}
export interface BoardContest {
  readonly contest: string;
  readonly stages: readonly StageCount[];
  readonly wards: readonly { readonly code: string; readonly name: string }[];
  readonly stations: readonly BoardStation[];
  readonly waiting: readonly Waiting[];
  readonly tally: BoardTally;
}
export interface BoardView {
  /** Every contest held here, with its forms in the tally. */
  readonly contests: readonly { readonly id: string; readonly forms: number; readonly stations: number }[];
  /** The contest asked for, else the first; none before the centre is created. */
  readonly shown?: BoardContest;
}

export function boardView(seen: Seen, asked?: string): BoardView {
  const { centre } = seen;
  const shown = centre.contests.find((id) => id === asked) ?? centre.contests[0];
  return {
    contests: centre.contests.map((id) => contestLine(centre, id)),
    ...(shown === undefined ? {} : { shown: contestBoard(seen, shown) }),
  };
}

function contestLine(centre: Centre, id: string) {
  const { stations } = contestOf(centre, id);
  return { id, stations: stations.length, forms: stations.filter((station) => isCounted(centre, id, station)).length };
}

function isCounted(centre: Centre, contest: string, { code }: Station): boolean {
  return dispositionOfResult(centre, contest, code).disposition === 'counted';
}

function contestBoard(seen: Seen, contest: string): BoardContest {
  const { centre } = seen;
  const { stations } = contestOf(centre, contest);
  const waiting = waitingIn(seen, contest);
  const stuck = new Set(waiting.flatMap((item) => ('station' in item ? item.station : [])));
  const standings = stations.map((station) => ({ station, standing: standingOf(centre, contest, station.code) }));
  const wards = new Set(stations.map(({ ward }) => ward));
  return {
    contest,
    stages: stagesOf(standings.map(({ standing }) => standing)),
    wards: centre.definition.content.wards.filter(({ code }) => wards.has(code)),
    stations: standings.map(({ station, standing }) => stationLine(centre, station, standing, stuck.has(station.code))),
    waiting,
    tally: boardTally(centre, contest),
  };
}

/** One count for each state, together all stations. */
export function stagesOf(standings: readonly Standing[]): readonly StageCount[] {
  return STANDINGS.map((name) => ({ name, stations: standings.filter((standing) => standing.name === name).length }));
}

function stationLine(centre: Centre, station: Station, { name: standing, form }: Standing, isWaiting: boolean): BoardStation {
  const agents = form === undefined ? undefined : answeredOn(centre, form);
  const { code, name, ward, registered } = station;
  return { code, name, ward, registered, standing, isWaiting, ...(agents === undefined ? {} : { agents }) };
}

/** How many agents have answered a form, of how many there are; undefined before it is opened. */
export function answeredOn(centre: Centre, { contest, stage }: Form): Answered | undefined {
  if (!('asking' in stage)) return undefined;
  const { outcomes, owed } =
    stage.stage === 'accepted' ? { outcomes: stage.outcomes, owed: [] } : outcomesOf(centre, contest, stage.asking);
  return { answered: outcomes.filter(({ outcome }) => GIVEN_OUTCOMES.has(outcome)).length, of: outcomes.length + owed.length };
}

/** Adds up the forms that count; whatever is still under way is not in it, and nothing is projected. */
export function boardTally(centre: Centre, contestId: string): BoardTally {
  const { contest, stations } = contestOf(centre, contestId);
  const results = stations.map((station) => ({ station, ...dispositionOfResult(centre, contestId, station.code) }));
  const counted = results.flatMap(({ station, disposition, accepted }) =>
    disposition === 'counted' && accepted !== undefined ? [{ station, form: accepted }] : [],
  );
  const { totals, lacking } = tally(
    contest,
    counted.map(({ form }) => form.stage.figures),
  );
  const registered = (among: readonly Station[]) => among.reduce((sum, station) => sum + station.registered, 0);
  return {
    forms: counted.length,
    stations: stations.length,
    candidates: contest.candidates.map(({ number, name, party }, at) => ({ number, name, party, votes: totals.votes[at] ?? 0 })),
    valid: totals.valid,
    rejected: totals.rejected,
    registered: { counted: registered(counted.map(({ station }) => station)), all: registered(stations) },
    withoutScan: counted.filter(({ form }) => form.scans.length === 0).length,
    disregarded: results.filter(({ disposition }) => disposition === 'disregarded').length,
    lacking,
  };
}
