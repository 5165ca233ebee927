/** One step on the way to a founded centre: the work on the left with the list of steps below, what the file says on the right. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenDefinition } from '../../core/contract/setup.ts';
import type { Refusal } from '../../core/result.ts';
import { showDigest } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';
import { Shape } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import { DefinitionSays } from './DefinitionSays.tsx';
import css from './Setup.module.css';

const STEPS = ['chosen', 'compared', 'contests', 'officer', 'medium', 'deputy', 'opened'] as const;
export type SetupStep = (typeof STEPS)[number];

export interface StepPageProps {
  readonly chosen: ChosenDefinition;
  readonly language: string;
  readonly step: SetupStep;
  readonly lead: string;
  readonly refusal?: Refusal | undefined;
  readonly actions?: ReactNode;
  readonly finish: ReactNode;
  readonly children: ReactNode;
}

export function StepPage({ chosen, language, step, lead, refusal, actions, finish, children }: StepPageProps) {
  const { t } = useTranslation('setup');
  const at = STEPS.indexOf(step) + 1;
  return (
    <Room
      title={t('title')}
      about={t('stepOf', { step: at, total: STEPS.length, name: t(`steps.${step}`) })}
      right={
        <span className={voices.small}>
          {t('signedBy')} <span className={voices.digest}>{showDigest(chosen.commission.fingerprint)}</span>
        </span>
      }
      layout={css.page}
      refusal={refusal}
      actions={actions}
      finish={finish}
    >
      <div className={css.work}>
        <p className={css.lead}>{lead}</p>
        {children}
        <StepList step={step} />
      </div>
      <DefinitionSays chosen={chosen} language={language} />
    </Room>
  );
}

/** All steps: those that are done, the one in hand, those that follow. */
export function StepList({ step }: { readonly step: SetupStep | 'done' }) {
  const { t } = useTranslation('setup');
  const here = step === 'done' ? STEPS.length : STEPS.indexOf(step);
  return (
    <ol className={css.steps} aria-label={t('stepsLabel')}>
      {STEPS.map((name, at) => (
        <li key={name} aria-current={at === here ? 'step' : undefined}>
          <Shape shape={at < here ? 'passes' : at === here ? 'once' : 'awaited'} />
          <span>{at + 1}</span>
          <span className={voices.unseen}>{t(at < here ? 'stepDone' : at === here ? 'stepHere' : 'stepAhead')}</span>
          {t(`steps.${name}`)}
        </li>
      ))}
    </ol>
  );
}
