/** Answers the room where forms are typed. A draft is handed only to the person who made it, and goes when the entry is sealed. */
import { type EntryAnswers, type entryAsks, entryDraftSchema } from '../../../core/contract/entry.ts';
import { ok } from '../../../core/result.ts';
import { entryView } from '../../../core/views/entry.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';
import { keptDrafts } from './kept-drafts.ts';

export function entryHandlers(host: Host): HandlersOf<typeof entryAsks, EntryAnswers> {
  const drafts = keptDrafts(host, entryDraftSchema);
  return {
    entry: (asked) => {
      const seen = host.seen();
      return seen.ok ? ok(entryView(seen.value, asked)) : seen;
    },
    readEntryDraft: ({ form }) => drafts.read(form),
    keepEntryDraft: ({ form, draft }) => drafts.keep(form, draft),
  };
}
