/** The paper's rows with a box in each, what is wrong told once a box is left, and below them the decisions on disputed votes. */
import { useTranslation } from 'react-i18next';
import type { EntryDraft } from '../../core/contract/entry.ts';
import type { Paper } from '../../core/views/paper.ts';
import { FigureBox } from '../paper/FigureBox.tsx';
import { Sheet } from '../paper/Sheet.tsx';
import { keyedAt } from '../paper/typing.ts';
import type { Boxes } from '../paper/use-boxes.ts';
import { Decisions } from './Decisions.tsx';
import { EntryNote } from './EntryNote.tsx';

export interface EntrySheetProps {
  readonly paper: Paper;
  readonly draft: EntryDraft;
  readonly boxes: Boxes;
  readonly onChange: (change: (draft: EntryDraft) => EntryDraft) => void;
  readonly onDone: () => void;
}

export function EntrySheet({ paper, draft, boxes, onChange, onDone }: EntrySheetProps) {
  const { t } = useTranslation('entry');
  const { active, left } = boxes;
  const afterRows = () => (draft.decisions.length > 0 ? boxes.goAside('ballot0') : onDone());
  return (
    <>
      <Sheet
        rows={paper.rows}
        formName={paper.formName}
        says={t('paperSays')}
        active={active}
        figure={({ row }, words) => (
          <FigureBox
            {...boxes.of(row)}
            row={row}
            label={words}
            typed={draft.typed[row] ?? ''}
            isFaulty={left.has(row) && keyedAt(draft.typed, row).is === 'not-a-figure'}
            onType={(typed) => onChange((before) => ({ ...before, typed: { ...before.typed, [row]: typed } }))}
            onEnter={() => boxes.goOn(row, afterRows)}
          />
        )}
        note={(row) => <EntryNote row={row} paper={paper} typed={draft.typed} isLeft={left.has(row.row)} />}
      />
      <Decisions
        paper={paper}
        drafted={draft.decisions}
        disputed={keyedAt(draft.typed, 'disputed')}
        onChange={(drafted) => onChange((before) => ({ ...before, decisions: drafted }))}
        onDone={onDone}
        boxes={boxes.elements}
      />
    </>
  );
}
