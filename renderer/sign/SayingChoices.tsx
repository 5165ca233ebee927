/**
 * The sentence that an agent finishes about one form, with its four ends. Nothing is heard before all figures have stood on the
 * screen and every key was let go.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Named } from '../../core/views/named.ts';
import { SAYINGS, type Saying, Sayings } from '../parts/Sayings.tsx';
import css from './Sayings.module.css';

export interface SayingChoicesProps {
  readonly agent: Named;
  readonly isListening: boolean;
  /** Said as long as the choices do not listen. */
  readonly waitsFor: string;
  readonly onSay: (saying: Saying) => void;
  /** What stands quietly at the end of the sentence. */
  readonly note?: ReactNode;
}

export function SayingChoices({ agent, isListening, waitsFor, onSay, note }: SayingChoicesProps) {
  const { t } = useTranslation('sign');
  return (
    <div className={css.sayings}>
      <div className={css.sentence}>
        <span id="sentence">
          {t('iSay1')} <b>{agent.name}</b>
          {agent.party === undefined ? null : (
            <>
              {t('iSay2')} <b>{agent.party}</b>
            </>
          )}
          {t('iSay3')}
        </span>
        <span className={css.note}>
          <span role="status">{isListening ? null : waitsFor}</span>
          {note}
        </span>
      </div>
      <Sayings
        words={each((saying) => t(`say_${saying}`))}
        means={each((saying) => t(`means_${saying}`))}
        barred={isListening ? [] : SAYINGS}
        awayKey="S"
        sentence="sentence"
        onSay={onSay}
      />
    </div>
  );
}

function each(wordsOf: (saying: Saying) => string): Readonly<Record<Saying, string>> {
  return { agree: wordsOf('agree'), object: wordsOf('object'), refuse: wordsOf('refuse'), away: wordsOf('away') };
}
