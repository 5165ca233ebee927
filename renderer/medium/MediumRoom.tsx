/**
 * The second medium's page: how it stands, and for officials to choose one, make a full copy now, or stop using it. Anybody may look.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import type { MediumOffer } from '../../core/contract/medium.ts';
import type { MediumView } from '../../core/views/medium.ts';
import { useDeed } from '../office/use-deed.ts';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { showCount } from '../parts/figures.ts';
import { Room, Section } from '../parts/Room.tsx';
import css from './Medium.module.css';
import { StopMediumDialog, UseMediumDialog } from './MediumDialogs.tsx';
import { MediumFacts } from './MediumFacts.tsx';

export function MediumRoom({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation('medium');
  const { value: view, refusal } = useView('secondMedium', {});
  if (view === undefined) {
    return (
      <Room title={t('title')} refusal={refusal}>
        {null}
      </Room>
    );
  }
  return <Medium frame={frame} view={view} />;
}

function Medium({ frame, view }: { readonly frame: Frame; readonly view: MediumView }) {
  const { t } = useTranslation('medium');
  const [, go] = useLocation();
  const choosing = useDeed('chooseSecondMedium');
  const copying = useDeed('copyToMedium');
  const [offer, setOffer] = useState<MediumOffer>();
  const [isStopping, setStopping] = useState(false);
  const [copied, setCopied] = useState<number>();
  const isOfficial = frame.person?.role === 'ro' || frame.person?.role === 'dro';
  const barred = frame.readOnly !== undefined ? t('readOnly') : isOfficial ? undefined : t('officialOnly');
  const barredWithout = barred ?? (view.state === 'none' ? t('noneThere') : undefined);
  const isCopying = view.copying !== undefined || copying.isBusy;
  const choose = async () => {
    setCopied(undefined);
    const chosen = await choosing.do({});
    if (chosen?.ok) setOffer(chosen.value);
  };
  const copy = async () => {
    setCopied(undefined);
    const made = await copying.do({});
    if (made?.ok) setCopied(made.value.size);
  };
  return (
    <Room
      title={t('title')}
      about={t('about')}
      right={<span role="status">{copied === undefined ? null : t('copied', { size: showCount(copied) })}</span>}
      refusal={choosing.refusal ?? copying.refusal}
      actions={
        <>
          <Button
            keys="C"
            onPress={() => void copy()}
            isBusy={isCopying}
            barred={barredWithout ?? (isCopying ? t('isCopying') : undefined)}
          >
            {t('copyNow')}
          </Button>
          <Button keys="X" onPress={() => setStopping(true)} barred={barredWithout}>
            {t('stop')}
          </Button>
        </>
      }
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={() => go('/setup')}>
            {t('back')}
          </Button>
          <Button keys="O" look="main" onPress={() => void choose()} isBusy={choosing.isBusy} barred={barred}>
            {t(view.state === 'none' ? 'choose' : 'change')}
          </Button>
        </>
      }
    >
      <p className={css.lead}>{t('lead')}</p>
      <Section title={t('howItStands')}>
        <MediumFacts view={view} language={frame.language} />
      </Section>
      {view.state === 'none' ? <p className={css.warning}>{t('noMediumMeans')}</p> : null}
      {offer === undefined ? null : <UseMediumDialog offer={offer} onDone={() => setOffer(undefined)} />}
      {isStopping ? <StopMediumDialog onDone={() => setStopping(false)} /> : null}
    </Room>
  );
}
