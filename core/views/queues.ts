/**
 * What waits for whom: every form in hand, by the work it needs next. The rooms take their queues from here, and the frame its
 * numbers, so that the two can never disagree.
 */
import { rowsToRead } from '../entries.ts';
import { unruledFindings } from '../findings.ts';
import { isOvertaken, isTypist } from '../lifecycle.ts';
import { outcomesOf } from '../signoff.ts';
import type { Centre, Form } from '../state.ts';
import type { Seen } from './seen.ts';

export type Work = 'entry' | 'differences' | 'rulings' | 'opening' | 'signing' | 'acceptance';

/** The work a form needs next; none where it is accepted or set aside. */
export function workOf(centre: Centre, form: Form): Work | undefined {
  const { stage } = form;
  switch (stage.stage) {
    case 'received':
    case 'entered-once':
      return 'entry';
    case 'differing':
      return 'differences';
    case 'agreed':
      return unruledFindings(centre, form).length > 0 || isUnreadable(form) ? 'rulings' : 'opening';
    case 'open':
      if (isOvertaken(centre, form)) return 'acceptance';
      if (unruledFindings(centre, form).length > 0) return 'rulings';
      return outcomesOf(centre, form.contest, stage.asking).owed.length > 0 ? 'signing' : 'acceptance';
    case 'accepted':
      // It stays accepted until an official reopens it where it was accepted.
      if (isOvertaken(centre, form)) return 'acceptance';
      return unruledFindings(centre, form).length > 0 ? 'rulings' : undefined;
    case 'set-aside':
      return undefined;
  }
}

/** An agreed form whose candidates cannot be read is not a matter of ruling alone: it is read further. */
function isUnreadable(form: Form): boolean {
  return form.stage.stage === 'agreed' && rowsToRead(form.stage).some((row) => row.startsWith('candidate'));
}

/** Forms that need this work, oldest first; of entries and readings, only those the viewer may still do. */
export function queueOf({ centre, viewer }: Seen, work: Work, contest?: string): readonly Form[] {
  const isMine = (form: Form) => viewer === undefined || !['entry', 'differences'].includes(work) || !isTypist(form, viewer.id);
  return [...centre.forms.values()]
    .filter((form) => (contest === undefined || form.contest === contest) && workOf(centre, form) === work && isMine(form))
    .sort((a, b) => a.received.seq - b.received.seq);
}

/** How many forms wait for each work, all contests together. */
export function waitingOf(centre: Centre): Readonly<Record<Work, number>> {
  const waiting = { entry: 0, differences: 0, rulings: 0, opening: 0, signing: 0, acceptance: 0 };
  for (const form of centre.forms.values()) {
    const work = workOf(centre, form);
    if (work !== undefined) waiting[work] += 1;
  }
  return waiting;
}
