/** An agent's receipt, pasted: the text of its file, or the line that a telephone read from the slip. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { TextField } from '../parts/Field.tsx';
import voices from '../parts/voices.module.css';
import css from './Files.module.css';
import { type Sorted, sortText } from './sorting.ts';

interface ReceiptPartProps {
  /** How many lie on the table already. */
  readonly count: number;
  readonly onSorted: (sorted: readonly Sorted[]) => void;
}

export function ReceiptPart({ count, onSorted }: ReceiptPartProps) {
  const { t } = useTranslation('verifier');
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const add = () => {
    const sorted = sortText(text, t('pastedReceipt', { number: count + 1 }));
    if (sorted.is !== 'receipt') return setFault(t('notAReceipt'));
    setText('');
    onSorted([sorted]);
  };
  return (
    <details className={css.paste}>
      <summary>{t('pasteReceipt')}</summary>
      <TextField
        label={t('pasteReceiptLabel')}
        lines={3}
        value={text}
        hint={<span className={voices.missing}>{t('pasteReceiptHint')}</span>}
        fault={fault}
        onChange={(typed) => {
          setText(typed);
          setFault(undefined);
        }}
      />
      <Button onPress={add}>{t('layReceipt')}</Button>
    </details>
  );
}
