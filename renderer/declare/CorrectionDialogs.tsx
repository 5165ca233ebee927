/** A correction of what is declared: one official names the stations and says why, a second confirms. It opens a door, not the house. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidy } from '../../core/text.ts';
import type { ProposedCorrection } from '../../core/views/declare-versions.ts';
import { useView } from '../office/use-view.ts';
import { useBarred } from '../parts/barred.ts';
import { CommandDialog } from '../parts/CommandDialog.tsx';
import { showStation, showTime } from '../parts/figures.ts';
import { ReasonField } from '../parts/ReasonField.tsx';
import voices from '../parts/voices.module.css';
import type { OfContest } from './PrepareDialog.tsx';
import { Ticks } from './Ticks.tsx';

export function CorrectDialog({ contest, onLeave }: OfContest) {
  const { t } = useTranslation('declare');
  const { value: sheet } = useView('summarySheet', { contest: contest.id });
  const [stations, setStations] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const version = contest.declared?.number ?? 0;
  // Shown with its list or not at all: the first key belongs to the first station.
  if (sheet === undefined) return null;
  const missing = stations.size === 0 ? t('noStationTicked') : tidy(reason) === '' ? t('reasonMissing') : undefined;
  return (
    <CommandDialog
      title={t('correctTitle', { version })}
      says={t('correctSays', { version })}
      verb={t('correctSign')}
      commands={() => [
        { kind: 'correction-opened', body: { contest: contest.id, version, stations: [...stations].sort(), reason: tidy(reason) } },
      ]}
      barred={missing}
      onLeave={onLeave}
    >
      <Ticks
        label={t('stations')}
        items={sheet.lines.map(({ code, name }) => ({ id: code, words: name, more: showStation(code) }))}
        ticked={stations}
        onChange={setStations}
        none={t('noContest')}
      />
      <ReasonField value={reason} onChange={setReason} />
    </CommandDialog>
  );
}

export interface OfProposal {
  readonly proposed: ProposedCorrection;
  readonly onLeave: () => void;
}

/** The second official; or the proposer alone, late and labelled, where the definition allows it. */
export function ConfirmCorrectionDialog({ proposed, onLeave }: OfProposal) {
  const { t } = useTranslation('declare');
  const barredWords = useBarred('declare');
  const [reason, setReason] = useState('');
  const { isOwn, alone, digest } = proposed;
  const barredAlone = () => {
    if (alone.may === 'never') return t('aloneNever');
    if (!alone.isNow) return t('aloneFrom', { time: showTime(alone.at) });
    return tidy(reason) === '' ? t('reasonMissing') : undefined;
  };
  return (
    <CommandDialog
      title={t('confirmTitle')}
      says={isOwn ? t('confirmAloneSays') : t('confirmSays', { name: proposed.by, time: showTime(proposed.at) })}
      verb={t('confirm')}
      commands={() => [{ kind: 'act-confirmed', body: { act: digest, ...(isOwn ? { alone: tidy(reason) } : {}) } }]}
      barred={isOwn ? barredAlone() : barredWords(proposed.barred)}
      onLeave={onLeave}
    >
      <p>{proposed.reason}</p>
      <ul>
        {proposed.stations.map(({ code, name }) => (
          <li key={code}>
            {name} <span className={voices.code}>{showStation(code)}</span>
          </li>
        ))}
      </ul>
      {isOwn ? <ReasonField value={reason} onChange={setReason} autoFocus /> : null}
    </CommandDialog>
  );
}

export function WithdrawProposalDialog({ proposed, onLeave }: OfProposal) {
  const { t } = useTranslation('declare');
  return (
    <CommandDialog
      title={t('withdrawProposalTitle')}
      says={t('withdrawProposalSays', { name: proposed.by })}
      verb={t('withdrawProposal')}
      commands={() => [{ kind: 'proposal-withdrawn', body: { act: proposed.digest } }]}
      onLeave={onLeave}
    >
      <p>{proposed.reason}</p>
    </CommandDialog>
  );
}
