/** The invented paper of the practice, row by row: what is written there, and how what was typed compares with it. */
import type { Figure } from '../../core/count.ts';
import { keyedAt, type Typed } from '../paper/typing.ts';

export type PracticeRow = 'plain' | 'blank' | 'scrawl' | 'zero' | 'slip' | 'leading';

/** As an officer's pen left it, and the figure it stands for. */
export const PRACTICE_ROWS: readonly { readonly row: PracticeRow; readonly written: string; readonly figure: Figure }[] = [
  { row: 'plain', written: '132', figure: 132 },
  { row: 'blank', written: '', figure: 'blank' },
  { row: 'scrawl', written: '', figure: 'unreadable' },
  { row: 'zero', written: '0', figure: 0 },
  { row: 'slip', written: '125', figure: 125 },
  { row: 'leading', written: '007', figure: 7 },
];

export type PracticeMark = 'notEntered' | 'notAFigure' | 'right' | 'wrong';

export function markOf(typed: Typed, row: PracticeRow): PracticeMark {
  const keyed = keyedAt(typed, row);
  if (keyed.is === 'not-entered') return 'notEntered';
  if (keyed.is === 'not-a-figure') return 'notAFigure';
  return PRACTICE_ROWS.find((one) => one.row === row)?.figure === keyed.figure ? 'right' : 'wrong';
}
