/**
 * How a clerk types a paper on a long night: mostly right, sometimes with two digits swapped, one off, or a line too low. The
 * errors are seeded, so that a rehearsal can say how many there were and how many the comparison caught.
 */
import type { Decision, Figures } from '../../core/acts.ts';
import { type Figure, LARGEST_COUNT } from '../../core/count.ts';
import type { Seeded } from '../seeded.ts';

export interface Typed {
  readonly figures: Figures;
  /** Rows that were typed wrongly. */
  readonly slips: readonly string[];
}

/** Types the given rows of a paper; `share` of the papers get one slip. */
export function typePaper(paper: Figures, rows: readonly string[], random: Seeded, share: number): Typed {
  const figures = Object.fromEntries(rows.map((row) => [row, paper[row] ?? 'blank']));
  if (rows.length === 0 || !random.chance(share)) return { figures, slips: [] };
  const row = random.pick(rows);
  const slipped = slip(paper[row] ?? 'blank', random);
  return { figures: { ...figures, [row]: slipped }, slips: [row] };
}

function slip(figure: Figure, random: Seeded): Figure {
  if (typeof figure !== 'number') return random.below(9);
  const digits = String(figure);
  const swapped = digits.length < 2 ? figure : Number(digits.slice(0, -2) + digits.slice(-1) + digits.slice(-2, -1));
  const slips = [figure + 1, figure * 10, swapped].filter((wrong) => wrong !== figure && wrong <= LARGEST_COUNT);
  return random.pick(slips);
}

/** forms.csv has no decisions on disputed votes; a practice paper has one for each vote that line 4 counts. */
export function practiceDecisions(paper: Figures, firstCandidate: number): readonly Decision[] {
  const disputed = typeof paper.disputed === 'number' ? Math.min(paper.disputed, 500) : 0;
  return Array.from({ length: disputed }, (_, at) => ({ ballot: `practice ${at + 1}`, candidate: firstCandidate }));
}
