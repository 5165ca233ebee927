/** The time that the register's strip covers: from the hour before the first arrival to a little after now. */
import type { PersonRow } from '../../core/views/people.ts';

export interface Span {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;
const SHORTEST = 4 * HOUR;
const MOST_LABELS = 5;
/** Further along, a label would run into the next column. */
const LAST_LABEL = 0.87;

export function spanOf(agents: readonly PersonRow[], now: string): Span {
  const end = Date.parse(now);
  const arrivals = agents.flatMap(({ stays }) => stays.map(({ from }) => Date.parse(from)));
  const first = Math.min(end, ...arrivals);
  const from = Math.floor(first / HOUR) * HOUR;
  return { from, to: Math.max(from + SHORTEST, end + (end - from) * 0.05) };
}

/** How far along the strip a moment lies, in percent. */
export function partOf({ from, to }: Span, at: string): number {
  return Math.min(100, Math.max(0, ((Date.parse(at) - from) / (to - from)) * 100));
}

/** The full hours that are written above the strip, no more than fit. */
export function hoursOf({ from, to }: Span): readonly string[] {
  const hours = Math.floor((to - from) / HOUR);
  const step = Math.max(1, Math.ceil((hours + 1) / MOST_LABELS));
  const labels = Math.floor(hours / step) + 1;
  const written = Array.from({ length: labels }, (_, at) => from + at * step * HOUR);
  return written.filter((at) => (at - from) / (to - from) < LAST_LABEL).map((at) => new Date(at).toISOString());
}
