/** The paper's rows: a box where a row is asked, a word where it is covered; below them the decisions, where these are asked as well. */
import { useTranslation } from 'react-i18next';
import type { EntryDraft } from '../../core/contract/entry.ts';
import type { Paper } from '../../core/views/paper.ts';
import { Decisions } from '../entry/Decisions.tsx';
import { FigureBox } from '../paper/FigureBox.tsx';
import { Sheet } from '../paper/Sheet.tsx';
import { keyedAt } from '../paper/typing.ts';
import type { Boxes } from '../paper/use-boxes.ts';
import { Shape } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Differences.module.css';

export interface ReadingSheetProps {
  readonly paper: Paper;
  /** The rows asked that hold figures, in the paper's order. */
  readonly codes: readonly string[];
  readonly withDecisions: boolean;
  readonly draft: EntryDraft;
  readonly onChange: (change: (draft: EntryDraft) => EntryDraft) => void;
  readonly onDone: () => void;
  readonly boxes: Boxes;
}

const ONE_LINE = [{ ballot: '', candidate: '' }];

export function ReadingSheet(props: ReadingSheetProps) {
  const { paper, codes, withDecisions, draft, onChange, onDone, boxes } = props;
  const { t } = useTranslation(['differences', 'entry']);
  const { active, left } = boxes;
  const isFaulty = (row: string) => left.has(row) && keyedAt(draft.typed, row).is === 'not-a-figure';
  const afterRows = () => (withDecisions ? boxes.goAside('ballot0') : onDone());
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
              {...boxes.of(row)}
              row={row}
              label={words}
              typed={draft.typed[row] ?? ''}
              isFaulty={isFaulty(row)}
              onType={(typed) => onChange((before) => ({ ...before, typed: { ...before.typed, [row]: typed } }))}
              onEnter={() => boxes.goOn(row, afterRows)}
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
        <div ref={(place) => void (place !== null && codes.length === 0 && boxes.begin(boxes.elements.get('ballot0')))}>
          <p className={css.asked}>{t('decisionsAsked')}</p>
          <Decisions
            paper={paper}
            drafted={draft.decisions.length === 0 ? ONE_LINE : draft.decisions}
            disputed={{ is: 'not-entered' }}
            onChange={(drafted) => onChange((before) => ({ ...before, decisions: drafted }))}
            onDone={onDone}
            boxes={boxes.elements}
          />
        </div>
      ) : (
        <p className={css.asked}>{t('decisionsCovered')}</p>
      )}
    </>
  );
}
