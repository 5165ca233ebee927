/** An agent's receipt on paper. */
import { useTranslation } from 'react-i18next';
import type { ShownReceipt } from '../../core/views/sign-receipt.ts';
import { useDeed } from '../office/use-deed.ts';
import { PaperDialog } from './PaperDialog.tsx';
import css from './Papers.module.css';

export interface SlipDialogProps {
  readonly receipt: ShownReceipt;
  readonly onLeave: () => void;
}

export function SlipDialog({ receipt: { agent, digest }, onLeave }: SlipDialogProps) {
  const { t } = useTranslation('papers');
  const deed = useDeed('receiptSlip');
  return (
    <PaperDialog
      title={t('slipTitle', { name: agent.name })}
      make={(wanted) => deed.do({ digest, ...wanted })}
      refusal={deed.refusal}
      onLeave={onLeave}
    >
      <p className={css.says}>{t('slipSays')}</p>
    </PaperDialog>
  );
}
