/** The second medium among the instruments below the rooms: its state in word and shape, and the way to its page. */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { MediumInstrument as Instrument } from '../../core/views/medium.ts';
import { useKey } from '../parts/keys.tsx';
import { Shape } from '../parts/State.tsx';
import css from './Medium.module.css';
import { mediumShape, mediumTone, useMediumWords } from './medium-words.ts';

export const MEDIUM_PLACE = '/setup/medium';

export function MediumInstrument({ medium }: { readonly medium: Instrument }) {
  const { t } = useTranslation('medium');
  const [place, go] = useLocation();
  const wordsOf = useMediumWords();
  const open = () => go(MEDIUM_PLACE);
  useKey('Alt+M', open);
  const words = wordsOf(medium);
  const tone = mediumTone(medium);
  return (
    <button
      type="button"
      className={css.instrument}
      onClick={open}
      aria-keyshortcuts="Alt+M"
      aria-current={place === MEDIUM_PLACE ? 'page' : undefined}
    >
      <i aria-hidden="true">M</i>
      <span className={css.label}>{t('instrument')}</span>
      <span className={tone === undefined ? css.words : `${css.words} ${css[tone]}`}>
        <Shape shape={mediumShape(medium)} /> {words}
      </span>
    </button>
  );
}
