/**
 * Whether the words on the card before somebody still hold. The office forgets them when the keyboard is locked or handed on, and after a
 * while; the page then forgets them too, and says that the card has to be made again.
 */
import { useEffect, useRef } from 'react';
import { useView } from '../office/use-view.ts';

/** `fingerprint` is that of the card on the screen. Answers whether this person's card lapsed, also one that was left before. */
export function useLapsed(person: string, fingerprint: string | undefined, onLapse: () => void): boolean {
  const { value } = useView('keyWaits', {});
  // An answer from before the card was made says nothing about it.
  const stood = useRef<string>(undefined);
  useEffect(() => {
    if (fingerprint === undefined || value === undefined) return;
    if (value.fingerprint === fingerprint) stood.current = fingerprint;
    else if (stood.current === fingerprint) onLapse();
  });
  return value?.lapsed === person;
}
