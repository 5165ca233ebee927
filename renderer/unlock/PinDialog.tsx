/** A session PIN for an agent: six digits in place of five words, for this evening and only while signed in. Escape leaves without one. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { TextField } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';

const SIX_DIGITS = /^[0-9]{6}$/;

export function PinDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('unlock');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const setting = useDeed('setPin');
  const barred = !SIX_DIGITS.test(pin) ? t('sixDigits') : again !== pin ? t('pinTwice') : undefined;
  const set = async () => {
    if (barred !== undefined) return;
    const done = await setting.do({ pin });
    if (done?.ok) onDone();
  };
  return (
    <Dialog
      title={t('pinTitle')}
      onLeave={onDone}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onDone}>
            {t('withoutPin')}
          </Button>
          <Button keys="Enter" look="main" onPress={() => void set()} isBusy={setting.isBusy} barred={barred}>
            {t('setPin')}
          </Button>
        </>
      }
    >
      <p>{t('pinAbout')}</p>
      <TextField label={t('pin')} value={pin} onChange={setPin} isSecret inputMode="numeric" maxLength={6} autoFocus />
      <TextField label={t('pinAgain')} value={again} onChange={setAgain} isSecret inputMode="numeric" maxLength={6} />
      <Refused refusal={setting.refusal} />
    </Dialog>
  );
}
