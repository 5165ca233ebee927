/** People as screens name them: by number, role and name, agents with their party; also those whom only the definition knows. */
import type { Role } from '../acts.ts';
import type { Centre } from '../state.ts';

export interface Named {
  readonly id: string;
  readonly role: Exclude<Role, 'device'>;
  readonly name: string;
  readonly party?: string;
}

export function named(centre: Centre, id: string): Named {
  const agent = centre.roll.agents.get(id);
  const known = centre.people.get(id) ?? centre.roll.officials.get(id);
  const role = known?.role ?? 'agent';
  const party = centre.people.get(id)?.party ?? agent?.party;
  return { id, role, name: role === 'clerk' ? id : (known?.name ?? agent?.name ?? id), ...(party === undefined ? {} : { party }) };
}

/** People as the hall knows them: clerks by their number, agents and officials by name (DESIGN, People and keys). */
export function nameOf(centre: Centre, id: string): string {
  return named(centre, id).name;
}
