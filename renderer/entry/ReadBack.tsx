/** The figures read back before they are sealed: figure by figure from the screen against the paper, then sealed, or back to mend. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, Figures } from '../../core/acts.ts';
import type { Refusal } from '../../core/result.ts';
import type { Paper } from '../../core/views/paper.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { Sheet } from '../paper/Sheet.tsx';
import { Button } from '../parts/Button.tsx';
import { Room } from '../parts/Room.tsx';
import { ScanPanel } from '../scan/ScanPanel.tsx';
import css from './Entry.module.css';

export interface ReadBackProps {
  readonly paper: Paper;
  readonly about: ReactNode;
  readonly figures: Figures;
  readonly decisions: readonly Decision[];
  readonly isBusy: boolean;
  readonly refusal: Refusal | undefined;
  readonly onSeal: () => void;
  readonly onBack: () => void;
}

export function ReadBack({ paper, about, figures, decisions, isBusy, refusal, onSeal, onBack }: ReadBackProps) {
  const { t } = useTranslation('entry');
  return (
    <Room
      title={t('readBackTitle')}
      about={about}
      layout={css.entry}
      refusal={refusal}
      actions={<p className={css.ask}>{t('readBackAsk')}</p>}
      finish={
        <>
          <Button keys="Escape" onPress={onBack}>
            {t('mend')}
          </Button>
          <Button keys="Enter" look="main" onPress={onSeal} isBusy={isBusy}>
            {t('seal')}
          </Button>
        </>
      }
    >
      <section className={css.form} aria-label={t('theForm')}>
        <Sheet
          rows={paper.rows}
          formName={paper.formName}
          says={t('youTyped')}
          figure={(row) => <FigureRead figure={figures[row.row]} />}
        />
        {decisions.length === 0 ? null : (
          <ol className={css.decided} aria-label={t('decisions')}>
            {decisions.map(({ ballot, candidate }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are named by their place on the paper
              <li key={at}>{t('decided', { ballot, candidate })}</li>
            ))}
          </ol>
        )}
      </section>
      <ScanPanel scans={paper.scans} form={paper.form} absent={paper.scanAbsent} />
    </Room>
  );
}
