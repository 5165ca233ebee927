/**
 * Verify: any bundle from anywhere, judged by what its reader brings. It needs no centre and nobody at the keyboard; the same code
 * judges here, on the command line and on the page that works from a memory stick.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { VerifyFiles } from '../../core/contract/verify.ts';
import type { RoomProps } from '../frame/routes.tsx';
import { useDeed } from '../office/use-deed.ts';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { showCount } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';
import { BundleAccount } from './BundleAccount.tsx';
import { BundleList } from './BundleList.tsx';
import { Table } from './Table.tsx';
import css from './Verify.module.css';

export function VerifyRoom({ frame }: RoomProps) {
  const { t } = useTranslation('verify');
  const { value, refusal } = useView('verification', {});
  const choosing = useDeed('chooseToVerify');
  const starting = useDeed('startVerifying');
  const forgetting = useDeed('forgetVerifying');
  const [acceptRehearsal, setAcceptRehearsal] = useState(false);
  const [opened, setOpened] = useState<number>();
  const choose = (what: VerifyFiles) => {
    setOpened(undefined);
    void choosing.do({ what });
  };
  const bundles = value?.verified?.bundles ?? [];
  const alone = bundles.length === 1 ? bundles[0] : opened === undefined ? undefined : bundles[opened];
  const hasBundles = (value?.chosen.bundles.length ?? 0) > 0;
  const { running } = value ?? {};
  const [, go] = useLocation();
  // Without a centre there is no rail beside this room to leave it by.
  const canLeave = frame.centre === undefined && (alone === undefined || bundles.length === 1);
  return (
    <Room
      title={t('title')}
      about={t('about')}
      layout={css.verify}
      refusal={refusal ?? choosing.refusal}
      actions={
        <>
          <Button keys="O" onPress={() => choose('bundles')} isBusy={choosing.isBusy}>
            {t('chooseBundles')}
          </Button>
          <Button keys="F" onPress={() => choose('folder')} isBusy={choosing.isBusy}>
            {t('chooseFolder')}
          </Button>
          <Button keys="A" onPress={() => choose('anchor')} isBusy={choosing.isBusy}>
            {t('chooseAnchor')}
          </Button>
          <Button keys="R" onPress={() => choose('receipts')} isBusy={choosing.isBusy}>
            {t('chooseReceipts')}
          </Button>
          <Button keys="C" onPress={() => choose('certificates')} isBusy={choosing.isBusy}>
            {t('chooseCertificates')}
          </Button>
        </>
      }
      finish={
        <>
          {canLeave ? (
            <Button keys="Escape" look="plain" onPress={() => go('/setup')}>
              {t('leave')}
            </Button>
          ) : null}
          <Button
            keys="V"
            look="main"
            isBusy={running !== undefined}
            barred={hasBundles ? undefined : t('verifyBarred')}
            onPress={() => {
              setOpened(undefined);
              void starting.do({ acceptRehearsal });
            }}
          >
            {t('verify')}
          </Button>
        </>
      }
    >
      <Table
        chosen={value?.chosen}
        acceptRehearsal={acceptRehearsal}
        onAcceptRehearsal={setAcceptRehearsal}
        onClear={() => {
          setOpened(undefined);
          void forgetting.do({});
        }}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may have to be scrolled must be reachable by keyboard */}
      <section className={css.account} aria-label={t('verdict')} tabIndex={0}>
        {running === undefined ? null : (
          <>
            <p role="status">{t('running', { ...running, signatures: showCount(running.signatures) })}</p>
            <progress className={css.progress} max={running.of} value={running.place - 1} aria-label={t('title')} />
          </>
        )}
        {value?.fault === undefined ? null : (
          <p role="alert" className={css.fault}>
            {t('fault', { file: value.fault.file ?? '' })} {value.fault.detail} <small>{value.fault.code}</small>
          </p>
        )}
        {running === undefined && value?.verified === undefined && value?.fault === undefined ? (
          <p className={css.start}>{hasBundles ? t('notYet') : t('start')}</p>
        ) : null}
        {alone === undefined && bundles.length > 1 ? <BundleList bundles={bundles} onOpen={setOpened} /> : null}
        {alone === undefined ? null : (
          <BundleAccount bundle={alone} {...(bundles.length > 1 ? { onBack: () => setOpened(undefined) } : {})} />
        )}
      </section>
    </Room>
  );
}
