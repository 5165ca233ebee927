/**
 * Every move that LIFECYCLE.md knows, as data and in its words: of the centre, of people, of a result, a form and a summary. Whatever
 * is not listed here does not happen; whatever is listed can be brought about. Written from the specification, not from the program.
 */
import type { Kind } from '../../core/acts.ts';
import { COLUMNS, COMMANDS_OF, readCell, STAGE_OF, TABLE } from './lifecycle-table.ts';

/** What has a state of its own, and the state it begins in. */
export const BEGINNINGS = {
  centre: 'empty',
  restore: 'none',
  proposal: 'none',
  person: 'unknown',
  accreditation: 'none',
  attendance: 'out',
  'lock-out': 'none',
  result: 'awaited',
  form: 'none',
  summary: 'provisional',
} as const;
export type Thing = keyof typeof BEGINNINGS;

export interface Move {
  readonly thing: Thing;
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
}

type Row = readonly [from: string, kind: Kind, to: string];

const CENTRE: readonly Row[] = [
  ['empty', 'centre-created', 'preparing'],
  ['preparing', 'centre-opened', 'open'],
  ['open', 'centre-closed', 'closed'],
  ['closed', 'centre-opened', 'open'],
];

const RESTORE: readonly Row[] = [
  ['none', 'backup-restored', 'unconfirmed'],
  ['unconfirmed', 'backup-restored', 'none'],
];

const NEED_TWO: readonly Kind[] = [
  'centre-opened',
  'centre-closed',
  'backup-restored',
  'person-admitted',
  'key-replaced',
  'accreditation-revoked',
  'correction-opened',
];
const PROPOSAL: readonly Row[] = [
  ...NEED_TWO.map((kind): Row => ['none', kind, 'waiting']),
  ['waiting', 'act-confirmed', 'none'],
  ['waiting', 'proposal-withdrawn', 'none'],
];

const PERSON: readonly Row[] = [
  ['unknown', 'person-enrolled', 'pending'],
  ['pending', 'person-admitted', 'may act'],
  ['may act', 'person-suspended', 'suspended'],
  ['suspended', 'person-restored', 'may act'],
];

const ACCREDITATION: readonly Row[] = [
  ['none', 'person-admitted', 'active'],
  ['none', 'accreditation-revoked', 'revoked'],
  ['active', 'accreditation-ended', 'ended'],
  ['active', 'accreditation-revoked', 'revoked'],
];

const ATTENDANCE: readonly Row[] = [
  ['out', 'agent-signed-in', 'in'],
  ['in', 'agent-signed-out', 'out'],
  ['in', 'agent-marked-gone', 'out'],
  ['in', 'accreditation-ended', 'out'],
];

const LOCK_OUT: readonly Row[] = [
  ['none', 'unlock-failed', 'failing'],
  ['failing', 'unlock-failed', 'locked out'],
  ...(['session-unlocked', 'lockout-cleared'] as const).flatMap((kind): Row[] => [
    ['failing', kind, 'none'],
    ['locked out', kind, 'none'],
  ]),
];

const RESULT: readonly Row[] = [
  ['awaited', 'form-received', 'in hand'],
  ['in hand', 'form-accepted', 'counted'],
  ['in hand', 'form-accepted', 'disregarded'],
  ['counted', 'form-reopened', 'in hand'],
  ['disregarded', 'form-reopened', 'in hand'],
  ['awaited', 'result-closed', 'closed'],
  ['in hand', 'result-closed', 'closed'],
  ['closed', 'closing-withdrawn', 'awaited'],
  ['closed', 'closing-withdrawn', 'in hand'],
];

/** LIFECYCLE §2, cell by cell; a form that is brought back is what it was before it was set aside. */
const FORMER = ['received', 'entered-once', 'differing', 'agreed'] as const;
const FORM: readonly Row[] = [
  ['none', 'form-received', 'received'],
  ...FORMER.map((stage): Row => ['set-aside', 'form-brought-back', stage]),
  ...Object.keys(TABLE)
    .filter((row) => row !== 'bring back')
    .flatMap(rowsOf),
];

function rowsOf(command: string): readonly Row[] {
  const kinds = (COMMANDS_OF[command] ?? []).map((kind) => kind.split(' ')[0] as Kind);
  return COLUMNS.flatMap((column, at) => {
    const from = STAGE_OF[column];
    const promised = readCell(TABLE[command]?.[at] ?? '', from);
    if ('refusal' in promised) return [];
    return kinds.flatMap((kind) => promised.stages.filter((to) => to !== from).map((to): Row => [from, kind, to]));
  });
}

/** `again`: over a declared version that is under correction. */
const SUMMARY: readonly Row[] = [
  ['provisional', 'summary-prepared', 'ready'],
  ['ready', 'summary-withdrawn', 'provisional'],
  ['stale', 'summary-withdrawn', 'provisional'],
  ['ready', 'summary-declared', 'declared'],
  ['declared', 'correction-opened', 'under correction'],
  ['under correction', 'summary-prepared', 'ready again'],
  ['ready again', 'summary-withdrawn', 'under correction'],
  ['stale again', 'summary-withdrawn', 'under correction'],
  ['ready again', 'summary-declared', 'declared'],
];
/** What makes a ready version stale (LIFECYCLE §4); opening, accepting, closing, attendance and remarks never do. */
const STALING: readonly Kind[] = [
  'form-received',
  'particulars-amended',
  'scan-attached',
  'entry-sealed',
  'reading-sealed',
  'finding-ruled',
  'form-set-aside',
  'form-brought-back',
  'form-reopened',
  'turnout-recorded',
  'person-suspended',
  'key-replaced',
];
/** Of these only what can come first: the other acts need a paper in hand, whose receiving has made the version stale before. */
const FIRST_STALING: readonly Kind[] = [
  'form-received',
  'scan-attached',
  'form-brought-back',
  'turnout-recorded',
  'person-suspended',
  'key-replaced',
];

function staling(kinds: readonly Kind[]): readonly Row[] {
  return kinds.flatMap((kind): Row[] => [
    ['ready', kind, 'stale'],
    ['ready again', kind, 'stale again'],
  ]);
}

function named(thing: Thing, rows: readonly Row[]): readonly Move[] {
  return rows.map(([from, kind, to]) => ({ thing, kind, from, to }));
}

const REACHED_ALL: readonly Move[] = [
  ...named('centre', CENTRE),
  ...named('restore', RESTORE),
  ...named('proposal', PROPOSAL),
  ...named('person', PERSON),
  ...named('accreditation', ACCREDITATION),
  ...named('attendance', ATTENDANCE),
  ...named('lock-out', LOCK_OUT),
  ...named('result', RESULT),
  ...named('form', FORM),
  ...named('summary', SUMMARY),
];

export function nameOf({ thing, kind, from, to }: Move): string {
  return `${thing}: ${from} → ${kind} → ${to}`;
}

/** What may happen. */
export const LAWFUL: ReadonlySet<string> = new Set([...REACHED_ALL, ...named('summary', staling(STALING))].map(nameOf));

/** What must be seen to happen: each once, so that nothing in the specification is out of reach. */
export const REACHABLE: readonly string[] = [...new Set([...REACHED_ALL, ...named('summary', staling(FIRST_STALING))].map(nameOf))];
