/** Before a rehearsal or a practice election is erased: which one, and that nothing of it will be left on this machine. */
import { useTranslation } from 'react-i18next';
import type { ListedCentre } from '../../core/contract/setup.ts';
import { useDeed } from '../office/use-deed.ts';
import { ActDialog } from '../parts/ActDialog.tsx';

export function EraseDialog({ centre, onDone }: { readonly centre: ListedCentre; readonly onDone: () => void }) {
  const { t } = useTranslation('setup');
  const erasing = useDeed('eraseCentre');
  const erase = async () => {
    const erased = await erasing.do({ centre: centre.centre });
    if (erased?.ok) onDone();
  };
  return (
    <ActDialog
      title={t('eraseTitle', { constituency: centre.constituency ?? '', kind: t(`kinds.${centre.kind}`) })}
      verb={t('eraseNow')}
      leave={t('keepIt')}
      isBusy={erasing.isBusy}
      refusal={erasing.refusal}
      onSign={() => void erase()}
      onLeave={onDone}
    >
      <p>{t('eraseAbout', { title: centre.title ?? '', constituency: centre.constituency ?? '' })}</p>
    </ActDialog>
  );
}
