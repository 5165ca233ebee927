/** Words that are needed before something is recorded, public for ever: why there is no scan, why an answer is amended. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../core/result.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { TextField } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';

export interface ReasonDialogProps {
  readonly title: string;
  readonly label: string;
  readonly sign: string;
  readonly start?: string;
  readonly isBusy?: boolean;
  readonly refusal?: Refusal | undefined;
  readonly onReason: (reason: string) => void;
  readonly onLeave: () => void;
}

export function ReasonDialog({ title, label, sign, start = '', isBusy = false, refusal, onReason, onLeave }: ReasonDialogProps) {
  const { t } = useTranslation(['receive', 'frame']);
  const [text, setText] = useState(start);
  const reason = text.trim().normalize('NFC');
  return (
    <Dialog
      title={title}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('receive:leave')}
          </Button>
          <Button
            keys="Ctrl+Enter"
            look="main"
            isBusy={isBusy}
            barred={reason === '' ? t('receive:noReason') : undefined}
            onPress={() => onReason(reason)}
          >
            {sign}
          </Button>
        </>
      }
    >
      <TextField label={label} value={text} onChange={setText} lines={3} maxLength={2000} hint={t('frame:reasonsArePublic')} autoFocus />
      <Refused refusal={refusal} />
    </Dialog>
  );
}
