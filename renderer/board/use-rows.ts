/** A list that is one stop for the Tab key: arrows move in it, Enter goes to what is active, and the active row is always known. */
import { type KeyboardEvent, useState } from 'react';

const PAGE = 10;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: -Infinity,
  End: Infinity,
};

export interface Rows {
  readonly at: number;
  readonly list: {
    readonly tabIndex: 0;
    readonly 'aria-activedescendant': string | undefined;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  idOf(at: number): string;
}

export interface RowsOptions {
  /** Of the list on the page. */
  readonly id: string;
  readonly count: number;
  readonly first?: number;
  readonly onMove?: (at: number) => void;
  readonly onEnter: (at: number) => void;
}

export function useRows({ id, count, first = 0, onMove, onEnter }: RowsOptions): Rows {
  const [active, setActive] = useState(first);
  const at = Math.max(0, Math.min(active, count - 1));
  const idOf = (row: number) => `${id}-${row}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.altKey || event.ctrlKey || count === 0 || (step === undefined && event.key !== 'Enter')) return;
    event.preventDefault();
    if (step === undefined) return onEnter(at);
    const next = Math.max(0, Math.min(at + step, count - 1));
    setActive(next);
    onMove?.(next);
  };
  return { at, idOf, list: { tabIndex: 0, 'aria-activedescendant': count === 0 ? undefined : idOf(at), onKeyDown } };
}
