/**
 * What would happen if somebody said this now: the refusal the centre would give, or none. Screens say beforehand why a key will not
 * do, and they ask the very rules that decide, so that screen and centre can never differ.
 */
import { type Command, decide } from '../decide.ts';
import type { Refusal } from '../result.ts';
import type { Centre, Person } from '../state.ts';

const NO_ROOT = '0'.repeat(64);

/** Pure: nothing is signed and nothing is kept. */
export function foresee(centre: Centre, { id, role, key }: Person, now: string, command: Command): Refusal | undefined {
  const decided = decide(centre, command, { by: { person: id, role, key }, at: now, saw: { size: centre.size, root: NO_ROOT } });
  return decided.ok ? undefined : decided.refusal;
}
