/** Every register of the pack as a table: a name, its columns, its rows. From here on nobody looks into the journal any more. */
import { KINDS, ROLES } from '../../core/acts.ts';
import { RULES } from '../../core/roles.ts';
import type { Collected } from './collect.ts';
import { CELLS, CLOSING, type Column, LEADING } from './columns.ts';
import { logInsRegister, peopleRegister } from './people.ts';
import { PLANS, type PlanName, WITHOUT_REGISTER } from './registers.ts';
import { ORDER, type Register, type RegisterId, type Row } from './table.ts';
import { moves } from './workflow.ts';

type Derived = Exclude<RegisterId, PlanName>;
const DERIVED: Readonly<Record<Derived, (collected: Collected) => Register>> = {
  'log-ins-by-person': logInsRegister,
  people: peopleRegister,
  access: accessRegister,
  acts: actsRegister,
  workflow: workflowRegister,
  unreadable: unreadableRegister,
};

export function registers(collected: Collected): readonly Register[] {
  return ORDER.map((id) => (isDerived(id) ? DERIVED[id](collected) : planned(collected, id)));
}

function isDerived(id: RegisterId): id is Derived {
  return Object.hasOwn(DERIVED, id);
}

function planned({ told, book }: Collected, id: PlanName): Register {
  const columns: readonly Column[] = [...LEADING, ...PLANS[id].columns, ...CLOSING];
  const rows = (told.get(id) ?? []).map((one) => Object.fromEntries(columns.map((column) => [column, CELLS[column](one, book)])));
  return { id, columns, rows };
}

/** Role by act, out of the very table that the program asks before every act. */
function accessRegister(): Register {
  const rows = KINDS.map((act): Row => {
    const { by, when, two, alone } = RULES[act];
    const roles = Object.fromEntries(ROLES.map((role) => [role, by.includes(role) ? 'yes' : '']));
    return { act, ...roles, when, two: two ?? '', lateAlone: alone === true ? 'yes' : '' };
  });
  return { id: 'access', columns: ['act', ...ROLES, 'when', 'two', 'lateAlone'], rows };
}

/** How many acts of each kind the journal holds, and where the pack tells them: the numbers add up to the whole journal. */
function actsRegister({ counts }: Collected): Register {
  const rows = KINDS.map((act) => ({ act, number: String(counts.get(act) ?? 0), registers: placesOf(act) }));
  return { id: 'acts', columns: ['act', 'number', 'registers'], rows };
}

function placesOf(act: (typeof KINDS)[number]): string {
  const names = Object.entries(PLANS).flatMap(([name, plan]) => (Object.hasOwn(plan.acts, act) ? [name] : []));
  return WITHOUT_REGISTER[act] === undefined ? names.join(' ') : '';
}

function workflowRegister(): Register {
  const rows = moves().map(({ command, from, to }) => ({ command, from, to: to.join(' ') }));
  return { id: 'workflow', columns: ['command', 'from', 'to'], rows };
}

function unreadableRegister({ unreadable }: Collected): Register {
  return { id: 'unreadable', columns: ['seq', 'fault'], rows: unreadable.map(({ seq, fault }) => ({ seq: String(seq), fault })) };
}
