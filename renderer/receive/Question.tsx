/** One question about the paper: the serial is typed, everything else takes one key and goes on by itself. */
import { type Ref, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Key, useKey } from '../parts/keys.tsx';
import { type Item, type Option, optionsOf } from './questions.ts';
import css from './Receive.module.css';

export interface QuestionProps {
  readonly item: Item;
  readonly answer: string | undefined;
  readonly isActive: boolean;
  /** Something else is told at the end of the row. */
  readonly isNoted: boolean;
  readonly onAnswer: (answer: string) => void;
  /** An answer that also goes on to the next question. */
  readonly onChoose: (answer: string) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onFocus: () => void;
  readonly ref: Ref<HTMLElement>;
}

export function Question(props: QuestionProps) {
  return props.item === 'serial' ? <SerialQuestion {...props} /> : <ChoiceQuestion {...props} item={props.item} />;
}

function SerialQuestion({ answer, isNoted, onAnswer, onMove, onFocus, ref }: QuestionProps) {
  const { t } = useTranslation(['receive', 'paper']);
  const words = { '-': t('paper:serial.none'), '?': t('paper:serial.unreadable') }[answer ?? ''];
  return (
    <span className={css.serial}>
      <input
        ref={ref as Ref<HTMLInputElement>}
        aria-label={t('paper:questions.serial')}
        aria-describedby="serial-marks"
        value={answer ?? ''}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        onFocus={onFocus}
        onChange={(event) => onAnswer(event.target.value)}
        onKeyDown={(event) => {
          const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (by === undefined || event.shiftKey || event.altKey) return;
          event.preventDefault();
          onMove(by as 1 | -1);
        }}
      />
      <span id="serial-marks" className={css.marks}>
        {words ?? (isNoted ? '' : t('receive:serialMarks'))}
      </span>
    </span>
  );
}

function ChoiceQuestion({
  item,
  answer,
  isActive,
  onChoose,
  onMove,
  onFocus,
  ref,
}: QuestionProps & { readonly item: Exclude<Item, 'serial'> }) {
  const { t } = useTranslation('paper');
  const options = optionsOf(item);
  const buttons = useRef(new Map<number, HTMLButtonElement>());
  const chosen = options.findIndex(({ value }) => value === answer);
  const reachable = Math.max(0, chosen);
  return (
    <div
      role="radiogroup"
      aria-label={t(`questions.${item}`)}
      className={css.options}
      onKeyDown={(event) => {
        const at = [...buttons.current.values()].indexOf(event.target as HTMLButtonElement);
        const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (event.shiftKey || event.altKey || event.ctrlKey) return;
        if (sideways !== undefined) buttons.current.get((at + sideways + options.length) % options.length)?.focus();
        else if (by !== undefined) onMove(by as 1 | -1);
        // Enter goes on; it never answers, for a held key must not say yes to everything.
        else if (event.key === 'Enter') answer === undefined ? undefined : onMove(1);
        else return;
        event.preventDefault();
      }}
    >
      {options.map((option, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio answers as soon as an arrow passes over it
        <button
          key={option.value}
          ref={(button) => {
            if (button !== null) buttons.current.set(at, button);
            if (at !== reachable) return;
            if (typeof ref === 'function') ref(button);
          }}
          type="button"
          role="radio"
          aria-checked={option.value === answer}
          tabIndex={at === reachable ? 0 : -1}
          onFocus={onFocus}
          onClick={() => onChoose(option.value)}
        >
          {isActive ? <OptionKey option={option} onPress={() => onChoose(option.value)} /> : null}
          <span>{t(`${option.words}.${option.value}` as 'seen.yes')}</span>
        </button>
      ))}
    </div>
  );
}

function OptionKey({ option, onPress }: { readonly option: Option; readonly onPress: () => void }) {
  useKey(option.key, onPress);
  return <Key name={option.key} />;
}
