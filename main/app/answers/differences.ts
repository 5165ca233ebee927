/** Answers the room where papers are read again. A draft is handed only to the person who made it, and goes when the reading is sealed. */
import type { DifferencesAnswers, differencesAsks } from '../../../core/contract/differences.ts';
import { entryDraftSchema } from '../../../core/contract/entry.ts';
import { ok } from '../../../core/result.ts';
import { differencesView } from '../../../core/views/differences.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';
import { keptDrafts } from './kept-drafts.ts';

export function differencesHandlers(host: Host): HandlersOf<typeof differencesAsks, DifferencesAnswers> {
  const drafts = keptDrafts(host, entryDraftSchema);
  return {
    differences: (asked) => {
      const seen = host.seen();
      return seen.ok ? ok(differencesView(seen.value, asked)) : seen;
    },
    readReadingDraft: ({ form }) => drafts.read(subjectOf(form)),
    keepReadingDraft: ({ form, draft }) => drafts.keep(subjectOf(form), draft),
  };
}

/** Apart from the draft of an entry: a clerk may have left one on this form before its two entries were sealed by others. */
function subjectOf(form: string): string {
  return `reading ${form}`;
}
