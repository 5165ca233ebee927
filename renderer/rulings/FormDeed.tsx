/** Setting a form aside, or reopening it and keeping nothing: what will happen, the reason, and the key that signs. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../core/decide.ts';
import { usePerform } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { TextField } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';

export interface FormDeedProps {
  readonly deed: 'setAside' | 'reopen';
  readonly form: string;
  /** The revision that the screen shows. */
  readonly revision: number;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

const LONGEST_REASON = 2000;

export function FormDeed({ deed, form, revision, onDone, onLeave }: FormDeedProps) {
  const { t } = useTranslation(['rulings', 'frame']);
  const performing = usePerform();
  const [typed, setTyped] = useState('');
  const reason = typed.trim().normalize('NFC');
  const sign = async () => {
    if (reason !== '' && (await performing.perform(commandOf(deed, form, revision, reason)))) onDone();
  };
  return (
    <Dialog
      title={t(`${deed}Title`)}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button
            keys="Ctrl+Enter"
            look="main"
            isBusy={performing.isBusy}
            barred={reason === '' ? t('reasonFirst') : undefined}
            onPress={() => void sign()}
          >
            {t(`${deed}Sign`)}
          </Button>
        </>
      }
    >
      <p>{t(`${deed}Does`, { revision: revision + 1 })}</p>
      <TextField
        autoFocus
        label={t('deedReason')}
        lines={3}
        value={typed}
        maxLength={LONGEST_REASON}
        onChange={setTyped}
        hint={t('frame:reasonsArePublic')}
      />
      <Refused refusal={performing.refusal} />
    </Dialog>
  );
}

/** A reopening names the revision that it begins; setting aside names the one on the screen. */
function commandOf(deed: FormDeedProps['deed'], form: string, revision: number, reason: string): Command {
  if (deed === 'setAside') return { kind: 'form-set-aside', body: { form, revision, reason } };
  return { kind: 'form-reopened', body: { form, revision: revision + 1, keep: 'none', reason } };
}
