/** Answers the board. */
import type { BoardAnswers, boardAsks } from '../../../core/contract/board.ts';
import { ok } from '../../../core/result.ts';
import { boardView } from '../../../core/views/board.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';

export function boardHandlers(host: Host): HandlersOf<typeof boardAsks, BoardAnswers> {
  return {
    board: ({ contest }) => {
      const seen = host.seen();
      return seen.ok ? ok(boardView(seen.value, contest)) : seen;
    },
  };
}
