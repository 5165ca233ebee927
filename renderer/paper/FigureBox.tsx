/**
 * One box for one figure. While it is typed in, it shows the keys as pressed; left, it groups the figure, or says in a word that the
 * paper is blank or unreadable there. Enter and Down go to the next row, Up to the one before.
 */
import { type KeyboardEvent, type Ref, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { showCount } from '../parts/figures.ts';
import css from './FigureBox.module.css';
import { keyedAt } from './typing.ts';

export interface FigureBoxProps {
  readonly row: string;
  /** The row's words, read out with the box. */
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onEnter: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onFocus: () => void;
  readonly isFaulty: boolean;
  readonly describedBy?: string;
  readonly ref?: Ref<HTMLInputElement>;
}

export function FigureBox({ row, label, typed, onType, onEnter, onMove, onFocus, isFaulty, describedBy, ref }: FigureBoxProps) {
  const [isActive, setActive] = useState(false);
  const { t } = useTranslation('paper');
  const keyed = keyedAt({ [row]: typed }, row);
  const rest = keyed.is !== 'figure' ? typed : typeof keyed.figure === 'number' ? showCount(keyed.figure) : t(`marks.${keyed.figure}`);
  return (
    <input
      ref={ref}
      className={keyed.is === 'figure' && typeof keyed.figure !== 'number' && !isActive ? `${css.box} ${css.words}` : css.box}
      aria-label={label}
      aria-invalid={isFaulty}
      aria-describedby={describedBy}
      value={isActive ? typed : rest}
      placeholder={isActive ? undefined : t('marks.notEntered')}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      maxLength={40}
      onChange={(event) => onType(event.target.value)}
      onFocus={({ target }) => {
        // The keys as pressed stand there first, then all of them are marked: what is typed next replaces them.
        flushSync(() => setActive(true));
        target.select();
        onFocus();
      }}
      onBlur={() => setActive(false)}
      onKeyDown={(event) => moveBy(event, onEnter, onMove)}
    />
  );
}

function moveBy(event: KeyboardEvent, onEnter: () => void, onMove: (by: 1 | -1) => void): void {
  if (event.shiftKey || event.altKey || event.ctrlKey) return;
  const act = { Enter: onEnter, ArrowDown: () => onMove(1), ArrowUp: () => onMove(-1) }[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
}
