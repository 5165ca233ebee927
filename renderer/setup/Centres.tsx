/**
 * The first page of a machine: three ways in, of equal size, and below them the centres that are on it already. A rehearsal or a
 * practice election can be erased; a live centre never.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import type { ChosenDefinition, ListedCentre, SetupView } from '../../core/contract/setup.ts';
import { useDeed } from '../office/use-deed.ts';
import { queries } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { Room, Section } from '../parts/Room.tsx';
import { useRows } from '../parts/rows.ts';
import { comeBackTo } from '../unlock/way-back.ts';
import { CentreTable } from './CentreTable.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import css from './Setup.module.css';
import { Way } from './Way.tsx';

export interface CentresProps {
  readonly view: SetupView;
  readonly frame: Frame;
  readonly onChosen: (chosen: ChosenDefinition) => void;
}

export function Centres({ view, frame, onChosen }: CentresProps) {
  const { t } = useTranslation(['setup', 'frame', 'restore']);
  const [, go] = useLocation();
  const practice = useDeed('beginPractice');
  const choosing = useDeed('chooseDefinition');
  const opening = useDeed('openCentre');
  const [doomed, setDoomed] = useState<ListedCentre>();
  const rows = useRows(view.centres.map(({ centre }) => centre));
  const chosen = view.centres.find(({ centre }) => centre === rows.chosen);
  const practise = async () => {
    const begun = await practice.do({});
    if (!begun?.ok) return;
    comeBackTo('/entry');
    await frameFollows();
    go(`/unlock/${encodeURIComponent(begun.value.clerk)}`);
  };
  const choose = async () => {
    const read = await choosing.do({});
    if (read?.ok && read.value !== undefined) onChosen(read.value);
  };
  const open = async () => {
    if (chosen === undefined) return;
    if (chosen.isOpen) return go(frame.person === undefined ? '/unlock' : '/setup');
    const opened = await opening.do({ centre: chosen.centre });
    if (!opened?.ok) return;
    await frameFollows();
    go('/unlock');
  };
  return (
    <Room
      title={t('title')}
      about={t('about')}
      refusal={practice.refusal ?? choosing.refusal ?? opening.refusal ?? view.failure}
      actions={
        view.centres.length === 0 ? undefined : (
          <>
            <Button
              keys="Enter"
              onPress={() => void open()}
              barred={chosen === undefined || chosen.kind === 'damaged' ? t('damagedBarred') : undefined}
            >
              {t('open')}
            </Button>
            <Button keys="Delete" onPress={() => setDoomed(chosen)} barred={barredErasing(chosen, t('neverErased'))}>
              {t('erase')}
            </Button>
          </>
        )
      }
      finish={
        frame.centre === undefined ? (
          <Button keys="V" look="plain" onPress={() => go('/verify')}>
            {t('frame:verifyHere')}
          </Button>
        ) : (
          <Button keys="Escape" look="plain" onPress={() => go('/setup')}>
            {t('backToCentre')}
          </Button>
        )
      }
    >
      <div className={css.ways}>
        <Way keys="P" title={t('practice')} about={t('practiceAbout')} onPress={() => void practise()} isBusy={practice.isBusy} />
        <Way keys="D" title={t('definition')} about={t('definitionAbout')} onPress={() => void choose()} isBusy={choosing.isBusy} />
        <Way keys="R" title={t('restore:way')} about={t('restore:wayAbout')} onPress={() => go('/setup/restore')} isBusy={false} />
      </div>
      <Section title={t('centresHere')} note={t('centresNote', { number: view.centres.length })}>
        {view.centres.length === 0 ? <p className={css.none}>{t('noCentres')}</p> : <CentreTable centres={view.centres} rows={rows} />}
      </Section>
      {doomed === undefined ? null : <EraseDialog centre={doomed} onDone={() => setDoomed(undefined)} />}
    </Room>
  );
}

/** The rooms of a centre are there once the frame knows of it. */
function frameFollows(): Promise<void> {
  return queries.refetchQueries({ queryKey: ['frame'] });
}

function barredErasing(chosen: ListedCentre | undefined, why: string): string | undefined {
  return chosen?.kind === 'rehearsal' || chosen?.kind === 'practice' ? undefined : why;
}
