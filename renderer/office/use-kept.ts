/**
 * What is being typed, kept by the office against interruption: read once when it is shown, kept shortly after each key, gone when it
 * is dropped. It belongs to whoever typed it.
 */
import { useEffect, useRef, useState } from 'react';

const KEEP_AFTER = 300;

export interface Keeping<Draft> {
  /** What there is to begin with. */
  readonly empty: Draft;
  /** What was left here before, if that is still of use. */
  read(): Promise<Draft | undefined>;
  /** Without a draft, what was kept is thrown away. */
  keep(draft: Draft | undefined): Promise<unknown>;
}

export interface Kept<Draft> {
  readonly draft: Draft;
  readonly isRead: boolean;
  change(change: (draft: Draft) => Draft): void;
  drop(): Promise<void>;
}

/** For one subject as long as it is shown. */
export function useKept<Draft>(keepingOf: () => Keeping<Draft>): Kept<Draft> {
  const [keeping] = useState(keepingOf);
  const [draft, setDraft] = useState(keeping.empty);
  const [isRead, setRead] = useState(false);
  const unkept = useRef<{ readonly draft: Draft }>(undefined);
  useEffect(() => {
    let isGone = false;
    void keeping.read().then((kept) => {
      if (isGone) return;
      // What was typed in the meantime is newer than what was kept.
      if (kept !== undefined && unkept.current === undefined) setDraft(kept);
      setRead(true);
    });
    const keepNow = () => {
      if (unkept.current !== undefined) void keeping.keep(unkept.current.draft);
      unkept.current = undefined;
    };
    const timer = setInterval(keepNow, KEEP_AFTER);
    return () => {
      isGone = true;
      clearInterval(timer);
      keepNow();
    };
  }, [keeping]);
  return {
    draft,
    isRead,
    change: (change) =>
      setDraft((before) => {
        const after = change(before);
        unkept.current = { draft: after };
        return after;
      }),
    drop: async () => {
      unkept.current = undefined;
      await keeping.keep(undefined);
    },
  };
}
