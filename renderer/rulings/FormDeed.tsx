/** Setting a form aside, or reopening it and keeping nothing: what will happen, the reason, and the key that signs. */
import { useTranslation } from 'react-i18next';
import type { Command } from '../../core/decide.ts';
import { usePerform } from '../office/use-deed.ts';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';

export interface FormDeedProps {
  readonly deed: 'setAside' | 'reopen';
  readonly form: string;
  /** The revision that the screen shows. */
  readonly revision: number;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

export function FormDeed({ deed, form, revision, onDone, onLeave }: FormDeedProps) {
  const { t } = useTranslation('rulings');
  const performing = usePerform();
  const sign = async (reason: string) => {
    if (await performing.perform(commandOf(deed, form, revision, reason))) onDone();
  };
  return (
    <ReasonDialog
      title={t(`${deed}Title`)}
      does={t(`${deed}Does`, { revision: revision + 1 })}
      verb={t(`${deed}Sign`)}
      missing={t('reasonFirst')}
      isBusy={performing.isBusy}
      refusal={performing.refusal}
      onSign={(reason) => void sign(reason)}
      onLeave={onLeave}
    />
  );
}

/** A reopening names the revision that it begins; setting aside names the one on the screen. */
function commandOf(deed: FormDeedProps['deed'], form: string, revision: number, reason: string): Command {
  if (deed === 'setAside') return { kind: 'form-set-aside', body: { form, revision, reason } };
  return { kind: 'form-reopened', body: { form, revision: revision + 1, keep: 'none', reason } };
}
