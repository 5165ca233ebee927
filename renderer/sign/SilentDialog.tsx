/**
 * Agents who keep forms waiting: an official records, after the wait, that one of them did not respond, for all forms at once. What
 * will be recorded, and for how many forms, is said before it is signed.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SilentAgent } from '../../core/views/sign-lists.ts';
import { usePerform } from '../office/use-deed.ts';
import { showCount, showTime } from '../parts/figures.ts';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import { useReasonBox } from '../parts/use-reason-box.ts';
import { KeyedChoice, keyAt } from './KeyedChoice.tsx';

/** As many acts as one request may leave. */
const AT_ONCE = 100;

export function SilentDialog({ silent, onLeave }: { readonly silent: readonly SilentAgent[]; readonly onLeave: () => void }) {
  const { t } = useTranslation('sign');
  const [chosen, setChosen] = useState(silent.length === 1 ? silent[0]?.agent.id : undefined);
  const performing = usePerform();
  const { box, toReason } = useReasonBox(silent.length === 1);
  const agent = silent.find(({ agent: { id } }) => id === chosen);
  const forms = agent?.closable.slice(0, AT_ONCE) ?? [];
  const sign = async (reason: string) => {
    if (agent === undefined) return;
    const closings = forms.map((form) => ({ kind: 'signoff-closed', body: { ...form, agent: agent.agent.id, reason } }) as const);
    if (await performing.perform(...closings)) onLeave();
  };
  const barred =
    agent === undefined
      ? t('whichAgent')
      : forms.length === 0
        ? t('notBefore', { time: agent.next === undefined ? '' : showTime(agent.next) })
        : undefined;
  return (
    <ReasonDialog
      title={t('closeSilent')}
      does={
        agent === undefined
          ? t('closeSilentAbout')
          : t('closesForms', { name: agent.agent.name, number: showCount(forms.length), waiting: showCount(agent.waiting) })
      }
      verb={t('signClosing')}
      barred={barred}
      isBusy={performing.isBusy}
      refusal={performing.refusal}
      onSign={(reason) => void sign(reason)}
      onLeave={onLeave}
      box={box}
    >
      <KeyedChoice
        label={t('whoDidNotRespond')}
        value={chosen}
        options={silent.map(({ agent: { id, name, party = '' }, waiting, closable }, at) => ({
          value: id,
          keys: keyAt(at),
          words: t('silentAgent', { name, party, waiting: showCount(waiting), closable: showCount(closable.length) }),
        }))}
        onChange={setChosen}
        onKeyed={toReason}
      />
    </ReasonDialog>
  );
}
