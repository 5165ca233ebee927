/** Tells the office now and then that somebody is typing, so that the keyboard does not lock in the middle of a form. */
import { useEffect } from 'react';
import { ask } from '../office/ask.ts';

const EVERY = 15_000;

export function useActivity(isUnlocked: boolean): void {
  useEffect(() => {
    if (!isUnlocked) return undefined;
    let told = 0;
    const tell = (event: Event) => {
      if (event.timeStamp - told < EVERY) return;
      told = event.timeStamp;
      void ask('activity', {});
    };
    window.addEventListener('keydown', tell, { passive: true });
    window.addEventListener('pointerdown', tell, { passive: true });
    return () => {
      window.removeEventListener('keydown', tell);
      window.removeEventListener('pointerdown', tell);
    };
  }, [isUnlocked]);
}
