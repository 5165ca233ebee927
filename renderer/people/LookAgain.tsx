/** Forms revised after an agent had signed, and the agents who must look at them again. */
import { useTranslation } from 'react-i18next';
import type { FormAgain } from '../../core/views/look-again.ts';
import { showCount, showTime } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import css from './People.module.css';

export function LookAgain({ forms }: { readonly forms: readonly FormAgain[] }) {
  const { t } = useTranslation(['people', 'sign']);
  if (forms.length === 0) return null;
  return (
    <Section title={t('people:lookAgain')} note={t('people:inAll', { number: showCount(forms.length) })}>
      <table aria-label={t('people:lookAgain')} className={ledger.ledger}>
        <thead>
          <tr>
            <th scope="col">{t('sign:station')}</th>
            <th scope="col" className={css.again}>
              {t('sign:revisionHead')}
            </th>
            <th scope="col" className={css.again}>
              {t('people:mustLook')}
            </th>
            <th scope="col" className={`${css.answered} ${ledger.number}`}>
              {t('people:answered')}
            </th>
          </tr>
        </thead>
        <tbody>
          {forms.map(({ form, station, formName, revision, openedAt, answered, asked, owes }) => (
            <tr key={form}>
              <th scope="row" className={ledger.cut}>
                {station.name} <span className={voices.missing}>{formName}</span>
              </th>
              <td className={ledger.cut}>
                {revision}, {showTime(openedAt)}
              </td>
              <td className={ledger.cut}>{owes.map(({ id }) => id).join(', ')}</td>
              <td className={ledger.number}>
                {showCount(answered)} <span className={voices.missing}>{t('people:of', { number: asked })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.none}>{t('people:lookAgainNote')}</p>
    </Section>
  );
}
