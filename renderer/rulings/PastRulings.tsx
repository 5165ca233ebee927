/** Every ruling made on this revision of the form, with who made it, when, before whom, and whether it still applies. */
import { useTranslation } from 'react-i18next';
import type { RulingMade } from '../../core/views/rulings.ts';
import { showTime } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import css from './Rulings.module.css';

export function PastRulings({ rulings }: { readonly rulings: readonly RulingMade[] }) {
  const { t } = useTranslation('rulings');
  if (rulings.length === 0) return null;
  return (
    <Section title={t('pastRulings')}>
      <table className={`${ledger.ledger} ${css.past}`}>
        <thead>
          <tr>
            <th scope="col" className={css.code}>
              {t('pastHead.finding')}
            </th>
            <th scope="col">{t('pastHead.ruling')}</th>
            <th scope="col" className={css.who}>
              {t('pastHead.who')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rulings.map((ruling) => (
            <tr key={`${ruling.finding} ${ruling.at}`}>
              <th scope="row">{ruling.finding}</th>
              <td>
                <b>{ruling.ruling === 'count' ? t('count') : t('disregard', { ground: ruling.ground ?? '' })}</b>
                {ruling.stands ? '' : ` (${t('noLonger')})`}: {ruling.reason}
              </td>
              <td>
                {ruling.by}, {showTime(ruling.at)}
                {ruling.witnesses.length === 0 ? null : <small>{t('witnessedBy', { names: ruling.witnesses.join(', ') })}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
