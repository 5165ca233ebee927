/** A binding act with a reason: what it does stands before the box, the reason is public, and nothing is signed while it is missing. */
import { type ReactNode, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidy } from '../../core/text.ts';
import css from './ActDialog.module.css';
import { ActDialog, type ActDialogProps } from './ActDialog.tsx';
import { ReasonField } from './ReasonField.tsx';

export interface ReasonDialogProps extends Omit<ActDialogProps, 'onSign' | 'leave' | 'children'> {
  /** What will be done, in one or two sentences. */
  readonly does?: string;
  readonly label?: string;
  readonly lines?: number;
  /** Why it cannot be signed while nothing is written. */
  readonly missing?: string;
  /** What the box holds at the beginning. */
  readonly start?: string;
  readonly onSign: (reason: string) => void;
  /** The box of the reason. */
  readonly box?: Ref<HTMLInputElement & HTMLTextAreaElement>;
  /** What is chosen before the reason is written. */
  readonly children?: ReactNode;
}

export function ReasonDialog(props: ReasonDialogProps) {
  const { does, label, lines, missing, start = '', barred, onSign, box, children, ...dialog } = props;
  const { t } = useTranslation('frame');
  const [text, setText] = useState(start);
  const reason = tidy(text);
  const empty = reason === '' ? (missing ?? t('noReason')) : undefined;
  return (
    <ActDialog {...dialog} barred={barred ?? empty} onSign={() => onSign(reason)}>
      {children}
      {does === undefined ? null : (
        <p className={css.does} role="status">
          {does}
        </p>
      )}
      <ReasonField
        value={text}
        onChange={setText}
        autoFocus={children === undefined}
        {...(label === undefined ? {} : { label })}
        {...(lines === undefined ? {} : { lines })}
        {...(box === undefined ? {} : { ref: box })}
      />
    </ActDialog>
  );
}
