/** A form's figures as written on the paper, in its own order, with the decisions on disputed votes below. */
import { useTranslation } from 'react-i18next';
import type { SummaryContent, SummaryForm } from '../../core/summary.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import bundles from './Bundle.module.css';
import { rowsOf } from './rows-of.ts';
import tables from './Tables.module.css';
import { useRowWord } from './use-names.ts';

interface FormFiguresProps {
  readonly content: SummaryContent;
  readonly form: SummaryForm;
}

export function FormFigures({ content, form }: FormFiguresProps) {
  const { t } = useTranslation(['sheet', 'station', 'verifier', 'paper']);
  const wordOf = useRowWord(content);
  return (
    <>
      <table className={tables.table} aria-label={t('station:asWritten')}>
        <thead>
          <tr>
            <th scope="col">{t('sheet:line')}</th>
            <th scope="col">{t('sheet:inPaperOrder', { form: content.contest.formA })}</th>
            <th scope="col" className={tables.number}>
              {t('station:asWritten')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(content.contest).map(({ row, line, party }) => (
            <tr key={row} data-row={row}>
              <td className={tables.code}>{line}</td>
              <th scope="row" className={tables.name}>
                {wordOf(row)} <small>{party}</small>
              </th>
              <td className={tables.number}>
                <FigureRead figure={form.figures[row]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {form.decisions.length === 0 ? null : (
        <>
          <h3 className={bundles.under}>{t('paper:sections.decisions')}</h3>
          <ul>
            {form.decisions.map(({ ballot, candidate }) => (
              <li key={ballot} className={tables.name}>
                {t('verifier:decisionOn', { ballot, candidate })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
