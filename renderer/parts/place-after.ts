/**
 * Which place of a list a key goes to: one up or down, a page, or either end; never beyond the list. Every list of the app is walked
 * by these keys, so that hands learn them once.
 */
import type { KeyboardEvent } from 'react';

export type PressedKey = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'shiftKey'>;

export interface WalkOptions {
  /** How far Page Up and Page Down go; without it they are left to the browser. */
  readonly page?: number;
  /** A box that is typed in keeps Home and End for itself. */
  readonly hasEnds?: boolean;
}

/** Undefined for every key that does not walk. */
export function placeAfter(pressed: PressedKey, at: number, length: number, options: WalkOptions = {}): number | undefined {
  const { key, altKey, ctrlKey, shiftKey } = pressed;
  const step = stepsOf(length, options)[key];
  if (step === undefined || length === 0 || altKey || ctrlKey || shiftKey) return undefined;
  return Math.max(0, Math.min(at + step, length - 1));
}

function stepsOf(length: number, { page, hasEnds = true }: WalkOptions): Readonly<Record<string, number>> {
  return {
    ArrowDown: 1,
    ArrowUp: -1,
    ...(page === undefined ? {} : { PageDown: page, PageUp: -page }),
    ...(hasEnds ? { Home: -length, End: length } : {}),
  };
}
