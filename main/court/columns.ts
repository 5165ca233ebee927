/**
 * The columns of the registers: for each its name and how its cell is read from an act. Every register uses these and no others, so
 * that a column means the same wherever it stands. Cells are codes and digits, the same in every language; words for them belong to
 * the page.
 */
import { FAILURES_BEFORE_LOCKOUT } from '../../core/lockouts.ts';
import { eastAfrica } from '../east-africa.ts';
import type { Book, Told } from './book.ts';
import {
  aboutWhom,
  decisionOf,
  headIn,
  jumpOf,
  keyOf,
  listed,
  ofWhom,
  proposalOf,
  reasonOf,
  type Spoken,
  stationOf,
  subjectOf,
  text,
} from './said.ts';

/** In every register: first where, when, what and who; the digest of the act last. */
export const LEADING = ['seq', 'timeUtc', 'timeEastAfrica', 'act', 'person', 'role', 'name'] as const;
export const CLOSING = ['digest'] as const;

export const OWN_COLUMNS = [
  'about',
  'aboutName',
  'aboutRole',
  'party',
  'basis',
  'key',
  'contest',
  'station',
  'stationName',
  'form',
  'revision',
  'finding',
  'decision',
  'ground',
  'changes',
  'reason',
  'alone',
  'witnesses',
  'proposedAct',
  'proposedSeq',
  'effect',
  'settledSeq',
  'settledBy',
  'edition',
  'status',
  'version',
  'namedDigest',
  'headSize',
  'headRoot',
  'from',
  'to',
  'seconds',
  'direction',
  'softwareVersion',
  'softwareDigest',
  'softwareChanged',
  'notClosedBefore',
  'scan',
  'mediaType',
  'size',
  'source',
  'failures',
  'lockedOut',
] as const;
export type OwnColumn = (typeof OWN_COLUMNS)[number];
export type Column = (typeof LEADING)[number] | OwnColumn | (typeof CLOSING)[number];

type Cell = (told: Told, book: Book) => string;

const spoken = ({ act }: Told): Spoken => act.body;
const yes = (is: boolean): string => (is ? 'yes' : '');
const field =
  (name: string): Cell =>
  (told) =>
    text(spoken(told)[name]);

export const CELLS: Readonly<Record<Column, Cell>> = {
  seq: ({ seq }) => String(seq),
  timeUtc: ({ act }) => act.at,
  timeEastAfrica: ({ act }) => eastAfrica(act.at),
  act: ({ act }) => act.kind,
  person: ({ act }) => act.by.person,
  role: ({ act }) => act.by.role,
  name: ({ act }, book) => book.person(act.by.person).name,
  digest: ({ act }) => act.digest,

  about: (told, book) => aboutWhom(told.act, book) ?? '',
  aboutName: (told, book) => ofWhom(told, book)?.name ?? '',
  aboutRole: (told, book) => ofWhom(told, book)?.role ?? '',
  party: (told, book) => ofWhom(told, book)?.party ?? '',
  basis: field('basis'),
  key: ({ act }, book) => keyOf(act, book),
  contest: (told, book) => book.place(subjectOf(told, book)).contest ?? '',
  station: (told, book) => stationOf(told, book),
  stationName: (told, book) => book.stationName(stationOf(told, book)),
  form: field('form'),
  revision: field('revision'),
  finding: field('finding'),
  decision: ({ act }) => decisionOf(act),
  ground: field('ground'),
  changes: ({ seq }, book) => book.changes(seq),
  reason: (told) => reasonOf(spoken(told)),
  alone: (told) => yes(spoken(told).alone !== undefined),
  witnesses: (told) => listed(spoken(told).witnesses),
  proposedAct: ({ act }, book) => proposalOf(act, book)?.act.kind ?? '',
  proposedSeq: ({ act }, book) => text(proposalOf(act, book)?.seq),
  effect: (told, book) => book.effect(told) ?? '',
  settledSeq: ({ act }, book) => text(book.settled(act.digest)?.told.seq),
  settledBy: ({ act }, book) => book.settled(act.digest)?.told.act.by.person ?? '',
  edition: field('edition'),
  status: field('status'),
  version: field('version'),
  namedDigest: field('digest'),
  headSize: ({ act }) => text(headIn(act)?.size),
  headRoot: ({ act }) => headIn(act)?.root ?? '',
  from: field('from'),
  to: field('to'),
  seconds: ({ act }) => (act.kind === 'clock-jumped' ? String(Math.abs(jumpOf(act)) / 1000) : ''),
  direction: ({ act }) => (act.kind === 'clock-jumped' ? (jumpOf(act) < 0 ? 'back' : 'forward') : ''),
  softwareVersion: field('version'),
  softwareDigest: field('digest'),
  softwareChanged: ({ seq }, book) => yes(book.start(seq)?.isChanged === true),
  notClosedBefore: ({ seq }, book) => yes(book.start(seq)?.wasNotClosed === true),
  scan: field('scan'),
  mediaType: field('mediaType'),
  size: field('size'),
  source: field('source'),
  failures: field('failures'),
  lockedOut: ({ act }) => yes(act.kind === 'unlock-failed' && act.body.failures >= FAILURES_BEFORE_LOCKOUT),
};
