/**
 * A binding act above the room: what it will do is said first, then what has to be filled in, then it is signed. It stays open with
 * the refusal when the office refuses.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../core/decide.ts';
import { usePerform } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Refused } from '../parts/Refused.tsx';
import css from './Declare.module.css';

export interface ActDialogProps {
  readonly title: string;
  readonly says: ReactNode;
  /** The words of the button that signs. */
  readonly sign: string;
  readonly commands: () => readonly Command[];
  readonly barred?: string | undefined;
  readonly onLeave: () => void;
  readonly onDone?: () => void;
  readonly children?: ReactNode;
}

export function ActDialog({ title, says, sign, commands, barred, onLeave, onDone = onLeave, children }: ActDialogProps) {
  const { t } = useTranslation('declare');
  const performing = usePerform();
  const act = async () => {
    if (await performing.perform(...commands())) onDone();
  };
  return (
    <Dialog
      title={title}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button keys="Ctrl+Enter" look="main" onPress={() => void act()} isBusy={performing.isBusy} barred={barred}>
            {sign}
          </Button>
        </>
      }
    >
      <div className={css.says}>{says}</div>
      {children}
      <Refused refusal={performing.refusal} />
    </Dialog>
  );
}
