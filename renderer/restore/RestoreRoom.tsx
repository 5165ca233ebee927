/**
 * Restoring a centre from its second medium: choose the medium, read what it holds and what will be lost, then watch it being made
 * again. Nothing on the medium is changed, and leaving before the end leaves this machine as it was.
 */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import type { RestoreView } from '../../core/contract/restore.ts';
import { useDeed } from '../office/use-deed.ts';
import { queries, useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { showCount } from '../parts/figures.ts';
import { Room, Section } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import { Holds } from './Holds.tsx';
import css from './Restore.module.css';
import { WillBeLost } from './WillBeLost.tsx';

export function RestoreRoom({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation('restore');
  const [, go] = useLocation();
  const { value: view } = useView('restoring', {});
  const choosing = useDeed('chooseRestorable');
  const bringing = useDeed('bringKnownHeads');
  const starting = useDeed('startRestore');
  const forgetting = useDeed('forgetRestore');
  const leave = async () => {
    await forgetting.do({});
    go('/setup/centres');
  };
  const start = async () => {
    const done = await starting.do({});
    if (!done?.ok || !done.value) return;
    await queries.refetchQueries({ queryKey: ['frame'] });
    go('/setup');
  };
  if (view?.is === 'running') return <Running view={view} />;
  const offered = view?.is === 'offered' ? view : undefined;
  return (
    <Room
      title={t('title')}
      about={t('about')}
      refusal={choosing.refusal ?? bringing.refusal ?? starting.refusal ?? (view?.is === 'none' ? view.refusal : offered?.refusal)}
      actions={
        offered === undefined ? undefined : (
          <>
            <Button keys="B" onPress={() => void bringing.do({})} isBusy={bringing.isBusy}>
              {t('bring')}
            </Button>
            <Button keys="O" onPress={() => void choosing.do({})} isBusy={choosing.isBusy}>
              {t('chooseOther')}
            </Button>
          </>
        )
      }
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={() => void leave()}>
            {t('back')}
          </Button>
          {offered === undefined ? (
            <Button keys="Enter" look="main" onPress={() => void choosing.do({})} isBusy={choosing.isBusy || view?.is === 'looking'}>
              {t('choose')}
            </Button>
          ) : (
            <Button
              keys="Ctrl+Enter"
              look="main"
              once
              onPress={() => void start()}
              isBusy={starting.isBusy}
              barred={offered.isWeighing ? t('isWeighing') : undefined}
            >
              {t('restoreNow')}
            </Button>
          )}
        </>
      }
    >
      {offered === undefined ? (
        <>
          <p className={css.lead}>{t('wayAbout')}</p>
          <p className={css.told}>{t('lead')}</p>
          <p role="status" className={css.told}>
            {view?.is === 'looking' ? <State shape="once">{t('looking', { name: view.name })}</State> : null}
          </p>
        </>
      ) : (
        <Offered offered={offered} language={frame.language} />
      )}
    </Room>
  );
}

interface OfferedProps {
  readonly offered: Extract<RestoreView, { is: 'offered' }>;
  readonly language: string;
}

function Offered({ offered, language }: OfferedProps) {
  const { t } = useTranslation('restore');
  const { centre } = offered;
  return (
    <div className={css.two}>
      <Section title={t('holds', { name: centre.name })}>
        <Holds centre={centre} language={language} />
        {centre.isHereAlready ? <p className={css.told}>{t('hereAlready')}</p> : null}
      </Section>
      <WillBeLost offered={offered} />
    </div>
  );
}

function Running({ view: { centre, step, done, total } }: { readonly view: Extract<RestoreView, { is: 'running' }> }) {
  const { t } = useTranslation('restore');
  const cancelling = useDeed('cancelRestore');
  return (
    <Room
      title={t('running', { constituency: centre.constituency })}
      about={t('runningAbout')}
      finish={
        <Button keys="Escape" onPress={() => void cancelling.do({})} isBusy={cancelling.isBusy}>
          {t('cancel')}
        </Button>
      }
    >
      <p role="status" className={css.lead}>
        {t(`steps.${step}`)}
        {total === 0 ? null : ` ${t('progress', { done: showCount(done), total: showCount(total) })}`}
      </p>
      <progress className={css.progress} max={Math.max(total, 1)} value={done} aria-label={t(`steps.${step}`)} />
    </Room>
  );
}
