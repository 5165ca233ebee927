/** A binding act with a reason: what it does stands first, the reason is public, and Ctrl+Enter signs. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../core/result.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { TextField } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import css from './Sign.module.css';

export interface ReasonDialogProps {
  readonly title: string;
  /** What will be done, in one or two sentences. */
  readonly does: string;
  readonly verb: string;
  readonly barred?: string | undefined;
  readonly isBusy: boolean;
  readonly refusal: Refusal | undefined;
  readonly onSign: (reason: string) => void;
  readonly onLeave: () => void;
  /** What is chosen before the reason is written. */
  readonly children?: ReactNode;
}

export function ReasonDialog({ title, does, verb, barred, isBusy, refusal, onSign, onLeave, children }: ReasonDialogProps) {
  const { t } = useTranslation(['accept', 'frame']);
  const [text, setText] = useState('');
  const reason = text.trim().normalize('NFC');
  return (
    <Dialog
      title={title}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('frame:leave')}
          </Button>
          <Button
            keys="Ctrl+Enter"
            look="main"
            once
            onPress={() => onSign(reason)}
            isBusy={isBusy}
            barred={barred ?? (reason === '' ? t('accept:noReason') : undefined)}
          >
            {verb}
          </Button>
        </>
      }
    >
      {children}
      <p className={css.does} role="status">
        {does}
      </p>
      <TextField
        label={t('accept:reason')}
        value={text}
        onChange={setText}
        lines={3}
        maxLength={2000}
        hint={t('frame:reasonsArePublic')}
        autoFocus={children === undefined}
      />
      <Refused refusal={refusal} />
    </Dialog>
  );
}
