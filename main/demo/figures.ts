/**
 * Figures for a station that never was, which add up: as many votes as the candidates have together, a few rejected papers, never
 * more than the voters registered there. `formCells` writes them in the columns of forms.csv.
 */
import type { Seeded } from '../seeded.ts';
import type { CsvCell } from './csv-text.ts';

export interface StationFigures {
  readonly registered: number;
  readonly rejected: number;
  /** In ballot order. */
  readonly votes: readonly number[];
}

/** A station where between 55 and 85 in a hundred voted; `leaning` says how strong each candidate is there. */
export function inventFigures(random: Seeded, registered: number, leaning: readonly number[]): StationFigures {
  const cast = Math.floor(registered * (0.55 + 0.3 * random.next()));
  const rejected = Math.floor(cast * 0.015 * random.next());
  return {
    registered,
    rejected,
    votes: share(
      cast - rejected,
      leaning.map((weight) => weight * (0.6 + 0.8 * random.next())),
    ),
  };
}

/** Divides a number into whole parts in the proportion of the weights; what rounding leaves goes to the largest. */
export function share(whole: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  const parts = weights.map((weight) => Math.floor((whole * weight) / sum));
  const rest = whole - total(parts);
  const largest = weights.indexOf(Math.max(...weights));
  return parts.map((part, at) => (at === largest ? part + rest : part));
}

export function total(votes: readonly number[]): number {
  return votes.reduce((sum, count) => sum + count, 0);
}

/** A row of forms.csv by column, with `v1` to `vN`. */
export type FormCells = Readonly<Record<string, CsvCell>>;

/** What the paper of such a station says, without a slip. */
export function formCells({ registered, rejected, votes }: StationFigures): FormCells {
  const valid = total(votes);
  const columns = Object.fromEntries(votes.map((count, at) => [`v${at + 1}`, count]));
  return { registered, rejected, objected: 0, disputed: 0, valid_foot: valid, valid, ...columns };
}

/** The header of forms.csv for contests with at most so many candidates. */
export function formsHeader(candidates: number): readonly string[] {
  const counts = ['registered', 'rejected', 'objected', 'disputed', 'valid_foot', 'valid'];
  return [
    'station_code',
    'contest',
    'serial',
    ...counts,
    ...Array.from({ length: candidates }, (_, at) => `v${at + 1}`),
    'ruling',
    'reason',
  ];
}
