/**
 * A list that is itself one stop for the Tab key, for lists of which only the rows in sight are drawn: arrows move in it, Enter goes
 * to what is active, and the active row is always known by name.
 */
import { type KeyboardEvent, useState } from 'react';
import { placeAfter } from './place-after.ts';

const PAGE = 10;

interface ActiveRow {
  readonly at: number;
  /** What the list's own element needs. */
  readonly list: {
    readonly tabIndex: 0;
    readonly 'aria-activedescendant': string | undefined;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  idOf(at: number): string;
}

export interface ActiveRowOptions {
  /** Of the list on the page. */
  readonly id: string;
  readonly count: number;
  readonly first?: number;
  readonly onMove?: (at: number) => void;
  readonly onEnter: (at: number) => void;
}

export function useActiveRow({ id, count, first = 0, onMove, onEnter }: ActiveRowOptions): ActiveRow {
  const [active, setActive] = useState(first);
  const at = Math.max(0, Math.min(active, count - 1));
  const idOf = (row: number) => `${id}-${row}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event, at, count, { page: PAGE });
    const isEntered = event.key === 'Enter' && !event.altKey && !event.ctrlKey && count > 0;
    if (next === undefined && !isEntered) return;
    event.preventDefault();
    if (next === undefined) return onEnter(at);
    setActive(next);
    onMove?.(next);
  };
  return { at, idOf, list: { tabIndex: 0, 'aria-activedescendant': count === 0 ? undefined : idOf(at), onKeyDown } };
}
