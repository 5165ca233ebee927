/** Before a folder becomes the second medium: what lies there, and whether it is on the same disk. And before the medium is given up. */
import { useTranslation } from 'react-i18next';
import type { MediumOffer } from '../../core/contract/medium.ts';
import { useDeed } from '../office/use-deed.ts';
import { ActDialog } from '../parts/ActDialog.tsx';
import { showCount } from '../parts/figures.ts';
import { State } from '../parts/State.tsx';
import css from './Medium.module.css';

export function UseMediumDialog({ offer, onDone }: { readonly offer: MediumOffer; readonly onDone: () => void }) {
  const { t } = useTranslation('medium');
  const using = useDeed('useSecondMedium');
  const use = async () => {
    const used = await using.do({ medium: offer.medium });
    if (used?.ok) onDone();
  };
  const { lies, constituency = '', size = 0 } = offer;
  return (
    <ActDialog
      title={t('chosenTitle', { name: offer.name })}
      verb={t('use')}
      isBusy={using.isBusy}
      refusal={using.refusal}
      onSign={() => void use()}
      onLeave={onDone}
    >
      <p>{t(`lies.${lies}`, { constituency, size: showCount(size) })}</p>
      {offer.isSameDisk ? (
        <div className={css.warning}>
          <State shape="needs" tone="attention">
            {t('sameDiskShort')}
          </State>
          <p>{t('sameDisk')}</p>
        </div>
      ) : null}
    </ActDialog>
  );
}

export function StopMediumDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('medium');
  const stopping = useDeed('stopSecondMedium');
  const stop = async () => {
    const stopped = await stopping.do({});
    if (stopped?.ok) onDone();
  };
  return (
    <ActDialog
      title={t('stopTitle')}
      verb={t('stopNow')}
      leave={t('keepOn')}
      isBusy={stopping.isBusy}
      refusal={stopping.refusal}
      onSign={() => void stop()}
      onLeave={onDone}
    >
      <p>{t('stopMeans')}</p>
    </ActDialog>
  );
}
