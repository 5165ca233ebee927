/**
 * Answers the room where officials rule on findings. The rulings themselves are commands like any other; a reason that was being
 * written is handed only to its writer, on that finding of that form.
 */
import { type RulingsAnswers, rulingDraftSchema, type rulingsAsks } from '../../../core/contract/rulings.ts';
import { ok } from '../../../core/result.ts';
import { rulingsView } from '../../../core/views/rulings.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';
import { keptDrafts } from './kept-drafts.ts';

export function rulingsHandlers(host: Host): HandlersOf<typeof rulingsAsks, RulingsAnswers> {
  const drafts = keptDrafts(host, rulingDraftSchema);
  return {
    rulings: (asked) => {
      const seen = host.seen();
      return seen.ok ? ok(rulingsView(seen.value, asked)) : seen;
    },
    readRulingDraft: (about) => drafts.read(subjectOf(about)),
    keepRulingDraft: ({ draft, ...about }) => drafts.keep(subjectOf(about), draft),
  };
}

function subjectOf({ form, finding }: { readonly form: string; readonly finding: string }): string {
  return `ruling ${form} ${finding}`;
}
