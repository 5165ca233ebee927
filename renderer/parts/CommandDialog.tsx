/** A binding act that is said to the office as soon as it is signed; the dialog closes when the office has written it down. */
import type { ReactNode } from 'react';
import type { Command } from '../../core/decide.ts';
import { usePerform } from '../office/use-deed.ts';
import css from './ActDialog.module.css';
import { ActDialog } from './ActDialog.tsx';

export interface CommandDialogProps {
  readonly title: string;
  /** What the act will do. */
  readonly says: ReactNode;
  readonly verb: string;
  readonly commands: () => readonly Command[];
  readonly barred?: string | undefined;
  readonly onLeave: () => void;
  readonly children?: ReactNode;
}

export function CommandDialog({ title, says, verb, commands, barred, onLeave, children }: CommandDialogProps) {
  const performing = usePerform();
  const act = async () => {
    if (await performing.perform(...commands())) onLeave();
  };
  return (
    <ActDialog
      title={title}
      verb={verb}
      barred={barred}
      isBusy={performing.isBusy}
      refusal={performing.refusal}
      onSign={() => void act()}
      onLeave={onLeave}
    >
      <div className={css.says}>{says}</div>
      {children}
    </ActDialog>
  );
}
