/** What an election definition says, in a few lines that can be read against the gazette. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenDefinition } from '../../core/contract/setup.ts';
import { showCount, showDay, showDigest } from '../parts/figures.ts';
import { Section } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import css from './Setup.module.css';

const BASIS_POINTS = 100;

export function DefinitionSays({ chosen, language }: { readonly chosen: ChosenDefinition; readonly language: string }) {
  const { t } = useTranslation(['setup', 'terms']);
  const { constituency, county, thresholds, officials } = chosen;
  const percent = (basisPoints: number) => `${basisPoints / BASIS_POINTS}\u00a0%`;
  const clerks = officials.filter(({ role }) => role === 'clerk').length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a small screen it is scrolled, and the arrow keys must reach it
    <aside className={css.says} aria-label={t('setup:says')} tabIndex={0}>
      <Section title={t('setup:says')} note={t('setup:readAgainst')}>
        <dl>
          <Line words={t('setup:kind')}>
            {chosen.kind === 'rehearsal' ? <span className={voices.stamp}>{t('terms:stamps.rehearsal')}</span> : t('setup:kinds.live')}
          </Line>
          <Line words={t('setup:election')}>
            {chosen.title}, {showDay(chosen.date, language)}
          </Line>
          <Line words={t('setup:constituency')}>
            {constituency.name} {constituency.code}, {county.name} {county.code}
          </Line>
          <Line words={t('setup:wards')}>
            {chosen.wards.length}: {chosen.wards.join(', ')}
          </Line>
          <Line words={t('setup:stations')}>
            {t('setup:stationsSaid', { number: showCount(chosen.stations), registered: showCount(chosen.registered) })}
          </Line>
          <Line words={t('setup:largest')}>
            {t('setup:largestSaid', { number: showCount(chosen.largest), cap: showCount(chosen.stationCap) })}
          </Line>
          <Line words={t('setup:contests')}>
            {chosen.contests.map(({ id, title, formA, formB, candidates }) => (
              <span key={id} className={css.oneContest}>
                {t('setup:contestSaid', { title, formA, formB, candidates })}
              </span>
            ))}
          </Line>
          <Line words={t('setup:agents')}>{t('setup:agentsSaid', { number: chosen.agents, named: chosen.agentsWithKey })}</Line>
          <Line words={t('setup:officials')}>{t('setup:officialsSaid', { officials: officials.length - clerks, clerks })}</Line>
          <Line words={t('setup:thresholds')}>
            W01 {percent(thresholds.rejectedNote)}, W02 {percent(thresholds.rejectedRuling)}, W03 {percent(thresholds.turnoutHigh)}, W04{' '}
            {percent(thresholds.turnoutLow)}
          </Line>
          <Line words={t('setup:commission')}>
            {chosen.commission.name} <span className={voices.digest}>{showDigest(chosen.commission.fingerprint, 4)}</span>
          </Line>
        </dl>
      </Section>
    </aside>
  );
}

function Line({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{children}</dd>
    </div>
  );
}
