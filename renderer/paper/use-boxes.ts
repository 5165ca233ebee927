/**
 * The boxes of a form while it is typed: which one has the keyboard, which were left, and where the keys go next. The keyboard goes
 * to the first box once, when it appears; after that only a person moves it.
 */
import { useRef, useState } from 'react';

interface BoxOf {
  readonly ref: (box: HTMLInputElement | null) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onFocus: () => void;
}

export interface Boxes {
  readonly active: string | undefined;
  /** Boxes that had the keyboard before: only of these it is said that they hold no figure. */
  readonly left: ReadonlySet<string>;
  /** Also of what else is typed on the page. */
  readonly elements: Map<string, HTMLInputElement>;
  focus(box: string | undefined): void;
  /** To the next row; from the last one on to what follows the rows. */
  goOn(row: string, afterLast: () => void): void;
  /** To a box beside the rows: no row is lit any more. */
  goAside(box: string): void;
  /** Where the first box is none of the rows'. */
  begin(box: HTMLInputElement | undefined): void;
  /** The boxes come back after they were away. */
  beginAgain(): void;
  of(row: string): BoxOf;
}

export function useBoxes(rows: readonly string[], onLeave?: (row: string) => void): Boxes {
  const [active, setActive] = useState<string>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [elements] = useState(() => new Map<string, HTMLInputElement>());
  const hasBegun = useRef(false);
  const focus = (box: string | undefined) => elements.get(box ?? '')?.focus();
  const begin = (box: HTMLInputElement | undefined) => {
    if (!hasBegun.current) box?.focus();
    hasBegun.current = true;
  };
  const leave = (row: string | undefined) => {
    if (row === undefined) return;
    setLeft((before) => new Set(before).add(row));
    onLeave?.(row);
  };
  const goOn = (row: string, afterLast: () => void) => {
    const next = rows[rows.indexOf(row) + 1];
    if (next !== undefined) return focus(next);
    leave(row);
    afterLast();
  };
  const goAside = (box: string) => {
    leave(active);
    setActive(undefined);
    focus(box);
  };
  const beginAgain = () => {
    hasBegun.current = false;
  };
  const of = (row: string): BoxOf => ({
    ref: (box) => {
      if (box === null) return void elements.delete(row);
      elements.set(row, box);
      if (row === rows[0]) begin(box);
    },
    onMove: (by) => focus(rows[rows.indexOf(row) + by]),
    onFocus: () => {
      if (active !== row) leave(active);
      setActive(row);
    },
  });
  return { active, left, elements, focus, goOn, goAside, begin, beginAgain, of };
}
