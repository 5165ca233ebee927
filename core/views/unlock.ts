/**
 * Whom the keyboard can be handed to: everybody who is admitted, with what stands in the way (a lock-out, a key file that lies
 * elsewhere) and how many tries are left. Whose words are typed here is never part of it.
 */

import type { Role } from '../acts.ts';
import { isInAttendance, staysOf } from '../attendance.ts';
import { FAILURES_BEFORE_LOCKOUT, isLockedOut } from '../lockouts.ts';
import { outcomesOf } from '../signoff.ts';
import type { Centre, Person } from '../state.ts';
import { waitingOf } from './queues.ts';
import type { Seen } from './seen.ts';

export interface KeyboardPerson {
  readonly id: string;
  readonly role: Exclude<Role, 'device'>;
  readonly name: string;
  readonly party?: string;
  /** Wrong words so far, and how many more until this person has to wait. */
  readonly failures: number;
  readonly triesLeft: number;
  readonly lockedUntil?: string;
  readonly isSuspended: boolean;
  /** An agent who is in the hall, since when. */
  readonly inSince?: string;
  /** Forms that wait for this person's work. */
  readonly waiting: number;
  readonly hasPin: boolean;
  readonly isKeyHere: boolean;
}

export interface KeyboardView {
  readonly now: string;
  readonly officials: readonly KeyboardPerson[];
  readonly clerks: readonly KeyboardPerson[];
  readonly agents: readonly KeyboardPerson[];
  /** Who acted last: most often the one who comes back. */
  readonly last?: string;
}

/** What the keyboard itself knows of a person: whether a session PIN is set, and whether the key file lies on this machine. */
export interface KeyboardFacts {
  hasPin(person: string): boolean;
  isKeyHere(key: string): boolean;
}

export function keyboardView({ centre, now }: Seen, facts: KeyboardFacts): KeyboardView {
  const waiting = waitingFor(centre);
  const people = [...centre.people.values()]
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
    .map((person) => keyboardPerson(centre, now, person, waiting(person), facts));
  const last = lastToAct(centre);
  return {
    now,
    officials: [...people.filter(({ role }) => role === 'ro'), ...people.filter(({ role }) => role === 'dro')],
    clerks: people.filter(({ role }) => role === 'clerk'),
    agents: people.filter(({ role }) => role === 'agent'),
    ...(last === undefined ? {} : { last }),
  };
}

function keyboardPerson(centre: Centre, now: string, person: Person, waiting: number, facts: KeyboardFacts): KeyboardPerson {
  const { id, role, party, key, suspended } = person;
  const lockout = centre.lockouts.get(id);
  const failures = lockout?.failures ?? 0;
  const stay = isInAttendance(centre, id) ? staysOf(centre, id).at(-1) : undefined;
  return {
    ...{ id, role, name: nameInHall(centre, person), failures, waiting },
    ...(party === undefined ? {} : { party }),
    triesLeft: Math.max(1, FAILURES_BEFORE_LOCKOUT - failures),
    ...(lockout !== undefined && isLockedOut(centre, id, now) ? { lockedUntil: lockout.until } : {}),
    isSuspended: suspended !== undefined,
    ...(stay === undefined ? {} : { inSince: stay.from.at }),
    hasPin: facts.hasPin(id),
    isKeyHere: facts.isKeyHere(key),
  };
}

/** As the definition writes it: a clerk, who is a number in the journal, is called by name in the hall. */
export function nameInHall(centre: Centre, { id, name }: Pick<Person, 'id' | 'name'>): string {
  return centre.roll.officials.get(id)?.name ?? name;
}

/** For an agent the forms that wait for this agent's answer; for clerks what waits to be typed; for officials what only they may do. */
function waitingFor(centre: Centre): (person: Person) => number {
  const waiting = waitingOf(centre);
  const owed = owedByAgent(centre);
  return ({ id, role }) => {
    if (role === 'agent') return owed.get(id) ?? 0;
    return role === 'clerk' ? waiting.entry + waiting.differences : waiting.rulings + waiting.acceptance;
  };
}

function owedByAgent(centre: Centre): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { contest, stage } of centre.forms.values()) {
    if (stage.stage !== 'open') continue;
    for (const agent of outcomesOf(centre, contest, stage.asking).owed) counts.set(agent, (counts.get(agent) ?? 0) + 1);
  }
  return counts;
}

function lastToAct(centre: Centre): string | undefined {
  const acts = [...centre.lastActs].filter(([person]) => centre.people.has(person));
  return acts.sort(([, a], [, b]) => b.seq - a.seq)[0]?.[0];
}
