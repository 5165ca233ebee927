/**
 * Who may do both, for every ordered pair of acts on one revision of one form (LIFECYCLE §2 and §5), written down from the
 * specification: what each role may do at all, and what the same person may do next. No role is exempt from any cell.
 */
import type { Role } from '../../core/acts.ts';

/** The acts on one form, in the order of a form's life; the two entries are two, because the second has a rule of its own. */
export const DEEDS = [
  'receiving',
  'amending',
  'scan',
  'entry 1',
  'entry 2',
  'reading',
  'ruling',
  'opening',
  'answering',
  'closing',
  'accepting',
  'remark',
  'reopening',
  'setting aside',
  'bringing back',
] as const;
export type Deed = (typeof DEEDS)[number];

const STAFF: readonly Role[] = ['ro', 'dro', 'clerk'];
const OFFICIAL: readonly Role[] = ['ro', 'dro'];

/** The roles of each act; the device says nothing of a form, and no official ever enters. */
export const ROLES_OF: Readonly<Record<Deed, readonly Role[]>> = {
  receiving: STAFF,
  amending: STAFF,
  scan: STAFF,
  'entry 1': ['clerk'],
  'entry 2': ['clerk'],
  reading: STAFF,
  ruling: OFFICIAL,
  opening: STAFF,
  answering: ['agent'],
  closing: OFFICIAL,
  accepting: OFFICIAL,
  remark: ['agent'],
  reopening: OFFICIAL,
  'setting aside': OFFICIAL,
  'bringing back': OFFICIAL,
};

/** What the letters of the table stand for: `+` is allowed, `-` is no pair, because no role may do both. */
export const LETTERS: Readonly<Record<string, string>> = {
  '+': 'allowed',
  E: 'R-ENTRY-SAME-PERSON',
  R: 'R-READ-SAME-PERSON',
  W: 'R-READ-RULED',
  T: 'R-RULE-SAME-PERSON',
  X: 'R-ACCEPT-SAME-PERSON',
  C: 'R-ENTRIES-COMPLETE',
  U: 'R-FORM-OPEN',
  A: 'R-FORM-ACCEPTED',
  B: 'R-FORM-NOT-ASIDE',
};

/**
 * One row what a person did, one column what the same person does next, when that is due; others have done what lies between. Where
 * a form's revision has gone past an act, the stage refuses it, whoever asks. Receiving is of another paper of the station.
 */
// biome-ignore format: one row an act, one column the next, in the order of DEEDS
export const PAIRS: Readonly<Record<Deed, string>> = {
  //                rcv am sc e1 e2 rd ru op an cl ac rm re sa bb
  'receiving':     '+ + + + + + + + - + + - + + +',
  'amending':      '+ + + + + + + + - + + - + + +',
  'scan':          '+ + + + + + + + - + + - + + +',
  'entry 1':       '+ + + E E R - + - - - - - - -',
  'entry 2':       '+ + + C C R - + - - - - - - -',
  'reading':       '+ + + C C R T + - + X - + + +',
  'ruling':        '+ + + - - W + + - + + - + + +',
  'opening':       '+ U + U U U + U - + + - + U B',
  'answering':     '- - - - - - - - + - - + - - -',
  'closing':       '+ U + - - U + U - + + - + U B',
  'accepting':     '+ A + - - A + A - A A - + A B',
  'remark':        '- - - - - - - - A - - + - - -',
  'reopening':     '+ + + - - + + + - + + - + + +',
  'setting aside': '+ + + - - + + + - + + - + + +',
  'bringing back': '+ + + - - + + + - + + - + + +',
};

/** What is promised of a person in a role: `unable` where the role may not do the first, else the code for the second, or `allowed`. */
export function promised(role: Role, done: Deed, next: Deed): string {
  if (!ROLES_OF[done].includes(role)) return 'unable';
  if (!ROLES_OF[next].includes(role)) return 'R-ROLE';
  const letter = PAIRS[done].split(' ')[DEEDS.indexOf(next)] ?? '';
  return LETTERS[letter] ?? `no promise: ${letter}`;
}
