/** One of a few, each with its key drawn on it: the key chooses, and so do the arrows. */
import { useEffect, useId, useRef } from 'react';
import { Key, useKey } from '../parts/keys.tsx';
import css from './Sign.module.css';

/** The key of the option at a place: the digits end at nine. */
export function keyAt(place: number): string | undefined {
  return place < 9 ? String(place + 1) : undefined;
}

interface Option<Value extends string> {
  readonly value: Value;
  readonly keys?: string | undefined;
  readonly words: string;
}

export interface KeyedChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  /** What follows a choice made by its key; the arrows go on looking. */
  readonly onKeyed?: (() => void) | undefined;
}

export function KeyedChoice<Value extends string>({ label, value, options, onChange, onKeyed }: KeyedChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={css.keyed}>
      <legend>{label}</legend>
      {options.map((option, at) => (
        <KeyedOption
          key={option.value}
          option={option}
          name={name}
          isChosen={option.value === value}
          onChange={onChange}
          onKeyed={onKeyed}
          isFirst={at === 0}
        />
      ))}
    </fieldset>
  );
}

interface KeyedOptionProps<Value extends string> {
  readonly option: Option<Value>;
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChange: (value: Value) => void;
  readonly onKeyed: (() => void) | undefined;
  /** Focus goes there when the choice appears. */
  readonly isFirst: boolean;
}

function KeyedOption<Value extends string>({ option, name, isChosen, onChange, onKeyed, isFirst }: KeyedOptionProps<Value>) {
  const { value, keys, words } = option;
  const own = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) own.current?.focus();
  }, [isFirst]);
  useKey(keys, (event) => {
    if (event.repeat) return;
    own.current?.focus();
    onChange(value);
    onKeyed?.();
  });
  return (
    <label>
      <input
        ref={own}
        type="radio"
        name={name}
        value={value}
        checked={isChosen}
        onChange={() => onChange(value)}
        aria-keyshortcuts={keys}
      />
      {keys === undefined ? null : <Key name={keys} />}
      <span>{words}</span>
    </label>
  );
}
