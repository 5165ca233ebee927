/** Entry: the forms that wait for this clerk, the paper to type from, and the draft that keeps what was typed when interrupted. */
import * as z from 'zod/mini';
import { formIdSchema } from '../acts.ts';
import { contestSchema } from '../text.ts';
import type { EntryView } from '../views/entry.ts';
import { ask } from './ask.ts';

const typedText = z.string().check(z.maxLength(40));

/** What stood in the boxes, exactly as typed. */
export const entryDraftSchema = z.strictObject({
  revision: z.int().check(z.minimum(1)),
  typed: z.record(z.string().check(z.maxLength(40)), typedText),
  decisions: z.array(z.strictObject({ ballot: z.string().check(z.maxLength(200)), candidate: typedText })).check(z.maxLength(500)),
});
export type EntryDraft = z.infer<typeof entryDraftSchema>;

export const entryAsks = {
  entry: ask(['clerk'], { form: z.optional(formIdSchema), contest: z.optional(contestSchema) }),
  readEntryDraft: ask(['clerk'], { form: formIdSchema }),
  keepEntryDraft: ask(['clerk'], { form: formIdSchema, draft: z.optional(entryDraftSchema) }),
};

export interface EntryAnswers {
  readonly entry: EntryView;
  readonly readEntryDraft: EntryDraft | undefined;
  readonly keepEntryDraft: undefined;
}
