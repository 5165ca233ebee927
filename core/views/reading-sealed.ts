/**
 * What a reader sees once the reading is sealed: row by row what was read, and whether the row stands now. What the others typed is
 * shown only when the whole form is agreed; while it differs, the next reader is to be as blind as this one was.
 */
import type { Decision } from '../acts.ts';
import type { Figure } from '../count.ts';
import { DECISIONS } from '../form.ts';
import type { Form, Typing } from '../state.ts';
import { type Paper, paperOf } from './paper.ts';
import { type Work, workOf } from './queues.ts';
import type { Seen } from './seen.ts';

/** What stands in a row: a figure, or the list of decisions. */
export type Written = Figure | readonly Decision[];

export interface RowRead {
  readonly row: string;
  readonly read: Written;
  readonly isEstablished: boolean;
  /** Once the form is agreed: what each of `typedBy` typed in this row, where they were asked for it, and what stands. */
  readonly typed?: readonly (Written | undefined)[];
  readonly stands?: Written;
}

export interface ReadingSealed {
  readonly paper: Paper;
  readonly typedBy: readonly { readonly kind: 'entry' | 'reading'; readonly person: string }[];
  readonly rows: readonly RowRead[];
  readonly isAgreed: boolean;
  /** Where the form goes next. */
  readonly work?: Work;
}

/** The viewer's own reading of this revision; undefined where there is none. */
export function readingSealed({ centre, viewer }: Seen, form: Form): ReadingSealed | undefined {
  if (!('typings' in form.stage)) return undefined;
  const { typings } = form.stage;
  const mine = typings.find(({ kind, person }) => kind === 'reading' && person === viewer?.id);
  if (mine === undefined) return undefined;
  const paper = paperOf(centre, form);
  const order = [...paper.rows.map(({ row }) => row), DECISIONS];
  const work = workOf(centre, form);
  return {
    paper,
    typedBy: typings.map(({ kind, person }) => ({ kind, person })),
    rows: order.flatMap((row) => rowRead(form, mine, row) ?? []),
    isAgreed: 'figures' in form.stage,
    ...(work === undefined ? {} : { work }),
  };
}

function rowRead({ stage }: Form, mine: Typing, row: string): RowRead | undefined {
  const read = writtenIn(mine, row);
  if (read === undefined || !('typings' in stage)) return undefined;
  if (!('figures' in stage)) return { row, read, isEstablished: stage.stage !== 'differing' || !stage.differing.includes(row) };
  const stands = writtenIn(stage, row) ?? 'blank';
  return { row, read, isEstablished: true, typed: stage.typings.map((typing) => writtenIn(typing, row)), stands };
}

function writtenIn({ figures, decisions }: Pick<Typing, 'figures' | 'decisions'>, row: string): Written | undefined {
  return row === DECISIONS ? decisions : figures[row];
}
