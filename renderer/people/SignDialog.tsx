/** A binding act without a reason: what it does stands first, and Ctrl+Enter signs. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../core/result.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Refused } from '../parts/Refused.tsx';

export interface SignDialogProps {
  readonly title: string;
  readonly verb: string;
  readonly barred?: string | undefined;
  readonly isBusy: boolean;
  readonly refusal: Refusal | undefined;
  readonly onSign: () => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

export function SignDialog({ title, verb, barred, isBusy, refusal, onSign, onLeave, children }: SignDialogProps) {
  const { t } = useTranslation('people');
  return (
    <Dialog
      title={title}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button keys="Ctrl+Enter" look="main" once onPress={onSign} isBusy={isBusy} barred={barred}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
      <Refused refusal={refusal} />
    </Dialog>
  );
}
