/**
 * A list with one tab stop: arrows move within it, Home and End to its ends, Tab leaves it. Whatever is listed keeps its own meaning;
 * Enter and Space press it as ever, or Enter does what the list says.
 */
import { type KeyboardEvent, useRef, useState } from 'react';
import { placeAfter } from './place-after.ts';

interface RovingItem {
  readonly ref: (element: HTMLElement | null) => void;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export interface RovingOptions {
  /** Where Tab comes in first. */
  readonly start?: number;
  /** For what is not a button. */
  readonly onEnter?: (place: number) => void;
}

/** What each of `length` items needs, by its place; the one with the tab stop is the one where the list stands. */
export function useRoving(length: number, { start = 0, onEnter }: RovingOptions = {}): (place: number) => RovingItem {
  const [at, setAt] = useState(start);
  const items = useRef(new Map<number, HTMLElement>());
  const here = Math.max(0, Math.min(at, length - 1));
  const press = (event: KeyboardEvent, place: number) => {
    const to = placeAfter(event, place, length);
    const isEntered = event.key === 'Enter' && onEnter !== undefined;
    if (to === undefined && !isEntered) return;
    event.preventDefault();
    if (to === undefined) onEnter?.(place);
    else items.current.get(to)?.focus();
  };
  return (place) => ({
    ref: (element) => void (element === null ? items.current.delete(place) : items.current.set(place, element)),
    tabIndex: place === here ? 0 : -1,
    onFocus: () => setAt(place),
    onKeyDown: (event) => press(event, place),
  });
}
