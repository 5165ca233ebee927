/**
 * Where the ruler lies on the scan: on the row that is being typed, as far as anybody can know beforehand. Papers of one form are
 * printed alike, so the clerk moves the ruler onto a row once near the top and once near the foot, and it keeps its places.
 */
import { useState } from 'react';
import { useKey } from '../parts/keys.tsx';

/** Parts of the page's height, 0 to 1: of the first row and of the last. */
interface Span {
  readonly first: number;
  readonly last: number;
}
/** As the form is usually printed: the candidates begin below the heading, the counts end above the declaration. */
const USUAL: Span = { first: 0.23, last: 0.54 };
const STEP = 0.004;
/** Per form; for as long as the window is open. */
const moved = new Map<string, Span>();

/** `row` of `rows`, counted from 0; without a row there is no ruler. */
export function useRuler(form: string, row: number | undefined, rows: number): number | undefined {
  const [span, setSpan] = useState(() => moved.get(form) ?? USUAL);
  const isNearTop = (row ?? 0) < rows / 2;
  const move = (by: number) => {
    const next = isNearTop ? { ...span, first: span.first + by } : { ...span, last: span.last + by };
    moved.set(form, next);
    setSpan(next);
  };
  useKey('Alt+Shift+ArrowUp', () => move(-STEP));
  useKey('Alt+Shift+ArrowDown', () => move(STEP));
  if (row === undefined || rows < 2) return undefined;
  return Math.min(1, Math.max(0, span.first + ((span.last - span.first) * row) / (rows - 1)));
}
