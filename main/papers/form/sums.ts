/**
 * What a page brings forward and carries forward: the running sum of the rows that count, column by column as Form 34B prints them.
 * At the last row it has to be the summary's own totals; otherwise nothing is printed.
 */
import type { Figures } from '../../../core/acts.ts';
import { isCount } from '../../../core/count.ts';
import { constituencyColumns } from '../../../core/form.ts';
import type { SummaryContent, SummaryStation } from '../../../core/summary.ts';

export interface Running {
  readonly counted: number;
  /** By the columns of the form: registered, each candidate, valid, rejected. */
  readonly columns: Readonly<Record<string, number>>;
}

export function nothingYet({ contest }: SummaryContent): Running {
  return { counted: 0, columns: Object.fromEntries(constituencyColumns(contest).map((column) => [column, 0])) };
}

export function plus(running: Running, rows: readonly SummaryStation[]): Running {
  return rows.reduce(
    (sum, { disposition, form }) => (disposition === 'counted' && form !== undefined ? withFigures(sum, form.figures) : sum),
    running,
  );
}

function withFigures({ counted, columns }: Running, figures: Figures): Running {
  const added = Object.entries(columns).map(([column, sum]) => {
    const figure = figures[column];
    return [column, isCount(figure) ? sum + figure : sum] as const;
  });
  return { counted: counted + 1, columns: Object.fromEntries(added) };
}

/** The summary's totals under the same columns. */
export function totalsOf({ contest, totals, stationCounts }: SummaryContent): Running {
  const values = [totals.registered, ...totals.votes, totals.valid, totals.rejected];
  const columns = constituencyColumns(contest).map((column, at) => [column, values[at] ?? 0] as const);
  return { counted: stationCounts.counted, columns: Object.fromEntries(columns) };
}

/** A paper whose rows do not add up to its totals must not exist. */
export function mustAgree(running: Running, totals: Running): void {
  const wrong = Object.keys(totals.columns).find((column) => running.columns[column] !== totals.columns[column]);
  if (wrong !== undefined || running.counted !== totals.counted)
    throw new Error(`broken invariant: the rows do not add up to the totals (${wrong ?? 'stations'})`);
}
