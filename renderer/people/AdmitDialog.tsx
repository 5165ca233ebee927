/**
 * Admitting somebody who has enrolled: on what ground, for which party, by which letter. Where the definition does not name the
 * person, a second official has to confirm; the dialog says so before it is signed.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidy } from '../../core/text.ts';
import type { PersonRow } from '../../core/views/people.ts';
import type { Admission } from '../../core/views/people-acts.ts';
import { usePerform } from '../office/use-deed.ts';
import { ActDialog } from '../parts/ActDialog.tsx';
import { Choice, TextField } from '../parts/Field.tsx';
import { showDigest } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';

export interface AdmitDialogProps {
  readonly row: PersonRow;
  readonly parties: readonly string[];
  readonly onDone: () => void;
}

export function AdmitDialog({ row, parties, onDone }: AdmitDialogProps) {
  const { t } = useTranslation(['people', 'terms']);
  const performing = usePerform();
  const admissions = row.pending?.admissions ?? [];
  const [basis, setBasis] = useState<Admission['basis'] | undefined>(admissions[0]?.basis);
  const [party, setParty] = useState<string>();
  const [letter, setLetter] = useState('');
  const admission = admissions.find((one) => one.basis === basis);
  const barred =
    admission === undefined ? t('people:noBasis') : admission.needsParty && party === undefined ? t('people:partyMissing') : undefined;
  const sign = async () => {
    if (admission === undefined || row.pending === undefined) return;
    const written = tidy(letter);
    const body = {
      ...{ enrolment: row.pending.enrolment, basis: admission.basis },
      ...(admission.needsParty && party !== undefined ? { party } : {}),
      ...(written === '' ? {} : { letter: written }),
    };
    if (await performing.perform({ kind: 'person-admitted', body })) onDone();
  };
  return (
    <ActDialog
      title={t('people:admitTitle', { name: row.name })}
      verb={t('people:signAdmission')}
      barred={barred}
      isBusy={performing.isBusy}
      refusal={performing.refusal}
      onSign={() => void sign()}
      onLeave={onDone}
    >
      <p>{t('people:admitDoes', { name: row.name, role: t(`terms:roles.${row.role}`) })}</p>
      <p className={voices.missing}>
        {t('people:fingerprint')} <span className={voices.digest}>{showDigest(row.pending?.key ?? '', 4)}</span> {t('people:compareCard')}
      </p>
      <Choice
        label={t('people:basis')}
        value={basis}
        options={admissions.map(({ basis: value }) => ({ value, words: t(`terms:basis.${value}`) }))}
        onChange={setBasis}
        hint={admission?.two ? t('people:twoOfficials') : t('people:oneOfficial')}
      />
      {admission?.needsParty ? (
        <Choice label={t('people:party')} value={party} options={parties.map((value) => ({ value, words: value }))} onChange={setParty} />
      ) : null}
      {basis === 'letter' ? (
        <TextField label={t('people:letter')} value={letter} onChange={setLetter} maxLength={200} hint={t('people:letterHint')} />
      ) : null}
    </ActDialog>
  );
}
