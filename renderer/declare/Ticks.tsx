/** Some of a list: each may be ticked, arrows move from one to the next, Space ticks. A box above narrows a long list. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../parts/Field.tsx';
import { useRoving } from '../parts/roving.ts';
import voices from '../parts/voices.module.css';
import css from './Declare.module.css';

export interface Tickable {
  readonly id: string;
  readonly words: string;
  readonly more?: string;
}
export interface TicksProps {
  readonly label: string;
  readonly items: readonly Tickable[];
  readonly ticked: ReadonlySet<string>;
  readonly onChange: (ticked: ReadonlySet<string>) => void;
  readonly none: string;
}

/** From here on a list is long enough to be narrowed. */
const LONG = 12;

export function Ticks({ label, items, ticked, onChange, none }: TicksProps) {
  const { t } = useTranslation('declare');
  const [typed, setTyped] = useState('');
  const sought = typed.trim().toLowerCase().replaceAll(' ', '');
  const shown = items.filter(({ id, words }) => `${id}${words}`.toLowerCase().replaceAll(' ', '').includes(sought));
  const itemAt = useRoving(shown.length);
  const turn = (id: string) => {
    const changed = new Set(ticked);
    if (!changed.delete(id)) changed.add(id);
    onChange(changed);
  };
  if (items.length === 0) return <p className={voices.missing}>{none}</p>;
  return (
    <fieldset className={css.ticks}>
      <legend className={voices.label}>
        {label} <span aria-live="polite">{t('ticked', { number: ticked.size, total: items.length })}</span>
      </legend>
      {items.length < LONG ? null : <TextField label={t('narrow')} value={typed} onChange={setTyped} />}
      <div className={css.tickList}>
        {shown.map(({ id, words, more }, place) => (
          <label key={id} className={css.tick}>
            <input type="checkbox" checked={ticked.has(id)} onChange={() => turn(id)} {...itemAt(place)} />
            <span>{words}</span>
            {more === undefined ? null : <span className={voices.code}>{more}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
