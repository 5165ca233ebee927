/**
 * The people of the centre: the register of agents as a strip of time with how much each has answered, officials and clerks, keys
 * and what vouches for them, who waits to be admitted, and what waits for a second official. How an agent answered is not part of
 * it; that is told in the room of signing, and only when it may be.
 */
import type { Kind, Role } from '../acts.ts';
import { isAccredited, isInAttendance, staysOf } from '../attendance.ts';
import { isLockedOut } from '../lockouts.ts';
import { namedInDefinition, personConcerned } from '../people.ts';
import { RULES } from '../roles.ts';
import { standingAnswer } from '../signoff.ts';
import { type Centre, contestOf, contestStateOf, type Enrolment, type Person, type Proposal, timeAfter } from '../state.ts';
import { type Standing, standingOf } from '../verify-people.ts';
import { type FormAgain, formsAgain } from './look-again.ts';
import { nameOf } from './named.ts';
import { type Admission, actsUpon, admissionsOf, type PersonAct } from './people-acts.ts';
import type { Seen } from './seen.ts';
import { type Tried, tryOut } from './tried.ts';
import { nameInHall } from './unlock.ts';

type PersonRole = Exclude<Role, 'device'>;
export type AgentState = 'in' | 'out' | 'gone' | 'not-come' | 'ended' | 'revoked';
export type PersonState = 'not-enrolled' | 'enrolled' | 'admitted' | 'suspended' | AgentState;

export interface PendingKey {
  readonly enrolment: string;
  readonly key: string;
  readonly standing: Standing;
  /** For somebody admitted already: a new key in the place of the old one. */
  readonly replaces?: { readonly key: string; readonly tried: Tried };
  readonly admissions: readonly Admission[];
}

export interface PersonRow {
  readonly id: string;
  readonly role: PersonRole;
  readonly name: string;
  /** As the journal writes it. */
  readonly nameInJournal: string;
  readonly party?: string;
  readonly isNamed: boolean;
  readonly isKeyNamed: boolean;
  readonly state: PersonState;
  /** When the state began, where the register tells it. */
  readonly since?: string;
  readonly stays: readonly { readonly from: string; readonly to?: string }[];
  /** Of the forms put to this agent's contests so far, how many the agent has answered. */
  readonly answered?: { readonly forms: number; readonly of: number };
  readonly key?: { readonly id: string; readonly standing: Standing; readonly isHere: boolean };
  readonly pending?: PendingKey;
  readonly failures: number;
  readonly lockedUntil?: string;
  readonly lastAct?: string;
  readonly isAtKeyboard: boolean;
  readonly acts: Partial<Record<PersonAct, Tried>>;
}

export interface ProposalRow {
  readonly act: string;
  readonly kind: Kind;
  readonly by: string;
  readonly byName: string;
  readonly at: string;
  readonly concerns?: string;
  readonly reason?: string;
  readonly confirm: Tried;
  readonly withdraw: Tried;
  /** By the proposer, late: from when on. Absent where this act is never completed by one alone. */
  readonly alone?: Tried & { readonly from: string };
}

export interface PeopleView {
  readonly now: string;
  readonly phase: Centre['phase'];
  readonly soloMinutes: number;
  readonly parties: readonly string[];
  readonly agents: readonly PersonRow[];
  readonly staff: readonly PersonRow[];
  readonly proposals: readonly ProposalRow[];
  readonly again: readonly FormAgain[];
  /** Opening and closing of the centre; the closing names the declared version of every contest held here, by its title. */
  readonly opening: Tried;
  readonly closing: Tried & { readonly contests: readonly DeclaredContest[] };
}

export interface DeclaredContest {
  readonly contest: string;
  readonly title: string;
  readonly version: number;
}

/** As the act of closing names it: without the title, which the definition has. */
export function asClosed({ contest, version }: DeclaredContest) {
  return { contest, version };
}

/** `isKeyHere` tells whether the key file of a public key lies on this machine. */
export function peopleView(seen: Seen, isKeyHere: (key: string) => boolean): PeopleView {
  const { centre, now, viewer } = seen;
  const { agents, officials, parties, soloMinutes } = centre.definition.content;
  const onSite = (isWanted: (role: PersonRole) => boolean) => newcomers(centre).filter(({ role }) => isWanted(role));
  const row = ({ id }: { readonly id: string }) => personRow(seen, id, isKeyHere);
  const contests = centre.contests.flatMap((contest) => {
    const { declared } = contestStateOf(centre, contest);
    return declared === undefined ? [] : [{ contest, version: declared.number, title: contestOf(centre, contest).contest.title }];
  });
  return {
    ...{ now, phase: centre.phase, soloMinutes },
    parties: parties.map(({ name }) => name),
    agents: [...agents, ...onSite((role) => role === 'agent')].map(row),
    staff: [...officials, ...onSite((role) => role !== 'agent')].map(row),
    proposals: [...centre.proposals].map(([act, proposal]) => proposalRow(seen, act, proposal)),
    again: formsAgain(centre),
    opening: tryOut(seen, { kind: 'centre-opened', body: { present: viewer === undefined ? [] : [viewer.id] } }),
    closing: { ...tryOut(seen, { kind: 'centre-closed', body: { contests: contests.map(asClosed) } }), contests },
  };
}

/** Everybody whom the definition does not name: admitted, or waiting for it. */
function newcomers(centre: Centre): readonly { readonly id: string; readonly role: PersonRole }[] {
  const known = [...centre.enrolments.values()].map(({ person }) => person);
  const unnamed = [...centre.people.values(), ...known].filter(({ id }) => namedInDefinition(centre, id) === undefined);
  return [...new Map(unnamed.map(({ id, role }) => [id, { id, role }])).values()].sort((a, b) =>
    a.id.localeCompare(b.id, 'en', { numeric: true }),
  );
}

