/** The shape of the answers to one group of questions: for each question its handler, no more and no fewer. */
import type { Ask, FieldsOf } from '../../../core/contract/ask.ts';
import type { Result } from '../../../core/result.ts';
import type { Caller } from '../doorway.ts';

export type HandlersOf<
  Asks extends Readonly<Record<string, Pick<Ask, 'onWall'>>>,
  Answers extends Readonly<Record<keyof Asks, unknown>>,
> = {
  readonly [Name in keyof Asks]: (fields: FieldsOf<Asks[Name]>, caller: Caller) => Result<Answers[Name]> | Promise<Result<Answers[Name]>>;
};
