/**
 * Enrolling: who it is, where the definition does not say it already, then the person's own key, which signs for itself first. The
 * person may act once an official has admitted the enrolment.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PERSON_ID, tidy } from '../../core/text.ts';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Choice, TextField } from '../parts/Field.tsx';
import { type KeyHolder, NewKeyDialog } from './NewKeyDialog.tsx';

const ROLES = ['agent', 'clerk', 'dro', 'ro'] as const;

export interface EnrolDialogProps {
  /** Somebody whom the definition names, or who is enrolled and gets a new key; without it, somebody new. */
  readonly known?: (KeyHolder & { readonly isKeyNamed: boolean }) | undefined;
  /** Numbers that are taken. */
  readonly taken?: readonly string[];
  readonly onDone: (person: string) => void;
  readonly onLeave: () => void;
}

export function EnrolDialog({ known, taken = [], onDone, onLeave }: EnrolDialogProps) {
  const [holder, setHolder] = useState<KeyHolder | undefined>(known);
  const words = useDeed('newWords');
  const card = useDeed('saveCard');
  const bring = useDeed('bringKeyFile');
  const enrol = useDeed('enrolPerson');
  if (holder === undefined) return <WhoDialog taken={taken} onChosen={setHolder} onLeave={onLeave} />;
  const { id: person, role, name } = holder;
  return (
    <NewKeyDialog
      holder={holder}
      ways={known?.isKeyNamed ? ['bring'] : ['make', 'bring']}
      words={() => words.do({ person })}
      saveCard={(language) => card.do({ person, role, name, language })}
      bring={() => bring.do({ person })}
      finish={(secret) => enrol.do({ person, role, name: role === 'clerk' ? person : name, secret })}
      onDone={() => onDone(person)}
      onLeave={onLeave}
    />
  );
}

interface WhoDialogProps {
  readonly taken: readonly string[];
  readonly onChosen: (holder: KeyHolder) => void;
  readonly onLeave: () => void;
}

/** Number, role and name of somebody whom the definition does not name. */
function WhoDialog({ taken, onChosen, onLeave }: WhoDialogProps) {
  const { t } = useTranslation(['people', 'terms']);
  const [role, setRole] = useState<KeyHolder['role']>('agent');
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const number = id.trim();
  const written = tidy(name);
  const fault =
    number === ''
      ? undefined
      : !PERSON_ID.test(number)
        ? t('people:numberOdd')
        : taken.includes(number)
          ? t('people:numberTaken')
          : undefined;
  const barred = number === '' ? t('people:numberMissing') : (fault ?? (written === '' ? t('people:nameMissing') : undefined));
  const goOn = () => {
    if (barred === undefined) onChosen({ id: number, role, name: written });
  };
  return (
    <Dialog
      title={t('people:enrolNew')}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('people:leave')}
          </Button>
          <Button keys="Enter" look="main" onPress={goOn} barred={barred}>
            {t('people:toKey')}
          </Button>
        </>
      }
    >
      <p>{t('people:enrolAbout')}</p>
      <TextField
        label={t('people:number')}
        value={id}
        onChange={setId}
        maxLength={64}
        autoFocus
        fault={fault}
        hint={t('people:numberHint')}
      />
      <TextField label={t('people:name')} value={name} onChange={setName} maxLength={200} hint={t('people:nameHint')} />
      <Choice
        label={t('people:role')}
        value={role}
        options={ROLES.map((value) => ({ value, words: t(`terms:roles.${value}`) }))}
        onChange={setRole}
      />
    </Dialog>
  );
}
