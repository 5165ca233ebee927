/** The named checks: how each ended, in a shape and a word, what it proves, and what was found. */
import { useTranslation } from 'react-i18next';
import type { Check } from '../../core/checks.ts';
import { State } from '../parts/State.tsx';
import { CHECK_SHAPES } from '../verify/words-of.ts';
import css from './Bundle.module.css';
import tables from './Tables.module.css';

export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const { t } = useTranslation('checks');
  return (
    <ul className={css.checks}>
      {checks.map(({ name, status, detail }) => (
        <li key={name}>
          <State shape={CHECK_SHAPES[status]} tone={status === 'failed' ? 'danger' : undefined}>
            {t(`status.${status}`)}
          </State>
          <div>
            <b>{t(`${name}.name`)}</b>
            <span className={tables.explain}>{t(`${name}.explain`)}</span>
            <p className={css.detail}>{detail}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
