/** Answers the room where forms are typed. A draft is handed only to the person who made it, and goes when the entry is sealed. */
import { type EntryAnswers, type entryAsks, entryDraftSchema } from '../../../core/contract/entry.ts';
import { ok } from '../../../core/result.ts';
import { entryView } from '../../../core/views/entry.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';

export function entryHandlers(host: Host): HandlersOf<typeof entryAsks, EntryAnswers> {
  return {
    entry: (asked) => {
      const seen = host.seen();
      return seen.ok ? ok(entryView(seen.value, asked)) : seen;
    },
    readEntryDraft: ({ form }) => {
      const office = host.office();
      if (!office.ok) return office;
      const draft = entryDraftSchema.safeParse(office.value.drafts.read(office.value.unlocked() ?? '', form));
      return ok(draft.success ? draft.data : undefined);
    },
    keepEntryDraft: ({ form, draft }) => {
      const office = host.office();
      if (!office.ok) return office;
      const person = office.value.unlocked() ?? '';
      if (draft !== undefined) return office.value.drafts.write(person, form, draft);
      office.value.drafts.remove(person, form);
      return ok(undefined);
    },
  };
}
