/**
 * How a register is shown to a reader: some columns of the table belong together in one (a time in two clocks, a name with its
 * number), codes become words, digests are cut to the groups that people compare. What holds nothing in any line is left out. The
 * CSV file beside it holds every column.
 */
import type { Kind, Role } from '../../core/acts.ts';
import { groupsOf } from '../../core/groups.ts';
import { type Markup, markup, type Piece } from './markup.ts';
import type { Register, Row } from './table.ts';
import type { Words } from './words/words.ts';

const DIGEST = /^[0-9a-f]{64}$/;
const GROUPS = 4;

type Heading = keyof Words['headings'];
interface Shown {
  readonly heading: Heading | Role;
  /** The columns of the table that are told here; none of them there, nothing shown. */
  readonly from: readonly string[];
  show(row: Row, words: Words): Piece;
}

const own = (heading: Heading, from: string = heading): Shown => ({ heading, from: [from], show: (row) => row[from] });
const coded = (heading: Heading): Shown => ({ heading, from: [heading], show: (row, words) => valueIn(words, row[heading]) });
const hashed = (heading: Heading): Shown => ({ heading, from: [heading], show: (row) => shortDigest(row[heading] ?? '') });
const marked = (heading: Heading | Role): Shown => ({
  heading,
  from: [heading],
  show: (row, words) => (row[heading] === 'yes' ? words.yes : ''),
});

/** In the order of the page. */
const SHOWN: readonly Shown[] = [
  own('seq'),
  { heading: 'when', from: ['timeUtc', 'timeEastAfrica'], show: ({ timeUtc, timeEastAfrica }) => time(timeEastAfrica, timeUtc) },
  { heading: 'act', from: ['act'], show: ({ act = '' }, words) => words.acts[act as Kind] },
  { heading: 'command', from: ['command'], show: ({ command }, words) => words.commands[command as keyof Words['commands']] },
  { heading: 'who', from: ['person', 'role', 'name'], show: ({ person, role, name }, words) => who(words, person, role, name) },
  { heading: 'person', from: ['person', 'role', 'name'], show: ({ person, role, name }, words) => who(words, person, role, name) },
  {
    heading: 'about',
    from: ['about', 'aboutName', 'aboutRole'],
    show: ({ about, aboutName, aboutRole }, words) => who(words, about, aboutRole, aboutName),
  },
  own('party'),
  coded('basis'),
  hashed('key'),
  {
    heading: 'keys',
    from: ['keys'],
    show: ({ keys = '' }) => keys.split(' ').map((key) => markup`<div>${shortDigest(key)}</div>`),
  },
  {
    heading: 'admitted',
    from: ['admittedAtUtc', 'admittedAtEastAfrica', 'admittedBy', 'secondOfficial'],
    show: ({ admittedAtUtc, admittedAtEastAfrica, admittedBy, secondOfficial }) => [
      time(admittedAtEastAfrica, admittedAtUtc),
      below([admittedBy, secondOfficial].filter((person) => person !== '').join(', ')),
    ],
  },
  own('contest'),
  {
    heading: 'station',
    from: ['station', 'stationName'],
    show: ({ station, stationName }) => (stationName === '' ? station : [stationName, below(station)]),
  },
  {
    heading: 'form',
    from: ['form', 'revision'],
    show: ({ form = '', revision = '' }, words) => (form === '' || revision === '1' ? form : words.revision(form, revision)),
  },
  own('finding'),
  { heading: 'decision', from: ['decision', 'ground', 'alone'], show: (row, words) => decision(row, words) },
  own('version'),
  hashed('namedDigest'),
  own('changes'),
  { heading: 'reason', from: ['reason'], show: ({ reason }, words) => (reason === 'reason-refused' ? valueIn(words, reason) : reason) },
  own('witnesses'),
  {
    heading: 'proposal',
    from: ['proposedAct', 'proposedSeq'],
    show: ({ proposedAct, proposedSeq = '' }, words) => (proposedAct ? words.proposal(words.acts[proposedAct as Kind], proposedSeq) : ''),
  },
  {
    heading: 'effect',
    from: ['effect', 'settledSeq', 'settledBy'],
    show: ({ effect, settledSeq = '', settledBy = '' }, words) => words.second(valueIn(words, effect), settledSeq, settledBy),
  },
  coded('edition'),
  coded('status'),
  {
    heading: 'head',
    from: ['headSize', 'headRoot'],
    show: ({ headSize, headRoot = '' }) => (headRoot === '' ? '' : [headSize, ' ', shortDigest(headRoot)]),
  },
  { heading: 'from', from: ['from'], show: ({ from }, words) => stageOrTime(words, from) },
  { heading: 'to', from: ['to'], show: ({ to = '' }, words) => to.split(' ').map((one) => markup`<div>${stageOrTime(words, one)}</div>`) },
  {
    heading: 'jump',
    from: ['seconds', 'direction'],
    show: ({ seconds, direction }, words) => `${valueIn(words, direction)} ${seconds} ${words.values.seconds}`,
  },
  own('softwareVersion'),
  hashed('softwareDigest'),
  marked('softwareChanged'),
  marked('notClosedBefore'),
  hashed('scan'),
  own('mediaType'),
  own('size'),
  own('source'),
  own('failures'),
  marked('lockedOut'),
  ...(['enrolledSeq', 'admittedSeq', 'certifiedSeq', 'keyReplacedSeq'] as const).map((column) => own(column)),
  ...(['suspendedSeq', 'restoredSeq', 'stoodDownSeq', 'revokedSeq'] as const).map((column) => own(column)),
  ...(['unlocked', 'locked', 'failed', 'lockOutsEnded', 'firstSeq', 'lastSeq'] as const).map((column) => own(column)),
  ...(['ro', 'dro', 'clerk', 'agent', 'device'] as const).map(marked),
  { heading: 'phase', from: ['when'], show: ({ when }, words) => valueIn(words, when) },
  coded('two'),
  marked('lateAlone'),
  own('number'),
  { heading: 'registers', from: ['registers'], show: ({ registers = '' }, words) => registersIn(words, registers) },
  own('fault'),
  hashed('digest'),
];

