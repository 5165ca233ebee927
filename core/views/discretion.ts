/**
 * What may not be shown yet, in one place: a form's figures to anybody before its entries agree, and what agents said about an open
 * form to whoever may still be swayed by it. Views leave such things out; a window cannot show what it was never given.
 */
import { isOfficial } from '../roles.ts';
import { standingAnswer } from '../signoff.ts';
import type { Form } from '../state.ts';
import type { Seen } from './seen.ts';

/** A paper that was set aside keeps the silence of the stage it was set aside from. */
export function areFiguresShown({ stage }: Form): boolean {
  return 'figures' in (stage.stage === 'set-aside' ? stage.former : stage);
}

/**
 * What agents said about an open form is for officials, and for an agent who has answered it. Clerks, other agents and whoever
 * passes by a locked keyboard see only how many have answered.
 */
export function areOutcomesShown({ centre, viewer }: Seen, { stage }: Form): boolean {
  if (stage.stage !== 'open') return stage.stage === 'accepted';
  if (viewer === undefined) return false;
  return isOfficial(viewer.role) || standingAnswer(centre, stage.asking, viewer.id) !== undefined;
}

/** Words written about a form can repeat its figures: officials may read them always, others once the figures are shown. */
export function isTextShown({ viewer }: Seen, form: Form): boolean {
  return areFiguresShown(form) || (viewer !== undefined && isOfficial(viewer.role));
}
