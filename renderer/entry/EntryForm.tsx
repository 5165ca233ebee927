/** One form being typed: the sheet with its boxes, the scan beside it, then the decisions on disputed votes, then the read-back. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../../core/acts.ts';
import { TABLE_TOTAL } from '../../core/form.ts';
import type { Paper } from '../../core/views/paper.ts';
import { usePerform } from '../office/use-deed.ts';
import { useRowWords } from '../paper/Sheet.tsx';
import { figuresOf } from '../paper/typing.ts';
import { useBoxes } from '../paper/use-boxes.ts';
import { Button } from '../parts/Button.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { useKey } from '../parts/keys.tsx';
import { Room } from '../parts/Room.tsx';
import { ScanPanel } from '../scan/ScanPanel.tsx';
import { decisionsOf } from './Decisions.tsx';
import css from './Entry.module.css';
import { EntrySheet } from './EntrySheet.tsx';
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
  const [isReadingBack, setReadingBack] = useState(false);
  const codes = paper.rows.map(({ row }) => row);
  const boxes = useBoxes(codes);
  const { active, focus } = boxes;
  const rulerAt = useRuler(paper.formName, active === undefined ? undefined : codes.indexOf(active), codes.length);

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
          boxes.beginAgain();
          setReadingBack(false);
        }}
      />
    );
  }
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
          <KeyHint isSpare keys="Enter" words={t('next')} />
          <KeyHint isSpare keys="ArrowUp" words={t('back')} />
          <Button keys="Shift+ArrowDown" onPress={() => focus(TABLE_TOTAL)}>
            {t('totals')}
          </Button>
          <KeyHint isSpare keys="-" words={t('blank')} />
          <KeyHint isSpare keys="?" words={t('unreadable')} />
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
        {isRead ? <EntrySheet paper={paper} draft={draft} boxes={boxes} onChange={change} onDone={finish} /> : null}
        <p className={css.blind}>{t('blind')}</p>
      </section>
      <ScanPanel scans={paper.scans} form={paper.form} absent={paper.scanAbsent} at={rulerAt} />
    </Room>
  );
}
