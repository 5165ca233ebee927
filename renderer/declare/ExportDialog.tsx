/** The bundle to a folder or memory stick: which edition, then written, read back and verified, and what came of it in words. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EDITIONS, type Edition } from '../../core/bundle.ts';
import { useDeed } from '../office/use-deed.ts';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Choice } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { State } from '../parts/State.tsx';
import css from './Declare.module.css';
import { ExportOutcome } from './ExportOutcome.tsx';
import type { OfContest } from './PrepareDialog.tsx';

export function ExportDialog({ contest, onLeave }: OfContest) {
  const { t } = useTranslation(['declare', 'terms']);
  const [edition, setEdition] = useState<Edition>('official');
  const versions = [...contest.superseded, ...(contest.declared === undefined ? [] : [contest.declared])];
  const [version, setVersion] = useState(String(contest.declared?.number ?? ''));
  const deed = useDeed('exportBundle');
  const [outcome, setOutcome] = useState<Parameters<typeof ExportOutcome>[0]['outcome']>();
  const write = async () => {
    setOutcome(undefined);
    const named = version === '' ? {} : { version: Number(version) };
    const answer = await deed.do({ contest: contest.id, edition, ...named });
    if (answer?.ok) setOutcome(answer.value);
  };
  return (
    <Dialog
      title={t('declare:exportTitle', { form: contest.formB })}
      onLeave={onLeave}
      actions={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('declare:leave')}
          </Button>
          <Button keys="Ctrl+Enter" look="main" onPress={() => void write()} isBusy={deed.isBusy}>
            {t('declare:exportChoose')}
          </Button>
        </>
      }
    >
      <p className={css.says}>{t('declare:exportSays')}</p>
      <Choice
        label={t('declare:edition')}
        value={edition}
        options={EDITIONS.map((value) => ({ value, words: t(`terms:editions.${value}`) }))}
        onChange={setEdition}
        hint={t(`declare:editionHint_${edition}`)}
      />
      {versions.length > 1 ? (
        <Choice
          label={t('declare:whichVersion')}
          value={version}
          options={versions.map(({ number }) => ({ value: String(number), words: t('declare:versionNumber', { version: number }) }))}
          onChange={setVersion}
        />
      ) : null}
      {versions.length > 0 ? null : (
        <p className={css.line}>
          <State shape="waits" tone="attention">
            {t('declare:exportProvisional')}
          </State>
        </p>
      )}
      <div aria-live="polite">
        {deed.isBusy ? <Progress /> : null}
        {outcome === undefined ? null : <ExportOutcome outcome={outcome} />}
      </div>
      <Refused refusal={deed.refusal} />
    </Dialog>
  );
}

function Progress() {
  const { t } = useTranslation('declare');
  const { value } = useView('exporting', {});
  if (value === undefined) return <p>{t('exportStep_choosing')}</p>;
  return (
    <p>
      {t(`exportStep_${value.step}`)}{' '}
      {value.step === 'reading-back' ? (
        <progress max={Math.max(value.total, 1)} value={value.done} aria-label={t(`exportStep_${value.step}`)} />
      ) : null}
    </p>
  );
}
