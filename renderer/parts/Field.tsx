/** A box with its label above and what is wrong below: a line of text, several lines, or a choice. What was typed is never altered. */
import { type ReactNode, type Ref, useId } from 'react';
import css from './Field.module.css';
import { Shape } from './State.tsx';

interface Common {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly fault?: string | undefined;
}

export interface TextFieldProps extends Common {
  readonly lines?: number;
  readonly isSecret?: boolean;
  readonly inputMode?: 'numeric' | 'text';
  readonly ref?: Ref<HTMLInputElement & HTMLTextAreaElement>;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly onEnter?: () => void;
}

export function TextField(props: TextFieldProps) {
  const id = useId();
  const shared = {
    id,
    ref: props.ref,
    className: css.box,
    value: props.value,
    autoComplete: 'off',
    spellCheck: false,
    autoFocus: props.autoFocus,
    maxLength: props.maxLength,
    'aria-invalid': props.fault !== undefined,
    'aria-describedby': `${id}-more`,
    onChange: (event: { readonly target: { readonly value: string } }) => props.onChange(event.target.value),
  };
  return (
    <div className={css.field}>
      <label htmlFor={id}>{props.label}</label>
      {props.lines === undefined ? (
        <input
          {...shared}
          type={props.isSecret ? 'password' : 'text'}
          inputMode={props.inputMode}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && props.onEnter !== undefined) {
              event.preventDefault();
              props.onEnter();
            }
          }}
        />
      ) : (
        <textarea {...shared} rows={props.lines} />
      )}
      <FieldMore id={`${id}-more`} hint={props.hint} fault={props.fault} />
    </div>
  );
}

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly words: string }[];
  readonly onChange: (value: Value) => void;
  readonly hint?: ReactNode;
  readonly fault?: string | undefined;
}

/** One of a few: arrows move, and what is chosen is marked by more than colour. */
export function Choice<Value extends string>({ label, value, options, onChange, hint, fault }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <fieldset className={css.field} aria-describedby={`${id}-more`}>
      <legend>{label}</legend>
      <div className={css.options}>
        {options.map((option) => (
          <label key={option.value} className={css.option}>
            <input type="radio" name={id} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.words}</span>
          </label>
        ))}
      </div>
      <FieldMore id={`${id}-more`} hint={hint} fault={fault} />
    </fieldset>
  );
}

function FieldMore({ id, hint, fault }: { readonly id: string; readonly hint: ReactNode; readonly fault: string | undefined }) {
  return (
    <div id={id} className={css.more}>
      {fault === undefined ? (
        hint
      ) : (
        <span className={css.fault}>
          <Shape shape="waits" /> {fault}
        </span>
      )}
    </div>
  );
}
