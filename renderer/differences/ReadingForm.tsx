/**
 * One paper being read again: every row in the paper's order, boxes where it is asked, the others covered; the scan beside it; then
 * the read-back. What was typed is kept as a draft until it is sealed.
 */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DECISIONS } from '../../core/form.ts';
import type { PaperToRead } from '../../core/views/differences.ts';
import { decisionsOf } from '../entry/Decisions.tsx';
import { useDraft } from '../entry/use-draft.ts';
import { useRuler } from '../entry/use-ruler.ts';
import { usePerform } from '../office/use-deed.ts';
import { queries } from '../office/use-view.ts';
import { useRowWords } from '../paper/Sheet.tsx';
import { figuresOf } from '../paper/typing.ts';
import { useBoxes } from '../paper/use-boxes.ts';
import { Button } from '../parts/Button.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { useKey } from '../parts/keys.tsx';
import { Room } from '../parts/Room.tsx';
import { ScanPanel } from '../scan/ScanPanel.tsx';
import css from './Differences.module.css';
import { ReadingBack } from './ReadingBack.tsx';
import { ReadingSheet } from './ReadingSheet.tsx';
import { readingCommand } from './reading-command.ts';
import { TypedBy } from './TypedBy.tsx';

export interface ReadingFormProps {
  readonly toRead: PaperToRead;
  readonly person: string;
  readonly about: ReactNode;
  readonly place: string;
  readonly others: ReactNode;
  readonly onSealed: () => void;
  readonly onLeave: () => void;
}

export function ReadingForm({ toRead: { paper, asked, typedBy }, person, about, place, others, onSealed, onLeave }: ReadingFormProps) {
  const { t } = useTranslation('differences');
  const wordsOf = useRowWords();
  const { draft, isRead, change, drop } = useDraft(paper.form, paper.revision, 'reading');
  const performing = usePerform();
  const [isReadingBack, setReadingBack] = useState(false);
  const [isSealing, setSealing] = useState(false);
  const codes = paper.rows.map(({ row }) => row).filter((row) => asked.includes(row));
  const withDecisions = asked.includes(DECISIONS);
  const boxes = useBoxes(codes);
  const { active, focus } = boxes;
  const printed = paper.rows.findIndex(({ row }) => row === active);
  const rulerAt = useRuler(paper.formName, printed < 0 ? undefined : printed, paper.rows.length);

  const read = figuresOf(draft.typed, codes);
  const decisions = withDecisions ? decisionsOf(draft.decisions, paper) : [];
  const missing = 'faulty' in read ? paper.rows.find(({ row }) => row === read.faulty) : undefined;
  const finish = () => {
    if ('faulty' in read) return focus(read.faulty);
    if (decisions === undefined) return focus('ballot0');
    setReadingBack(true);
  };
  useKey('Shift+Enter', finish);
  const seal = async () => {
    if ('faulty' in read || decisions === undefined) return;
    setSealing(true);
    if (await performing.perform(readingCommand(paper, read.figures, withDecisions ? decisions : undefined))) {
      await drop();
      onSealed();
      await queries.invalidateQueries({ queryKey: ['differences'] });
    }
    setSealing(false);
  };

  if (isReadingBack && 'figures' in read && decisions !== undefined) {
    return (
      <ReadingBack
        paper={paper}
        about={about}
        figures={read.figures}
        decisions={withDecisions ? decisions : undefined}
        isBusy={isSealing}
        refusal={performing.refusal}
        onSeal={() => void seal()}
        onBack={() => {
          performing.forget();
          boxes.beginAgain();
          setReadingBack(false);
        }}
      />
    );
  }
  const barred = missing !== undefined ? t('notYet', { row: wordsOf(missing) }) : decisions === undefined ? t('decisionsWrong') : undefined;
  return (
    <Room
      title={t('title')}
      about={about}
      right={place}
      layout={css.reading}
      refusal={performing.refusal}
      actions={
        <>
          <KeyHint isSpare keys="Enter" words={t('next')} />
          <KeyHint isSpare keys="ArrowUp" words={t('back')} />
          <KeyHint isSpare keys="-" words={t('blank')} />
          <KeyHint isSpare keys="?" words={t('unreadable')} />
        </>
      }
      finish={
        <>
          <Button keys="Escape" look="plain" onPress={onLeave}>
            {t('leave')}
          </Button>
          <Button keys="Shift+Enter" look="main" onPress={finish} barred={barred}>
            {t('readBack')}
          </Button>
        </>
      }
    >
      <section className={css.form} aria-label={t('theForm')}>
        <p className={css.look}>{t('look')}</p>
        <p className={css.asked}>
          {t('rowsAsked', { asked: asked.length, rows: paper.rows.length + 1, agreed: paper.rows.length + 1 - asked.length })}
        </p>
        {isRead ? (
          <ReadingSheet
            paper={paper}
            codes={codes}
            withDecisions={withDecisions}
            draft={draft}
            onChange={change}
            onDone={finish}
            boxes={boxes}
          />
        ) : null}
        <TypedBy typedBy={typedBy} reader={person} />
        <div className={css.edge}>{others}</div>
      </section>
      <ScanPanel scans={paper.scans} form={paper.form} absent={paper.scanAbsent} at={rulerAt} />
    </Room>
  );
}
