/**
 * When the choices may be heard: once the figures of this form stand on the screen, and every key that was pressed for the form before
 * is let go. One press never answers two forms.
 */
import { useEffect, useState } from 'react';

/** Keys that are down now, by their place on the keyboard. */
const held = new Set<string>();

/** Follows the keys as long as a room for signing is shown. */
export function useHeldKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => void held.add(event.code);
    const release = (event: KeyboardEvent) => void held.delete(event.code);
    const forget = () => held.clear();
    window.addEventListener('keydown', press, true);
    window.addEventListener('keyup', release, true);
    window.addEventListener('blur', forget);
    return () => {
      window.removeEventListener('keydown', press, true);
      window.removeEventListener('keyup', release, true);
      window.removeEventListener('blur', forget);
      forget();
    };
  }, []);
}

/** Milliseconds without a key after which nobody is still typing words. */
const QUIET = 700;

/**
 * True from two frames after the page was drawn, when no key is down. Whoever comes back from typing words (`times` says how often)
 * is heard only after the keyboard was quiet for a moment: a word that is still being typed must not become an answer.
 */
export function useListening(times: number): boolean {
  const [heardSince, setHeardSince] = useState<number>();
  useEffect(() => {
    let isDrawn = false;
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const hear = () => {
      if (isDrawn && held.size === 0) setHeardSince(times);
    };
    const waitForQuiet = () => {
      clearTimeout(quiet);
      quiet = setTimeout(hear, QUIET);
    };
    const listen = times === 0 ? hear : waitForQuiet;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        isDrawn = true;
        listen();
      });
    });
    window.addEventListener('keyup', listen);
    window.addEventListener('blur', listen);
    if (times > 0) window.addEventListener('keydown', waitForQuiet, true);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(quiet);
      window.removeEventListener('keyup', listen);
      window.removeEventListener('blur', listen);
      window.removeEventListener('keydown', waitForQuiet, true);
    };
  }, [times]);
  return heardSince === times;
}
