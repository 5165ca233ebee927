/**
 * Boxes for the figures of an agent's own copy, one beside each figure of the form. Only what differs is typed; Enter and the arrows
 * go from box to box.
 */
import { useTranslation } from 'react-i18next';
import type { Figures } from '../../core/acts.ts';
import type { AgentPage } from '../../core/views/sign-agent.ts';
import { FigureBox } from '../paper/FigureBox.tsx';
import { FigureRead } from '../paper/FigureRead.tsx';
import { Sheet, useRowWords } from '../paper/Sheet.tsx';
import { keyedAt, type Typed } from '../paper/typing.ts';
import css from './Sign.module.css';

/** Only rows that differ were typed; none of them may be half a figure. */
export function ownFiguresOf(page: AgentPage, typed: Typed): Figures | undefined {
  const keyed = page.paper.rows.map(({ row }) => [row, keyedAt(typed, row)] as const).filter(([, key]) => key.is !== 'not-entered');
  const figures = keyed.flatMap(([row, key]) => (key.is === 'figure' ? [[row, key.figure] as const] : []));
  return keyed.length === 0 || figures.length < keyed.length ? undefined : Object.fromEntries(figures);
}

/** Whether something was typed that is no figure. */
export function isHalfTyped(page: AgentPage, typed: Typed): boolean {
  return page.paper.rows.some(({ row }) => keyedAt(typed, row).is === 'not-a-figure');
}

export interface OwnCopyProps {
  readonly page: AgentPage;
  /** Whether the boxes are there. */
  readonly isAsked: boolean;
  /** Focus goes to the first box when the boxes appear. */
  readonly isFocused?: boolean;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}

export function OwnCopy({ page, isAsked, isFocused = true, typed, onType }: OwnCopyProps) {
  const { t } = useTranslation('sign');
  const wordsOf = useRowWords();
  const { paper, figures } = page;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is read on by keys
    <section className={css.whyForm} aria-label={t('theForm')} tabIndex={0}>
      <Sheet
        rows={paper.rows}
        formName={paper.formName}
        says={t('figure')}
        isDense
        figure={({ row }) => <FigureRead figure={figures[row]} />}
        {...(isAsked ? { noteSays: t('yourCopy') } : {})}
        note={(row) =>
          isAsked ? (
            <OwnBox row={row.row} label={wordsOf(row)} isFirst={isFocused && row === paper.rows[0]} typed={typed} onType={onType} />
          ) : null
        }
      />
    </section>
  );
}

interface OwnBoxProps {
  readonly row: string;
  readonly label: string;
  readonly isFirst: boolean;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}

/** Focus goes to the first box when the boxes appear, and is not taken again. */
function focusHere(box: HTMLInputElement | null): void {
  box?.focus();
}

function OwnBox({ row, label, isFirst, typed, onType }: OwnBoxProps) {
  const { t } = useTranslation('sign');
  return (
    <span className={css.ownBox} data-own>
      <FigureBox
        ref={isFirst ? focusHere : null}
        row={row}
        label={t('yourCopyOf', { row: label })}
        typed={typed[row] ?? ''}
        isFaulty={keyedAt(typed, row).is === 'not-a-figure'}
        onType={(keys) => onType({ ...typed, [row]: keys })}
        onEnter={() => moveFrom(row, 1)}
        onMove={(by) => moveFrom(row, by)}
        onFocus={() => undefined}
      />
    </span>
  );
}

function moveFrom(row: string, by: 1 | -1): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-own] input')];
  const at = boxes.findIndex((one) => one.closest('tr')?.dataset.row === row);
  boxes[at + by]?.focus();
}
