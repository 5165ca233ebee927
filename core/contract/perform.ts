/** The one question by which a person acts: commands, appended together or not at all. `id` is the click's key: the same id, the same answer. */
import * as z from 'zod/mini';
import { commandSchema } from '../commands.ts';
import { ask, EVERY_PERSON } from './ask.ts';

const LARGEST_COMMAND = 100;

export const performAsks = {
  perform: ask(EVERY_PERSON, {
    id: z.string().check(z.regex(/^[0-9a-f-]{36}$/)),
    commands: z.array(commandSchema).check(z.minLength(1), z.maxLength(LARGEST_COMMAND)),
  }),
};

export interface PerformAnswers {
  /** The acts it left, in order. */
  readonly perform: { readonly acts: readonly { readonly seq: number; readonly kind: string; readonly digest: string }[] };
}
