/** Goes to an act by its sequence number, as receipts and verifications name it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { TextField } from '../parts/Field.tsx';
import { showCount } from '../parts/figures.ts';

export interface JumpDialogProps {
  readonly size: number;
  readonly onGo: (seq: number) => void;
  readonly onLeave: () => void;
}

export function JumpDialog({ size, onGo, onLeave }: JumpDialogProps) {
  const { t } = useTranslation('journal');
  const [typed, setTyped] = useState('');
  const digits = typed.replaceAll(/[\s,]/g, '');
  const seq = /^[0-9]{1,9}$/.test(digits) && Number(digits) < size ? Number(digits) : undefined;
  const go = () => {
    if (seq !== undefined) onGo(seq);
  };
  return (
    <Dialog
      title={t('jumpTitle')}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button look="main" onPress={go} barred={seq === undefined ? t('jumpNone') : undefined}>
            {t('jumpGo')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('jumpLabel', { last: showCount(size - 1) })}
        value={typed}
        onChange={setTyped}
        onEnter={go}
        inputMode="numeric"
        maxLength={12}
        fault={typed !== '' && seq === undefined ? t('jumpNone') : undefined}
        autoFocus
      />
    </Dialog>
  );
}
