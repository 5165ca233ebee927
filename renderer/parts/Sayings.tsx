/**
 * The four ends of an agent's sentence, of one size, weight and colour: to agree, to agree with an objection, to refuse, to step away.
 * One deliberate key each; a key that is held down says nothing.
 */
import { Key, useKey } from './keys.tsx';
import css from './Sayings.module.css';

export const SAYINGS = ['agree', 'object', 'refuse', 'away'] as const;
export type Saying = (typeof SAYINGS)[number];

export interface SayingsProps {
  readonly words: Readonly<Record<Saying, string>>;
  /** What each of them means, below it. */
  readonly means?: Readonly<Record<Saying, string>>;
  readonly barred: readonly Saying[];
  /** Stepping away is at hand under this key as well. */
  readonly awayKey?: string;
  /** Where the sentence stands that they end. */
  readonly sentence: string;
  /** Two beside each other, not four. */
  readonly isNarrow?: boolean;
  readonly onSay: (saying: Saying) => void;
}

export function Sayings({ words, means, barred, awayKey, sentence, isNarrow = false, onSay }: SayingsProps) {
  return (
    <ol className={isNarrow ? `${css.sayings} ${css.narrow}` : css.sayings} aria-labelledby={sentence}>
      {SAYINGS.map((saying, at) => (
        <SayingButton
          key={saying}
          number={String(at + 1)}
          words={words[saying]}
          means={means?.[saying]}
          second={saying === 'away' ? awayKey : undefined}
          isBarred={barred.includes(saying)}
          onSay={() => onSay(saying)}
        />
      ))}
    </ol>
  );
}

interface SayingButtonProps {
  readonly number: string;
  readonly words: string;
  readonly means: string | undefined;
  readonly second: string | undefined;
  readonly isBarred: boolean;
  readonly onSay: () => void;
}

function SayingButton({ number, words, means, second, isBarred, onSay }: SayingButtonProps) {
  const say = () => {
    if (!isBarred) onSay();
  };
  const hear = (event: { readonly repeat: boolean }) => {
    if (!event.repeat) say();
  };
  useKey(number, hear);
  useKey(second, hear);
  return (
    <li>
      <button type="button" aria-disabled={isBarred} aria-keyshortcuts={number} onClick={say}>
        <Key name={number} />
        <span>
          <b>
            {words} {second === undefined ? null : <Key name={second} />}
          </b>
          {means === undefined ? null : <small>{means}</small>}
        </span>
      </button>
    </li>
  );
}