/** Of every act; whatever else an act says is told in between. */
const OF_EVERY_ACT: readonly Shown['heading'][] = ['seq', 'when', 'act', 'who', 'digest'];
/** More columns than these would be too narrow to read on paper. */
const MOST_BETWEEN = 3;

export interface ShownTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Piece[])[];
}

/** A cell for each column that has something to say; where these are many, one cell that tells them line by line. */
export function shownTable(register: Register, words: Words): ShownTable {
  // Where no act is told, a person is whom the line is about, and not who did something.
  const otherwise = register.columns.includes('act') ? 'person' : 'who';
  const columns = SHOWN.filter(({ heading, from }) => heading !== otherwise && from.some((column) => register.columns.includes(column)));
  const filled = columns.filter((column) => register.rows.some((row) => isFilled(column, row)));
  const between = filled.filter(({ heading }) => !OF_EVERY_ACT.includes(heading));
  const isOfActs = columns.some(({ heading }) => heading === 'digest');
  const laidOut = isOfActs && between.length > MOST_BETWEEN ? folded(filled, between) : filled;
  return {
    heads: laidOut.map(({ heading }) => headingIn(words, heading)),
    rows: register.rows.map((row) => laidOut.map((column) => (isFilled(column, row) ? column.show(row, words) : ''))),
  };
}

function isFilled({ from }: Shown, row: Row): boolean {
  return from.some((column) => (row[column] ?? '') !== '');
}

function headingIn(words: Words, heading: Shown['heading']): string {
  return { ...words.roles, ...words.headings }[heading];
}

function folded(filled: readonly Shown[], between: readonly Shown[]): readonly Shown[] {
  const details: Shown = {
    heading: 'details',
    from: between.flatMap(({ from }) => from),
    show: (row, words) => between.filter((column) => isFilled(column, row)).map((column) => detail(column, row, words)),
  };
  const [digest, ...leading] = filled.filter((column) => !between.includes(column)).toReversed();
  return [...leading.toReversed(), details, ...(digest === undefined ? [] : [digest])];
}

/** Words stand on a line of their own, everything else side by side. */
function detail({ heading, show }: Shown, row: Row, words: Words): Markup {
  const kind = heading === 'reason' || heading === 'changes' ? 'words' : 'detail';
  return markup`<div class="${kind}"><span class="label">${headingIn(words, heading)}</span> ${show(row, words)}</div>`;
}

/** A code in words; whatever is no code stands as it is. */
function valueIn(words: Words, code = ''): string {
  return Object.hasOwn(words.values, code) ? words.values[code as keyof Words['values']] : code;
}

export function shortDigest(text: string): Piece {
  return DIGEST.test(text) ? markup`<span class="digest">${groupsOf(text).slice(0, GROUPS).join(' ')}</span>` : text;
}

function time(eastAfrica = '', utc = ''): Piece {
  return markup`<div class="time">${eastAfrica}${below(utc)}</div>`;
}

function below(text = ''): Markup | undefined {
  return text === '' ? undefined : markup` <span class="below">${text}</span>`;
}

function who(words: Words, id = '', role = '', name = ''): Piece {
  const known = Object.hasOwn(words.roles, role) ? words.roles[role as Role] : role;
  if (id === '' || role === 'device') return known;
  return name === '' || name === id ? [id, below(known)] : [name, below(`${id}, ${known}`)];
}

function decision({ decision: decided = '', ground = '', alone = '' }: Row, words: Words): string {
  const parts = [valueIn(words, decided), ground === '' ? '' : `${words.values.ground} ${ground}`, alone === '' ? '' : words.values.alone];
  return parts.filter((part) => part !== '').join(', ');
}

function stageOrTime(words: Words, text = ''): string {
  return Object.hasOwn(words.stages, text) ? words.stages[text as keyof Words['stages']] : text;
}

function registersIn(words: Words, names: string): string {
  const titles = names.split(' ').map((name) => words.registers[name as keyof Words['registers']]?.title ?? name);
  return titles.join('; ');
}
