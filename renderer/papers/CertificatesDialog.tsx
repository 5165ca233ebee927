/** The certificates of the centre on paper: of its opening, and of its closing once it is closed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CentrePaper } from '../../core/contract/papers.ts';
import { useDeed } from '../office/use-deed.ts';
import { Choice } from '../parts/Field.tsx';
import { PaperDialog } from './PaperDialog.tsx';
import css from './Papers.module.css';

export interface CertificatesDialogProps {
  readonly isClosed: boolean;
  readonly onLeave: () => void;
}

export function CertificatesDialog({ isClosed, onLeave }: CertificatesDialogProps) {
  const { t } = useTranslation('papers');
  const offered: readonly CentrePaper[] = isClosed ? ['closing', 'opening'] : ['opening'];
  const [paper, setPaper] = useState<CentrePaper>(isClosed ? 'closing' : 'opening');
  const deed = useDeed('centrePaper');
  return (
    <PaperDialog
      title={isClosed ? t('certificates') : t('centre.opening')}
      make={(wanted) => deed.do({ paper, ...wanted })}
      refusal={deed.refusal}
      onLeave={onLeave}
    >
      {isClosed ? (
        <Choice
          label={t('which')}
          value={paper}
          options={offered.map((value) => ({ value, words: t(`centre.${value}`) }))}
          onChange={setPaper}
        />
      ) : null}
      <p className={css.says}>{t(`centreSays.${paper}`)}</p>
    </PaperDialog>
  );
}
