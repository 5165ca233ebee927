/**
 * One paper being read again: every row in the paper's order, boxes where it is asked, the others covered; the scan beside it; then
 * the read-back. What was typed is kept as a draft until it is sealed.
 */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DECISIONS } from '../../core/form.ts';
import type { PaperToRead } from '../../core/views/differences.ts';
import { TypingRoom } from '../entry/TypingRoom.tsx';
import { useTyping } from '../entry/use-typing.ts';
import { usePerform } from '../office/use-deed.ts';
import { queries } from '../office/use-view.ts';
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
  const performing = usePerform();
  const [isSealing, setSealing] = useState(false);
  const codes = paper.rows.map(({ row }) => row).filter((row) => asked.includes(row));
  const withDecisions = asked.includes(DECISIONS);
  const typing = useTyping({ paper, codes, withDecisions, kind: 'reading' });
  const { readBack } = typing;
  const decisions = withDecisions ? readBack?.decisions : undefined;

  const seal = async () => {
    if (readBack === undefined) return;
    setSealing(true);
    if (await performing.perform(readingCommand(paper, readBack.figures, decisions))) {
      await typing.drop();
      onSealed();
      await queries.invalidateQueries({ queryKey: ['differences'] });
    }
    setSealing(false);
  };

  if (readBack !== undefined) {
    return (
      <ReadingBack
        paper={paper}
        about={about}
        figures={readBack.figures}
        decisions={decisions}
        isBusy={isSealing}
        refusal={performing.refusal}
        onSeal={() => void seal()}
        onBack={() => {
          performing.forget();
          typing.mend();
        }}
      />
    );
  }
  return (
    <TypingRoom
      title={t('title')}
      about={about}
      place={place}
      paper={paper}
      typing={typing}
      layout={css.reading}
      form={css.form}
      refusal={performing.refusal}
      onLeave={onLeave}
    >
      <p className={css.look}>{t('look')}</p>
      <p className={css.asked}>
        {t('rowsAsked', { asked: asked.length, rows: paper.rows.length + 1, agreed: paper.rows.length + 1 - asked.length })}
      </p>
      {typing.isRead ? (
        <ReadingSheet
          paper={paper}
          codes={codes}
          withDecisions={withDecisions}
          draft={typing.draft}
          onChange={typing.change}
          onDone={typing.finish}
          boxes={typing.boxes}
        />
      ) : null}
      <TypedBy typedBy={typedBy} reader={person} />
      <div className={css.edge}>{others}</div>
    </TypingRoom>
  );
}
