/**
 * What stands in the boxes while a form is typed: the keys as pressed, never filtered. Reading them as figures, finding what is
 * missing and adding up is done here, so that entry, differences and an agent's own copy all do it alike.
 */
import type { Figures } from '../../core/acts.ts';
import { type Count, isCount, type Keyed, readKeystrokes, sumOfCounts } from '../../core/count.ts';
import { TABLE_TOTAL } from '../../core/form.ts';
import type { PaperRow } from '../../core/views/paper.ts';

/** By row code, what was typed. */
export type Typed = Readonly<Record<string, string>>;

export function keyedAt(typed: Typed, row: string): Keyed {
  return readKeystrokes((typed[row] ?? '').trim());
}

/** The figures of these rows, or the first row that has none. */
export function figuresOf(typed: Typed, rows: readonly string[]): { readonly figures: Figures } | { readonly faulty: string } {
  const figures: Record<string, Figures[string]> = {};
  for (const row of rows) {
    const keyed = keyedAt(typed, row);
    if (keyed.is !== 'figure') return { faulty: row };
    figures[row] = keyed.figure;
  }
  return { figures };
}

export type SumCheck =
  | { readonly is: 'not-yet' }
  | { readonly is: 'unchecked'; readonly row: string }
  | { readonly is: 'right' }
  | { readonly is: 'wrong'; readonly sum: Count };

/** Whether the candidates add up to the foot of their table, once the foot is typed. A row that is no count leaves it unchecked. */
export function checkSum(typed: Typed, rows: readonly PaperRow[]): SumCheck {
  const foot = keyedAt(typed, TABLE_TOTAL);
  if (foot.is !== 'figure') return { is: 'not-yet' };
  const candidates = rows.filter(({ row, section }) => section === 'candidates' && row !== TABLE_TOTAL);
  const keyed = candidates.map(({ row }) => keyedAt(typed, row));
  const uncountable = keyed.findIndex((key) => key.is !== 'figure' || !isCount(key.figure));
  if (uncountable >= 0) return { is: 'unchecked', row: candidates[uncountable]?.row ?? '' };
  if (!isCount(foot.figure)) return { is: 'not-yet' };
  const sum = sumOfCounts(keyed.flatMap((key) => (key.is === 'figure' ? [key.figure] : [])));
  return sum === foot.figure ? { is: 'right' } : { is: 'wrong', sum };
}
