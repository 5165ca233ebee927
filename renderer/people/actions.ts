/**
 * The keys at the foot of the room, for the row that is lit: only what whoever is at the keyboard could ever do with it, and with
 * what stands in the way now. What the rules say of each act was tried in core; here is only which key it has.
 */
import type { Refusal } from '../../core/result.ts';
import type { FramePerson } from '../../core/views/frame.ts';
import type { PeopleView, PersonRow, ProposalRow } from '../../core/views/people.ts';
import type { PersonAct } from '../../core/views/people-acts.ts';
import type { ProposalDeed } from './ProposalDialog.tsx';

export type Deed =
  | { readonly is: 'act'; readonly act: PersonAct; readonly person: PersonRow }
  | { readonly is: 'hand-over' | 'enrol' | 'new-key' | 'admit' | 'replace' | 'take' | 'return'; readonly person: PersonRow }
  | { readonly is: 'enrol-new' | 'open' | 'close' | 'certify' | 'certificates' | 'pin' | 'roles' }
  | { readonly is: 'proposal'; readonly deed: ProposalDeed; readonly proposal: ProposalRow };

export interface Action {
  readonly keys: string;
  /** Its words, in the namespace of the room. */
  readonly words: `acts.${PersonAct}` | `keys.${Exclude<Deed['is'], 'act' | 'proposal'> | 'opening-certificate' | ProposalDeed}`;
  readonly name: string;
  readonly deed: Deed;
  readonly barred?: Refusal | undefined;
  /** From when on it may be done, where waiting helps. */
  readonly from?: string;
}

export interface Looked {
  readonly view: PeopleView;
  readonly viewer: FramePerson | undefined;
  readonly person: PersonRow | undefined;
  readonly proposal: ProposalRow | undefined;
}

export function actionsFor({ view, viewer, person, proposal }: Looked): readonly Action[] {
  const isOfficial = viewer?.role === 'ro' || viewer?.role === 'dro';
  const isStaff = isOfficial || viewer?.role === 'clerk';
  const upon = person === undefined ? [] : [...uponPerson(person), ...keysOf(person, isStaff, isOfficial)];
  return [...upon, ...(proposal === undefined ? [] : uponProposal(proposal)), ...ofTheRoom(view, isStaff, isOfficial)];
}

const PERSON_KEYS: Readonly<Record<PersonAct, string>> = {
  'agent-signed-in': 'I',
  'agent-signed-out': 'O',
  'accreditation-ended': 'D',
  'agent-marked-gone': 'G',
  'accreditation-revoked': 'V',
  'person-suspended': 'S',
  'person-restored': 'S',
  'lockout-cleared': 'L',
};
/** Refusals that say that there is nothing to do, not that something stands in the way. */
const NOTHING_TO_DO: readonly Refusal['code'][] = [
  'R-NOT-IN-ATTENDANCE',
  'R-SIGNED-IN',
  'R-NOT-ACCREDITED',
  'R-PERSON-UNKNOWN',
  'R-SUSPENDED',
];

function uponPerson(person: PersonRow): readonly Action[] {
  const offered = Object.entries(person.acts).flatMap(([name, tried]) => {
    const act = name as PersonAct;
    if (tried.barred !== undefined && NOTHING_TO_DO.includes(tried.barred.code)) return [];
    return [
      {
        keys: PERSON_KEYS[act],
        words: `acts.${act}` as const,
        name: person.name,
        deed: { is: 'act' as const, act, person },
        barred: tried.barred,
      },
    ];
  });
  const hasPin = person.isAtKeyboard && person.state === 'in';
  return [...offered, ...(hasPin ? [{ keys: 'P', words: 'keys.pin' as const, name: '', deed: { is: 'pin' as const } }] : [])];
}

function keysOf(person: PersonRow, isStaff: boolean, isOfficial: boolean): readonly Action[] {
  const action = (
    is: 'hand-over' | 'enrol' | 'new-key' | 'admit' | 'replace' | 'take' | 'return',
    keys: string,
    barred?: Refusal,
  ): Action => ({
    ...{ keys, words: `keys.${is}`, name: person.name, deed: { is, person }, barred },
  });
  const { key, pending } = person;
  const offered: readonly (Action | false)[] = [
    isOfficial && pending !== undefined && pending.admissions.length > 0 && action('admit', 'A', pending.admissions[0]?.barred),
    isOfficial && pending?.replaces !== undefined && !person.isAtKeyboard && action('replace', 'R', pending.replaces.tried.barred),
    isStaff && key === undefined && pending === undefined && action('enrol', 'E'),
    isStaff && (key !== undefined || pending !== undefined) && action('new-key', 'N'),
    key !== undefined && !person.isAtKeyboard && key.isHere && action('hand-over', 'U'),
    key?.isHere === false && action('return', 'B'),
    key?.isHere === true && (isOfficial || person.isAtKeyboard) && action('take', 'K'),
  ];
  return offered.filter((one) => one !== false);
}

function uponProposal(proposal: ProposalRow): readonly Action[] {
  const { confirm, withdraw, alone, kind } = proposal;
  const action = (deed: ProposalDeed, keys: string, barred: Refusal | undefined, from?: string): Action => ({
    ...{ keys, words: `keys.${deed}`, name: kind, deed: { is: 'proposal', deed, proposal }, barred },
    ...(from === undefined ? {} : { from }),
  });
  return [
    action('confirm', 'Enter', confirm.barred),
    action('withdraw', 'Delete', withdraw.barred),
    ...(alone === undefined ? [] : [action('alone', 'F6', alone.barred, alone.from)]),
  ];
}

function ofTheRoom({ phase, opening, closing }: PeopleView, isStaff: boolean, isOfficial: boolean): readonly Action[] {
  const mayOpen = isOfficial && (phase === 'preparing' || phase === 'closed');
  const offered: readonly (Action | false)[] = [
    mayOpen && { keys: 'W', words: 'keys.open', name: '', deed: { is: 'open' }, barred: opening.barred },
    isOfficial && phase === 'open' && { keys: 'W', words: 'keys.close', name: '', deed: { is: 'close' }, barred: closing.barred },
    isOfficial && { keys: 'C', words: 'keys.certify', name: '', deed: { is: 'certify' } },
    isStaff && { keys: 'Insert', words: 'keys.enrol-new', name: '', deed: { is: 'enrol-new' } },
    isOfficial && (phase === 'open' || phase === 'closed') && certificates(phase),
    { keys: 'F7', words: 'keys.roles', name: '', deed: { is: 'roles' } },
  ];
  return offered.filter((one) => one !== false);
}

/** Until it is closed a centre has one certificate. */
function certificates(phase: 'open' | 'closed'): Action {
  return { keys: 'T', words: phase === 'open' ? 'keys.opening-certificate' : 'keys.certificates', name: '', deed: { is: 'certificates' } };
}
