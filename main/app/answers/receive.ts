/** Answers the room where papers are received. */
import type { ReceiveAnswers, receiveAsks } from '../../../core/contract/receive.ts';
import { ok } from '../../../core/result.ts';
import { clashesOf, receiveView } from '../../../core/views/receive.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';

export function receiveHandlers(host: Host): HandlersOf<typeof receiveAsks, ReceiveAnswers> {
  return {
    receive: (asked) => {
      const seen = host.seen();
      return seen.ok ? ok(receiveView(seen.value, asked)) : seen;
    },
    clashes: (paper) => {
      const seen = host.seen();
      return seen.ok ? ok(clashesOf(seen.value, paper)) : seen;
    },
  };
}
