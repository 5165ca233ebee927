/**
 * Decisions on disputed votes, as the paper lists them: the ballot's serial and the candidate it was given to. As many lines are
 * offered as line 4 says; what the paper really lists is what is typed.
 */
import { useTranslation } from 'react-i18next';
import type { EntryDraft } from '../../core/contract/entry.ts';
import type { Keyed } from '../../core/count.ts';
import type { Paper } from '../../core/views/paper.ts';
import { Button } from '../parts/Button.tsx';
import { isNoCandidate } from './decisions-typed.ts';
import css from './Entry.module.css';

type Drafted = EntryDraft['decisions'];
const MOST_OFFERED = 500;

export interface DecisionsProps {
  readonly paper: Paper;
  readonly drafted: Drafted;
  readonly disputed: Keyed;
  readonly onChange: (drafted: Drafted) => void;
  readonly onDone: () => void;
  readonly boxes: Map<string, HTMLInputElement>;
}

export function Decisions({ paper, drafted, disputed, onChange, onDone, boxes }: DecisionsProps) {
  const { t } = useTranslation('entry');
  const said = disputed.is === 'figure' && typeof disputed.figure === 'number' ? disputed.figure : 0;
  const lines = Math.min(Math.max(drafted.length, said), MOST_OFFERED);
  if (lines === 0) return null;
  const whole = Array.from({ length: lines }, (_, at) => drafted[at] ?? { ballot: '', candidate: '' });
  const put = (at: number, change: Partial<Drafted[number]>) =>
    onChange(whole.map((line, place) => (place === at ? { ...line, ...change } : line)));
  return (
    <fieldset className={css.decisions}>
      <legend>{t('decisions')}</legend>
      {whole.map((line, at) => (
        // The place in the paper's list is what names a line: two may read the same.
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are named by their place on the paper
        <div key={at} className={css.decision}>
          <span>{at + 1}</span>
          <input
            ref={(box) => void (box !== null && boxes.set(`ballot${at}`, box))}
            aria-label={t('ballotOf', { line: at + 1 })}
            placeholder={t('ballot')}
            value={line.ballot}
            maxLength={200}
            onChange={(event) => put(at, { ballot: event.target.value })}
            onKeyDown={(event) => goOn(event, () => boxes.get(`given${at}`)?.focus())}
          />
          <input
            ref={(box) => void (box !== null && boxes.set(`given${at}`, box))}
            aria-label={t('givenToOf', { line: at + 1 })}
            aria-invalid={isNoCandidate(line.candidate, paper)}
            placeholder={t('givenTo')}
            inputMode="numeric"
            value={line.candidate}
            maxLength={40}
            onChange={(event) => put(at, { candidate: event.target.value })}
            onKeyDown={(event) => goOn(event, () => (at + 1 < lines ? boxes.get(`ballot${at + 1}`)?.focus() : onDone()))}
          />
          <span>{isNoCandidate(line.candidate, paper) ? t('noSuchCandidate') : ''}</span>
        </div>
      ))}
      <Button keys="Insert" look="plain" onPress={() => onChange([...whole, { ballot: '', candidate: '' }])}>
        {t('oneMoreDecision')}
      </Button>
    </fieldset>
  );
}

function goOn(event: React.KeyboardEvent, on: () => void): void {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  on();
}
