/** Stations closed without a form, one or several at once: why, in whose presence. They can be opened again while nothing is ready. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DISPOSITIONS_WITHOUT_FORM } from '../../core/acts.ts';
import { tidy } from '../../core/text.ts';
import { CommandDialog } from '../parts/CommandDialog.tsx';
import { Choice } from '../parts/Field.tsx';
import { showStation } from '../parts/figures.ts';
import { ReasonField } from '../parts/ReasonField.tsx';
import type { OfContest } from './PrepareDialog.tsx';
import { Ticks } from './Ticks.tsx';

type Disposition = (typeof DISPOSITIONS_WITHOUT_FORM)[number];
/** So many acts go into one click. */
const MOST_AT_ONCE = 100;

export function CloseStationsDialog({ contest, onLeave }: OfContest) {
  const { t } = useTranslation(['declare', 'terms']);
  const [disposition, setDisposition] = useState<Disposition>();
  const [stations, setStations] = useState<ReadonlySet<string>>(new Set());
  const [witnesses, setWitnesses] = useState<ReadonlySet<string>>(new Set(contest.witnesses.map(({ agent }) => agent)));
  const [reason, setReason] = useState('');
  const closable = contest.outstanding.filter(({ isClosable }) => isClosable);
  const barred = () => {
    if (stations.size === 0) return t('declare:noStationTicked');
    if (stations.size > MOST_AT_ONCE) return t('declare:tooManyTicked', { number: MOST_AT_ONCE });
    if (disposition === undefined) return t('declare:dispositionMissing');
    return tidy(reason) === '' ? t('declare:reasonMissing') : undefined;
  };
  return (
    <CommandDialog
      title={t('declare:closeTitle')}
      says={t('declare:closeSays')}
      verb={t('declare:closeSign', { number: stations.size })}
      commands={() =>
        closable
          .filter(({ station }) => stations.has(station.code))
          .map(({ station }) => ({
            kind: 'result-closed',
            body: {
              ...{ contest: contest.id, station: station.code, disposition: disposition ?? 'not-held', reason: tidy(reason) },
              witnesses: contest.witnesses.map(({ agent }) => agent).filter((agent) => witnesses.has(agent)),
            },
          }))
      }
      barred={barred()}
      onLeave={onLeave}
    >
      <Ticks
        label={t('declare:stations')}
        items={closable.map(({ station, kind }) => ({
          id: station.code,
          words: kind === 'all-aside' ? `${station.name} (${t('declare:kind.all-aside')})` : station.name,
          more: showStation(station.code),
        }))}
        ticked={stations}
        onChange={setStations}
        none={t('declare:noneToClose')}
      />
      <Choice
        label={t('declare:whatHappened')}
        value={disposition}
        options={DISPOSITIONS_WITHOUT_FORM.map((value) => ({ value, words: t(`terms:results.${value}`) }))}
        onChange={setDisposition}
      />
      <ReasonField value={reason} onChange={setReason} />
      <Ticks
        label={t('declare:witnesses')}
        items={contest.witnesses.map(({ agent, name, party }) => ({ id: agent, words: name, more: party }))}
        ticked={witnesses}
        onChange={setWitnesses}
        none={t('declare:noWitness')}
      />
    </CommandDialog>
  );
}

/** A station that was closed is awaited again. */
export function ReopenStationsDialog({ contest, onLeave }: OfContest) {
  const { t } = useTranslation(['declare', 'terms']);
  const [stations, setStations] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const missing = stations.size === 0 ? t('declare:noStationTicked') : tidy(reason) === '' ? t('declare:reasonMissing') : undefined;
  return (
    <CommandDialog
      title={t('declare:reopenTitle')}
      says={t('declare:reopenSays')}
      verb={t('declare:reopenSign', { number: stations.size })}
      commands={() =>
        [...stations].map((station) => ({ kind: 'closing-withdrawn', body: { contest: contest.id, station, reason: tidy(reason) } }))
      }
      barred={stations.size > MOST_AT_ONCE ? t('declare:tooManyTicked', { number: MOST_AT_ONCE }) : missing}
      onLeave={onLeave}
    >
      <Ticks
        label={t('declare:stations')}
        items={contest.closed.map(({ station, disposition, reason: why }) => ({
          id: station.code,
          words: `${station.name}: ${t(`terms:results.${disposition}`)}, ${why}`,
          more: showStation(station.code),
        }))}
        ticked={stations}
        onChange={setStations}
        none={t('declare:noneClosed')}
      />
      <ReasonField value={reason} onChange={setReason} />
    </CommandDialog>
  );
}
