/**
 * The sums over many bundles: for each contest what its constituencies' summaries give together. Only what did not fail is added; the
 * same summary is added once, however many bundles hold it; of several versions of one journal the last that was declared. A
 * constituency of which there are other summaries besides is added not at all, because nobody has said which of them counts.
 */
import { canonical } from './canonical.ts';
import type { Contest } from './definition.ts';
import type { Verification } from './verify.ts';

export interface ContestSum {
  readonly contest: Contest;
  readonly date: string;
  readonly kind: 'live' | 'rehearsal';
  /** How many summaries are added, and how many of them nobody has declared. */
  readonly summaries: number;
  readonly undeclared: number;
  readonly constituencies: readonly string[];
  /** Constituencies with summaries that contradict each other; none of theirs is added. */
  readonly twice: readonly string[];
  readonly counted: number;
  readonly stations: number;
  readonly registered: number;
  readonly valid: number;
  readonly rejected: number;
  /** In ballot order. */
  readonly votes: readonly number[];
}

type Summed = NonNullable<Verification['summary']>;

/** A sum for each contest, in the order in which they are first met. */
export function sumBundles(verifications: readonly Verification[]): readonly ContestSum[] {
  const groups = new Map<string, Summed[]>();
  for (const { verdict, summary, definition } of verifications) {
    if (verdict === 'failed' || summary === undefined || definition === undefined) continue;
    const key = sameContest(summary, definition.commission.id);
    const group = groups.get(key) ?? [];
    const isKnown = group.some(({ digest }) => digest === summary.digest);
    groups.set(key, isKnown ? group : [...group, summary]);
  }
  return [...groups.values()].flatMap(sumOf);
}

/** Votes may be added where the commission, the day, the form and every candidate in ballot order are the same. */
function sameContest({ content: { election, contest } }: Summed, commission: string): string {
  return canonical({ commission, date: election.date, kind: election.kind, contest });
}

function sumOf(group: readonly Summed[]): readonly ContestSum[] {
  const [first] = group;
  if (first === undefined) return [];
  const codes = [...new Set(group.map(codeOf))];
  const standing = codes.map((code) => standingOf(group.filter((one) => codeOf(one) === code)));
  const twice = codes.filter((_, at) => standing[at] === undefined);
  const added = standing.filter((one) => one !== undefined);
  const total = (of: (one: Summed) => number) => added.reduce((sum, one) => sum + of(one), 0);
  const { contest, election } = first.content;
  return [
    {
      contest,
      date: election.date,
      kind: election.kind,
      summaries: added.length,
      undeclared: added.filter(({ state }) => state !== 'declared').length,
      constituencies: added.map(codeOf),
      twice,
      counted: total(({ content }) => content.stationCounts.counted),
      stations: total(({ content }) => content.stations.length),
      registered: total(({ content }) => content.totals.registered),
      valid: total(({ content }) => content.totals.valid),
      rejected: total(({ content }) => content.totals.rejected),
      votes: contest.candidates.map((_, at) => total(({ content }) => content.totals.votes[at] ?? 0)),
    },
  ];
}

/** The summary of a constituency that counts; none where that cannot be said. */
function standingOf(summaries: readonly Summed[]): Summed | undefined {
  const [first, ...others] = summaries;
  if (others.length === 0) return first;
  const isOneJournal = others.every(({ content }) => content.journal === first?.content.journal);
  const declared = summaries.filter(({ state }) => state === 'declared');
  return isOneJournal ? declared.sort((a, b) => b.content.version - a.content.version)[0] : undefined;
}

function codeOf({ content }: Summed): string {
  return content.constituency.code;
}
