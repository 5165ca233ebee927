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

/** True from two frames after the page was drawn, when no key is down. */
export function useListening(): boolean {
  const [isListening, setListening] = useState(false);
  useEffect(() => {
    let isDrawn = false;
    const listen = () => {
      if (isDrawn && held.size === 0) setListening(true);
    };
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        isDrawn = true;
        listen();
      });
    });
    window.addEventListener('keyup', listen);
    window.addEventListener('blur', listen);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('keyup', listen);
      window.removeEventListener('blur', listen);
    };
  }, []);
  return isListening;
}
