/** The papers of one contest: its form and its error report, of the version that is ready, of any that was declared, or as it is now. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTEST_PAPERS, type ContestPaper } from '../../core/contract/papers.ts';
import type { DeclareContest } from '../../core/views/declare.ts';
import { useDeed } from '../office/use-deed.ts';
import { Choice } from '../parts/Field.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import { PaperDialog } from './PaperDialog.tsx';
import css from './Papers.module.css';

export interface ContestPapersDialogProps {
  readonly contest: DeclareContest;
  /** Which paper is chosen at first. */
  readonly paper: ContestPaper;
  readonly onLeave: () => void;
}

export function ContestPapersDialog({ contest, paper: first, onLeave }: ContestPapersDialogProps) {
  const { t } = useTranslation('papers');
  const [paper, setPaper] = useState(first);
  const versions = versionsOf(contest);
  const [number, setNumber] = useState(versions[0]?.number);
  const version = versions.find((one) => one.number === number);
  const deed = useDeed('contestPaper');
  const named = number === undefined ? {} : { version: number };
  return (
    <PaperDialog
      title={t('titleOf', { form: contest.formB })}
      make={(wanted) => deed.do({ paper, contest: contest.id, ...named, ...wanted })}
      refusal={deed.refusal}
      onLeave={onLeave}
    >
      <Choice
        label={t('which')}
        value={paper}
        options={CONTEST_PAPERS.map((value) => ({ value, words: t(`contest.${value}`, { form: contest.formB }) }))}
        onChange={setPaper}
      />
      {versions.length === 0 ? null : (
        <Choice
          label={t('version')}
          value={String(number)}
          options={versions.map((one) => ({ value: String(one.number), words: t(`versions.${one.is}`, { version: one.number }) }))}
          onChange={(value) => setNumber(Number(value))}
        />
      )}
      {version === undefined || version.is === 'ready' ? (
        <p className={css.says}>
          <State shape="waits" tone="attention">
            {t('provisional')}
          </State>
        </p>
      ) : null}
      {paper === 'form' && version !== undefined ? <p className={`${voices.quiet} ${css.says}`}>{t('marks')}</p> : null}
    </PaperDialog>
  );
}

interface OfferedVersion {
  readonly is: 'ready' | 'declared' | 'superseded';
  readonly number: number;
}

/** The one at hand first, then backwards. */
function versionsOf({ ready, declared, superseded }: DeclareContest): readonly OfferedVersion[] {
  const one = (is: OfferedVersion['is'], version: { readonly number: number } | undefined): readonly OfferedVersion[] =>
    version === undefined ? [] : [{ is, number: version.number }];
  return [
    ...one('ready', ready),
    ...one('declared', declared),
    ...superseded.toReversed().flatMap((version) => one('superseded', version)),
  ];
}
