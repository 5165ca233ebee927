/** Differences: the papers that are read again, the one to read from, and the draft of a reading that was interrupted. */
import * as z from 'zod/mini';
import { formIdSchema } from '../acts.ts';
import type { DifferencesView } from '../views/differences.ts';
import { ask, STAFF } from './ask.ts';
import { type EntryDraft, entryDraftSchema } from './entry.ts';

export const differencesAsks = {
  differences: ask(STAFF, { form: z.optional(formIdSchema) }),
  readReadingDraft: ask(STAFF, { form: formIdSchema }),
  keepReadingDraft: ask(STAFF, { form: formIdSchema, draft: z.optional(entryDraftSchema) }),
};

export interface DifferencesAnswers {
  readonly differences: DifferencesView;
  readonly readReadingDraft: EntryDraft | undefined;
  readonly keepReadingDraft: undefined;
}
