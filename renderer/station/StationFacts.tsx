/** What is known of the station itself: ward, register, whether it was closed without a form, and the voters who came. */
import { useTranslation } from 'react-i18next';
import type { StationView } from '../../core/views/station.ts';
import { StandingState } from '../board/StandingState.tsx';
import { showCount } from '../parts/figures.ts';
import { Section } from '../parts/Room.tsx';
import css from './StationRoom.module.css';
import { TurnoutTables } from './TurnoutTables.tsx';

export function StationFacts({ view: { station, standing, turnout, closed } }: { readonly view: StationView }) {
  const { t } = useTranslation('station');
  return (
    <>
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
        </dl>
        {closed === undefined ? null : (
          <p className={css.note}>
            {t('closedBy', { who: closed.by, reason: closed.reason })}.{' '}
            {closed.witnesses.length === 0 ? t('noWitnesses') : t('witnesses', { names: closed.witnesses.join(', ') })}
          </p>
        )}
      </Section>
      <Section title={t('turnout')} note={t('turnoutApart')}>
        <TurnoutTables turnout={turnout} />
      </Section>
    </>
  );
}
