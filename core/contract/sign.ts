/**
 * Signing: the staff's lists and one form of them, the agent's stack, the page between two people, and receipts. What people say
 * there goes through `perform` like everything else; only receipts have bytes of their own.
 */
import * as z from 'zod/mini';
import { formIdSchema } from '../acts.ts';
import { contestSchema, digestSchema, personSchema } from '../text.ts';
import type { AgentView } from '../views/sign-agent.ts';
import type { SignFormView } from '../views/sign-form.ts';
import type { HandView } from '../views/sign-hand.ts';
import type { SignView } from '../views/sign-lists.ts';
import type { ShownReceipt } from '../views/sign-receipt.ts';
import { ask, OFFICIALS, STAFF } from './ask.ts';
import { type PaperAnswer, paperFields } from './papers.ts';

const WHO_MAY_HOLD_RECEIPTS = [...OFFICIALS, 'agent'] as const;

export const signAsks = {
  sign: ask(STAFF, { contest: z.optional(contestSchema) }),
  signForm: ask(STAFF, { form: formIdSchema }),
  signAgent: ask(['agent'], { form: z.optional(formIdSchema) }),
  /** Asked also while nobody is at the keyboard: it is being handed over. */
  signHand: ask('anybody', { form: formIdSchema }),
  /**
   * For everything the agent said that no receipt of the agent's covers yet, or for one form alone. An agent gets no other than the
   * agent's own.
   */
  issueReceipt: ask(WHO_MAY_HOLD_RECEIPTS, { agent: personSchema, form: z.optional(formIdSchema) }),
  /** Into a file that the person chooses; `digest` is that of the receipt's act. */
  saveReceipt: ask(WHO_MAY_HOLD_RECEIPTS, { digest: digestSchema }),
  /** The same on paper. */
  receiptSlip: ask(WHO_MAY_HOLD_RECEIPTS, { digest: digestSchema, ...paperFields }),
};

export interface SignAnswers {
  readonly sign: SignView;
  readonly signForm: SignFormView;
  readonly signAgent: AgentView;
  readonly signHand: HandView;
  readonly issueReceipt: ShownReceipt;
  /** Not saved where the person left the dialog. */
  readonly saveReceipt: { readonly saved: boolean };
  readonly receiptSlip: PaperAnswer;
}
