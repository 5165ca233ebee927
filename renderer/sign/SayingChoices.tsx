/**
 * The four choices that finish one sentence, of one size, weight and colour: to agree, to agree with an objection, to refuse, to say
 * nothing now. A key that is held down says nothing twice, and nothing is heard before the figures stand on the screen.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Named } from '../../core/views/named.ts';
import { Key, useKey } from '../parts/keys.tsx';
import css from './Sayings.module.css';

export const SAYINGS = ['agree', 'object', 'refuse', 'away'] as const;
/** Stepping away is at hand under a letter as well. */
const SKIP = 'S';
export type Saying = (typeof SAYINGS)[number];

export interface SayingChoicesProps {
  readonly agent: Named;
  readonly isListening: boolean;
  readonly onSay: (saying: Saying) => void;
  /** What stands quietly at the end of the sentence. */
  readonly note?: ReactNode;
}

export function SayingChoices({ agent, isListening, onSay, note }: SayingChoicesProps) {
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
          <span role="status">{isListening ? null : t('letGo')}</span>
          {note}
        </span>
      </div>
      <ol aria-labelledby="sentence">
        {SAYINGS.map((saying, at) => (
          <Choice key={saying} saying={saying} number={String(at + 1)} isListening={isListening} onSay={onSay} />
        ))}
      </ol>
    </div>
  );
}

interface ChoiceProps {
  readonly saying: Saying;
  readonly number: string;
  readonly isListening: boolean;
  readonly onSay: (saying: Saying) => void;
}

function Choice({ saying, number, isListening, onSay }: ChoiceProps) {
  const { t } = useTranslation('sign');
  const say = () => {
    if (isListening) onSay(saying);
  };
  useKey(number, (event) => {
    if (!event.repeat) say();
  });
  useKey(saying === 'away' ? SKIP : undefined, (event) => {
    if (!event.repeat) say();
  });
  return (
    <li>
      <button type="button" aria-disabled={!isListening} aria-keyshortcuts={number} onClick={say}>
        <Key name={number} />
        <span>
          <b>
            {t(`say_${saying}`)} {saying === 'away' ? <Key name={SKIP} /> : null}
          </b>
          <small>{t(`means_${saying}`)}</small>
        </span>
      </button>
    </li>
  );
}
