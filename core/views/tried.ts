/**
 * Whether something may be done now, and if not, why: the command is put before the very rules that decide, and the answer is thrown
 * away. A screen that bars a button says what the centre would say, because it is the same rule; no screen has rules of its own.
 */
import { judgeOutstanding } from '../contest.ts';
import { type Command, type Decided, decide } from '../decide.ts';
import { needsTwo } from '../proposals.ts';
import { type Refusal, type Result, refusal, refuse } from '../result.ts';
import { RULES } from '../roles.ts';
import { type Centre, contestStateOf, type Person } from '../state.ts';
import type { Seen } from './seen.ts';

/** A thing that may be done here; with the refusal it would meet now. */
export interface Offer {
  readonly barred?: Refusal;
}
export interface Tried extends Offer {
  /** It takes effect when another official confirms it. */
  readonly two: boolean;
}

const NO_ROOT = '0'.repeat(64);
const unsigned = () => new Uint8Array(64);

/** Nothing is signed and nothing is kept. A clock that was set back bars nothing: the office notes it before the act. */
function attempt(centre: Centre, { id, role, key }: Person, now: string, command: Command): Result<Decided> {
  const at = now < centre.at ? centre.at : now;
  return decide(centre, command, { by: { person: id, role, key }, at, saw: { size: centre.size, root: NO_ROOT }, sign: unsigned });
}

function attemptSeen({ centre, viewer, now }: Seen, command: Command): Result<Decided> {
  return viewer === undefined ? refuse('R-NOT-UNLOCKED') : attempt(centre, viewer, now, command);
}

/** Why this person, at the keyboard or not, would be refused now. */
export function refusalFor(centre: Centre, person: Person, now: string, command: Command): Refusal | undefined {
  const decided = attempt(centre, person, now, command);
  return decided.ok ? undefined : decided.refusal;
}

/** Why whoever is at the keyboard would be refused now; undefined where it would be done. */
export function refusalOf(seen: Seen, command: Command): Refusal | undefined {
  const decided = attemptSeen(seen, command);
  return decided.ok ? undefined : decided.refusal;
}

export function offerOf(seen: Seen, command: Command): Offer {
  const barred = refusalOf(seen, command);
  return barred === undefined ? {} : { barred };
}

export function tryOut(seen: Seen, command: Command): Tried {
  const decided = attemptSeen(seen, command);
  return decided.ok ? { two: needsTwo(seen.centre, decided.value.act) } : { barred: decided.refusal, two: false };
}

/** The same for preparing, without adding up and hashing the whole summary each time a screen is drawn. */
export function refusalOfPreparing({ centre, viewer }: Seen, contest: string): Refusal | undefined {
  if (viewer === undefined) return refusal('R-NOT-UNLOCKED');
  const { by, when } = RULES['summary-prepared'];
  if (when === 'open' && centre.phase !== 'open') return refusal('R-CENTRE-NOT-OPEN');
  if (!by.includes(viewer.role)) return refusal('R-ROLE', viewer.role);
  const { ready, declared, correction } = contestStateOf(centre, contest);
  if (ready !== undefined) return refusal('R-SUMMARY-READY', `version ${ready.number}`);
  if (declared !== undefined && correction === undefined) return refusal('R-DECLARED', `version ${declared.number}`);
  return judgeOutstanding(centre, contest);
}
