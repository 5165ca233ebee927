/**
 * The court pack: what it is, under which section its certificate is given if somebody knows it, and then how far its writing is. It
 * goes on when the dialog is left; opened again, the dialog tells what came of it.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourtPack } from '../../core/contract/journal.ts';
import type { Deed } from '../office/use-deed.ts';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { TextField } from '../parts/Field.tsx';
import { showCount } from '../parts/figures.ts';
import { Refused } from '../parts/Refused.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Journal.module.css';

const LONGEST = 200;

export interface CourtPackDialogProps {
  readonly language: 'en' | 'sw';
  readonly writing: Deed<'startCourtPack'>;
  readonly onLeave: () => void;
}

export function CourtPackDialog({ language, writing, onLeave }: CourtPackDialogProps) {
  const { t } = useTranslation('court');
  const [under, setUnder] = useState('');
  const { value: pack = { is: 'none' as const } } = useView('courtPack', {});
  const isRunning = pack.is === 'running' || writing.isBusy;
  const write = () => {
    const certificateUnder = under.trim().normalize('NFC');
    void writing.do({ language, ...(certificateUnder === '' ? {} : { certificateUnder }) });
  };
  return (
    <Dialog
      title={t('title')}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button keys="Shift+Enter" look="main" once onPress={write} isBusy={isRunning} barred={isRunning ? t('underWay') : undefined}>
            {t('write')}
          </Button>
        </>
      }
    >
      <div className={css.spaced}>
        <p>{t('what')}</p>
        <p className={voices.quiet}>{t('noFigures')}</p>
        <TextField label={t('under')} hint={t('underHint')} value={under} onChange={setUnder} maxLength={LONGEST} />
        <div role="status">
          <Progress pack={pack} />
        </div>
        {writing.refusal === undefined ? null : <Refused refusal={writing.refusal} />}
      </div>
    </Dialog>
  );
}

function Progress({ pack }: { readonly pack: CourtPack }) {
  const { t } = useTranslation('court');
  switch (pack.is) {
    case 'none':
      return null;
    case 'running':
      return (
        <>
          <p>
            <State shape="once">{t('running', { done: showCount(pack.done), total: showCount(pack.total) })}</State>
          </p>
          <progress className={css.progress} max={Math.max(pack.total, 1)} value={pack.done} aria-label={t('title')} />
        </>
      );
    case 'written':
      return <Written pack={pack} />;
    case 'refused':
      return (
        <>
          <p>{t('notWritten')}</p>
          <Refused refusal={pack.refusal} />
        </>
      );
    case 'broken-off':
      return (
        <p>
          <State shape="fails" tone="danger">
            {t('brokenOff')} {pack.detail}
          </State>
        </p>
      );
  }
}

function Written({ pack }: { readonly pack: Extract<CourtPack, { is: 'written' }> }) {
  const { t } = useTranslation('court');
  return (
    <>
      <p>
        <State shape="passes" tone="settled">
          {t('written', { files: showCount(pack.files), entries: showCount(pack.entries) })}
        </State>
      </p>
      <p className={css.folder}>{pack.folder}</p>
      <p>{t('readFirst')}</p>
      {pack.sound ? null : (
        <p>
          <State shape="fails" tone="danger">
            {t('altered')}
          </State>
        </p>
      )}
    </>
  );
}
