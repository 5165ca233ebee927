/** Signing out: what it means is said before it is done. The receipt for everything since the last one follows at once. */
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../core/views/sign-agent.ts';
import type { ShownReceipt } from '../../core/views/sign-receipt.ts';
import { useDeed, usePerform } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { showCount } from '../parts/figures.ts';
import { Refused } from '../parts/Refused.tsx';

interface SignOutDialogProps {
  readonly view: AgentView;
  readonly onReceipt: (receipt: ShownReceipt) => void;
  readonly onLeave: () => void;
}

export function SignOutDialog({ view, onReceipt, onLeave }: SignOutDialogProps) {
  const { t } = useTranslation('sign');
  const performing = usePerform();
  const issuing = useDeed('issueReceipt');
  const signOut = async () => {
    if (!(await performing.perform({ kind: 'agent-signed-out', body: {} }))) return;
    const issued = await issuing.do({ agent: view.agent.id });
    if (issued?.ok) onReceipt(issued.value);
  };
  return (
    <Dialog
      title={t('signOutTitle')}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('stay')}
          </Button>
          <Button keys="Ctrl+Enter" look="main" once onPress={() => void signOut()} isBusy={performing.isBusy}>
            {t('signOut')}
          </Button>
        </>
      }
    >
      <p>{t('signOutAbout')}</p>
      <p>{view.waiting.length === 0 ? t('signOutNothingWaits') : t('signOutWaits', { number: showCount(view.waiting.length) })}</p>
      <Refused refusal={performing.refusal} />
    </Dialog>
  );
}
