/** What an official does with the version on the table: signs it, declares it, or withdraws it. Each says what it does first. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidy } from '../../core/text.ts';
import { useBarred } from '../parts/barred.ts';
import { CommandDialog } from '../parts/CommandDialog.tsx';
import { showCount, showTime } from '../parts/figures.ts';
import { ReasonField } from '../parts/ReasonField.tsx';
import css from './Declare.module.css';
import { DigestGroups } from './DigestGroups.tsx';
import type { OfContest } from './PrepareDialog.tsx';

export function SignDialog({ contest, onLeave }: OfContest) {
  const { t } = useTranslation('declare');
  const { ready, id, candidates, totals, counts, stations } = contest;
  if (ready === undefined) return null;
  const { number: version, digest } = ready;
  return (
    <CommandDialog
      title={t('signTitle', { form: contest.formB, version })}
      says={t('signSays', { version })}
      verb={t('signVersion', { version })}
      commands={() => [{ kind: 'summary-signed', body: { contest: id, version, digest, totals: ready.totals } }]}
      onLeave={onLeave}
    >
      <table className={css.signed} aria-label={t('totals')}>
        <thead>
          <tr>
            <th scope="col">{t('candidate')}</th>
            <th scope="col">
              {t('votesIn')} {t('ofForms', { number: counts.counted, total: stations })}
            </th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ number, name }, at) => (
            <tr key={number}>
              <th scope="row">
                {number} {name}
              </th>
              <td>{showCount(totals.votes[at] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <DigestGroups digest={digest} label={t('digestOf', { version })} />
    </CommandDialog>
  );
}

/** By one of two who signed; or, where the definition allows it and the time has come, by one alone, labelled for ever. */
export function DeclareDialog({ contest, onLeave }: OfContest) {
  const { t } = useTranslation('declare');
  const [reason, setReason] = useState('');
  const { ready, id, word, alone, formB } = contest;
  if (ready === undefined) return null;
  const { number: version, digest } = ready;
  const isAlone = alone !== undefined;
  const stated = isAlone ? { alone: tidy(reason) } : {};
  const barred = !isAlone ? undefined : isBarredAlone();
  function isBarredAlone(): string | undefined {
    if (alone?.may !== 'from') return t('aloneNever');
    if (!alone.isNow) return t('aloneFrom', { time: showTime(alone.at) });
    return tidy(reason) === '' ? t('reasonMissing') : undefined;
  }
  return (
    <CommandDialog
      title={t(`finishTitle_${word}`, { form: formB, version })}
      says={isAlone ? t('aloneSays') : t(`finishSays_${word}`, { version })}
      verb={t(`finish_${word}`)}
      commands={() => [{ kind: 'summary-declared', body: { contest: id, version, digest, ...stated } }]}
      barred={barred}
      onLeave={onLeave}
    >
      {isAlone ? <ReasonField value={reason} onChange={setReason} autoFocus /> : null}
      <DigestGroups digest={digest} label={t('digestOf', { version })} />
    </CommandDialog>
  );
}

export function WithdrawDialog({ contest, onLeave }: OfContest) {
  const { t } = useTranslation('declare');
  const barredWords = useBarred('declare');
  const [reason, setReason] = useState('');
  const version = contest.ready?.number ?? 0;
  return (
    <CommandDialog
      title={t('withdrawTitle', { version })}
      says={t('withdrawSays', { version })}
      verb={t('withdraw')}
      commands={() => [{ kind: 'summary-withdrawn', body: { contest: contest.id, version, reason: tidy(reason) } }]}
      barred={barredWords(contest.barred.withdraw) ?? (tidy(reason) === '' ? t('reasonMissing') : undefined)}
      onLeave={onLeave}
    >
      <ReasonField value={reason} onChange={setReason} autoFocus />
    </CommandDialog>
  );
}
