/** What an agent adds to the figures on the screen: the choice, and what belongs to it. */
import type { Command } from '../../core/decide.ts';

type Body = Extract<Command, { readonly kind: 'signoff-given' }>['body'];
export type Word = Pick<Body, 'choice' | 'code' | 'reason' | 'reasonRefused' | 'ownFigures'>;
