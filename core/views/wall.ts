/**
 * What the wall shows to the hall: every contest in turn, with its denominators first. Candidates' totals are there only where the
 * election definition says that the wall shows them; else the wall says how far each ward and each stage of the work has come.
 */
import { type Centre, contestOf } from '../state.ts';
import { type BoardTally, boardTally, type StageCount, stagesOf } from './board.ts';
import { type SummaryState, summaryStateOf } from './frame.ts';
import type { Seen } from './seen.ts';
import { type Standing, standingOf } from './standing.ts';

export interface WallWard {
  readonly name: string;
  readonly forms: number;
  readonly stations: number;
}
export interface WallContest {
  readonly id: string;
  readonly title: string;
  readonly state: SummaryState;
  readonly forms: number;
  readonly stations: number;
  readonly registered: BoardTally['registered'];
  /** The sums, where the wall may show them. */
  readonly sums?: Pick<BoardTally, 'candidates' | 'valid' | 'rejected' | 'lacking'>;
  readonly wards: readonly WallWard[];
  readonly stages: readonly StageCount[];
}
export interface WallView {
  readonly contests: readonly WallContest[];
}

export function wallView({ centre }: Seen): WallView {
  return { contests: centre.contests.map((contest) => wallContest(centre, contest)) };
}

function wallContest(centre: Centre, id: string): WallContest {
  const { contest, stations } = contestOf(centre, id);
  const { forms, registered, candidates, valid, rejected, lacking } = boardTally(centre, id);
  const standings = stations.map(({ code, ward }) => ({ ward, ...standingOf(centre, id, code) }));
  return {
    id,
    title: contest.title,
    state: summaryStateOf(centre, id).state,
    forms,
    stations: stations.length,
    registered,
    ...(centre.definition.content.wallShowsTotals ? { sums: { candidates, valid, rejected, lacking } } : {}),
    wards: wardsOf(centre, standings),
    stages: stagesOf(standings).filter((stage) => stage.stations > 0),
  };
}

function wardsOf(centre: Centre, standings: readonly (Standing & { readonly ward: string })[]): readonly WallWard[] {
  return centre.definition.content.wards.flatMap(({ code, name }) => {
    const here = standings.filter(({ ward }) => ward === code);
    if (here.length === 0) return [];
    return [{ name, forms: here.filter((standing) => standing.name === 'counted').length, stations: here.length }];
  });
}
