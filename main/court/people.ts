/**
 * Two registers that add up what others list: one row for each person, with the place in the journal of everything that was decided
 * about that person; and how often each unlocked the keyboard, was locked, or failed.
 */
import type { Kind } from '../../core/acts.ts';
import type { Told } from './book.ts';
import type { Collected } from './collect.ts';
import { CELLS } from './columns.ts';
import { aboutWhom } from './said.ts';
import type { Register, Row } from './table.ts';

/** What can happen to a person, as a column of journal numbers. */
const PLACES = {
  enrolledSeq: 'person-enrolled',
  admittedSeq: 'person-admitted',
  certifiedSeq: 'certificate-recorded',
  keyReplacedSeq: 'key-replaced',
  suspendedSeq: 'person-suspended',
  restoredSeq: 'person-restored',
  stoodDownSeq: 'accreditation-ended',
  revokedSeq: 'accreditation-revoked',
} as const satisfies Readonly<Record<string, Kind>>;

const PEOPLE_COLUMNS = [
  ...['person', 'role', 'name', 'party', 'basis', 'keys', 'admittedAtUtc', 'admittedAtEastAfrica', 'admittedBy', 'secondOfficial'],
  ...Object.keys(PLACES),
];

export function peopleRegister(collected: Collected): Register {
  const byPerson = grouped(collected, collected.told.get('acts-about-people') ?? []);
  return { id: 'people', columns: PEOPLE_COLUMNS, rows: [...byPerson].map(([id, acts]) => personRow(collected, id, acts)) };
}

function personRow({ book }: Collected, id: string, acts: readonly Told[]): Row {
  const { role = '', name, party = '' } = book.person(id);
  const of = (kind: Kind) => acts.filter(({ act }) => act.kind === kind);
  // A proposal that was withdrawn admitted nobody.
  const admission = of('person-admitted').findLast(({ act }) => book.settled(act.digest)?.how !== 'withdrawn');
  const cell = (column: keyof typeof CELLS) => (admission === undefined ? '' : CELLS[column](admission, book));
  const keys = [...new Set(of('person-enrolled').map(({ act }) => act.by.key))].join(' ');
  return {
    ...{ person: id, role, name, party, keys, basis: cell('basis') },
    ...{ admittedAtUtc: cell('timeUtc'), admittedAtEastAfrica: cell('timeEastAfrica') },
    ...{ admittedBy: cell('person'), secondOfficial: cell('settledBy') },
    ...Object.fromEntries(Object.entries(PLACES).map(([column, kind]) => [column, seqs(of(kind))])),
  };
}

const LOG_IN_COLUMNS = ['person', 'role', 'name', 'unlocked', 'locked', 'failed', 'lockOutsEnded', 'firstSeq', 'lastSeq'];

export function logInsRegister(collected: Collected): Register {
  const told = [...(collected.told.get('log-ins') ?? []), ...(collected.told.get('failed-log-ins') ?? [])];
  const inOrder = told.toSorted((one, other) => one.seq - other.seq);
  const byPerson = grouped(collected, inOrder);
  return { id: 'log-ins-by-person', columns: LOG_IN_COLUMNS, rows: [...byPerson].map(([id, acts]) => logInRow(collected, id, acts)) };
}

function logInRow({ book }: Collected, id: string, acts: readonly Told[]): Row {
  const { role = '', name } = book.person(id);
  const number = (kind: Kind) => String(acts.filter(({ act }) => act.kind === kind).length);
  return {
    ...{ person: id, role, name },
    ...{ unlocked: number('session-unlocked'), locked: number('session-locked') },
    ...{ failed: number('unlock-failed'), lockOutsEnded: number('lockout-cleared') },
    ...{ firstSeq: String(acts[0]?.seq), lastSeq: String(acts.at(-1)?.seq) },
  };
}

function grouped({ book }: Collected, told: readonly Told[]): ReadonlyMap<string, readonly Told[]> {
  return Map.groupBy(told, ({ act }) => aboutWhom(act, book) ?? '');
}

function seqs(told: readonly Told[]): string {
  return told.map(({ seq }) => seq).join(' ');
}
