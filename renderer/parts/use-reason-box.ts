/**
 * The box of a reason below a choice. Whoever chose by a key writes on at once, and so does whoever has nothing to choose: words that
 * are typed into a choice would be lost.
 */
import { type RefObject, useEffect, useRef } from 'react';

type Box = HTMLInputElement & HTMLTextAreaElement;

export interface ReasonBox {
  readonly box: RefObject<Box | null>;
  readonly toReason: () => void;
}

/** `isChosen`: there is one choice only, and it is made. */
export function useReasonBox(isChosen: boolean): ReasonBox {
  const box = useRef<Box>(null);
  const wasChosen = useRef(isChosen);
  useEffect(() => {
    if (wasChosen.current) box.current?.focus();
  }, []);
  return { box, toReason: () => box.current?.focus() };
}
