/**
 * A paper being typed, whether for the first time or to be read again: its draft, its boxes and the ruler on its scan, what is still
 * missing, and the read-back. It is read back only when nothing is missing; until then the keyboard goes to what is.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, Figures } from '../../core/acts.ts';
import type { Paper } from '../../core/views/paper.ts';
import { useRowWords } from '../paper/Sheet.tsx';
import { figuresOf, keyedAt } from '../paper/typing.ts';
import { type Boxes, useBoxes } from '../paper/use-boxes.ts';
import { useKey } from '../parts/keys.tsx';
import { decisionsOf, faultyBox } from './decisions-typed.ts';
import { type Draft, useDraft } from './use-draft.ts';
import { useRuler } from './use-ruler.ts';

export interface TypingOptions {
  readonly paper: Paper;
  /** The rows that are typed, in the paper's order. */
  readonly codes: readonly string[];
  readonly withDecisions: boolean;
  readonly kind: 'entry' | 'reading';
}

/** Everything that was typed, whole. */
interface Typed {
  readonly figures: Figures;
  readonly decisions: readonly Decision[];
}

export interface Typing extends Draft {
  readonly boxes: Boxes;
  readonly rulerAt: number | undefined;
  /** Why it cannot be read back yet. */
  readonly barred: string | undefined;
  /** While it is read back. */
  readonly readBack: Typed | undefined;
  finish(): void;
  mend(): void;
}

export function useTyping({ paper, codes, withDecisions, kind }: TypingOptions): Typing {
  const { t } = useTranslation('entry');
  const wordsOf = useRowWords();
  const drafting = useDraft(paper.form, paper.revision, kind);
  const boxes = useBoxes(codes);
  const [isReadingBack, setReadingBack] = useState(false);
  const { typed, decisions: drafted } = drafting.draft;
  const printed = paper.rows.findIndex(({ row }) => row === boxes.active);
  const rulerAt = useRuler(paper.formName, printed < 0 ? undefined : printed, paper.rows.length);

  const read = figuresOf(typed, codes);
  const missing = 'faulty' in read ? paper.rows.find(({ row }) => row === read.faulty) : undefined;
  const halfTyped = withDecisions ? faultyBox(drafted, paper) : undefined;
  const decisions = withDecisions ? decisionsOf(drafted, paper) : [];
  const finish = () => {
    if ('faulty' in read) boxes.focus(read.faulty);
    else if (halfTyped !== undefined) boxes.goAside(halfTyped);
    else setReadingBack(true);
  };
  useKey('Shift+Enter', finish);
  const isFaulty = missing !== undefined && keyedAt(typed, missing.row).is === 'not-a-figure';
  const barred =
    missing !== undefined
      ? t(isFaulty ? 'faultyRow' : 'missingRow', { row: wordsOf(missing) })
      : halfTyped !== undefined
        ? t('decisionsWrong')
        : undefined;
  return {
    ...drafting,
    boxes,
    rulerAt,
    barred,
    readBack: isReadingBack && 'figures' in read && decisions !== undefined ? { figures: read.figures, decisions } : undefined,
    finish,
    mend: () => {
      boxes.beginAgain();
      setReadingBack(false);
    },
  };
}
