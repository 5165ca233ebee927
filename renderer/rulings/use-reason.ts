/** The reason being written on one finding, kept for its writer: of no use any more once the form or the finding's figures change. */

import type { Paper } from '../../core/views/paper.ts';
import type { FindingSeen } from '../../core/views/rulings.ts';
import { ask } from '../office/ask.ts';
import { type Kept, useKept } from '../office/use-kept.ts';

/** Nothing is asked for where the viewer cannot rule. */
export function useReason({ form, revision }: Paper, { code: finding, digest: inputs }: FindingSeen, canRule: boolean): Kept<string> {
  const about = { form, finding };
  return useKept(() => ({
    empty: '',
    read: async () => {
      const kept = canRule ? await ask('readRulingDraft', about) : undefined;
      if (!kept?.ok || kept.value?.revision !== revision || kept.value.inputs !== inputs) return undefined;
      return kept.value.reason;
    },
    keep: (reason) => ask('keepRulingDraft', reason === undefined ? about : { ...about, draft: { revision, inputs, reason } }),
  }));
}
