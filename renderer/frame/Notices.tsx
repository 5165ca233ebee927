/**
 * What went wrong with the centre itself, in a strip above every room: it was altered and can only be read, and where that begins; or
 * it could not be opened at all, and what can be done instead. And that the window itself was opened again after it died.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../core/contract/frame.ts';
import { Shape } from '../parts/State.tsx';
import css from './Notices.module.css';
import { useOpenedAgain } from './use-opened-again.ts';

export function Notices({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation(['frame', 'refusals']);
  const { readOnly, notOpened } = frame;
  const isOpenedAgain = useOpenedAgain(frame.person !== undefined);
  return (
    <>
      {isOpenedAgain ? <Notice>{t('frame:openedAgain')}</Notice> : null}
      {readOnly === undefined ? null : (
        <Notice>
          {t('frame:readOnly')} {readOnly === 'R-READ-ONLY' ? t('frame:strangeMachine') : `${t('frame:found')} ${readOnly}.`}{' '}
          {t('frame:readOnlyNext')}
        </Notice>
      )}
      {notOpened === undefined ? null : (
        <Notice>
          {t('frame:notOpened')} {t(`refusals:${notOpened.code}`)}{' '}
          {notOpened.detail === undefined ? null : `${t('frame:found')} ${notOpened.detail}. `}({notOpened.code}) {t('frame:notOpenedNext')}
        </Notice>
      )}
    </>
  );
}

function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <div role="alert" className={css.notice}>
      <p>
        <Shape shape="needs" /> {children}
      </p>
    </div>
  );
}
