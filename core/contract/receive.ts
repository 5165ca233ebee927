/** Receiving: the stations, the papers of one of them, and what the paper in hand would repeat. Receiving itself is an act. */
import * as z from 'zod/mini';
import { formIdSchema } from '../acts.ts';
import { codeSchema, contestSchema, digestSchema } from '../text.ts';
import type { Clash, ReceiveView } from '../views/receive.ts';
import { ask, STAFF } from './ask.ts';

export const receiveAsks = {
  receive: ask(STAFF, { station: z.optional(codeSchema) }),
  clashes: ask(STAFF, {
    contest: contestSchema,
    station: codeSchema,
    serial: z.optional(z.string().check(z.maxLength(40))),
    scans: z.array(digestSchema).check(z.maxLength(100)),
    form: z.optional(formIdSchema),
  }),
};

export interface ReceiveAnswers {
  readonly receive: ReceiveView;
  readonly clashes: readonly Clash[];
}
