/**
 * The sum. Totals add the figures as written on the forms that count, at their current revision; the order in which forms came is
 * irrelevant. Blank and unreadable add nothing, and beside the totals stands how many forms lack each row.
 */
import type { Figures, Totals } from './acts.ts';
import { type Count, isCount, sumOfCounts } from './count.ts';
import type { Contest } from './definition.ts';
import { candidateRow, figureRows, TABLE_TOTAL } from './form.ts';

export interface Tally {
  readonly totals: Totals;
  /** Rows that some counted forms lack (blank or unreadable), with the number of those forms. */
  readonly lacking: Readonly<Record<string, number>>;
}

/** Adds the figures of all forms that count. Votes are in ballot order. */
export function tally(contest: Contest, counted: readonly Figures[]): Tally {
  const total = (row: string): Count => sumOfCounts(counted.map((figures) => figures[row] ?? 'blank'));
  const totals: Totals = {
    registered: total('registered'),
    rejected: total('rejected'),
    objected: total('objected'),
    disputed: total('disputed'),
    tableTotal: total(TABLE_TOTAL),
    valid: total('valid'),
    votes: contest.candidates.map((candidate) => total(candidateRow(candidate.number))),
  };
  const lacking = figureRows(contest).map((row) => [row.code, counted.filter((figures) => !isCount(figures[row.code])).length] as const);
  return { totals, lacking: Object.fromEntries(lacking.filter(([, forms]) => forms > 0)) };
}
