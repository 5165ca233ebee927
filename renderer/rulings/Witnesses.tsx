/** The agents in the hall, named as witnesses of the ruling unless their tick is taken away. One tab stop; arrows move, Space ticks. */
import { useTranslation } from 'react-i18next';
import type { RuledForm } from '../../core/views/rulings.ts';
import { useRoving } from '../parts/roving.ts';
import css from './Rulings.module.css';

export interface WitnessesProps {
  readonly agents: RuledForm['witnesses'];
  readonly unnamed: ReadonlySet<string>;
  readonly onName: (agent: string, isNamed: boolean) => void;
}

export function Witnesses({ agents, unnamed, onName }: WitnessesProps) {
  const { t } = useTranslation('rulings');
  const roving = useRoving(agents.length);
  return (
    <fieldset className={css.witnesses}>
      <legend>{t('witnesses')}</legend>
      {agents.length === 0 ? <p>{t('noWitnesses')}</p> : null}
      {agents.map(({ id, name, party }, at) => (
        <label key={id}>
          <input type="checkbox" {...roving(at)} checked={!unnamed.has(id)} onChange={(event) => onName(id, event.target.checked)} />
          {name} <small>{party}</small>
        </label>
      ))}
    </fieldset>
  );
}
