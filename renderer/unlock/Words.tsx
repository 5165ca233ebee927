/**
 * Five boxes for the five words. Four letters complete a word; space or Enter goes on to the next box, Backspace in an empty box goes
 * back. What is typed lives in the boxes only and is gone when they are.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Shape } from '../parts/State.tsx';
import css from './Unlock.module.css';
import { readWord, WORDS } from './word-list.ts';

export interface WordsProps {
  readonly typed: readonly string[];
  readonly onType: (typed: readonly string[]) => void;
  readonly isHidden: boolean;
  readonly onDone: (typed: readonly string[]) => void;
}

export const NO_WORDS: readonly string[] = Array.from({ length: WORDS }, () => '');

/** Why the words cannot be tried yet: the place of the first that is missing or not in the list. */
export function firstFlaw(typed: readonly string[]): { readonly at: number; readonly is: 'begun' | 'unlisted' } | undefined {
  const read = typed.map(readWord);
  const at = read.findIndex(({ is }) => is !== 'word');
  const flaw = read[at];
  return flaw === undefined || flaw.is === 'word' ? undefined : { at: at + 1, is: flaw.is };
}

export function Words({ typed, onType, isHidden, onDone }: WordsProps) {
  const { t } = useTranslation('unlock');
  const boxes = useRef<(HTMLInputElement | null)[]>([]);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => boxes.current[0]?.focus(), []);
  const focus = (at: number) => {
    boxes.current[at]?.focus();
    boxes.current[at]?.select();
  };
  const complete = (at: number): readonly string[] => {
    const read = readWord(typed[at] ?? '');
    const completed = read.is === 'word' ? typed.with(at, read.word) : typed;
    onType(completed);
    return completed;
  };
  const put = (at: number, text: string) => {
    const several = text.trim().split(/\s+/u);
    if (several.length === 1) return onType(typed.with(at, text.trim()));
    onType(typed.map((before, place) => several[place - at] ?? before));
    focus(Math.min(at + several.length, WORDS) - 1);
  };
  const press = (event: KeyboardEvent, at: number) => {
    if (event.key === 'Backspace' && typed[at] === '' && at > 0) {
      event.preventDefault();
      focus(at - 1);
    }
    if ((event.key !== 'Enter' && event.key !== ' ') || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    if (typed[at] === '') return;
    const completed = complete(at);
    if (event.key === 'Enter' && firstFlaw(completed) === undefined) onDone(completed);
    else if (at + 1 < WORDS) focus(at + 1);
  };
  return (
    <ol className={css.words}>
      {typed.map((text, at) => (
        <WordBox
          // biome-ignore lint/suspicious/noArrayIndexKey: a word is named by its place
          key={at}
          label={t('word', { place: at + 1 })}
          text={text}
          isHidden={isHidden}
          isLeft={left.has(at)}
          box={(element) => {
            boxes.current[at] = element;
          }}
          onType={(changed) => put(at, changed)}
          onKey={(event) => press(event, at)}
          onLeave={() => setLeft((before) => new Set(before).add(at))}
        />
      ))}
    </ol>
  );
}

interface WordBoxProps {
  readonly label: string;
  readonly text: string;
  readonly isHidden: boolean;
  readonly isLeft: boolean;
  readonly box: (element: HTMLInputElement | null) => void;
  readonly onType: (text: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onLeave: () => void;
}

function WordBox({ label, text, isHidden, isLeft, box, onType, onKey, onLeave }: WordBoxProps) {
  const { t } = useTranslation('unlock');
  const id = useId();
  const read = readWord(text);
  const isFlawed = read.is === 'unlisted' || (isLeft && text !== '' && read.is === 'begun');
  return (
    <li>
      <label htmlFor={id}>{label}</label>
      <input
        ref={box}
        id={id}
        type={isHidden ? 'password' : 'text'}
        value={text}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={80}
        aria-invalid={isFlawed}
        aria-describedby={`${id}-more`}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKey}
        onBlur={onLeave}
      />
      <span id={`${id}-more`} className={css.wordMore}>
        {isFlawed ? (
          <span className={css.unlisted}>
            <Shape shape="waits" /> {t('unlisted')}
          </span>
        ) : read.is === 'word' ? (
          <>
            <Shape shape="passes" /> {isHidden ? t('listed') : read.word}
          </>
        ) : null}
      </span>
    </li>
  );
}
