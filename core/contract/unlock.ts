/** Handing over the keyboard: who may have it, and the secret that proves it, which goes to the office and comes back from nowhere. */
import * as z from 'zod/mini';
import { personSchema } from '../text.ts';
import type { KeyboardView } from '../views/unlock.ts';
import { ask } from './ask.ts';

/** Five words, however they are spaced, or the six digits of a session PIN. */
const secretSchema = z.string().check(z.minLength(1), z.maxLength(200));

export const unlockAsks = {
  keyboard: ask('anybody', {}),
  unlock: ask('anybody', { person: personSchema, secret: secretSchema }),
  setPin: ask(['agent'], { pin: z.string().check(z.maxLength(12)) }),
};

export interface UnlockAnswers {
  readonly keyboard: KeyboardView;
  readonly unlock: { readonly person: string };
  readonly setPin: undefined;
}
