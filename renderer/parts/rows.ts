/**
 * A list with one row chosen: up and down move, Home and End go to the ends, and Tab passes the whole list as one stop. The chosen
 * row keeps the focus, so that what is read aloud and what a key acts on are the same.
 */
import { useEffect, useRef, useState } from 'react';
import { useKey } from './keys.tsx';
import { type PressedKey, placeAfter } from './place-after.ts';

export interface RowProps {
  readonly ref: (row: HTMLElement | null) => void;
  readonly tabIndex: number;
  readonly 'aria-current': boolean;
  readonly onFocus: () => void;
  readonly onPointerDown: () => void;
}

export interface Rows {
  readonly chosen: string | undefined;
  rowProps(id: string): RowProps;
  /** Focus goes there as soon as the row is there and no dialog is open. */
  choose(id: string): void;
}

/** `first` is chosen at the beginning, where it is there. The keys are heard anywhere in the room. */
export function useRows(ids: readonly string[], first?: string): Rows {
  const [wanted, setWanted] = useState(first);
  const elements = useRef(new Map<string, HTMLElement>());
  const chosen = wanted !== undefined && ids.includes(wanted) ? wanted : ids[0];
  const at = chosen === undefined ? -1 : ids.indexOf(chosen);
  const walk = (event: PressedKey) => {
    const id = ids[placeAfter(event, at, ids.length) ?? at];
    setWanted(id);
    elements.current.get(id ?? '')?.focus();
  };
  useKey('ArrowDown', walk);
  useKey('ArrowUp', walk);
  useKey('Home', walk);
  useKey('End', walk);
  const asked = useRef<string>(undefined);
  useEffect(() => {
    const row = elements.current.get(asked.current ?? '');
    if (row === undefined || document.querySelector('dialog[open]') !== null) return;
    asked.current = undefined;
    row.focus();
  });
  const isThere = chosen !== undefined;
  const start = useRef(chosen);
  start.current ??= chosen;
  useEffect(() => {
    if (isThere && document.activeElement === document.body) elements.current.get(start.current ?? '')?.focus();
  }, [isThere]);
  return {
    chosen,
    choose: (id) => {
      asked.current = id;
      setWanted(id);
    },
    rowProps: (id) => ({
      ref: (row) => {
        if (row === null) elements.current.delete(id);
        else elements.current.set(id, row);
      },
      tabIndex: id === chosen ? 0 : -1,
      'aria-current': id === chosen,
      onFocus: () => setWanted(id),
      onPointerDown: () => setWanted(id),
    }),
  };
}
