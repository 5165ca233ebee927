/** Rulings: the forms with findings that wait for an official, and one of them with everything a ruling rests on. */
import * as z from 'zod/mini';
import { formIdSchema } from '../acts.ts';
import type { RulingsView } from '../views/rulings.ts';
import { ask, STAFF } from './ask.ts';

export const rulingsAsks = {
  rulings: ask(STAFF, { form: z.optional(formIdSchema) }),
};

export interface RulingsAnswers {
  readonly rulings: RulingsView;
}
