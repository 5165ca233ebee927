/** The acts upon one person: each says what follows from it before it is signed, and asks for a reason where the act carries one. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../core/decide.ts';
import { tidy } from '../../core/text.ts';
import type { PersonRow } from '../../core/views/people.ts';
import type { PersonAct } from '../../core/views/people-acts.ts';
import { usePerform } from '../office/use-deed.ts';
import { ActDialog } from '../parts/ActDialog.tsx';
import { TextField } from '../parts/Field.tsx';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import { useReasonBox } from '../parts/use-reason-box.ts';
import css from './People.module.css';

export interface PersonActDialogProps {
  readonly act: PersonAct;
  readonly row: PersonRow;
  readonly barred: string | undefined;
  readonly onSigned: () => void;
  readonly onLeave: () => void;
}

const WITH_REASON: readonly PersonAct[] = ['agent-marked-gone', 'accreditation-revoked', 'person-suspended', 'person-restored'];

export function PersonActDialog({ act, row, barred, onSigned, onLeave }: PersonActDialogProps) {
  const { t } = useTranslation('people');
  const performing = usePerform();
  const { box } = useReasonBox(true);
  const [isCompromised, setCompromised] = useState(false);
  const [successor, setSuccessor] = useState('');
  const sign = async (reason: string) => {
    const command = commandOf(act, row.id, { reason, compromised: isCompromised, successor: tidy(successor) });
    if (await performing.perform(command)) onSigned();
  };
  const common = {
    title: t(`acts.${act}`, { name: row.name }),
    verb: t(`verbs.${act}`),
    barred,
    isBusy: performing.isBusy,
    refusal: performing.refusal,
    onLeave,
  };
  if (!WITH_REASON.includes(act)) {
    return (
      <ActDialog {...common} onSign={() => void sign('')}>
        <p>{t(`does.${act}`, { name: row.name })}</p>
        {act === 'accreditation-ended' ? (
          <TextField label={t('successor')} value={successor} onChange={setSuccessor} maxLength={200} hint={t('successorHint')} autoFocus />
        ) : null}
      </ActDialog>
    );
  }
  const does = t(`does.${act}`, { name: row.name });
  if (act !== 'person-suspended') return <ReasonDialog {...common} does={does} onSign={(reason) => void sign(reason)} />;
  return (
    <ReasonDialog {...common} does={does} box={box} onSign={(reason) => void sign(reason)}>
      <label className={css.tick}>
        <input type="checkbox" checked={isCompromised} onChange={() => setCompromised(!isCompromised)} />
        <span>{t('compromised')}</span>
      </label>
    </ReasonDialog>
  );
}

interface Filled {
  readonly reason: string;
  readonly compromised: boolean;
  readonly successor: string;
}

function commandOf(act: PersonAct, person: string, { reason, compromised, successor }: Filled): Command {
  switch (act) {
    case 'agent-signed-in':
    case 'agent-signed-out':
      return { kind: act, body: {} };
    case 'accreditation-ended':
      return { kind: act, body: successor === '' ? {} : { successor } };
    case 'agent-marked-gone':
    case 'accreditation-revoked':
      return { kind: act, body: { agent: person, reason } };
    case 'person-suspended':
      return { kind: act, body: { person, compromised, reason } };
    case 'person-restored':
      return { kind: act, body: { person, reason } };
    case 'lockout-cleared':
      return { kind: act, body: { person } };
  }
}
