/** Answers the wall. */
import type { WallAnswers, wallAsks } from '../../../core/contract/wall.ts';
import { ok } from '../../../core/result.ts';
import { wallView } from '../../../core/views/wall.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';

export function wallHandlers(host: Host): HandlersOf<typeof wallAsks, WallAnswers> {
  return {
    wall: () => {
      const seen = host.seen();
      return seen.ok ? ok(wallView(seen.value)) : seen;
    },
  };
}
