/**
 * How many voters came, as the station's diary or its tablet says: recorded once for each source, and replaced only by an official,
 * with a reason. F06 measures the ballots against it; what is known already stands below, each source beside the station's papers.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCount, readKeystrokes } from '../../core/count.ts';
import { tidy } from '../../core/text.ts';
import type { ReceivePlace } from '../../core/views/receive.ts';
import { usePerform } from '../office/use-deed.ts';
import { useView } from '../office/use-view.ts';
import { ActDialog } from '../parts/ActDialog.tsx';
import { Choice, TextField } from '../parts/Field.tsx';
import { showCount, showStation } from '../parts/figures.ts';
import { ReasonField } from '../parts/ReasonField.tsx';
import voices from '../parts/voices.module.css';
import { TurnoutTables } from '../station/TurnoutTables.tsx';

type Source = 'diary' | 'tablet';
const SOURCES: readonly Source[] = ['diary', 'tablet'];

export interface TurnoutDialogProps {
  readonly place: ReceivePlace;
  readonly onDone: (voters: number) => void;
  readonly onLeave: () => void;
}

export function TurnoutDialog({ place, onDone, onLeave }: TurnoutDialogProps) {
  const { t } = useTranslation(['receive', 'station', 'refusals']);
  const { station, turnout, mayReplaceTurnout } = place;
  const [source, setSource] = useState<Source>();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const performing = usePerform();
  const { value: known } = useView('turnout', { station: station.code });
  const refused = known?.sources.find((line) => line.source === source)?.barred;
  const keyed = readKeystrokes(typed.trim());
  const voters = keyed.is === 'figure' && isCount(keyed.figure) ? keyed.figure : undefined;
  const standing = source === undefined ? undefined : turnout[source];
  const said = (one: Source) => {
    const voted = turnout[one];
    return `${t(`receive:sources.${one}`)}: ${voted === undefined ? t('station:notRecorded') : showCount(voted)}`;
  };
  const barred = () => {
    if (source === undefined) return t('receive:noSource');
    if (refused !== undefined) return refused.code === 'R-TURNOUT-KNOWN' ? t('receive:turnoutStands') : t(`refusals:${refused.code}`);
    if (voters === undefined) return t('receive:noVoters');
    return standing !== undefined && tidy(reason) === '' ? t('receive:noReason') : undefined;
  };
  const record = async () => {
    if (source === undefined || voters === undefined) return;
    const why = standing === undefined ? {} : { reason: tidy(reason) };
    if (await performing.perform({ kind: 'turnout-recorded', body: { station: station.code, source, voters, ...why } })) onDone(voters);
  };
  return (
    <ActDialog
      title={t('receive:turnoutTitle')}
      verb={t('receive:turnoutSign')}
      barred={barred()}
      isBusy={performing.isBusy}
      refusal={performing.refusal}
      onSign={() => void record()}
      onLeave={onLeave}
    >
      <p>
        {station.name} <span className={voices.code}>{showStation(station.code)}</span> ·{' '}
        {t('receive:registered', { number: showCount(station.registered) })}
      </p>
      <Choice
        label={t('receive:source')}
        value={source}
        options={SOURCES.map((value) => ({ value, words: said(value) }))}
        onChange={setSource}
      />
      <TextField
        label={t('receive:voters')}
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        maxLength={12}
        autoFocus
        fault={typed.trim() !== '' && voters === undefined ? t('receive:notACount') : undefined}
        hint={
          voters !== undefined && voters > station.registered ? t('receive:aboveRegister', { number: showCount(station.registered) }) : ''
        }
      />
      {standing !== undefined && mayReplaceTurnout ? (
        <ReasonField label={t('receive:replaceReason', { number: showCount(standing) })} value={reason} onChange={setReason} lines={2} />
      ) : null}
      {refused?.code === 'R-TURNOUT-KNOWN' ? <p role="status">{t('receive:turnoutKnown')}</p> : null}
      {known === undefined ? null : (
        <>
          <p className={voices.label}>{t('receive:turnoutSoFar')}</p>
          <TurnoutTables turnout={known} />
        </>
      )}
    </ActDialog>
  );
}
