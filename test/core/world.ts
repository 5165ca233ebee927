/**
 * A little centre for the tests of the rules: `decide` and `evolve` and a clock moved by hand, without a database, without an
 * office. Nobody signs here: the digest of what would be signed names each act. Worlds are cheap to fork, so that a test may try
 * the same moment in several ways.
 */
import type { Act, Role } from '../../core/acts.ts';
import { evolve } from '../../core/centre.ts';
import { type Command, type Decided, decide } from '../../core/decide.ts';
import type { Definition } from '../../core/definition.ts';
import { groupsOf, typedGroup } from '../../core/groups.ts';
import { ok, present, type Result } from '../../core/result.ts';
import { type Centre, emptyCentre } from '../../core/state.ts';
import { election, keyOf } from './world-election.ts';

/** Whoever speaks otherwise than with the key and role they have: an old key, a borrowed role. */
export interface Guise {
  readonly role?: Role;
  /** The name of a key of `keyOf`. */
  readonly key?: string;
}

export interface World {
  centre(): Centre;
  /** Everything decided so far, with the bytes that would be signed. */
  acts(): readonly Decided[];
  now(): string;
  /** Lets time pass; a negative number sets the clock back. */
  wait(minutes: number): void;
  /** Asks for a command. An act takes effect; a refusal changes nothing. */
  does(person: string, command: Command, guise?: Guise): Result<Act>;
  /** The same for what is supposed to be allowed; answers the act. */
  must(person: string, command: Command, guise?: Guise): Act;
  /** The code of the refusal, or `allowed`; nothing is done in either case. */
  tries(person: string, command: Command, guise?: Guise): string;
  /** Another world that goes on from here. */
  fork(): World;
}

const OPENING = Date.parse('2027-08-10T14:00:00.000Z');

function world(start: Centre, past: readonly Decided[], passed: number): World {
  let centre = start;
  let acts = past;
  let minutes = passed;
  const now = () => new Date(OPENING + minutes * 60_000).toISOString();
  const ask = (person: string, command: Command, guise: Guise = {}): Result<Decided> => {
    const known = centre.people.get(person);
    const role = guise.role ?? known?.role ?? roleOf(centre, person);
    const own = person === 'device' ? centre.device : (known?.key ?? keyOf(person).id);
    const key = guise.key === undefined ? own : keyOf(guise.key).id;
    const saw = { size: centre.size, root: String(centre.size).padStart(64, '0') };
    return decide(centre, command, { by: { person, role, key }, at: now(), saw, sign: () => new Uint8Array(64) });
  };
  const does: World['does'] = (person, command, guise) => {
    const decided = ask(person, command, guise);
    if (!decided.ok) return decided;
    centre = evolve(centre, decided.value.act);
    acts = [...acts, decided.value];
    return ok(decided.value.act);
  };
  return {
    centre: () => centre,
    acts: () => acts,
    now,
    wait: (more) => {
      minutes += more;
    },
    does,
    must: (person, command, guise) => insist(does(person, command, guise), person, command),
    tries: (person, command, guise) => {
      const decided = ask(person, command, guise);
      return decided.ok ? 'allowed' : decided.refusal.code;
    },
    fork: () => world(centre, acts, minutes),
  };
}

function insist(done: Result<Act>, person: string, { kind }: Command): Act {
  if (done.ok) return done.value;
  throw new Error(`${person}, ${kind}: ${done.refusal.code} ${done.refusal.detail ?? ''}`);
}

function roleOf(centre: Centre, person: string): Role {
  if (person === 'device') return 'device';
  return centre.roll.officials.get(person)?.role ?? 'agent';
}

/** A machine on which nothing has been done yet. */
export function emptyWorld(changes: Partial<Definition> = {}): World {
  return world(emptyCentre(election(changes)), [], 0);
}

/** The command that creates the centre for a definition. */
export function creation({ definition }: Centre): Extract<Command, { kind: 'centre-created' }> {
  const groups = groupsOf(definition.digest);
  const typedGroups = [3, 14].map((place) => typedGroup(place, present(groups[place - 1], 'group')));
  return {
    kind: 'centre-created',
    body: {
      definition: definition.digest,
      typedGroups,
      journal: 'a'.repeat(64),
      device: keyOf('device').text,
      contests: definition.content.contests.map(({ id }) => id),
      officer: keyOf('ro').text,
    },
  };
}

/** A person's own enrolment with a key of `keyOf`; the name is the one the definition gives. */
export function enrolment(centre: Centre, person: string, key = person, name?: string, role = roleOf(centre, person)): Command {
  const agent = centre.roll.agents.get(person)?.name;
  const known = name ?? (role === 'clerk' ? person : (centre.roll.officials.get(person)?.name ?? agent ?? person));
  const body = { person: { id: person, role: role as Exclude<Role, 'device'>, name: known, key: keyOf(key).text } };
  return { kind: 'person-enrolled', body };
}

/** Enrols somebody whom the definition names, and has the returning officer admit them. */
export function admitNamed(somewhere: World, person: string): void {
  const { digest } = somewhere.must(person, enrolment(somewhere.centre(), person));
  somewhere.must('ro', { kind: 'person-admitted', body: { enrolment: digest, basis: 'definition' } });
}

const staffed = new Map<string, World>();

/** The centre is created and everybody whom the definition names is admitted, but for those left out; it is not open yet. */
export function staffedWorld(changes: Partial<Definition> = {}, without: readonly string[] = []): World {
  const asked = JSON.stringify([changes, without]);
  const made = staffed.get(asked) ?? staff(emptyWorld(changes), without);
  staffed.set(asked, made);
  return made.fork();
}

function staff(start: World, without: readonly string[]): World {
  const { officials, agents } = start.centre().definition.content;
  start.must('ro', creation(start.centre()));
  for (const { id } of [...officials, ...agents]) if (!without.includes(id)) admitNamed(start, id);
  return start;
}

/** The centre is open; agents are admitted and none is in the hall yet. */
export function openWorld(changes: Partial<Definition> = {}, without: readonly string[] = []): World {
  const opened = staffedWorld(changes, without);
  byTwo(opened, { kind: 'centre-opened', body: { present: ['ro', 'dro'] } });
  return opened;
}

/** An act that needs two officials: one proposes, the other confirms. Answers the proposed act. */
export function byTwo(somewhere: World, command: Command, first = 'ro', second = 'dro'): Act {
  const proposed = somewhere.must(first, command);
  somewhere.must(second, { kind: 'act-confirmed', body: { act: proposed.digest } });
  return proposed;
}

export function signIn(somewhere: World, ...agents: readonly string[]): void {
  for (const agent of agents) somewhere.must(agent, { kind: 'agent-signed-in', body: {} });
}

export function signOut(somewhere: World, ...agents: readonly string[]): void {
  for (const agent of agents) somewhere.must(agent, { kind: 'agent-signed-out', body: {} });
}
