/**
 * When no form lies before the agent: what was answered, what was accepted without the agent, and the way out with a receipt. A form
 * already answered can be taken up again until it is accepted.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentView, StackForm } from '../../core/views/sign-agent.ts';
import type { ShownReceipt } from '../../core/views/sign-receipt.ts';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { showCount, showTime } from '../parts/figures.ts';
import { Room, Section } from '../parts/Room.tsx';
import { Reading } from './Reading.tsx';
import { type Column, FormRows, Walk } from './rows.tsx';
import css from './Sign.module.css';
import { SignOutDialog } from './SignOutDialog.tsx';

export interface AgentStackProps {
  readonly view: AgentView;
  /** Forms that were stepped away from and still wait. */
  readonly passed: number;
  readonly progress: React.ReactNode;
  readonly onChoose: (form: string) => void;
  readonly onResume: () => void;
  readonly onReceipt: (receipt: ShownReceipt) => void;
  readonly onLeave: () => void;
}

export function AgentStack({ view, passed, progress, onChoose, onResume, onReceipt, onLeave }: AgentStackProps) {
  const { t } = useTranslation('sign');
  const [isLeaving, setLeaving] = useState(false);
  const issuing = useDeed('issueReceipt');
  const take = async (form?: string) => {
    const issued = await issuing.do({ agent: view.agent.id, ...(form === undefined ? {} : { form }) });
    if (issued?.ok) onReceipt(issued.value);
  };
  const takeFromRow = () => {
    const row = document.activeElement?.closest('[data-form]')?.getAttribute('data-form');
    const given = view.given.find(({ form }) => form === row);
    if (given !== undefined) void take(given.form);
  };
  const noneYet = view.answered === 0 ? t('nothingAnswered') : undefined;
  const waiting = view.waiting.length;
  return (
    <Room
      title={t('agentTitle')}
      about={view.agent.name}
      right={progress}
      refusal={issuing.refusal}
      actions={
        <>
          <Button keys="O" once onPress={() => setLeaving(true)}>
            {t('signOut')}
          </Button>
          <Button keys="Q" once onPress={() => void take()} isBusy={issuing.isBusy} barred={noneYet}>
            {t('takeReceipt')}
          </Button>
          {view.given.length === 0 ? null : (
            <Button keys="T" once onPress={takeFromRow} isBusy={issuing.isBusy}>
              {t('takeReceiptOne')}
            </Button>
          )}
        </>
      }
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          {waiting === 0 ? null : (
            <Button keys="S" look="main" once onPress={onResume}>
              {t('goOn', { number: showCount(waiting) })}
            </Button>
          )}
        </>
      }
    >
      <p className={css.lead} role="status">
        {waiting === 0
          ? t('nothingWaits')
          : passed === 0
            ? t('someWait', { number: showCount(waiting) })
            : t('steppedAway', { number: showCount(passed) })}
      </p>
      {view.given.length + view.missed.length === 0 ? (
        <Reading label={t('given')}>
          <p>{t('nothingAnswered')}</p>
        </Reading>
      ) : (
        <Walk>
          <Given title={t('given')} forms={view.given} onChoose={onChoose} />
          <Given title={t('missed')} forms={view.missed} onChoose={onChoose} />
        </Walk>
      )}
      {isLeaving ? <SignOutDialog view={view} onReceipt={onReceipt} onLeave={() => setLeaving(false)} /> : null}
    </Room>
  );
}

interface GivenProps {
  readonly title: string;
  readonly forms: readonly StackForm[];
  readonly onChoose: (form: string) => void;
}

function Given({ title, forms, onChoose }: GivenProps) {
  const { t } = useTranslation(['sign', 'terms']);
  const columns: readonly Column<StackForm>[] = [
    { head: t('sign:openedAt'), cell: ({ openedAt }) => showTime(openedAt), width: '90px' },
    { head: t('sign:yourOutcome'), cell: ({ outcome }) => (outcome === undefined ? '' : t(`terms:outcomes.${outcome}`)), width: '220px' },
    { head: t('sign:nowIs'), cell: ({ isOpen }) => t(isOpen ? 'terms:stages.open' : 'terms:stages.accepted'), width: '150px' },
  ];
  return forms.length === 0 ? null : (
    <Section title={title} note={showCount(forms.length)}>
      <FormRows label={title} rows={forms} columns={columns} onChoose={onChoose} />
    </Section>
  );
}
