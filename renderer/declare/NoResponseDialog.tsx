/** *Did not respond*, for those who owe their word on the summary, after the announced wait. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidy } from '../../core/text.ts';
import { CommandDialog } from '../parts/CommandDialog.tsx';
import { showTime } from '../parts/figures.ts';
import { ReasonField } from '../parts/ReasonField.tsx';
import type { OfContest } from './PrepareDialog.tsx';
import { Ticks } from './Ticks.tsx';

export function NoResponseDialog({ contest, onLeave }: OfContest) {
  const { t } = useTranslation('declare');
  const { ready, waiting, agents, id } = contest;
  const owing = agents.filter(({ owes }) => owes);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set(owing.map(({ agent }) => agent)));
  const [reason, setReason] = useState('');
  if (ready === undefined || waiting === undefined) return null;
  const barred = () => {
    if (!waiting.isOver) return t('waitUntil', { time: showTime(waiting.until) });
    if (chosen.size === 0) return t('noAgentTicked');
    return tidy(reason) === '' ? t('reasonMissing') : undefined;
  };
  const { number: version, digest } = ready;
  return (
    <CommandDialog
      title={t('noResponseTitle')}
      says={t('noResponseSays', { time: showTime(waiting.until) })}
      verb={t('noResponseSign', { number: chosen.size })}
      commands={() =>
        owing
          .filter(({ agent }) => chosen.has(agent))
          .map(({ agent }) => ({ kind: 'summary-signoff-closed', body: { contest: id, version, digest, agent, reason: tidy(reason) } }))
      }
      barred={barred()}
      onLeave={onLeave}
    >
      <Ticks
        label={t('agentsWhoOwe')}
        items={owing.map(({ agent, name, party }) => ({ id: agent, words: name, more: party }))}
        ticked={chosen}
        onChange={choose}
        none={t('nobodyOwes')}
      />
      <ReasonField value={reason} onChange={setReason} />
    </CommandDialog>
  );
}
