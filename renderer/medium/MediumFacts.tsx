/** How the second medium stands, line by line: where, how far, the last full copy, the disk it is on, and what is wrong with it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediumView } from '../../core/views/medium.ts';
import { showCount, showDay, showTime } from '../parts/figures.ts';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Medium.module.css';
import { mediumShape, mediumTone, useMediumWords } from './medium-words.ts';

export function MediumFacts({ view, language }: { readonly view: MediumView; readonly language: string }) {
  const { t } = useTranslation('medium');
  const wordsOf = useMediumWords();
  const { name, state, size, behind, filesBehind, isSameDisk, fault, currentAt, troubleSince, oldestBehind } = view;
  const since = troubleSince ?? oldestBehind;
  const stands = {
    ...view,
    ...(currentAt === undefined ? {} : { at: currentAt }),
    ...(since === undefined ? {} : { since }),
  };
  return (
    <dl className={css.facts}>
      <Fact words={t('medium')}>{name ?? <span className={voices.quiet}>{t('noMedium')}</span>}</Fact>
      <Fact words={t('state')}>
        <State shape={mediumShape(stands)} tone={mediumTone(stands)}>
          {wordsOf(stands)}
        </State>
        {state === 'missing' ? <p>{t('missingMeans')}</p> : null}
      </Fact>
      {state === 'none' ? null : (
        <>
          {fault === undefined ? null : (
            <Fact words={t('trouble')}>
              {t(`faults.${fault.code}`)} <span className={voices.missing}>{fault.detail}</span>
            </Fact>
          )}
          <Fact words={t('acts')}>{t('actsSaid', { size: showCount(size), total: showCount(size + behind) })}</Fact>
          <Fact words={t('files')}>{filesBehind === 0 ? t('filesThere') : t('filesWait', { number: showCount(filesBehind) })}</Fact>
          <Fact words={t('copy')}>
            <CopyWords view={view} language={language} />
          </Fact>
          <Fact words={t('disk')}>
            {isSameDisk ? (
              <>
                <State shape="needs" tone="attention">
                  {t('sameDiskShort')}
                </State>
                <p>{t('sameDisk')}</p>
              </>
            ) : (
              t('otherDisk')
            )}
          </Fact>
        </>
      )}
    </dl>
  );
}

function CopyWords({ view: { copied, copying }, language }: { readonly view: MediumView; readonly language: string }) {
  const { t } = useTranslation('medium');
  return (
    <>
      {copied === undefined ? (
        <span className={voices.quiet}>{t('noCopy')}</span>
      ) : (
        t('copySaid', { size: showCount(copied.size), day: showDay(copied.at, language), time: showTime(copied.at) })
      )}
      <p className={voices.missing}>{t('copyEvery')}</p>
      {copying === undefined ? null : (
        <p role="status">
          <State shape="once">
            {copying.total === 0 ? t('copyingBegins') : t('copying', { done: showCount(copying.done), total: showCount(copying.total) })}
          </State>
          <progress max={Math.max(copying.total, 1)} value={copying.done} aria-label={t('copy')} />
        </p>
      )}
    </>
  );
}

function Fact({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{children}</dd>
    </div>
  );
}
