/**
 * A station's form in the paper's order: candidates, their total, the polling station counts. Whoever draws it says what stands in
 * the figure's column and beside it: a box to type in, a figure to read, a note.
 */
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TABLE_TOTAL } from '../../core/form.ts';
import type { PaperRow } from '../../core/views/paper.ts';
import ledger from '../parts/ledger.module.css';
import css from './Sheet.module.css';

export interface SheetProps {
  readonly rows: readonly PaperRow[];
  readonly formName: string;
  readonly figure: (row: PaperRow, words: string) => ReactNode;
  readonly note?: (row: PaperRow) => ReactNode;
  /** The head of the notes' column, where it has one. */
  readonly noteSays?: string;
  readonly active?: string | undefined;
  /** The head of the figures' column. */
  readonly says: string;
  readonly isDense?: boolean;
}

/** A row's words: a candidate's name, or the paper's words for the line. */
export function useRowWords(): (row: PaperRow) => string {
  const { t } = useTranslation('paper');
  return ({ name, row }) => name ?? t(`rows.${row as 'valid'}`);
}

export function Sheet({ rows, formName, figure, note, noteSays, active, says, isDense = false }: SheetProps) {
  const { t } = useTranslation(['paper', 'sheet']);
  const wordsOf = useRowWords();
  const candidates = rows.filter(({ section }) => section === 'candidates');
  const counts = rows.filter(({ section }) => section === 'counts');
  const line = (row: PaperRow) => {
    const words = wordsOf(row);
    const look = [row.row === TABLE_TOTAL ? css.total : '', row.row === active ? ledger.worked : ''].join(' ');
    return (
      <tr key={row.row} className={look} data-row={row.row}>
        <td className={css.line}>{row.line}</td>
        <th scope="row" className={css.name}>
          {words} {row.party === undefined ? null : <small>{row.party}</small>}
        </th>
        <td className={css.figure}>{figure(row, words)}</td>
        {note === undefined ? null : <td className={css.note}>{note(row)}</td>}
      </tr>
    );
  };
  return (
    <table className={isDense ? `${css.sheet} ${css.dense}` : css.sheet}>
      <thead>
        <tr>
          <th scope="col" className={css.line}>
            {t('sheet:line')}
          </th>
          <th scope="col">{t('sheet:inPaperOrder', { form: formName })}</th>
          <th scope="col" className={css.figure}>
            {says}
          </th>
          {note === undefined ? null : noteSays === undefined ? (
            <td />
          ) : (
            <th scope="col" className={css.note}>
              {noteSays}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {candidates.map((row) => (
          <Fragment key={row.row}>{line(row)}</Fragment>
        ))}
        <tr className={css.part}>
          <td />
          <th colSpan={note === undefined ? 2 : 3} scope="colgroup">
            {t('paper:sections.counts')}
          </th>
        </tr>
        {counts.map((row) => (
          <Fragment key={row.row}>{line(row)}</Fragment>
        ))}
      </tbody>
    </table>
  );
}
