/** The rows of a reading read back before they are sealed: against the paper, aloud, then sealed, or back to mend. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, Figures } from '../../core/acts.ts';
import type { Refusal } from '../../core/result.ts';
import type { Paper } from '../../core/views/paper.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { Sheet } from '../paper/Sheet.tsx';
import { Button } from '../parts/Button.tsx';
import { focusOn } from '../parts/focus-on.ts';
import { Room } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import { ScanPanel } from '../scan/ScanPanel.tsx';
import css from './Differences.module.css';

export interface ReadingBackProps {
  readonly paper: Paper;
  readonly about: ReactNode;
  readonly figures: Figures;
  /** Undefined where they were not asked. */
  readonly decisions: readonly Decision[] | undefined;
  readonly isBusy: boolean;
  readonly refusal: Refusal | undefined;
  readonly onSeal: () => void;
  readonly onBack: () => void;
}

export function ReadingBack({ paper, about, figures, decisions, isBusy, refusal, onSeal, onBack }: ReadingBackProps) {
  const { t } = useTranslation(['differences', 'entry']);
  return (
    <Room
      title={t('readBackTitle')}
      about={about}
      layout={css.reading}
      refusal={refusal}
      actions={<p className={voices.label}>{t('readBackAsk')}</p>}
      finish={
        <>
          <Button keys="Escape" onPress={onBack}>
            {t('mend')}
          </Button>
          <Button keys="Enter" look="main" ref={focusOn} onPress={onSeal} isBusy={isBusy}>
            {t('seal')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long form scrolls, and is scrolled by keys */}
      <section className={css.form} aria-label={t('theForm')} tabIndex={0}>
        <Sheet
          isDense
          rows={paper.rows}
          formName={paper.formName}
          says={t('youRead')}
          figure={({ row }) =>
            Object.hasOwn(figures, row) ? <FigureRead figure={figures[row]} /> : <span className={voices.missing}>{t('covered')}</span>
          }
        />
        {decisions === undefined ? null : decisions.length === 0 ? (
          <p className={css.asked}>{t('decisionsNone')}</p>
        ) : (
          <ol className={css.asked} aria-label={t('decisions')}>
            {decisions.map(({ ballot, candidate }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are named by their place on the paper
              <li key={at}>{t('entry:decided', { ballot, candidate })}</li>
            ))}
          </ol>
        )}
      </section>
      <ScanPanel scans={paper.scans} form={paper.form} absent={paper.scanAbsent} />
    </Room>
  );
}
