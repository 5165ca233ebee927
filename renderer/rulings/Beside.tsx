/** Beside the finding: the paper's scan, or the figures that two people typed from it, read back; one key goes between them. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuledForm } from '../../core/views/rulings.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { Sheet } from '../paper/Sheet.tsx';
import { Button } from '../parts/Button.tsx';
import voices from '../parts/voices.module.css';
import { ScanPanel } from '../scan/ScanPanel.tsx';
import css from './Rulings.module.css';

export interface BesideProps {
  readonly form: RuledForm;
  /** The rows that the finding is about: the first of them is lit. */
  readonly rows: readonly string[];
}

export function Beside({ form: { paper, figures, decisions, typedBy }, rows }: BesideProps) {
  const { t } = useTranslation(['rulings', 'entry']);
  const [shows, setShows] = useState<'scan' | 'figures'>(paper.scans.length > 0 ? 'scan' : 'figures');
  const at = paper.rows.findIndex(({ row }) => rows.includes(row));
  return (
    <section className={css.beside} aria-label={t('beside')}>
      <div className={css.switch}>
        <Button keys="F6" look="plain" onPress={() => setShows(shows === 'scan' ? 'figures' : 'scan')}>
          {shows === 'scan' ? t('showFigures') : t('showScan')}
        </Button>
      </div>
      {shows === 'scan' ? (
        <ScanPanel scans={paper.scans} form={paper.form} absent={paper.scanAbsent} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long form scrolls, and is scrolled by keys
        <section className={css.figures} aria-label={t('showFigures')} tabIndex={0}>
          <Sheet
            isDense
            rows={paper.rows}
            formName={paper.formName}
            says={t('agreedSays')}
            active={paper.rows[at]?.row}
            figure={({ row }) => <FigureRead figure={figures[row]} />}
          />
          {decisions.length === 0 ? null : (
            <ol className={css.decided} aria-label={t('entry:decisions')}>
              {decisions.map(({ ballot, candidate }, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines are named by their place on the paper
                <li key={line}>{t('entry:decided', { ballot, candidate })}</li>
              ))}
            </ol>
          )}
          <p className={`${css.decided} ${voices.quiet}`}>{t('typedBy', { people: typedBy.join(', ') })}</p>
        </section>
      )}
    </section>
  );
}
