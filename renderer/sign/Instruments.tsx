/** What stands at the foot while somebody signs: how long the journal is, its head, the second copy, the time. */
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../core/contract/frame.ts';
import { useMediumWords } from '../medium/medium-words.ts';
import { showCount, showDigest, showTime } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';
import css from './Sayings.module.css';

export function Instruments({ frame: { centre, head, at, medium } }: { readonly frame: Frame }) {
  const { t } = useTranslation(['sign', 'medium']);
  const wordsOf = useMediumWords();
  if (centre === undefined || head === undefined) return null;
  return (
    <span className={css.instruments}>
      {t('sign:journalNow', { size: showCount(centre.size) })} <span className={voices.digest}>{showDigest(head)}</span>,{' '}
      {medium === undefined || medium.state === 'none' ? null : `${t('medium:instrument')} ${wordsOf(medium)}, `}
      {showTime(at)} EAT
    </span>
  );
}
