/** What one official has signed and another has to confirm before it takes effect. */
import { useTranslation } from 'react-i18next';
import type { ProposalRow } from '../../core/views/people.ts';
import { showTime } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import type { Rows } from '../parts/rows.ts';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './People.module.css';

export function Proposals({ proposals, rows }: { readonly proposals: readonly ProposalRow[]; readonly rows: Rows }) {
  const { t } = useTranslation(['people', 'acts']);
  if (proposals.length === 0) return <p className={css.none}>{t('people:nothingWaits')}</p>;
  return (
    <table aria-label={t('people:waitsForSecond')} className={ledger.ledger}>
      <thead>
        <tr>
          <th scope="col">{t('people:act')}</th>
          <th scope="col">{t('people:signedBy')}</th>
          <th scope="col" className={css.staffNow}>
            {t('people:now')}
          </th>
        </tr>
      </thead>
      <tbody>
        {proposals.map(({ act, kind, concerns, byName, at, confirm }) => (
          <tr key={act} {...rows.rowProps(act)} className={act === rows.chosen ? ledger.active : undefined}>
            <td className={ledger.cut}>
              {t(`acts:${kind}.name`)} <span className={voices.missing}>{concerns}</span>
            </td>
            <td className={ledger.cut}>
              {byName} <span className={voices.missing}>{showTime(at)}</span>
            </td>
            <td className={ledger.cut}>
              <State shape="waits" tone="attention">
                {confirm.barred === undefined ? t('people:waitsForYou') : t('people:waitsForAnother')}
              </State>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
