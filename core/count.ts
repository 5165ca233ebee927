/**
 * What stands in one box of the paper: a count, nothing at all, or something nobody can read. Blank is not zero, and unreadable is
 * neither; arithmetic takes counts only, so the compiler refuses to add the other two.
 */
import * as z from 'zod/mini';

/** A whole number of ballots or voters, as written on the paper. */
export type Count = number;
export type Figure = Count | 'blank' | 'unreadable';

/** No box of a station's form holds more than seven digits; a longer number is a slip of the keyboard. */
export const LARGEST_COUNT = 9_999_999;

export const countSchema = z.int().check(z.minimum(0), z.maximum(LARGEST_COUNT));

export function isFigure(value: unknown): value is Figure {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT;
  return value === 'blank' || value === 'unreadable';
}

export type Keyed =
  | { readonly is: 'figure'; readonly figure: Figure }
  | { readonly is: 'not-entered' }
  | { readonly is: 'not-a-figure'; readonly typed: string };

/**
 * Reads what a clerk typed into one box: digits (leading zeros as some officers write them), `-` for blank on the paper, `?` for
 * unreadable. Anything else is kept as typed and marked: `12.5` must not become `125`.
 */
export function readKeystrokes(typed: string): Keyed {
  if (typed === '') return { is: 'not-entered' };
  if (typed === '-') return { is: 'figure', figure: 'blank' };
  if (typed === '?') return { is: 'figure', figure: 'unreadable' };
  if (!/^[0-9]{1,12}$/.test(typed) || Number(typed) > LARGEST_COUNT) return { is: 'not-a-figure', typed };
  return { is: 'figure', figure: Number(typed) };
}

export function isCount(figure: Figure | undefined): figure is Count {
  return typeof figure === 'number';
}

/** The sum of those figures that are counts: blank and unreadable add nothing, and are listed elsewhere. */
export function sumOfCounts(figures: Iterable<Figure>): Count {
  let sum = 0;
  for (const figure of figures) if (isCount(figure)) sum += figure;
  return sum;
}
