/**
 * The form as it lies between the people who sign it: the figures in the paper's order, the scan beside them, and what there is to
 * know about both. The official and every agent see the same page.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormPage } from '../../core/views/sign-page.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { Sheet } from '../paper/Sheet.tsx';
import { ScanPanel } from '../scan/ScanPanel.tsx';
import css from './Paper.module.css';
import { useRowsBelow } from './read-down.ts';

export interface FormPaperProps {
  readonly page: FormPage;
  /** Focus goes to the figures: there the arrow keys read on when they do not fit. */
  readonly isFocused?: boolean;
  /** Whoever looks may attach a scan where none is. */
  readonly mayAttach?: boolean;
  /** Told how many rows stand further down than the screen shows. */
  readonly onBelow?: (rows: number) => void;
  readonly beside: ReactNode;
}

export const PAPER_LAYOUT = css.layout;

export function FormPaper({ page, isFocused = false, mayAttach = false, onBelow, beside }: FormPaperProps) {
  const { t } = useTranslation(['sign', 'entry']);
  const form = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isFocused) form.current?.focus();
  }, [isFocused]);
  useRowsBelow(form, onBelow);
  const { paper, figures, decisions } = page;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is read on by keys */}
      <section ref={form} className={css.form} aria-label={t('sign:theForm')} tabIndex={0}>
        <Sheet
          rows={paper.rows}
          formName={paper.formName}
          says={t('sign:figure')}
          isDense
          figure={({ row }) => <FigureRead figure={figures[row]} />}
        />
        {decisions.length === 0 ? null : (
          <ol className={css.decisions} aria-label={t('entry:decisions')}>
            {decisions.map(({ ballot, candidate }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are named by their place on the paper
              <li key={at}>{t('entry:decided', { ballot, candidate })}</li>
            ))}
          </ol>
        )}
      </section>
      <ScanPanel scans={paper.scans} form={mayAttach ? paper.form : undefined} absent={paper.scanAbsent} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is read on by keys */}
      <section className={css.beside} aria-label={t('sign:about')} tabIndex={0}>
        {beside}
      </section>
    </>
  );
}
