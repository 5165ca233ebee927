/** An agent's answer on a summary, as it is signed: to exactly the version and digest that the screen shows. */
import type { Command } from '../../core/decide.ts';
import type { DeclareContest } from '../../core/views/declare.ts';

export type Word = Pick<Extract<Command, { kind: 'summary-signoff-given' }>['body'], 'choice' | 'code' | 'reason' | 'reasonRefused'>;

export function answering({ id, ready }: DeclareContest, word: Word): Command {
  return {
    kind: 'summary-signoff-given',
    body: { contest: id, version: ready?.number ?? 0, digest: ready?.digest ?? '', ...word },
  };
}
