/**
 * A binding act above the room: what it will do stands first, then what has to be filled in; Ctrl+Enter signs, once, however long it
 * is held. It stays open with the refusal when the office refuses.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../core/result.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Refused } from './Refused.tsx';

export interface ActDialogProps {
  readonly title: string;
  /** The words of the button that signs. */
  readonly verb: string;
  /** The words of the button that leaves everything as it is; *Leave* where there is nothing better to say. */
  readonly leave?: string;
  readonly barred?: string | undefined;
  readonly isBusy?: boolean;
  readonly refusal?: Refusal | undefined;
  readonly onSign: () => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

export function ActDialog({ title, verb, leave, barred, isBusy = false, refusal, onSign, onLeave, children }: ActDialogProps) {
  const { t } = useTranslation('frame');
  return (
    <Dialog
      title={title}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {leave ?? t('leave')}
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
