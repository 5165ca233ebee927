/** The row of states: each with its number of stations, together all of them. A rare end that no station has come to is left out. */
import { useTranslation } from 'react-i18next';
import type { StageCount } from '../../core/views/board.ts';
import { showCount } from '../parts/figures.ts';
import css from './Stages.module.css';
import { StandingState } from './StandingState.tsx';

const RARE: readonly string[] = ['disregarded', 'set-aside', 'not-held', 'postponed', 'lost', 'cancelled'];

export function Stages({ stages, total }: { readonly stages: readonly StageCount[]; readonly total: number }) {
  const { t } = useTranslation('board');
  return (
    <ol className={css.stages} aria-label={t('everyStation')}>
      {stages
        .filter(({ name, stations }) => stations > 0 || !RARE.includes(name))
        .map(({ name, stations }) => (
          <li key={name}>
            <b>{showCount(stations)}</b>
            <StandingState standing={name} />
          </li>
        ))}
      <li className={css.all}>
        <b>{showCount(total)}</b>
        <span className={css.word}>{t('stationsWord')}</span>
      </li>
    </ol>
  );
}
