/** Preparing: the content is frozen under a number and a digest. A version that corrects a declared one says why. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidy } from '../../core/text.ts';
import type { DeclareContest } from '../../core/views/declare.ts';
import { CommandDialog } from '../parts/CommandDialog.tsx';
import { ReasonField } from '../parts/ReasonField.tsx';
import voices from '../parts/voices.module.css';

export interface OfContest {
  readonly contest: DeclareContest;
  readonly onLeave: () => void;
}

export function PrepareDialog({ contest, onLeave }: OfContest) {
  const { t } = useTranslation('declare');
  const [reason, setReason] = useState(contest.correction?.reason ?? '');
  const isCorrecting = contest.declared !== undefined;
  const stated = tidy(reason) === '' ? {} : { reason: tidy(reason) };
  return (
    <CommandDialog
      title={t('prepareTitle', { form: contest.formB })}
      says={t('prepareSays', { number: contest.counts.counted, total: contest.stations })}
      verb={t('prepare')}
      commands={() => [{ kind: 'summary-prepared', body: { contest: contest.id, ...stated } }]}
      barred={isCorrecting && tidy(reason) === '' ? t('reasonMissing') : undefined}
      onLeave={onLeave}
    >
      {isCorrecting ? <ReasonField value={reason} onChange={setReason} label={t('reasonOfVersion')} autoFocus /> : null}
      {contest.disregarded.length === 0 && contest.withoutScan === 0 ? null : (
        <p className={voices.quiet}>{t('prepareNotes', { disregarded: contest.disregarded.length, scans: contest.withoutScan })}</p>
      )}
    </CommandDialog>
  );
}
