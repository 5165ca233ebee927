/** An agent who is not in the hall: one key signs in. Whoever has signed out can still take the receipt away. */
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../core/views/sign-agent.ts';
import type { ShownReceipt } from '../../core/views/sign-receipt.ts';
import { useDeed, usePerform } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { useBarred } from '../parts/barred.ts';
import { showCount } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';
import { Reading } from './Reading.tsx';
import css from './Sign.module.css';

export interface ComeInProps {
  readonly view: AgentView;
  readonly onReceipt: (receipt: ShownReceipt) => void;
  readonly onLeave: () => void;
}

export function ComeIn({ view, onReceipt, onLeave }: ComeInProps) {
  const { t } = useTranslation('sign');
  const performing = usePerform();
  const issuing = useDeed('issueReceipt');
  const wordsOf = useBarred('accept', { isDetailed: true });
  const signIn = () => void performing.perform({ kind: 'agent-signed-in', body: {} });
  const take = async () => {
    const issued = await issuing.do({ agent: view.agent.id });
    if (issued?.ok) onReceipt(issued.value);
  };
  return (
    <Room
      title={t('comeInTitle', { name: view.agent.name })}
      refusal={performing.refusal ?? issuing.refusal}
      actions={
        <Button keys="Q" once onPress={() => void take()} isBusy={issuing.isBusy}>
          {t('takeReceipt')}
        </Button>
      }
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button keys="Enter" look="main" once onPress={signIn} isBusy={performing.isBusy} barred={wordsOf(view.comeIn.barred)}>
            {t('signIn')}
          </Button>
        </>
      }
    >
      <Reading label={t('agentTitle')}>
        <p className={css.lead}>{t('comeInAbout')}</p>
        <p>{t('comeInWaiting', { number: showCount(view.waiting.length) })}</p>
      </Reading>
    </Room>
  );
}
