/**
 * The one doorway between the windows and the office. It looks at who asks (the top frame of a window of ours, nobody else), at what
 * is asked (a question of the contract, allowed in that window), at how much, and at every field; and at who is at the keyboard.
 * Whatever does not fit is refused with a code before the office hears of it. Types are not checks: everything is decoded.
 */
import type { Role } from '../../core/acts.ts';
import type { Ask, Asker } from '../../core/contract/ask.ts';
import { type Answers, type AskName, askNamed, type Fields } from '../../core/contract/contract.ts';
import { type Result, refuse } from '../../core/result.ts';
import { storageRefusal } from '../../db/storage-trouble.ts';
import { isPlain, weigh } from './plain.ts';

export const ORIGIN = 'app://countersign';

export type WindowKind = 'rooms' | 'wall';

/** Who asks, as the host knows it and not as the page says it. */
export interface Caller {
  readonly origin: string;
  readonly isTopFrame: boolean;
  /** Which of our windows; none for a page that the host did not open. */
  readonly window?: WindowKind;
}

export type Handlers = {
  readonly [Name in AskName]: (fields: Fields<Name>, caller: Caller) => Result<Answers[Name]> | Promise<Result<Answers[Name]>>;
};

export type Doorway = (caller: Caller, asked: readonly unknown[]) => Promise<Result<unknown>>;

/** `atKeyboard` tells the role of the person who is unlocked now, if anybody is. */
export function createDoorway(handlers: Handlers, atKeyboard: () => Role | undefined): Doorway {
  return async (caller, asked) => {
    if (caller.origin !== ORIGIN || !caller.isTopFrame || caller.window === undefined) return refuse('E-DOORWAY-SENDER');
    const [name, fields] = asked;
    const question = asked.length === 2 ? askNamed(name) : undefined;
    if (question === undefined || (caller.window === 'wall' && !question.onWall)) return refuse('E-DOORWAY-ASK');
    const misfit = misfitOf(question, fields);
    if (misfit !== undefined) return refuse(misfit);
    const decoded = question.fields.safeParse(fields);
    if (!decoded.success) return refuse('E-DOORWAY-FIELDS', decoded.error.issues[0]?.path.join('.'));
    const barred = judgeAsker(question.by, atKeyboard());
    if (barred !== undefined) return refuse(barred);
    const handler = handlers[name as AskName] as (fields: unknown, caller: Caller) => Result<unknown> | Promise<Result<unknown>>;
    return answered(() => handler(decoded.data, caller));
  };
}

/** A disk that is full or fails, or another program that holds the database, is told; anything else is our own defect. */
async function answered(answer: () => Result<unknown> | Promise<Result<unknown>>): Promise<Result<unknown>> {
  try {
    return await answer();
  } catch (error) {
    const refused = storageRefusal(error);
    if (refused === undefined) throw error;
    return { ok: false, refusal: refused };
  }
}

function misfitOf({ limit }: Ask, fields: unknown): 'E-DOORWAY-FIELDS' | 'E-DOORWAY-SIZE' | undefined {
  if (weigh(fields, limit) > limit) return 'E-DOORWAY-SIZE';
  return isPlain(fields) ? undefined : 'E-DOORWAY-FIELDS';
}

function judgeAsker(by: Asker, role: Role | undefined): 'R-NOT-UNLOCKED' | 'R-ROLE' | undefined {
  if (by === 'anybody') return undefined;
  if (role === undefined) return 'R-NOT-UNLOCKED';
  return by.some((allowed) => allowed === role) ? undefined : 'R-ROLE';
}
