/** Every total of the contest without this form and with it, each column headed by the number of forms it adds up. */
import { useTranslation } from 'react-i18next';
import type { RulingEffect } from '../../core/views/ruling-effect.ts';
import type { RuledForm } from '../../core/views/rulings.ts';
import { useRowWords } from '../paper/Sheet.tsx';
import { showCount } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import voices from '../parts/voices.module.css';
import css from './Rulings.module.css';

export function EffectTable({ form, effect }: { readonly form: RuledForm; readonly effect: RulingEffect }) {
  const { t } = useTranslation('rulings');
  const wordsOf = useRowWords();
  const { stations } = effect;
  const rows = form.paper.rows.filter(({ row, name }) => name !== undefined || row === 'valid' || row === 'rejected');
  const totalAt = ({ totals }: RulingEffect['with'], at: number, row: string) =>
    row === 'valid' || row === 'rejected' ? totals[row] : (totals.votes[at] ?? 0);
  return (
    <table className={`${ledger.ledger} ${css.effect}`}>
      <caption className={voices.unseen}>{t('withAndWithout')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('row')}</th>
          <th scope="col" className={ledger.number}>
            {t('withoutForm', { forms: effect.without.forms, stations })}
          </th>
          <th scope="col" className={ledger.number}>
            {t('withForm', { forms: effect.with.forms, stations })}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.row}>
            <th scope="row" className={ledger.cut}>
              {wordsOf(row)}
            </th>
            <td className={ledger.number}>{showCount(totalAt(effect.without, at, row.row))}</td>
            <td className={ledger.number}>{showCount(totalAt(effect.with, at, row.row))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
