/** What became of each receipt: it holds, it exposes the bundle, or this bundle cannot tell. */
import { useTranslation } from 'react-i18next';
import type { JudgedReceipt } from '../../core/verify-receipts.ts';
import { State } from '../parts/State.tsx';
import { CHECK_SHAPES } from '../verify/words-of.ts';
import css from './Bundle.module.css';

export function Receipts({ receipts }: { readonly receipts: readonly JudgedReceipt[] }) {
  const { t } = useTranslation(['verifier', 'checks']);
  return (
    <ul className={css.checks}>
      {receipts.map(({ name, status, detail }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two receipts of one name may be brought
        <li key={at}>
          <State shape={CHECK_SHAPES[status]} tone={status === 'failed' ? 'danger' : undefined}>
            {t(`checks:status.${status}`)}
          </State>
          <div>
            <b className={css.detail}>{name}</b>
            <p>{t(`verifier:receiptVerdicts.${status}`)}</p>
            <p className={css.detail}>{detail}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
