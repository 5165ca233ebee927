/**
 * The registers of the court pack: which acts of the journal stand in which, with which columns. The list of acts is closed, so
 * every kind either belongs to a register here or is named below with the reason why it needs none; a test fails on a kind that
 * nobody has thought about.
 */
import type { Act, Kind } from '../../core/acts.ts';
import type { Book, Told } from './book.ts';
import type { OwnColumn } from './columns.ts';

/** Whether an act of this kind belongs here: always, or only as the rule beside it says. */
type Belongs<K extends Kind> = true | ((act: Extract<Act, { kind: K }>, told: Told, book: Book) => boolean);

export interface Plan {
  readonly columns: readonly OwnColumn[];
  readonly acts: { readonly [K in Kind]?: Belongs<K> };
}

const WHERE = ['contest', 'station', 'stationName', 'form', 'revision'] as const;
const ABOUT = ['about', 'aboutName', 'aboutRole'] as const;
const SECOND = ['effect', 'settledSeq', 'settledBy'] as const;

/** In the order in which a court asks for them. */
export const PLANS = {
  interventions: {
    columns: [
      ...WHERE,
      ...ABOUT,
      'finding',
      'decision',
      'ground',
      'version',
      'changes',
      'reason',
      'alone',
      'witnesses',
      'proposedAct',
      'proposedSeq',
      ...SECOND,
    ],
    acts: {
      'finding-ruled': true,
      'reading-sealed': true,
      'particulars-amended': true,
      'turnout-recorded': ({ body }, { seq }, book) => body.reason !== undefined || book.changes(seq) !== '',
      'form-accepted': ({ body }) => body.disposition === 'disregarded' || body.answer !== undefined,
      'form-reopened': true,
      'form-set-aside': true,
      'form-brought-back': true,
      'signoff-closed': true,
      'summary-signoff-closed': true,
      'result-closed': true,
      'closing-withdrawn': true,
      'agent-marked-gone': true,
      'accreditation-revoked': true,
      'person-admitted': ({ body }) => body.basis !== 'definition',
      'person-suspended': true,
      'person-restored': true,
      'key-replaced': true,
      'lockout-cleared': true,
      'centre-opened': true,
      'centre-closed': true,
      'backup-restored': true,
      'summary-withdrawn': true,
      'summary-declared': ({ body }) => body.alone !== undefined,
      'correction-opened': true,
      'act-confirmed': true,
      'proposal-withdrawn': true,
    },
  },
  incidents: { columns: ['reason'], acts: { 'incident-noted': true } },
  objections: {
    columns: [...WHERE, 'version', 'decision', 'reason'],
    acts: {
      'signoff-given': ({ body }) => body.choice !== 'agree',
      'summary-signoff-given': ({ body }) => body.choice !== 'agree',
      'late-remark': true,
      'form-accepted': ({ body }) => body.answer !== undefined,
    },
  },
  'failed-log-ins': { columns: [...ABOUT, 'failures', 'lockedOut'], acts: { 'unlock-failed': true, 'lockout-cleared': true } },
  'log-ins': { columns: [...ABOUT, 'decision'], acts: { 'session-unlocked': true, 'session-locked': true } },
  'acts-about-people': {
    columns: [...ABOUT, 'party', 'key', 'basis', 'decision', 'reason', ...SECOND],
    acts: {
      'person-enrolled': true,
      'person-admitted': true,
      'key-replaced': true,
      'certificate-recorded': true,
      'person-suspended': true,
      'person-restored': true,
      'accreditation-ended': true,
      'accreditation-revoked': true,
    },
  },
  attendance: {
    columns: [...ABOUT, 'party', 'reason', ...SECOND],
    acts: {
      'agent-signed-in': true,
      'agent-signed-out': true,
      'agent-marked-gone': true,
      'accreditation-ended': true,
      'accreditation-revoked': true,
    },
  },
  summaries: {
    columns: ['contest', 'version', 'namedDigest', 'decision', ...ABOUT, 'reason', 'alone', ...SECOND],
    acts: {
      'summary-prepared': true,
      'summary-withdrawn': true,
      'summary-signed': true,
      'summary-signoff-given': true,
      'summary-signoff-closed': true,
      'summary-declared': true,
      'correction-opened': true,
    },
  },
  scans: {
    columns: [...WHERE, 'scan', 'mediaType', 'size', 'source', 'reason'],
    acts: { 'scan-attached': true, 'form-received': ({ body }) => body.scanAbsent !== undefined },
  },
  exports: {
    columns: ['contest', 'edition', 'status', 'version', 'namedDigest', ...ABOUT, 'headSize', 'headRoot'],
    acts: { 'bundle-exported': true, 'acknowledgement-recorded': true, 'receipt-issued': true },
  },
  backups: {
    columns: ['headSize', 'headRoot', 'reason', ...SECOND],
    acts: { 'backup-made': true, 'backup-restored': true },
  },
  clock: { columns: ['from', 'to', 'seconds', 'direction'], acts: { 'clock-jumped': true } },
  software: {
    columns: ['softwareVersion', 'softwareDigest', 'softwareChanged', 'notClosedBefore'],
    acts: { 'centre-created': true, 'app-started': true, 'app-stopped': true },
  },
} satisfies Readonly<Record<string, Plan>>;

export type PlanName = keyof typeof PLANS;
export const PLAN_NAMES = Object.keys(PLANS) as readonly PlanName[];

/** Kinds that stand in no register, and why; each stays in the journal, and the register of acts counts it. */
export const WITHOUT_REGISTER: { readonly [K in Kind]?: string } = {
  'entry-sealed': 'what a clerk typed: two for every form, compared by the program; no official decides anything in it',
  'form-opened': 'the ordinary beginning of the signing of a form',
};

/** The registers in which an act stands. */
export function registersOf(told: Told, book: Book): readonly PlanName[] {
  return PLAN_NAMES.filter((name) => belongs(PLANS[name].acts, told, book));
}

function belongs(acts: Plan['acts'], told: Told, book: Book): boolean {
  // Each rule is asked about acts of its own kind only, which the compiler cannot follow through a look-up.
  const rule = acts[told.act.kind] as Belongs<Kind> | undefined;
  return rule === true || (rule?.(told.act as never, told, book) ?? false);
}
