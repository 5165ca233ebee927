/** What stands at the foot while somebody signs: how long the journal is, its head, the time. */
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../core/contract/frame.ts';
import { showCount, showDigest, showTime } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';
import css from './Sayings.module.css';

export function Instruments({ frame: { centre, head, at } }: { readonly frame: Frame }) {
  const { t } = useTranslation('sign');
  if (centre === undefined || head === undefined) return null;
  return (
    <span className={css.instruments}>
      {t('journalNow', { size: showCount(centre.size) })} <span className={voices.digest}>{showDigest(head)}</span>, {showTime(at)} EAT
    </span>
  );
}
