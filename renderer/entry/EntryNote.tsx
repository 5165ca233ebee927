/** The quiet mark beside a row: a mechanical fault once the row is left, the sum at the end of the candidates, the register's number. */
import { useTranslation } from 'react-i18next';
import { TABLE_TOTAL } from '../../core/form.ts';
import type { Paper, PaperRow } from '../../core/views/paper.ts';
import { useRowWords } from '../paper/Sheet.tsx';
import { checkSum, keyedAt, type Typed } from '../paper/typing.ts';
import { showCount } from '../parts/figures.ts';
import { Shape } from '../parts/State.tsx';
import css from './Entry.module.css';

export interface EntryNoteProps {
  readonly row: PaperRow;
  readonly paper: Paper;
  readonly typed: Typed;
  readonly isLeft: boolean;
}

export function EntryNote({ row, paper, typed, isLeft }: EntryNoteProps) {
  const { t } = useTranslation('entry');
  const keyed = keyedAt(typed, row.row);
  if (keyed.is === 'not-a-figure') return isLeft ? <Mark words={t('notAFigure')} /> : null;
  if (keyed.is !== 'figure') return null;
  if (row.row === TABLE_TOTAL) return <SumNote paper={paper} typed={typed} />;
  if (row.row === 'registered' && typeof keyed.figure === 'number') {
    const { registered } = paper.station;
    return keyed.figure === registered ? (
      t('asRegister')
    ) : isLeft ? (
      <Mark words={t('registerSays', { number: showCount(registered) })} />
    ) : null;
  }
  return null;
}

function SumNote({ paper, typed }: { readonly paper: Paper; readonly typed: Typed }) {
  const { t } = useTranslation('entry');
  const wordsOf = useRowWords();
  const sum = checkSum(typed, paper.rows);
  switch (sum.is) {
    case 'not-yet':
      return null;
    case 'unchecked': {
      const row = paper.rows.find((one) => one.row === sum.row);
      return <>{t('sumUnchecked', { row: row?.line ?? (row === undefined ? '' : wordsOf(row)) })}</>;
    }
    case 'right':
      return <>{t('sumRight')}</>;
    case 'wrong':
      return <Mark words={t('sumWrong', { sum: showCount(sum.sum) })} />;
  }
}

function Mark({ words }: { readonly words: string }) {
  return (
    <span className={css.mark}>
      <Shape shape="waits" /> {words}
    </span>
  );
}
