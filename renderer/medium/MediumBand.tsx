/**
 * A strip above every room for officials while the second medium is missing, takes nothing, or lags too far behind. Work goes on
 * below it: it is never in the way, and leads to the medium's page.
 */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import { Button } from '../parts/Button.tsx';
import { showTime } from '../parts/figures.ts';
import { Shape } from '../parts/State.tsx';
import css from './Medium.module.css';
import { MEDIUM_PLACE } from './MediumInstrument.tsx';

export function MediumBand({ frame: { medium, person, readOnly } }: { readonly frame: Frame }) {
  const { t } = useTranslation('medium');
  const [place, go] = useLocation();
  const isOfficial = person?.role === 'ro' || person?.role === 'dro';
  if (medium?.alarm === undefined || !isOfficial || readOnly !== undefined || place === MEDIUM_PLACE) return null;
  const time = medium.since === undefined ? '' : showTime(medium.since);
  return (
    <section className={css.band} aria-label={t('title')}>
      <p role="status">
        <Shape shape="needs" /> {t(`alarms.${medium.alarm}`, { time })}
      </p>
      <Button onPress={() => go(MEDIUM_PLACE)}>{t('seeToIt')}</Button>
    </section>
  );
}
