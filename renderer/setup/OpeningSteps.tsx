/**
 * From the founding to the opening: the deputy enrols and is admitted, then two officials open the centre. The page offers the next
 * thing that whoever is at the keyboard can do, and hands over where it is somebody else's.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import type { MediumOffer } from '../../core/contract/medium.ts';
import type { ChosenDefinition } from '../../core/contract/setup.ts';
import type { SetupOfficial, SetupSteps } from '../../core/views/setup.ts';
import { UseMediumDialog } from '../medium/MediumDialogs.tsx';
import { useDeed, usePerform } from '../office/use-deed.ts';
import { CertificatesDialog } from '../papers/CertificatesDialog.tsx';
import { Button } from '../parts/Button.tsx';
import ledger from '../parts/ledger.module.css';
import { Room, Section } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import { EnrolDialog } from '../people/EnrolDialog.tsx';
import { OpenCentreDialog } from '../people/OpenCentreDialog.tsx';
import { comeBackTo } from '../unlock/way-back.ts';
import { nextStep } from './next-step.ts';
import css from './Setup.module.css';
import { StepList } from './StepPage.tsx';

export interface OpeningStepsProps {
  readonly frame: Frame;
  readonly steps: SetupSteps;
  readonly onResume: (chosen: ChosenDefinition) => void;
}

export function OpeningSteps({ frame, steps, onResume }: OpeningStepsProps) {
  const { t } = useTranslation(['setup', 'terms', 'papers']);
  const [, go] = useLocation();
  const performing = usePerform();
  const resuming = useDeed('resumeDefinition');
  const [open, setOpen] = useState<'enrol' | 'opening' | 'certificates'>();
  const choosing = useDeed('chooseSecondMedium');
  const [offer, setOffer] = useState<MediumOffer>();
  const goingOn = useDeed('goOnWithoutMedium');
  const { medium, withoutMedium = false } = frame;
  const isMediumWanted = medium?.isExpected === true && medium.state === 'none' && !withoutMedium;
  const next = nextStep({ ...steps, isMediumWanted }, frame.person);
  const act = async () => {
    switch (next.is) {
      case 'resume': {
        const resumed = await resuming.do({});
        return resumed?.ok ? onResume(resumed.value) : undefined;
      }
      case 'medium': {
        const chosen = await choosing.do({});
        return chosen?.ok ? setOffer(chosen.value) : undefined;
      }
      case 'hand-over':
        comeBackTo('/setup');
        return go(next.to === undefined ? '/unlock' : `/unlock/${encodeURIComponent(next.to.id)}`);
      case 'admit':
        return void (await performing.perform({ kind: 'person-admitted', body: { enrolment: next.enrolment, basis: 'definition' } }));
      case 'enrol':
        return setOpen('enrol');
      case 'open':
        return setOpen('opening');
      case 'confirm':
        return void (await performing.perform({ kind: 'act-confirmed', body: { act: next.act } }));
      case 'done':
        return go('/board');
    }
  };
  const isOfficial = frame.person?.role === 'ro' || frame.person?.role === 'dro';
  const name = 'who' in next ? next.who.name : 'to' in next ? (next.to?.name ?? '') : '';
  return (
    <Room
      title={t('setup:title')}
      about={t(`setup:phases.${steps.phase}`)}
      refusal={performing.refusal ?? resuming.refusal ?? choosing.refusal ?? goingOn.refusal}
      actions={
        <>
          <Button keys="C" onPress={() => go('/setup/centres')}>
            {t('setup:otherCentres')}
          </Button>
          {next.is === 'done' && isOfficial ? (
            <Button keys="T" onPress={() => setOpen('certificates')}>
              {t('papers:centre.opening')}
            </Button>
          ) : null}
          {next.is === 'medium' ? (
            <Button keys="K" onPress={() => void goingOn.do({})}>
              {t('setup:withoutMedium')}
            </Button>
          ) : null}
        </>
      }
      finish={
        <Button keys="Enter" look="main" onPress={() => void act()} isBusy={performing.isBusy || resuming.isBusy || choosing.isBusy}>
          {next.is === 'hand-over' && next.to === undefined ? t('setup:next.somebody') : t(`setup:next.${next.is}`, { name })}
        </Button>
      }
    >
      <p className={css.lead}>{t(`setup:nextAbout.${next.is}`)}</p>
      <Section title={t('setup:officials')} note={t('setup:twoNeeded', { number: steps.admittedOfficials })}>
        <table className={ledger.ledger} aria-label={t('setup:officials')}>
          <tbody>
            {steps.officials.map((official) => (
              <tr key={official.id}>
                <td className={css.kind}>{t(`terms:rolesShort.${official.role}`)}</td>
                <th scope="row">
                  {official.name} <span className={voices.code}>{official.id}</span>
                </th>
                <td>
                  <OfficialState official={official} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <StepList step={next.step} />
      {open === 'enrol' && next.is === 'enrol' ? (
        <EnrolDialog
          known={{ ...next.who, isKeyNamed: next.who.isKeyNamed }}
          onDone={() => setOpen(undefined)}
          onLeave={() => setOpen(undefined)}
        />
      ) : null}
      {open === 'certificates' ? <CertificatesDialog isClosed={steps.phase === 'closed'} onLeave={() => setOpen(undefined)} /> : null}
      {offer === undefined ? null : <UseMediumDialog offer={offer} onDone={() => setOffer(undefined)} />}
      {open === 'opening' ? <OpenCentreDialog onDone={() => setOpen(undefined)} /> : null}
    </Room>
  );
}

function OfficialState({ official }: { readonly official: SetupOfficial }) {
  const { t } = useTranslation('setup');
  if (official.state === 'admitted') return <State shape="full">{t('admitted')}</State>;
  if (official.state === 'enrolled') {
    return (
      <State shape="waits" tone="attention">
        {t('waitsForAdmission')}
      </State>
    );
  }
  return <State shape="awaited">{t('notEnrolled')}</State>;
}
