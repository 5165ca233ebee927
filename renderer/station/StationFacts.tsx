/** What is known of the station itself: ward, register, how many voters came, and whether it was closed without a form. */
import { useTranslation } from 'react-i18next';
import type { StationView } from '../../core/views/station.ts';
import { StandingState } from '../board/StandingState.tsx';
import { showCount } from '../parts/figures.ts';
import { Section } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import css from './StationRoom.module.css';

export function StationFacts({ view: { station, standing, identified, closed } }: { readonly view: StationView }) {
  const { t } = useTranslation('station');
  const voters = (count: number | undefined) =>
    count === undefined ? <span className={voices.missing}>{t('notRecorded')}</span> : showCount(count);
  return (
    <Section title={t('theStation')}>
      <dl className={css.facts}>
        <div>
          <dt>{t('state')}</dt>
          <dd>
            <StandingState standing={standing} />
          </dd>
        </div>
        <div>
          <dt>{t('ward')}</dt>
          <dd>{station.ward}</dd>
        </div>
        <div>
          <dt>{t('register')}</dt>
          <dd>{showCount(station.registered)}</dd>
        </div>
        <div>
          <dt>{t('diary')}</dt>
          <dd>{voters(identified.diary)}</dd>
        </div>
        <div>
          <dt>{t('tablet')}</dt>
          <dd>{voters(identified.tablet)}</dd>
        </div>
      </dl>
      {closed === undefined ? null : (
        <p className={css.note}>
          {t('closedBy', { who: closed.by, reason: closed.reason })}.{' '}
          {closed.witnesses.length === 0 ? t('noWitnesses') : t('witnesses', { names: closed.witnesses.join(', ') })}
        </p>
      )}
    </Section>
  );
}
