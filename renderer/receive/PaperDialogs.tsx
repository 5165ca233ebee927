/** What is asked above the paper in hand: a photograph of it, why there is no scan, why an answer is amended. */
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../core/result.ts';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import { CameraDialog } from './CameraDialog.tsx';

export type Asking = 'camera' | 'no-scan' | 'amend';

export interface PaperDialogsProps {
  readonly asking: Asking | undefined;
  readonly absent: string | undefined;
  readonly isBusy: boolean;
  readonly refusal: Refusal | undefined;
  readonly onPicture: (bytes: Uint8Array) => void;
  readonly onAbsent: (reason: string) => void;
  readonly onAmend: (reason: string) => void;
  readonly onLeave: () => void;
}

export function PaperDialogs({ asking, absent = '', isBusy, refusal, onPicture, onAbsent, onAmend, onLeave }: PaperDialogsProps) {
  const { t } = useTranslation('receive');
  switch (asking) {
    case undefined:
      return null;
    case 'camera':
      return <CameraDialog onPicture={onPicture} onLeave={onLeave} />;
    case 'no-scan':
      return (
        <ReasonDialog
          title={t('noScanTitle')}
          label={t('noScanWhy')}
          missing={t('noReason')}
          verb={t('noScanKeep')}
          start={absent}
          onSign={(reason) => {
            onAbsent(reason);
            onLeave();
          }}
          onLeave={onLeave}
        />
      );
    case 'amend':
      return (
        <ReasonDialog
          title={t('amendTitle')}
          label={t('amendWhy')}
          missing={t('noReason')}
          verb={t('amendSign')}
          isBusy={isBusy}
          refusal={refusal}
          onSign={onAmend}
          onLeave={onLeave}
        />
      );
  }
}
