/**
 * Rulings: the forms with findings that wait for an official, one of them with everything a ruling rests on, and the draft of a reason
 * that was interrupted.
 */
import * as z from 'zod/mini';
import { BODIES, formIdSchema } from '../acts.ts';
import { digestSchema } from '../text.ts';
import type { RulingsView } from '../views/rulings.ts';
import { ask, OFFICIALS, STAFF } from './ask.ts';

/** What stood in the box, exactly as typed, and what it was written about: other figures want another reason. */
export const rulingDraftSchema = z.strictObject({
  revision: z.int().check(z.minimum(1)),
  inputs: digestSchema,
  reason: z.string().check(z.maxLength(2000)),
});
export type RulingDraft = z.infer<typeof rulingDraftSchema>;

/** As a ruling names them. */
const about = { form: formIdSchema, finding: BODIES['finding-ruled'].shape.finding };

export const rulingsAsks = {
  rulings: ask(STAFF, { form: z.optional(formIdSchema) }),
  readRulingDraft: ask(OFFICIALS, about),
  keepRulingDraft: ask(OFFICIALS, { ...about, draft: z.optional(rulingDraftSchema) }),
};

export interface RulingsAnswers {
  readonly rulings: RulingsView;
  readonly readRulingDraft: RulingDraft | undefined;
  readonly keepRulingDraft: undefined;
}
