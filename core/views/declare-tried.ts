/**
 * Whether the person at the keyboard may do something now, and if not, why: the command is tried against the rules and thrown away.
 * A screen that bars a button says the same thing as the office would, because it is the same rule.
 */
import { judgeOutstanding } from '../contest.ts';
import { type Command, decide } from '../decide.ts';
import type { Refusal } from '../result.ts';
import { refusal } from '../result.ts';
import { RULES } from '../roles.ts';
import { type Centre, contestStateOf, type Moment } from '../state.ts';
import type { Seen } from './seen.ts';

const NO_HEAD = '0'.repeat(64);

/** Why this command would be refused now; undefined where it would be done. Nothing is done. */
export function refusalOf({ centre, viewer, now }: Seen, command: Command): Refusal | undefined {
  if (viewer === undefined) return refusal('R-NOT-UNLOCKED');
  const by = { person: viewer.id, role: viewer.role, key: viewer.key };
  const at = now < centre.at ? centre.at : now;
  const decided = decide(centre, command, { by, at, saw: { size: centre.size, root: NO_HEAD } });
  return decided.ok ? undefined : decided.refusal;
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

/** When so many minutes will have passed since a moment, counted from a later jump of the clock as the rules count it. */
export function timeAfter(centre: Centre, since: Moment, minutes: number): string {
  const from = centre.jump !== undefined && centre.jump.seq > since.seq ? centre.jump.at : since.at;
  return new Date(Date.parse(from) + minutes * 60_000).toISOString();
}
