/**
 * The draft of one entry or reading: read once when the form is shown, kept shortly after each key, gone when it is sealed. It belongs
 * to whoever typed it.
 */
import { useEffect, useRef, useState } from 'react';
import type { EntryDraft } from '../../core/contract/entry.ts';
import { ask } from '../office/ask.ts';

const KEEP_AFTER = 300;
/** What kind of typing it is a draft of: an entry, or a reading of some rows. */
const KEPT_AS = {
  entry: { read: 'readEntryDraft', keep: 'keepEntryDraft' },
  reading: { read: 'readReadingDraft', keep: 'keepReadingDraft' },
} as const;

export interface Draft {
  readonly draft: EntryDraft;
  readonly isRead: boolean;
  change(change: (draft: EntryDraft) => EntryDraft): void;
  drop(): Promise<void>;
}

export function useDraft(form: string, revision: number, kind: keyof typeof KEPT_AS = 'entry'): Draft {
  const { read, keep } = KEPT_AS[kind];
  const [draft, setDraft] = useState<EntryDraft>({ revision, typed: {}, decisions: [] });
  const [isRead, setRead] = useState(false);
  const unkept = useRef<EntryDraft>(undefined);
  useEffect(() => {
    let isGone = false;
    void ask(read, { form }).then((kept) => {
      if (isGone) return;
      if (kept.ok && kept.value?.revision === revision) setDraft(kept.value);
      setRead(true);
    });
    const keepNow = () => {
      if (unkept.current !== undefined) void ask(keep, { form, draft: unkept.current });
      unkept.current = undefined;
    };
    const timer = setInterval(keepNow, KEEP_AFTER);
    return () => {
      isGone = true;
      clearInterval(timer);
      keepNow();
    };
  }, [form, revision, read, keep]);
  return {
    draft,
    isRead,
    change: (change) =>
      setDraft((before) => {
        const after = change(before);
        unkept.current = after;
        return after;
      }),
    drop: async () => {
      unkept.current = undefined;
      await ask(keep, { form });
    },
  };
}
