/**
 * The national centre's receipt: its file is chosen, what it says is shown with what is right or wrong about it, and an official
 * records it. Nothing is recorded that the commission does not stand behind.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AcknowledgementView } from '../../core/views/acknowledgement.ts';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { showDay, showSeconds } from '../parts/figures.ts';
import { Refused } from '../parts/Refused.tsx';
import { State } from '../parts/State.tsx';
import css from './Declare.module.css';
import { DigestGroups } from './DigestGroups.tsx';

export function AcknowledgementDialog({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation('acknowledgement');
  const choosing = useDeed('chooseAcknowledgement');
  const recording = useDeed('recordAcknowledgement');
  const [view, setView] = useState<AcknowledgementView>();
  const choose = async () => {
    recording.forget();
    const chosen = await choosing.do({});
    if (chosen?.ok && chosen.value !== undefined) setView(chosen.value);
  };
  const record = async () => {
    if (view?.file === undefined) return;
    const recorded = await recording.do({ file: view.file });
    if (recorded?.ok) onLeave();
  };
  const barred =
    view === undefined ? t('notChosen') : view.isRecorded ? t('recordedBefore') : view.fault === undefined ? undefined : t('notGood');
  return (
    <Dialog
      title={t('title')}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button
            keys="O"
            {...(view === undefined ? { look: 'main' as const } : {})}
            once
            onPress={() => void choose()}
            isBusy={choosing.isBusy}
          >
            {t(view === undefined ? 'choose' : 'chooseOther')}
          </Button>
          <Button
            keys="Ctrl+Enter"
            {...(barred === undefined ? { look: 'main' as const } : {})}
            once
            onPress={() => void record()}
            isBusy={recording.isBusy}
            barred={barred}
          >
            {t('record')}
          </Button>
        </>
      }
    >
      <p className={css.says}>{t('says')}</p>
      <div aria-live="polite">{view === undefined ? null : <Shown view={view} />}</div>
      <Refused refusal={choosing.refusal ?? recording.refusal} />
    </Dialog>
  );
}

function Shown({ view: { says, fault, vouched } }: { readonly view: AcknowledgementView }) {
  const { t } = useTranslation('acknowledgement');
  return (
    <div className={css.exported}>
      <p>
        <State shape={fault === undefined ? 'passes' : 'fails'} tone={fault === undefined ? 'settled' : 'danger'}>
          {t(fault === undefined ? 'good' : 'bad')}
        </State>
      </p>
      {fault === undefined ? null : <p>{t(`fault.${fault}`)}</p>}
      {vouched === undefined ? null : <p>{t(`vouched.${vouched}`)}</p>}
      {says === undefined ? null : <Said says={says} />}
      {fault === undefined ? <p>{t('recordSays')}</p> : null}
    </div>
  );
}

function Said({ says }: { readonly says: NonNullable<AcknowledgementView['says']> }) {
  const { t, i18n } = useTranslation('acknowledgement');
  const facts = [
    ['by', says.by],
    ['at', `${showDay(says.at, i18n.language)}, ${showSeconds(says.at)} EAT`],
    ['contest', says.contestTitle],
    ['version', String(says.version)],
  ] as const;
  return (
    <>
      <dl className={css.receiptFacts}>
        {facts.map(([name, words]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <DigestGroups digest={says.summary} label={t('digest')} />
      <DigestGroups digest={says.signer} label={t('signer')} />
    </>
  );
}
