/**
 * The moments at which a centre was opened and closed, found by following its journal from the start: the state right after, the head
 * right after, and who did it.
 */
import type { Act } from '../../../core/acts.ts';
import { readEntry } from '../../../core/journal.ts';
import { follower } from '../../../core/replay.ts';
import { must, ok, present, type Result, refuse } from '../../../core/result.ts';
import { type Centre, emptyCentre } from '../../../core/state.ts';
import type { JournalReader } from '../../../db/journal-store.ts';
import type { CentreMoment } from '../certificates/certificate.ts';

export type Phase = 'open' | 'closed';
export interface FoundMoment extends Omit<CentreMoment, 'language'> {
  /** Who was named as present at an opening. */
  readonly present: readonly string[];
}

/** The first opening, or the last closing. Refuses where there is none. */
export function momentOfPhase({ definition }: Centre, store: Pick<JournalReader, 'entries'>, phase: Phase): Result<FoundMoment> {
  let found: FoundMoment | undefined;
  const journal = follower(emptyCentre(definition), (act, before, after) => {
    const entered = before.phase !== phase && after.phase === phase;
    if (entered && (phase === 'closed' || found === undefined))
      found = { ...whoDid(act, before), centre: after, at: act.at, head: { size: after.size, root: '' } };
  });
  for (const stored of store.entries()) journal.follow(must(readEntry(stored.bytes)));
  if (found === undefined) return phase === 'open' ? refuse('R-CENTRE-NOT-OPEN') : refuse('R-CENTRE-OPEN', 'the centre was never closed');
  const { size } = found.centre;
  return ok({ ...found, head: { size, root: present(journal.rootAt(size), 'root') } });
}

/** What needs two officials is done by the second one's confirmation. */
function whoDid(act: Act, before: Centre): Pick<FoundMoment, 'by' | 'present'> {
  const proposed = act.kind === 'act-confirmed' ? before.proposals.get(act.body.act)?.act : undefined;
  const done = proposed ?? act;
  const people = [...new Set([done.by.person, act.by.person])];
  return { by: people, present: done.kind === 'centre-opened' ? done.body.present : [] };
}
