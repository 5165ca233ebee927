/** Signing out: what it means is said before it is done. The receipt for everything since the last one follows at once. */
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../core/views/sign-agent.ts';
import type { ShownReceipt } from '../../core/views/sign-receipt.ts';
import { useDeed, usePerform } from '../office/use-deed.ts';
import { ActDialog } from '../parts/ActDialog.tsx';
import { showCount } from '../parts/figures.ts';

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
    <ActDialog
      title={t('signOutTitle')}
      verb={t('signOut')}
      leave={t('stay')}
      isBusy={performing.isBusy}
      refusal={performing.refusal}
      onSign={() => void signOut()}
      onLeave={onLeave}
    >
      <p>{t('signOutAbout')}</p>
      <p>{view.waiting.length === 0 ? t('signOutNothingWaits') : t('signOutWaits', { number: showCount(view.waiting.length) })}</p>
    </ActDialog>
  );
}
