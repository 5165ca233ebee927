/**
 * A window whose page has died or no longer answers. The journal is not touched by it: what was sealed is sealed, and drafts are kept.
 * The keyboard is locked, since nobody knows what the page was doing, and the page is opened again; a page that keeps dying is left
 * dead and the app stops, because it would never be seen why.
 */

const MINUTE = 60_000;
const OFTEN = 3;

export interface Recovery {
  /** The page's process is gone; `reason` in Electron's words. */
  gone(reason: string): void;
}

export interface RecoveryParts {
  /** Milliseconds of a clock that nobody can set. */
  readonly running: () => number;
  readonly lock: () => void;
  readonly openAgain: () => void;
  readonly giveUp: (reason: string) => void;
}

export function createRecovery({ running, lock, openAgain, giveUp }: RecoveryParts): Recovery {
  let deaths: readonly number[] = [];
  return {
    gone: (reason) => {
      if (reason === 'clean-exit') return;
      lock();
      const now = running();
      deaths = [...deaths.filter((moment) => now - moment < MINUTE), now];
      if (deaths.length > OFTEN) giveUp(reason);
      else openAgain();
    },
  };
}
