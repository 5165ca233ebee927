/** Turns the wall's pages: by itself every twelve seconds by a plain cut, by hand with the arrows, and not at all while it is held. */
import { useEffect, useState } from 'react';
import { useKey } from '../parts/keys.tsx';
import type { WallPage } from './pages.ts';

const TURN_EVERY = 12_000;

export interface Turning {
  readonly at: number;
  readonly isHeld: boolean;
}

export function useTurning(pages: readonly WallPage[]): Turning {
  const [wanted, setWanted] = useState(0);
  const [isHeld, setHeld] = useState(false);
  const total = Math.max(pages.length, 1);
  const at = wanted % total;
  const turn = (by: number) => setWanted((at + by + total) % total);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => setWanted((at + 1) % total), TURN_EVERY);
    return () => clearTimeout(timer);
  }, [isHeld, at, total]);
  useKey(' ', () => setHeld(!isHeld));
  useKey('ArrowRight', () => turn(1));
  useKey('PageDown', () => turn(1));
  useKey('ArrowLeft', () => turn(-1));
  useKey('PageUp', () => turn(-1));
  useContestKeys(pages, setWanted);
  return { at, isHeld };
}

/** 1 to 9 go to the first page of that contest. */
function useContestKeys(pages: readonly WallPage[], go: (page: number) => void): void {
  useEffect(() => {
    const contests = [...new Set(pages.map(({ contest }) => contest.id))];
    const hear = (event: KeyboardEvent) => {
      const chosen = contests[Number(event.key) - 1];
      if (chosen === undefined || event.altKey || event.ctrlKey) return;
      event.preventDefault();
      go(pages.findIndex(({ contest }) => contest.id === chosen));
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [pages, go]);
}
