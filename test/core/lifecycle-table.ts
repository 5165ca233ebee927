/**
 * The table of one form, as the specification prints it (LIFECYCLE §2): one row a command, one column a stage. `=` leaves the stage
 * as it is; the letters stand for refusals. It is written here a second time, from the specification and not from the program.
 */
import type { FormCommand, StageName } from '../../core/transitions.ts';

export const COLUMNS = ['received', 'entered once', 'differing', 'agreed', 'open', 'accepted', 'set aside'] as const;

export const STAGE_OF: Readonly<Record<(typeof COLUMNS)[number], StageName>> = {
  received: 'received',
  'entered once': 'entered-once',
  differing: 'differing',
  agreed: 'agreed',
  open: 'open',
  accepted: 'accepted',
  'set aside': 'set-aside',
};

const LETTERS: Readonly<Record<string, string>> = {
  U: 'R-FORM-OPEN',
  A: 'R-FORM-ACCEPTED',
  S: 'R-FORM-ASIDE',
  G: 'R-NOT-AGREED',
  N: 'R-FORM-NOT-OPEN',
};

const COMPLETE = 'R-ENTRIES-COMPLETE';
const NOTHING = 'R-NOTHING-TO-READ';
const NO_REOPEN = 'R-NOTHING-TO-REOPEN';
const NOT_ACCEPTED = 'R-FORM-NOT-ACCEPTED';
const NOT_ASIDE = 'R-FORM-NOT-ASIDE';

// biome-ignore format: one row a command, one column a stage, in the order of COLUMNS
export const TABLE: Readonly<Record<string, readonly string[]>> = {
  'seal entry':             ['entered once', 'agreed or differing', COMPLETE, COMPLETE, 'U', 'A', 'S'],
  'seal reading':           [NOTHING, NOTHING, 'agreed or =', '= ¹', 'U', 'A', 'S'],
  'amend particulars':      ['=', '=', '=', '=', 'U', 'A', 'S'],
  'attach scan':            ['=', '=', '=', '=', '=', '=', '='],
  'rule':                   ['G', 'G', 'G', '=', '= ²', '= ²', 'S'],
  'open':                   ['G', 'G', 'G', 'open', 'U', 'A', 'S'],
  'give / close sign-off':  ['N', 'N', 'N', 'N', '=', 'A', 'S'],
  'accept':                 ['N', 'N', 'N', 'N', 'accepted', 'A', 'S'],
  'late remark':            [NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, '=', NOT_ACCEPTED],
  'reopen, keep none':      [NO_REOPEN, 'received', 'received', 'received', 'received', 'received', 'S'],
  'reopen, keep figures':   ['G', 'G', 'G', NO_REOPEN, 'agreed', 'agreed', 'S'],
  'set aside':              ['set aside', 'set aside', 'set aside', 'set aside', 'U', 'A', 'S'],
  'bring back':             [NOT_ASIDE, NOT_ASIDE, NOT_ASIDE, NOT_ASIDE, NOT_ASIDE, NOT_ASIDE, 'former state'],
};

/** The commands of `core` that a row speaks of. */
export const COMMANDS_OF: Readonly<Record<string, readonly FormCommand[]>> = {
  'seal entry': ['entry-sealed'],
  'seal reading': ['reading-sealed'],
  'amend particulars': ['particulars-amended'],
  'attach scan': ['scan-attached'],
  rule: ['finding-ruled'],
  open: ['form-opened'],
  'give / close sign-off': ['signoff-given', 'signoff-closed'],
  accept: ['form-accepted'],
  'late remark': ['late-remark'],
  'reopen, keep none': ['form-reopened none'],
  'reopen, keep figures': ['form-reopened figures'],
  'set aside': ['form-set-aside'],
  'bring back': ['form-brought-back'],
};

/** What a cell promises for a form in a stage: a refusal's code, or the stages that may result. */
export type Promised = { readonly refusal: string } | { readonly stages: readonly StageName[] };

export function readCell(cell: string, stage: StageName): Promised {
  const plain = cell.replace(/ [¹²]$/, '');
  const code = LETTERS[plain] ?? plain;
  if (code.startsWith('R-')) return { refusal: code };
  // The form that is brought back here was set aside as received.
  if (plain === 'former state') return { stages: ['received'] };
  return { stages: plain.split(' or ').map((word) => (word === '=' ? stage : STAGE_OF[word as keyof typeof STAGE_OF])) };
}

/** Reads the same table out of the specification's text. Cells that span several columns are spread over them. */
export function readTable(markdown: string): Readonly<Record<string, readonly string[]>> {
  const lines = markdown.split('\n');
  const head = lines.findIndex((line) => line.startsWith('| command | received |'));
  if (head < 0) throw new Error('the table of one form is not in this text');
  const end = lines.findIndex((line, at) => at > head && !line.startsWith('|'));
  return Object.fromEntries(lines.slice(head + 2, end).map(readRow));
}

function readRow(line: string): readonly [string, readonly string[]] {
  const [command = '', ...cells] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  let spanning = '';
  const spread = cells.map((cell) => {
    if (cell.endsWith(' in all of these')) spanning = cell.replace(' in all of these', '');
    else if (cell !== '') return cell;
    return spanning;
  });
  return [command, spread];
}
