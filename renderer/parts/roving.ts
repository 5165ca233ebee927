/**
 * A list with one tab stop: arrows move within it, Home and End to its ends, Tab leaves it. Whatever is listed keeps its own meaning;
 * Enter and Space press it as ever.
 */
import { type KeyboardEvent, useRef, useState } from 'react';

interface RovingItem {
  readonly ref: (element: HTMLElement | null) => void;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What each of `length` items needs, by its place; `start` is where Tab comes in first. */
export function useRoving(length: number, start = 0): (place: number) => RovingItem {
  const [at, setAt] = useState(start);
  const items = useRef(new Map<number, HTMLElement>());
  const here = Math.max(0, Math.min(at, length - 1));
  const move = (event: KeyboardEvent, place: number) => {
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: length - 1 }[event.key];
    if (to === undefined || event.shiftKey || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    items.current.get(Math.max(0, Math.min(to, length - 1)))?.focus();
  };
  return (place) => ({
    ref: (element) => void (element === null ? items.current.delete(place) : items.current.set(place, element)),
    tabIndex: place === here ? 0 : -1,
    onFocus: () => setAt(place),
    onKeyDown: (event) => move(event, place),
  });
}
