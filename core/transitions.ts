/**
 * Which command a form accepts in which stage (LIFECYCLE §2), as one table. A code is the refusal; `ok` means that the command's own
 * rules decide. What comes out of it is for `evolve`; a test walks every cell.
 */
import type { Act, FormKind } from './acts.ts';
import type { RefusalCode } from './refusals.ts';
import type { Stage } from './state.ts';

export const STAGES = ['received', 'entered-once', 'differing', 'agreed', 'open', 'accepted', 'set-aside'] as const;
export type StageName = Stage['stage'];

/** The commands of the table: reopening is two, by what it keeps. */
export type FormCommand = Exclude<FormKind, 'form-received' | 'form-reopened'> | 'form-reopened none' | 'form-reopened figures';

type Cell = 'ok' | RefusalCode;
const U = 'R-FORM-OPEN';
const A = 'R-FORM-ACCEPTED';
const S = 'R-FORM-ASIDE';
const G = 'R-NOT-AGREED';
const N = 'R-FORM-NOT-OPEN';
const L = 'R-FORM-NOT-ACCEPTED';
const B = 'R-FORM-NOT-ASIDE';
const ok = 'ok';

// biome-ignore format: one row a command, one column a stage, in the order of STAGES
export const TRANSITIONS: Readonly<Record<FormCommand, readonly Cell[]>> = {
  //                        received               entered once           differing             agreed                 open  accepted  set aside
  'entry-sealed':          [ok,                    ok,                    'R-ENTRIES-COMPLETE', 'R-ENTRIES-COMPLETE',  U,    A,        S],
  'reading-sealed':        ['R-NOTHING-TO-READ',   'R-NOTHING-TO-READ',   ok,                   ok,                    U,    A,        S],
  'particulars-amended':   [ok,                    ok,                    ok,                   ok,                    U,    A,        S],
  'scan-attached':         [ok,                    ok,                    ok,                   ok,                    ok,   ok,       ok],
  'finding-ruled':         [G,                     G,                     G,                    ok,                    ok,   ok,       S],
  'form-opened':           [G,                     G,                     G,                    ok,                    U,    A,        S],
  'signoff-given':         [N,                     N,                     N,                    N,                     ok,   A,        S],
  'signoff-closed':        [N,                     N,                     N,                    N,                     ok,   A,        S],
  'form-accepted':         [N,                     N,                     N,                    N,                     ok,   A,        S],
  'late-remark':           [L,                     L,                     L,                    L,                     L,    ok,       L],
  'form-reopened none':    ['R-NOTHING-TO-REOPEN', ok,                    ok,                   ok,                    ok,   ok,       S],
  'form-reopened figures': [G,                     G,                     G,                    'R-NOTHING-TO-REOPEN', ok,   ok,       S],
  'form-set-aside':        [ok,                    ok,                    ok,                   ok,                    U,    A,        S],
  'form-brought-back':     [B,                     B,                     B,                    B,                     B,    B,        ok],
};

export function commandOf(act: Extract<Act, { kind: Exclude<FormKind, 'form-received'> }>): FormCommand {
  return act.kind === 'form-reopened' ? `form-reopened ${act.body.keep}` : act.kind;
}

export function cellOf(command: FormCommand, stage: StageName): Cell {
  return TRANSITIONS[command][STAGES.indexOf(stage)] as Cell;
}
