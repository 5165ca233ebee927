/** A refusal as a person reads it: what was not done and what to do next, the numbers concerned, and the permanent code last. */
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../core/result.ts';
import css from './Refused.module.css';
import { Shape } from './State.tsx';

export function Refused({ refusal }: { readonly refusal: Refusal | undefined }) {
  const { t } = useTranslation('refusals');
  return (
    <div role="alert" className={css.place}>
      {refusal === undefined ? null : (
        <p className={css.refused}>
          <Shape shape="needs" />
          <span>
            {t(refusal.code)} {refusal.detail === undefined ? null : <span className={css.detail}>{refusal.detail}</span>}{' '}
            <span className={css.code}>{refusal.code}</span>
          </span>
        </p>
      )}
    </div>
  );
}
