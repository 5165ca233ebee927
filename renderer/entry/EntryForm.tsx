/** One form being typed: the sheet with its boxes, the scan beside it, then the decisions on disputed votes, then the read-back. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TABLE_TOTAL } from '../../core/form.ts';
import type { Paper } from '../../core/views/paper.ts';
import { usePerform } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import css from './Entry.module.css';
import { EntrySheet } from './EntrySheet.tsx';
import { ReadBack } from './ReadBack.tsx';
import { TypingRoom } from './TypingRoom.tsx';
import { useTyping } from './use-typing.ts';

export interface EntryFormProps {
  readonly paper: Paper;
  readonly about: ReactNode;
  readonly place: string;
  readonly onNext: () => void;
  readonly onLeave: () => void;
}

export function EntryForm({ paper, about, place, onNext, onLeave }: EntryFormProps) {
  const { t } = useTranslation('entry');
  const performing = usePerform();
  const codes = paper.rows.map(({ row }) => row);
  const typing = useTyping({ paper, codes, withDecisions: true, kind: 'entry' });
  const { draft, boxes, readBack } = typing;

  const seal = async () => {
    if (readBack === undefined) return;
    const { figures, decisions } = readBack;
    const body = { form: paper.form, revision: paper.revision, figures, decisions: [...decisions] };
    if (!(await performing.perform({ kind: 'entry-sealed', body }))) return;
    await typing.drop();
    onNext();
  };

  if (readBack !== undefined) {
    return (
      <ReadBack
        paper={paper}
        about={about}
        {...readBack}
        isBusy={performing.isBusy}
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
      layout={css.entry}
      form={css.form}
      refusal={performing.refusal}
      actions={
        <Button keys="Shift+ArrowDown" onPress={() => boxes.focus(TABLE_TOTAL)}>
          {t('totals')}
        </Button>
      }
      onLeave={onLeave}
    >
      {typing.isRead ? <EntrySheet paper={paper} draft={draft} boxes={boxes} onChange={typing.change} onDone={typing.finish} /> : null}
      <p className={css.blind}>{t('blind')}</p>
    </TypingRoom>
  );
}
