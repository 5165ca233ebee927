/** What lies on a medium, before anything is restored: which centre, how far it goes, its full copies, and every fault found on it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestorableCentre } from '../../core/contract/restore.ts';
import { showCount, showDay, showDigest, showTime } from '../parts/figures.ts';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Restore.module.css';

const MEGABYTE = 1_000_000;

export function Holds({ centre, language }: { readonly centre: RestorableCentre; readonly language: string }) {
  const { t } = useTranslation('restore');
  const { size, lastAt, copies, scans, faults } = centre;
  return (
    <dl className={css.facts}>
      <Fact words={t('election')}>
        {centre.kind === 'rehearsal' ? <span className={voices.stamp}>{t('rehearsal')}</span> : null} {centre.title},{' '}
        {showDay(centre.date, language)} <span className={voices.digest}>{showDigest(centre.definition)}</span>
      </Fact>
      <Fact words={t('constituency')}>{centre.constituency}</Fact>
      <Fact words={t('contests')}>{centre.contests.join('; ')}</Fact>
      <Fact words={t('acts')}>
        {lastAt === undefined
          ? t('noActs')
          : t('actsSaid', { size: showCount(size), day: showDay(lastAt, language), time: showTime(lastAt) })}
      </Fact>
      <Fact words={t('copies')}>
        {copies.length === 0 ? t('noCopies') : null}
        {copies.map((copy) => (
          <p key={`${copy.size} ${copy.at}`}>
            {t('copySaid', {
              size: showCount(copy.size),
              day: showDay(copy.at, language),
              time: showTime(copy.at),
              megabytes: showCount(Math.ceil(copy.bytes / MEGABYTE)),
            })}
          </p>
        ))}
      </Fact>
      <Fact words={t('scans')}>{t('scansSaid', { named: showCount(scans.named), missing: showCount(scans.missing) })}</Fact>
      <Fact words={t('keys')}>{showCount(centre.keys)}</Fact>
      <Fact words={t('faults')}>
        {faults.length === 0 ? <State shape="passes">{t('noFaults')}</State> : null}
        {faults.map(({ code, detail }) => (
          <p key={`${code} ${detail}`}>
            <State shape="fails" tone="danger">
              {code}
            </State>{' '}
            {detail}
          </p>
        ))}
      </Fact>
    </dl>
  );
}

export function Fact({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{children}</dd>
    </div>
  );
}
