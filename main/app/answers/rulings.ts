/** Answers the room where officials rule on findings. The rulings themselves are commands like any other. */
import type { RulingsAnswers, rulingsAsks } from '../../../core/contract/rulings.ts';
import { ok } from '../../../core/result.ts';
import { rulingsView } from '../../../core/views/rulings.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';

export function rulingsHandlers(host: Host): HandlersOf<typeof rulingsAsks, RulingsAnswers> {
  return {
    rulings: (asked) => {
      const seen = host.seen();
      return seen.ok ? ok(rulingsView(seen.value, asked)) : seen;
    },
  };
}
