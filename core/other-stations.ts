/**
 * What the other stations of a contest say, for the rules that hold a form against them: whose votes are the same, and what has been
 * counted in each ward. Gathered once for a state, because a summary asks for every station.
 */
import { type Count, type Figure, isCount } from './count.ts';
import { candidateRows } from './form.ts';
import { type Centre, contestOf, type Form, formOf, resultOf } from './state.ts';

export interface WardCount {
  /** Forms accepted and counted, and their votes in ballot order; what is no count adds nothing. */
  readonly stations: number;
  readonly votes: readonly Count[];
}
interface Gathered {
  /** By the candidates' figures: the stations, in gazetted order, of which a form has them. */
  readonly sameVotes: ReadonlyMap<string, readonly string[]>;
  readonly wards: ReadonlyMap<string, WardCount>;
}

const gathered = new WeakMap<Centre, Map<string, Gathered>>();

function gatheredOf(centre: Centre, contest: string): Gathered {
  const contests = gathered.get(centre) ?? new Map<string, Gathered>();
  gathered.set(centre, contests);
  const known = contests.get(contest) ?? gather(centre, contest);
  contests.set(contest, known);
  return known;
}

function gather(centre: Centre, contest: string): Gathered {
  const sameVotes = new Map<string, string[]>();
  const wards = new Map<string, WardCount>();
  for (const { code, ward } of contestOf(centre, contest).stations) {
    for (const form of resultOf(centre, contest, code).forms.map((id) => formOf(centre, id))) {
      const votes = votesOf(centre, form);
      if (votes === undefined) continue;
      const alike = sameVotes.get(keyOf(votes)) ?? [];
      sameVotes.set(keyOf(votes), alike.includes(code) ? alike : [...alike, code]);
      if (isCounted(form)) wards.set(ward, plus(wards.get(ward), votes));
    }
  }
  return { sameVotes, wards };
}

/** The candidates' figures in ballot order; none before a form's entries agree. */
export function votesOf(centre: Centre, form: Form): readonly Figure[] | undefined {
  const { stage } = form;
  if (!('figures' in stage)) return undefined;
  return candidateRows(contestOf(centre, form.contest).contest).map(({ code }) => stage.figures[code] ?? 'blank');
}

const keyOf = (votes: readonly Figure[]) => votes.join(' ');
const isCounted = ({ stage }: Form) => stage.stage === 'accepted' && stage.disposition === 'counted';
const countIn = (figure: Figure | undefined): Count => (isCount(figure) ? figure : 0);

function plus(sum: WardCount | undefined, votes: readonly Figure[]): WardCount {
  return { stations: (sum?.stations ?? 0) + 1, votes: votes.map((figure, at) => (sum?.votes[at] ?? 0) + countIn(figure)) };
}

/** Other stations whose agreed, open or accepted form has these figures for every candidate. */
export function stationsWithVotes(centre: Centre, { contest, station }: Form, votes: readonly Figure[]): readonly string[] {
  return (gatheredOf(centre, contest).sameVotes.get(keyOf(votes)) ?? []).filter((code) => code !== station);
}

/** What counts in the other stations of the form's ward. */
export function othersInWard(centre: Centre, form: Form): WardCount {
  const { contest, stations } = contestOf(centre, form.contest);
  const ward = stations.find(({ code }) => code === form.station)?.ward ?? '';
  const all = gatheredOf(centre, form.contest).wards.get(ward) ?? { stations: 0, votes: contest.candidates.map(() => 0) };
  const here = resultOf(centre, form.contest, form.station).forms.map((id) => formOf(centre, id));
  const own = here.find(isCounted);
  const less = own === undefined ? undefined : votesOf(centre, own);
  if (less === undefined) return all;
  return { stations: all.stations - 1, votes: all.votes.map((count, at) => count - countIn(less[at])) };
}
