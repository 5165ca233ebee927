/** Before a rehearsal or a practice election is erased: which one, and that nothing of it will be left on this machine. */
import { useTranslation } from 'react-i18next';
import type { ListedCentre } from '../../core/contract/setup.ts';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Refused } from '../parts/Refused.tsx';

export function EraseDialog({ centre, onDone }: { readonly centre: ListedCentre; readonly onDone: () => void }) {
  const { t } = useTranslation('setup');
  const erasing = useDeed('eraseCentre');
  const erase = async () => {
    const erased = await erasing.do({ centre: centre.centre });
    if (erased?.ok) onDone();
  };
  return (
    <Dialog
      title={t('eraseTitle', { constituency: centre.constituency ?? '', kind: t(`kinds.${centre.kind}`) })}
      onLeave={onDone}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onDone}>
            {t('keepIt')}
          </Button>
          <Button keys="Ctrl+Enter" look="main" onPress={() => void erase()} isBusy={erasing.isBusy}>
            {t('eraseNow')}
          </Button>
        </>
      }
    >
      <p>{t('eraseAbout', { title: centre.title ?? '', constituency: centre.constituency ?? '' })}</p>
      <Refused refusal={erasing.refusal} />
    </Dialog>
  );
}
