/**
 * One form before an official or a clerk: read aloud and opened, handed to the agents in turn, accepted. What can be done now is the
 * one main button; everything else has its key beside it and says what it will do before it does it.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { tidy } from '../../core/text.ts';
import type { SignFormView } from '../../core/views/sign-form.ts';
import type { RoomProps } from '../frame/routes.tsx';
import { usePerform } from '../office/use-deed.ts';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { useBarred } from '../parts/barred.ts';
import { TextField } from '../parts/Field.tsx';
import { showStation } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import { Answers } from './Answers.tsx';
import { DeedDialog, type DialogName } from './DeedDialog.tsx';
import { FormFacts } from './FormFacts.tsx';
import { FormPaper, PAPER_LAYOUT } from './FormPaper.tsx';
import { FormState } from './FormState.tsx';
import { LateRemarks } from './LateRemarks.tsx';
import { MainDeed } from './MainDeed.tsx';
import { NextForm } from './NextForm.tsx';
import { handOver } from './places.ts';
import { Reading } from './Reading.tsx';
import css from './Sign.module.css';

export function FormRoom({ frame, parameters }: RoomProps) {
  const { t } = useTranslation(['accept', 'sign']);
  const [, go] = useLocation();
  const form = decodeURIComponent(parameters.form ?? '');
  const { value, refusal } = useView('signForm', { form });
  if (value === undefined || value.listed.form !== form || value.viewer !== frame.person?.id)
    return (
      <Room title={t('sign:title')} refusal={refusal}>
        {null}
      </Room>
    );
  return (
    <ShownForm
      key={`${form} ${value.listed.revision}`}
      view={value}
      onHandOver={() => handOver(go, form, frame.person?.id ?? '')}
      onLeave={() => go('/sign')}
    />
  );
}

interface ShownFormProps {
  readonly view: SignFormView;
  readonly onHandOver: () => void;
  readonly onLeave: () => void;
}

function ShownForm({ view, onHandOver, onLeave }: ShownFormProps) {
  const { t } = useTranslation(['accept', 'sign']);
  const [dialog, setDialog] = useState<DialogName>();
  const [answer, setAnswer] = useState('');
  const performing = usePerform();
  const { listed, page, asking } = view;
  const isBinding = performing.isBusy;
  return (
    <Room
      title={t('sign:formTitle', { form: listed.formName })}
      about={
        <>
          {listed.station.name} <span className={voices.code}>{showStation(listed.station.code)}</span> · {listed.contestTitle}
        </>
      }
      right={<FormState view={view} />}
      layout={page === undefined ? undefined : PAPER_LAYOUT}
      refusal={performing.refusal}
      actions={
        <>
          {view.needsAnswer ? (
            <div className={css.answer}>
              <TextField
                label={t('accept:answerLabel')}
                value={answer}
                onChange={setAnswer}
                lines={2}
                maxLength={2000}
                hint={t('accept:answerHint')}
              />
            </div>
          ) : null}
          <OtherDeeds view={view} onChoose={setDialog} />
        </>
      }
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('sign:leave')}
          </Button>
          <NextForm view={view} />
          <MainDeed view={view} answer={tidy(answer)} isBusy={isBinding} perform={performing.perform} onHandOver={onHandOver} />
        </>
      }
    >
      {page === undefined ? (
        <NoFigures view={view} />
      ) : (
        <FormPaper
          page={page}
          isFocused
          mayAttach
          beside={
            <>
              <LateRemarks view={view} />
              {asking === undefined ? null : <Answers title={t('accept:agents')} rows={asking.agents} page={page} />}
              <FormFacts page={page} />
            </>
          }
        />
      )}
      {dialog === undefined ? null : <DeedDialog name={dialog} view={view} onLeave={() => setDialog(undefined)} />}
    </Room>
  );
}

function NoFigures({ view }: { readonly view: SignFormView }) {
  const { t } = useTranslation(['accept', 'terms']);
  return (
    <Reading label={t('accept:whereItStands')}>
      <p className={css.lead} role="status">
        {view.aside === undefined
          ? t('accept:noFigures', { stage: t(`terms:stages.${view.stage}`) })
          : t('accept:isAside', { by: view.aside.by.name, reason: view.aside.reason })}
      </p>
    </Reading>
  );
}

function OtherDeeds({ view, onChoose }: { readonly view: SignFormView; readonly onChoose: (name: DialogName) => void }) {
  const { t } = useTranslation('accept');
  const wordsOf = useBarred('accept', { isDetailed: true });
  const { offers, asking } = view;
  const closable = asking?.agents.filter(({ closable: offer }) => offer !== undefined && offer.barred?.code !== 'R-OUTCOME-NOT-OWED') ?? [];
  const soonest = closable.find(({ closable: offer }) => offer?.barred === undefined) ?? closable[0];
  const reopen = offers['reopen-none'] ?? offers['reopen-figures'];
  return (
    <>
      {soonest === undefined ? null : (
        <Button keys="W" onPress={() => onChoose('close')} barred={wordsOf(soonest.closable?.barred, asking?.waitOverAt)}>
          {t('close')}
        </Button>
      )}
      {reopen === undefined ? null : (
        <Button keys="N" onPress={() => onChoose('reopen')} barred={wordsOf(reopen.barred)}>
          {t('reopen')}
        </Button>
      )}
      {offers['set-aside'] === undefined ? null : (
        <Button keys="X" onPress={() => onChoose('set-aside')} barred={wordsOf(offers['set-aside'].barred)}>
          {t('setAside')}
        </Button>
      )}
      {offers['bring-back'] === undefined ? null : (
        <Button keys="B" onPress={() => onChoose('bring-back')} barred={wordsOf(offers['bring-back'].barred)}>
          {t('bringBack')}
        </Button>
      )}
    </>
  );
}
