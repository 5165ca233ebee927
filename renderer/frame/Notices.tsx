/**
 * What went wrong with the centre itself, in a strip above every room: it was altered and can only be read, and where that begins; or
 * it could not be opened at all, and what can be done instead. And that the window itself was opened again after it died.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import { Button } from '../parts/Button.tsx';
import { Shape } from '../parts/State.tsx';
import css from './Notices.module.css';
import { useOpenedAgain } from './use-opened-again.ts';

export function Notices({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation(['frame', 'refusals', 'restore']);
  const [, go] = useLocation();
  const { readOnly, notOpened, medium } = frame;
  const isOpenedAgain = useOpenedAgain(frame.person !== undefined);
  const isOlder = medium?.fault === 'newer' || medium?.fault === 'forked';
  return (
    <>
      {isOpenedAgain ? <Notice>{t('frame:openedAgain')}</Notice> : null}
      {readOnly !== undefined && isOlder ? (
        <Notice>
          {t(`restore:${medium.fault === 'newer' ? 'newerNotice' : 'forkedNotice'}`)}{' '}
          {medium.fault === 'newer' ? <Button onPress={() => go('/setup/restore')}>{t('restore:choose')}</Button> : null}
        </Notice>
      ) : null}
      {readOnly === undefined || isOlder ? null : (
        <Notice>
          {t('frame:readOnly')} {frame.withoutDeviceKey === true ? `${t('frame:withoutDeviceKey')} ` : null}
          {readOnly === 'R-READ-ONLY' ? t('frame:strangeMachine') : `${t('frame:found')} ${readOnly}.`} {t('frame:readOnlyNext')}
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
      <div>
        <Shape shape="needs" /> {children}
      </div>
    </div>
  );
}
