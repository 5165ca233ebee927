/** A new key in the place of the old one: whether the old one is lost or in wrong hands decides what becomes of what it signed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../core/views/people.ts';
import { usePerform } from '../office/use-deed.ts';
import { ActDialog } from '../parts/ActDialog.tsx';
import { Choice } from '../parts/Field.tsx';
import { showDigest } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';

const CAUSES = ['lost', 'compromised'] as const;

export function ReplaceKeyDialog({ row, onDone }: { readonly row: PersonRow; readonly onDone: () => void }) {
  const { t } = useTranslation('people');
  const performing = usePerform();
  const [cause, setCause] = useState<(typeof CAUSES)[number]>();
  const { pending } = row;
  const sign = async () => {
    if (pending?.replaces === undefined || cause === undefined) return;
    const body = { enrolment: pending.enrolment, oldKey: pending.replaces.key, cause };
    if (await performing.perform({ kind: 'key-replaced', body })) onDone();
  };
  return (
    <ActDialog
      title={t('replaceTitle', { name: row.name })}
      verb={t('signReplacement')}
      barred={cause === undefined ? t('causeMissing') : undefined}
      isBusy={performing.isBusy}
      refusal={performing.refusal}
      onSign={() => void sign()}
      onLeave={onDone}
    >
      <p>{t('replaceDoes')}</p>
      <p className={voices.missing}>
        {t('fingerprint')} <span className={voices.digest}>{showDigest(pending?.key ?? '', 4)}</span> {t('compareCard')}
      </p>
      <Choice
        label={t('cause')}
        value={cause}
        options={CAUSES.map((value) => ({ value, words: t(`causes.${value}`) }))}
        onChange={setCause}
        hint={pending?.replaces?.tried.two ? t('twoOfficials') : t('oneOfficial')}
      />
    </ActDialog>
  );
}
