/** What may be ruled, each with what it does to the totals; where the law knows a ground to disregard, the totals with and without. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, FindingSeen, RuledForm } from '../../core/views/rulings.ts';
import { useBarred } from '../parts/barred.ts';
import { Key, useKey } from '../parts/keys.tsx';
import { Shape } from '../parts/State.tsx';
import { EffectTable } from './EffectTable.tsx';
import css from './Rulings.module.css';
import { useEffectWords } from './use-effect-words.ts';

export interface ChoicesProps {
  readonly form: RuledForm;
  readonly finding: FindingSeen;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
  /** A choice was made by its key: on to the reason. */
  readonly onDecided: () => void;
}

export function Choices({ form, finding, choice, onChoose, onDecided }: ChoicesProps) {
  const { t } = useTranslation('rulings');
  const name = useId();
  const why = useBarred('rulings');
  const effectOf = useEffectWords(form, finding);
  const { barred, ground, ruling } = finding;
  const options: readonly Choice[] = ground === undefined ? ['count'] : ['count', 'disregard'];
  const open = options.filter((option) => barred[option] === undefined);
  const notice = open.length > 0 || ruling !== undefined ? undefined : barred.count;
  const choose = (option: Choice | undefined) => {
    if (option === undefined || !open.includes(option)) return;
    onChoose(option);
    onDecided();
  };
  useKey('1', () => choose(options[0]));
  useKey('2', () => choose(options[1]));
  return (
    <fieldset className={css.rulings}>
      <legend>{t('theRuling')}</legend>
      {notice === undefined ? null : (
        <p className={css.notice}>
          <Shape shape="waits" /> {t('cannotRule', { why: why(notice) ?? '' })}
        </p>
      )}
      {ruling !== undefined && open.length > 0 ? <p className={css.quiet}>{t('changeRuling')}</p> : null}
      {barred.disregard === 'R-RULING-STANDS' && open.length > 0 ? <p className={css.quiet}>{t('onlyCount')}</p> : null}
      {options.map((option, at) => (
        <label key={option} className={css.choice}>
          <input
            type="radio"
            name={name}
            ref={at === 0 ? focusOnce : undefined}
            checked={choice === option}
            disabled={!open.includes(option)}
            onChange={() => onChoose(option)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey) choose(option);
            }}
          />
          <Key name={String(at + 1)} />
          <span>
            <b>{option === 'count' ? t('count') : t('disregard', { ground: ground ?? '' })}</b>
            <small>{effectOf(option)}</small>
          </span>
        </label>
      ))}
      {ground !== undefined && form.effect !== undefined ? <EffectTable form={form} effect={form.effect} /> : null}
    </fieldset>
  );
}

/** The choices are what a finding waits for: the keyboard goes there when one is shown. */
function focusOnce(radio: HTMLInputElement | null): void {
  if (radio !== null && !radio.disabled) radio.focus();
}
