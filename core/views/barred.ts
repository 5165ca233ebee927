/**
 * Whether a button can act, and why not: the same decision that would be taken if it were pressed now, taken and thrown away. No
 * screen has rules of its own.
 */
import { type Command, decide } from '../decide.ts';
import { type Refusal, refusal } from '../result.ts';
import type { Seen } from './seen.ts';

/** A thing that may be done here; with the refusal it would meet now. */
export interface Offer {
  readonly barred?: Refusal;
}

const NO_ROOT = '0'.repeat(64);

export function offerOf({ centre, viewer, now }: Seen, command: Command): Offer {
  if (viewer === undefined) return { barred: refusal('R-NOT-UNLOCKED') };
  const by = { person: viewer.id, role: viewer.role, key: viewer.key };
  const decided = decide(centre, command, { by, at: now, saw: { size: centre.size, root: NO_ROOT } });
  return decided.ok ? {} : { barred: decided.refusal };
}
