/** The commission's key: pasted here or among the dropped files, and told by its fingerprint so that it can be compared with paper. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { TextField } from '../parts/Field.tsx';
import { showDigest } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';
import css from './Files.module.css';
import { type Sorted, sortText } from './sorting.ts';
import type { Table } from './table.ts';

interface KeyPartProps {
  readonly table: Table;
  readonly onSorted: (sorted: readonly Sorted[]) => void;
}

export function KeyPart({ table: { key }, onSorted }: KeyPartProps) {
  const { t } = useTranslation('verifier');
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const use = () => {
    const sorted = sortText(text, t('pastedKey'));
    if (sorted.is !== 'key') return setFault(t('notAKey'));
    setText('');
    onSorted([sorted]);
  };
  return (
    <>
      {key === undefined ? null : (
        <p className={css.known}>
          {t('fingerprint')} <span className={css.digest}>{showDigest(key.key.id, 16)}</span>
        </p>
      )}
      <details className={css.paste}>
        <summary>{t('pasteKey')}</summary>
        <TextField
          label={t('pasteKeyLabel')}
          lines={3}
          value={text}
          hint={<span className={voices.missing}>{t('pasteKeyHint')}</span>}
          fault={fault}
          onChange={(typed) => {
            setText(typed);
            setFault(undefined);
          }}
        />
        <Button onPress={use}>{t('useKey')}</Button>
      </details>
    </>
  );
}
