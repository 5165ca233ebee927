/**
 * A list with one stop for the Tab key: arrows move within it, Home and End jump. The place stays in bounds when the list grows
 * shorter underneath.
 */
import { type KeyboardEvent, useRef, useState } from 'react';

export interface Roving {
  readonly at: number;
  /** What the list's own element needs to hear arrows. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  item(place: number): {
    readonly tabIndex: 0 | -1;
    readonly ref: (element: HTMLElement | null) => void;
    readonly onFocus: () => void;
  };
}

export function useRoving(count: number): Roving {
  const [chosen, choose] = useState(0);
  const items = useRef(new Map<number, HTMLElement>());
  const at = Math.min(chosen, Math.max(count - 1, 0));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.shiftKey) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[event.key];
    if (next === undefined || next < 0 || next >= count) return;
    event.preventDefault();
    choose(next);
    items.current.get(next)?.focus();
  };
  return {
    at,
    onKeyDown,
    item: (place) => ({
      tabIndex: place === at ? 0 : -1,
      ref: (element) => {
        if (element === null) items.current.delete(place);
        else items.current.set(place, element);
      },
      onFocus: () => choose(place),
    }),
  };
}
