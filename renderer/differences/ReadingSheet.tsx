/** The paper's rows: a box where a row is asked, a word where it is covered; below them the decisions, where these are asked as well. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryDraft } from '../../core/contract/entry.ts';
import type { Paper } from '../../core/views/paper.ts';
import { Decisions } from '../entry/Decisions.tsx';
import { FigureBox } from '../paper/FigureBox.tsx';
import { Sheet } from '../paper/Sheet.tsx';
import { keyedAt } from '../paper/typing.ts';
import { Shape } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Differences.module.css';

export interface ReadingSheetProps {
  readonly paper: Paper;
  /** The rows asked that hold figures, in the paper's order. */
  readonly codes: readonly string[];
  readonly withDecisions: boolean;
  readonly draft: EntryDraft;
  readonly active: string | undefined;
  readonly onActive: (row: string | undefined) => void;
  readonly onChange: (change: (draft: EntryDraft) => EntryDraft) => void;
  readonly onDone: () => void;
  readonly boxes: Map<string, HTMLInputElement>;
  /** Puts the keyboard into the first box, once. */
  readonly begin: (box: HTMLElement | undefined) => void;
}

const ONE_LINE = [{ ballot: '', candidate: '' }];

export function ReadingSheet(props: ReadingSheetProps) {
  const { paper, codes, withDecisions, draft, active, onActive, onChange, onDone, boxes, begin } = props;
  const { t } = useTranslation(['differences', 'entry']);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = (row: string | undefined) => void (row !== undefined && setLeft((before) => new Set(before).add(row)));
  const focus = (row: string | undefined) => boxes.get(row ?? '')?.focus();
  const isFaulty = (row: string) => left.has(row) && keyedAt(draft.typed, row).is === 'not-a-figure';
  const enter = (row: string) => {
    const next = codes[codes.indexOf(row) + 1];
    if (next !== undefined) return focus(next);
    if (!withDecisions) return onDone();
    leave(row);
    onActive(undefined);
    focus('ballot0');
  };
  return (
    <>
      <Sheet
        isDense
        rows={paper.rows}
        formName={paper.formName}
        says={t('paperSays')}
        active={active}
        figure={({ row }, words) =>
          !codes.includes(row) ? (
            <span className={voices.missing}>{t('covered')}</span>
          ) : (
            <FigureBox
              ref={(box) => {
                if (box === null) return;
                boxes.set(row, box);
                if (row === codes[0]) begin(box);
              }}
              row={row}
              label={words}
              typed={draft.typed[row] ?? ''}
              isFaulty={isFaulty(row)}
              onType={(typed) => onChange((before) => ({ ...before, typed: { ...before.typed, [row]: typed } }))}
              onEnter={() => enter(row)}
              onMove={(by) => focus(codes[codes.indexOf(row) + by])}
              onFocus={() => {
                leave(active);
                onActive(row);
              }}
            />
          )
        }
        note={({ row }) =>
          row !== active && isFaulty(row) ? (
            <span className={css.mark}>
              <Shape shape="waits" /> {t('entry:notAFigure')}
            </span>
          ) : null
        }
      />
      {withDecisions ? (
        <div ref={(place) => void (place !== null && codes.length === 0 && begin(boxes.get('ballot0')))}>
          <p className={css.asked}>{t('decisionsAsked')}</p>
          <Decisions
            paper={paper}
            drafted={draft.decisions.length === 0 ? ONE_LINE : draft.decisions}
            disputed={{ is: 'not-entered' }}
            onChange={(drafted) => onChange((before) => ({ ...before, decisions: drafted }))}
            onDone={onDone}
            boxes={boxes}
          />
        </div>
      ) : (
        <p className={css.asked}>{t('decisionsCovered')}</p>
      )}
    </>
  );
}
