/**
 * What may be done with a person now, and whether it takes two officials: every act is tried against the rules as they decide, with
 * a reason held ready, and thrown away again.
 */
import type { Command } from '../decide.ts';
import { RULES } from '../roles.ts';
import type { Enrolment, Person } from '../state.ts';
import type { Seen } from './seen.ts';
import { type Tried, tryOut } from './tried.ts';

/** Acts upon a person that the room offers by a key. */
export const PERSON_ACTS = [
  'agent-signed-in',
  'agent-signed-out',
  'accreditation-ended',
  'agent-marked-gone',
  'accreditation-revoked',
  'person-suspended',
  'person-restored',
  'lockout-cleared',
] as const;
export type PersonAct = (typeof PERSON_ACTS)[number];

const SOME_REASON = 'a reason';

/** Those acts that whoever looks could ever say of this person, each with what stands in its way now. */
export function actsUpon(seen: Seen, id: string, person: Person | undefined): Partial<Record<PersonAct, Tried>> {
  const { viewer } = seen;
  if (viewer === undefined) return {};
  const role = person?.role ?? (seen.centre.roll.agents.has(id) ? 'agent' : undefined);
  const fitting = PERSON_ACTS.filter((act) => RULES[act].by.includes(viewer.role) && fits(act, viewer.id === id, role));
  return Object.fromEntries(fitting.map((act) => [act, tryOut(seen, commandFor(act, id))]));
}

function fits(act: PersonAct, isOneself: boolean, role: Person['role'] | undefined): boolean {
  switch (act) {
    case 'agent-signed-in':
    case 'agent-signed-out':
    case 'accreditation-ended':
      return isOneself;
    case 'agent-marked-gone':
    case 'accreditation-revoked':
      return role === 'agent';
    case 'person-suspended':
    case 'person-restored':
      return role === 'clerk';
    case 'lockout-cleared':
      return !isOneself;
  }
}

function commandFor(act: PersonAct, person: string): Command {
  switch (act) {
    case 'agent-signed-in':
    case 'agent-signed-out':
    case 'accreditation-ended':
      return { kind: act, body: {} };
    case 'agent-marked-gone':
    case 'accreditation-revoked':
      return { kind: act, body: { agent: person, reason: SOME_REASON } };
    case 'person-suspended':
      return { kind: act, body: { person, compromised: false, reason: SOME_REASON } };
    case 'person-restored':
      return { kind: act, body: { person, reason: SOME_REASON } };
    case 'lockout-cleared':
      return { kind: act, body: { person } };
  }
}

export const BASES = ['definition', 'certificate', 'letter'] as const;
export interface Admission extends Tried {
  readonly basis: (typeof BASES)[number];
  /** An agent whom the definition does not name speaks for a party that has to be given. */
  readonly needsParty: boolean;
}

/** The grounds on which this enrolment may be admitted now; empty where whoever looks cannot admit it at all. */
export function admissionsOf(seen: Seen, { digest, person }: Enrolment): readonly Admission[] {
  const needsParty = person.role === 'agent' && !seen.centre.roll.agents.has(person.id);
  const party = needsParty ? { party: SOME_REASON } : {};
  return BASES.map((basis) => ({
    basis,
    needsParty,
    ...tryOut(seen, { kind: 'person-admitted', body: { enrolment: digest, basis, ...party } }),
  })).filter(({ barred }) => barred === undefined || barred.code === 'R-PROPOSAL-PENDING');
}
