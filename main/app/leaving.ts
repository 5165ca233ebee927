/**
 * How the app ends: where a second medium is at hand, a last full copy is made on it first, with the keyboard locked and the screen
 * saying so. Whoever cannot wait ends without it; every act is on the medium by then, one by one.
 */
import type { Office } from '../office/office.ts';

export interface Leaving {
  /** Whether the app may end now; where not, the copy is begun, and `quit` is called after it. */
  mayGo(quit: () => void): boolean;
  isUnderWay(): boolean;
  /** Waits no longer. */
  goNow(): void;
}

/** Milliseconds: a stick that takes longer than this does not take it at all. */
const LONGEST = 10 * 60_000;

export function createLeaving(office: () => Office | undefined, changed: () => void): Leaving {
  let state: 'here' | 'leaving' | 'gone' = 'here';
  let end = () => {};
  const goNow = () => {
    if (state !== 'leaving') return;
    state = 'gone';
    end();
  };
  const begin = (leaving: Office, quit: () => void) => {
    state = 'leaving';
    leaving.lock('quit');
    const timer = setTimeout(goNow, LONGEST);
    end = () => {
      clearTimeout(timer);
      quit();
    };
    void leaving.finishMedium().finally(goNow);
    changed();
  };
  return {
    mayGo: (quit) => {
      const here = office();
      const { state: medium } = here?.secondMedium() ?? { state: 'none' };
      if (state === 'here' && here !== undefined && (medium === 'current' || medium === 'behind')) begin(here, quit);
      return state !== 'leaving';
    },
    isUnderWay: () => state === 'leaving',
    goNow,
  };
}
