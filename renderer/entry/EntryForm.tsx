/** One form being typed: the sheet with its boxes, the scan beside it, then the decisions on disputed votes, then the read-back. */
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../../core/acts.ts';
import { TABLE_TOTAL } from '../../core/form.ts';
import type { Paper } from '../../core/views/paper.ts';
import { usePerform } from '../office/use-deed.ts';
import { FigureBox } from '../paper/FigureBox.tsx';
import { Sheet, useRowWords } from '../paper/Sheet.tsx';
import { figuresOf, keyedAt } from '../paper/typing.ts';
import { Button } from '../parts/Button.tsx';
import { useKey } from '../parts/keys.tsx';
import { Room } from '../parts/Room.tsx';
import { ScanPanel } from '../scan/ScanPanel.tsx';
import { Decisions, decisionsOf } from './Decisions.tsx';
import css from './Entry.module.css';
import { EntryNote } from './EntryNote.tsx';
import { ReadBack } from './ReadBack.tsx';
import { useDraft } from './use-draft.ts';
import { useRuler } from './use-ruler.ts';

export interface EntryFormProps {
  readonly paper: Paper;
  readonly about: ReactNode;
  readonly place: string;
  readonly onNext: () => void;
  readonly onLeave: () => void;
}

export function EntryForm({ paper, about, place, onNext, onLeave }: EntryFormProps) {
  const { t } = useTranslation('entry');
  const wordsOf = useRowWords();
  const { draft, isRead, change, drop } = useDraft(paper.form, paper.revision);
  const performing = usePerform();
  const [active, setActive] = useState<string>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isReadingBack, setReadingBack] = useState(false);
  const boxes = useRef(new Map<string, HTMLInputElement>());
  const codes = paper.rows.map(({ row }) => row);
  const rulerAt = useRuler(paper.formName, active === undefined ? undefined : codes.indexOf(active), codes.length);

  const focus = (row: string | undefined) => boxes.current.get(row ?? '')?.focus();
  const move = (row: string, by: 1 | -1) => focus(codes[codes.indexOf(row) + by]);
  const read = figuresOf(draft.typed, codes);
  const decisions = decisionsOf(draft.decisions, paper);
  const finish = () => {
    if ('faulty' in read) return focus(read.faulty);
    if (decisions !== undefined) setReadingBack(true);
  };
  useKey('Shift+Enter', finish);
  useKey('Shift+ArrowDown', () => focus(TABLE_TOTAL));

  const seal = async (sealed: readonly Decision[]) => {
    if ('faulty' in read) return;
    const body = { form: paper.form, revision: paper.revision, figures: read.figures, decisions: [...sealed] };
    if (!(await performing.perform({ kind: 'entry-sealed', body }))) return;
    await drop();
    onNext();
  };

  if (isReadingBack && 'figures' in read && decisions !== undefined) {
    return (
      <ReadBack
        paper={paper}
        about={about}
        figures={read.figures}
        decisions={decisions}
        isBusy={performing.isBusy}
        refusal={performing.refusal}
        onSeal={() => void seal(decisions)}
        onBack={() => {
          performing.forget();
          setReadingBack(false);
        }}
      />
    );
  }
  const enter = (row: string) => {
    const next = codes[codes.indexOf(row) + 1];
    if (next !== undefined) return focus(next);
    if (draft.decisions.length > 0) return focus('ballot0');
    finish();
  };
  const missing = 'faulty' in read ? paper.rows.find(({ row }) => row === read.faulty) : undefined;
  return (
    <Room
      title={t('title')}
      about={about}
      right={place}
      layout={css.entry}
      refusal={performing.refusal}
      actions={
        <>
          <KeyHint keys="Enter" words={t('next')} />
          <KeyHint keys="ArrowUp" words={t('back')} />
          <Button keys="Shift+ArrowDown" onPress={() => focus(TABLE_TOTAL)}>
            {t('totals')}
          </Button>
          <KeyHint keys="-" words={t('blank')} />
          <KeyHint keys="?" words={t('unreadable')} />
        </>
      }
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button
            keys="Shift+Enter"
            look="main"
            onPress={finish}
            barred={missing === undefined ? undefined : t('missingRow', { row: wordsOf(missing) })}
          >
            {t('readBack')}
          </Button>
        </>
      }
    >
      <section className={css.form} aria-label={t('theForm')}>
        {isRead ? (
          <>
            <Sheet
              rows={paper.rows}
              formName={paper.formName}
              says={t('paperSays')}
              active={active}
              figure={(row, words) => (
                <FigureBox
                  ref={(box) => {
                    if (box !== null) boxes.current.set(row.row, box);
                    if (box !== null && row.row === codes[0] && active === undefined) box.focus();
                  }}
                  row={row.row}
                  label={words}
                  typed={draft.typed[row.row] ?? ''}
                  isFaulty={left.has(row.row) && keyedAt(draft.typed, row.row).is === 'not-a-figure'}
                  onType={(typed) => change((before) => ({ ...before, typed: { ...before.typed, [row.row]: typed } }))}
                  onEnter={() => enter(row.row)}
                  onMove={(by) => move(row.row, by)}
                  onFocus={() => {
                    if (active !== undefined) setLeft((before) => new Set(before).add(active));
                    setActive(row.row);
                  }}
                />
              )}
              note={(row) => <EntryNote row={row} paper={paper} typed={draft.typed} isLeft={left.has(row.row) && row.row !== active} />}
            />
            <Decisions
              paper={paper}
              drafted={draft.decisions}
              disputed={keyedAt(draft.typed, 'disputed')}
              onChange={(drafted) => change((before) => ({ ...before, decisions: drafted }))}
              onDone={finish}
              boxes={boxes.current}
            />
          </>
        ) : null}
        <p className={css.blind}>{t('blind')}</p>
      </section>
      <ScanPanel scans={paper.scans} form={paper.form} at={rulerAt} />
    </Room>
  );
}

/** A key that belongs to the boxes themselves, drawn so that it is known. */
function KeyHint({ keys, words }: { readonly keys: string; readonly words: string }) {
  return (
    <span className={css.hint}>
      <kbd>{{ ArrowUp: '↑' }[keys] ?? keys}</kbd> {words}
    </span>
  );
}
