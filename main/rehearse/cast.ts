/**
 * Everybody who plays in a rehearsal: each with a key and passphrase of their own, made, enrolled and admitted through the same
 * office as on the day. Switching persons unlocks the next one's key with the passphrase, as at a real keyboard.
 */
import type { Command } from '../../core/decide.ts';
import type { Definition } from '../../core/definition.ts';
import { groupsOf, typedGroup } from '../../core/groups.ts';
import type { Result } from '../../core/result.ts';
import { present } from '../../core/result.ts';
import { makePassphrase } from '../../db/passphrase.ts';
import type { Random } from '../../db/random.ts';
import type { Newcomer } from '../office/enrolment.ts';
import type { Appended } from '../office/ledger.ts';
import type { Office } from '../office/office.ts';
import type { SimulatedClock } from './simulated-clock.ts';

export interface Cast {
  readonly office: Office;
  readonly clock: SimulatedClock;
  readonly ro: string;
  readonly dro: string;
  readonly clerks: readonly string[];
  readonly agents: readonly string[];
  /** Hands the keyboard to a person. */
  become(person: string): Promise<void>;
  /** Does what the person at the keyboard asks; a refusal here stops the rehearsal, for it was supposed to be allowed. */
  act(...commands: Command[]): Appended;
  /** An act that needs a second official: the RO proposes, the deputy confirms. */
  byTwo(command: Command): Promise<void>;
}

/** What stops a rehearsal: something was refused that the script holds to be allowed. */
export class RehearsalStopped extends Error {}

export function insist<T>(result: Result<T>, doing: string): T {
  if (result.ok) return result.value;
  const { code, detail, place } = result.refusal;
  throw new RehearsalStopped([doing, code, detail, place].filter((part) => part !== undefined).join(': '));
}

export interface Castings {
  readonly office: Office;
  readonly clock: SimulatedClock;
  readonly definition: Definition;
  readonly random: Random;
  /** scrypt's N for every key. */
  readonly cost: number;
  /** One passphrase for everybody, where newcomers are to practise; else everybody has one of his own. */
  readonly passphrase?: string;
  readonly onStep: () => void;
}

/** Creates the centre, enrols and admits everybody the definition names. */
export async function assemble({ office, clock, definition, random, cost, passphrase: forAll, onStep }: Castings): Promise<Cast> {
  const passphrases = new Map<string, string>();
  const newcomers = peopleOf(definition);
  const keys = new Map<string, string>();
  for (const newcomer of newcomers) {
    const passphrase = forAll ?? makePassphrase(random);
    passphrases.set(newcomer.person, passphrase);
    keys.set(newcomer.person, insist(await office.makeKey(newcomer, passphrase, cost), `a key for ${newcomer.person}`));
    onStep();
  }
  const passphraseOf = (person: string) => present(passphrases.get(person), `passphrase of ${person}`);
  const become = async (person: string) => {
    if (office.unlocked() === person) return;
    clock.advance(4000);
    insist(await office.unlock(person, passphraseOf(person)), `unlock ${person}`);
  };
  const act = (...commands: Command[]) => {
    clock.advance(1500);
    return insist(office.perform(commands), `${office.unlocked()} ${commands.map(({ kind }) => kind).join(', ')}`);
  };
  const [ro, ...others] = newcomers.map(({ person }) => person);
  const officer = present(ro, 'returning officer');
  const dro = present(
    newcomers.find(({ role, person }) => role === 'dro' || (role === 'ro' && person !== officer))?.person,
    'a second official',
  );
  const groups = groupsOf(office.centre().definition.digest);
  const typedGroups = [3, 14].map((place) => typedGroup(place, present(groups[place - 1], 'group')));
  insist(
    await office.found(officer, passphraseOf(officer), { typedGroups, contests: definition.contests.map(({ id }) => id) }),
    'found the centre',
  );
  for (const person of others) {
    const newcomer = present(
      newcomers.find((one) => one.person === person),
      person,
    );
    clock.advance(2000);
    const enrolled = insist(await office.enrol(newcomer, present(keys.get(person), 'key'), passphraseOf(person)), `enrol ${person}`);
    await become(officer);
    act({ kind: 'person-admitted', body: { enrolment: present(enrolled.acts[0], 'act').digest, basis: 'definition' } });
    onStep();
  }
  const byTwo = async (command: Command) => {
    await become(officer);
    const proposed = act(command);
    await become(dro);
    act({ kind: 'act-confirmed', body: { act: present(proposed.acts[0], 'act').digest } });
  };
  const withRole = (role: Newcomer['role']) => newcomers.filter((newcomer) => newcomer.role === role).map(({ person }) => person);
  return { office, clock, ro: officer, dro, clerks: withRole('clerk'), agents: withRole('agent'), become, act, byTwo };
}

/** The returning officer first, then the other officials, clerks and agents. */
function peopleOf({ officials, agents }: Definition): readonly Newcomer[] {
  const order = ['ro', 'dro', 'clerk'];
  const staff = [...officials].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
  return [
    ...staff.map(({ id, name, role }) => ({ person: id, role, name: role === 'clerk' ? id : name })),
    ...agents.map(({ id, name }) => ({ person: id, role: 'agent' as const, name })),
  ];
}
