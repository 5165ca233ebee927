/**
 * Whom an election names, and the line by which it names them: agents with their party in agents.csv, officials with their role in
 * officials.csv. A key is only ever made for one of these.
 */
import type { Definition } from '../../core/definition.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { KeyRole } from '../../db/key-file.ts';
import { nearMatches } from './near-matches.ts';

/** Anything that lists the people: a signed definition, or the draft of one. */
export type PeopleOfElection = Pick<Definition, 'agents' | 'officials'>;

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly role: KeyRole;
  /** The public key that is already named for this person, if any. */
  readonly key: string | undefined;
  /** The table that names the person, its columns, and the person's cells without the last one, the public key. */
  readonly table: { readonly file: string; readonly columns: readonly string[]; readonly cells: readonly string[] };
}

const AGENT_COLUMNS = ['id', 'name', 'party', 'contests', 'public_key'];
const OFFICIAL_COLUMNS = ['id', 'name', 'role', 'public_key'];

/** The person of that number. Refuses R-PERSON-UNKNOWN, naming those that may have been meant. */
export function findPerson(people: PeopleOfElection, id: string): Result<NamedPerson> {
  const everybody = [...people.agents.map(fromAgent), ...people.officials.map(fromOfficial)];
  const person = everybody.find((one) => one.id === id);
  return person === undefined ? refuse('R-PERSON-UNKNOWN', unknown(everybody, id)) : ok(person);
}

function fromAgent({ id, name, party, contests, key }: Definition['agents'][number]): NamedPerson {
  const cells = [id, name, party, contests.join(' ')];
  return { id, name, role: 'agent', key, table: { file: 'agents.csv', columns: AGENT_COLUMNS, cells } };
}

function fromOfficial({ id, name, role, key }: Definition['officials'][number]): NamedPerson {
  return { id, name, role, key, table: { file: 'officials.csv', columns: OFFICIAL_COLUMNS, cells: [id, name, role] } };
}

/** People also type a name where the number is asked for. */
function unknown(everybody: readonly NamedPerson[], typed: string): string {
  const byNumber = nearMatches(typed, everybody, (person) => person.id);
  const byName = nearMatches(typed, everybody, (person) => person.name);
  const near = [...new Set([...byNumber, ...byName])].map((person) => `${person.id} (${person.name})`);
  const nobody = `the election names nobody with the number ${JSON.stringify(typed)}`;
  return near.length === 0 ? nobody : `${nobody}; near it: ${near.join(', ')}`;
}
