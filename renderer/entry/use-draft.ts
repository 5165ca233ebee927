/** The draft of one entry or reading: of exactly one revision of the form, because another one is typed afresh. */
import type { EntryDraft } from '../../core/contract/entry.ts';
import { ask } from '../office/ask.ts';
import { type Kept, useKept } from '../office/use-kept.ts';

/** What kind of typing it is a draft of: an entry, or a reading of some rows. */
const KEPT_AS = {
  entry: { read: 'readEntryDraft', keep: 'keepEntryDraft' },
  reading: { read: 'readReadingDraft', keep: 'keepReadingDraft' },
} as const;

export type Draft = Kept<EntryDraft>;

export function useDraft(form: string, revision: number, kind: keyof typeof KEPT_AS): Draft {
  const { read, keep } = KEPT_AS[kind];
  return useKept(() => ({
    empty: { revision, typed: {}, decisions: [] },
    read: async () => {
      const kept = await ask(read, { form });
      return kept.ok && kept.value?.revision === revision ? kept.value : undefined;
    },
    keep: (draft) => ask(keep, draft === undefined ? { form } : { form, draft }),
  }));
}
