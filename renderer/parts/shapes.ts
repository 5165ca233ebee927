/**
 * The one shape of each state, wherever it is shown: circles are under way, diamonds wait for somebody, squares are final. The word
 * stands beside it.
 */
import type { OutcomeName } from '../../core/acts.ts';
import type { Disposition } from '../../core/summary.ts';
import type { StandingName } from '../../core/views/standing.ts';
import type { ShapeName } from './State.tsx';

/** Of a paper, and of a station in its contest. */
export const STANDING_SHAPES: Readonly<Record<StandingName | Disposition, ShapeName>> = {
  awaited: 'awaited',
  received: 'received',
  'in-hand': 'received',
  'entered-once': 'once',
  differing: 'differs',
  rulings: 'needs',
  opening: 'waits',
  signing: 'full',
  acceptance: 'waits',
  counted: 'counted',
  disregarded: 'struck',
  'set-aside': 'aside',
  'not-held': 'empty',
  postponed: 'empty',
  lost: 'empty',
  cancelled: 'empty',
};

/** Of what became of an agent's answer. */
export const OUTCOME_SHAPES: Readonly<Record<OutcomeName, ShapeName>> = {
  agree: 'full',
  'agree-with-objection': 'differs',
  'refuse-with-reason': 'fails',
  'refuse-reason-refused': 'fails',
  'did-not-respond': 'unknown',
  absent: 'empty',
  left: 'out',
  revoked: 'struck',
};