// ---- one person --------------------------------------------------------------------------------------------------------------

function personRow(seen: Seen, id: string, isKeyHere: (key: string) => boolean): PersonRow {
  const { centre, now, viewer } = seen;
  const person = centre.people.get(id);
  const named = namedInDefinition(centre, id);
  const enrolment = pendingEnrolment(centre, id);
  const role = person?.role ?? named?.role ?? enrolment?.person.role ?? 'agent';
  const nameInJournal = person?.name ?? named?.name ?? enrolment?.person.name ?? id;
  const party = person?.party ?? centre.roll.agents.get(id)?.party;
  const lockout = centre.lockouts.get(id);
  const lastAct = centre.lastActs.get(id)?.at;
  return {
    ...{ id, role, nameInJournal, name: nameInHall(centre, { id, name: nameInJournal }) },
    ...(party === undefined ? {} : { party }),
    isNamed: named !== undefined,
    isKeyNamed: named?.key !== undefined,
    ...stateOf(centre, id, person, enrolment),
    stays: staysOf(centre, id).map(({ from, to }) => ({ from: from.at, ...(to === undefined ? {} : { to: to.at }) })),
    ...(role === 'agent' ? { answered: answeredBy(centre, id) } : {}),
    ...(person === undefined
      ? {}
      : { key: { id: person.key, standing: standingOf(centre, id, person.key), isHere: isKeyHere(person.key) } }),
    ...(enrolment === undefined ? {} : { pending: pendingKey(seen, enrolment, person) }),
    failures: lockout?.failures ?? 0,
    ...(lockout !== undefined && isLockedOut(centre, id, now) ? { lockedUntil: lockout.until } : {}),
    ...(lastAct === undefined ? {} : { lastAct }),
    isAtKeyboard: viewer?.id === id,
    acts: actsUpon(seen, id, person),
  };
}

/** A key that its owner has enrolled and nobody has admitted yet: the last, where there are several. */
function pendingEnrolment(centre: Centre, id: string): Enrolment | undefined {
  const current = centre.people.get(id)?.key;
  return centre.enrolments.findLast(({ person, key }) => person.id === id && key !== current);
}

function pendingKey(seen: Seen, enrolment: Enrolment, person: Person | undefined): PendingKey {
  const { digest, key } = enrolment;
  const pending = { enrolment: digest, key, standing: standingOf(seen.centre, enrolment.person.id, key) };
  if (person === undefined) return { ...pending, admissions: admissionsOf(seen, enrolment) };
  const command = { kind: 'key-replaced', body: { enrolment: digest, oldKey: person.key, cause: 'lost' } } as const;
  return { ...pending, admissions: [], replaces: { key: person.key, tried: tryOut(seen, command) } };
}

function stateOf(
  centre: Centre,
  id: string,
  person: Person | undefined,
  enrolment: Enrolment | undefined,
): { readonly state: PersonState; readonly since?: string } {
  if (person === undefined) {
    if (centre.revokedUnenrolled.has(id)) return { state: 'revoked' };
    return { state: enrolment === undefined ? 'not-enrolled' : 'enrolled' };
  }
  if (person.role !== 'agent') return { state: person.suspended === undefined ? 'admitted' : 'suspended' };
  if (person.accreditation !== 'active') return { state: person.accreditation };
  const last = staysOf(centre, id).at(-1);
  if (last === undefined) return { state: 'not-come' };
  if (isInAttendance(centre, id)) return { state: 'in', since: last.from.at };
  return { state: last.to?.by === 'official' ? 'gone' : 'out', since: last.to?.at ?? last.from.at };
}

/** How many, never how: outcomes of others stay hidden until one's own is given. */
function answeredBy(centre: Centre, agent: string): { readonly forms: number; readonly of: number } {
  const put = [...centre.forms.values()].flatMap(({ contest, stage }) =>
    'asking' in stage && speaksFor(centre, agent, contest) ? [stage.asking] : [],
  );
  return { forms: put.filter((asking) => standingAnswer(centre, asking, agent) !== undefined).length, of: put.length };
}

function speaksFor(centre: Centre, agent: string, contest: string): boolean {
  if (isAccredited(centre, agent, contest)) return true;
  const named = centre.roll.agents.get(agent);
  return named === undefined || named.contests.length === 0 || named.contests.includes(contest);
}

// ---- what waits for a second official ----------------------------------------------------------------------------------------

function proposalRow(seen: Seen, act: string, { act: proposed, moment }: Proposal): ProposalRow {
  const { centre, viewer } = seen;
  const { soloMinutes } = centre.definition.content;
  const concerned = personConcerned(centre, proposed);
  const concerns = concerned ?? ('contest' in proposed.body ? proposed.body.contest : undefined);
  const reason = 'reason' in proposed.body ? proposed.body.reason : undefined;
  const mayBeAlone = RULES[proposed.kind].alone === true && soloMinutes > 0 && viewer?.id === proposed.by.person;
  const { person: by } = proposed.by;
  const from = timeAfter(centre, moment, soloMinutes);
  return {
    ...{ act, kind: proposed.kind, by, at: moment.at },
    byName: nameOf(centre, by),
    ...(typeof concerns === 'string' ? { concerns } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    confirm: tryOut(seen, { kind: 'act-confirmed', body: { act } }),
    withdraw: tryOut(seen, { kind: 'proposal-withdrawn', body: { act } }),
    ...(mayBeAlone ? { alone: { ...tryOut(seen, { kind: 'act-confirmed', body: { act, alone: 'a reason' } }), from } } : {}),
  };
}
