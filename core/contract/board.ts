/** The board: one contest's progress and tally, for anybody who looks. */
import * as z from 'zod/mini';
import { contestSchema } from '../text.ts';
import type { BoardView } from '../views/board.ts';
import { ask } from './ask.ts';

export const boardAsks = {
  board: ask('anybody', { contest: z.optional(contestSchema) }),
};

export interface BoardAnswers {
  readonly board: BoardView;
}
