/**
 * What agents added to a form after its acceptance, in their own words. The state keeps only that something was said; the words stand
 * in the journal, and are handed in by whoever has it. Words can repeat figures, so they wait until the figures may be read.
 */
import type { ActOf, Figures } from '../acts.ts';
import { formOf } from '../state.ts';
import { areFiguresShown, isTextShown } from './discretion.ts';
import { type Named, named } from './named.ts';
import type { Seen } from './seen.ts';

export interface ShownRemark {
  readonly agent: Named;
  readonly at: string;
  readonly revision: number;
  readonly stance: 'agree' | 'object';
  readonly text?: string;
  readonly ownFigures?: Figures;
  readonly act: string;
}

/** Those of this form, in the order given. */
export function shownRemarks(seen: Seen, id: string, remarks: readonly ActOf<'late-remark'>[]): readonly ShownRemark[] {
  const form = formOf(seen.centre, id);
  return remarks
    .filter(({ body }) => body.form === id)
    .map(({ by, at, digest, body: { revision, stance, text, ownFigures } }) => ({
      ...{ agent: named(seen.centre, by.person), at, revision, stance, act: digest },
      ...(text === undefined || !isTextShown(seen, form) ? {} : { text }),
      ...(ownFigures === undefined || !areFiguresShown(form) ? {} : { ownFigures }),
    }));
}
