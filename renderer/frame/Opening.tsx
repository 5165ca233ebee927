/** While a centre is opened: every act, signature and table is checked again, and this says how far it is. */
import { useTranslation } from 'react-i18next';
import { showCount } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';

export function Opening({ opening }: { readonly opening: { readonly done: number; readonly total: number } }) {
  const { t } = useTranslation('frame');
  return (
    <Room title={t('opening')} about={t('openingAbout')}>
      <p role="status">
        {opening.total === 0 ? t('openingPages') : t('openingProgress', { done: showCount(opening.done), total: showCount(opening.total) })}
      </p>
      <progress max={Math.max(opening.total, 1)} value={opening.done} aria-label={t('opening')} />
    </Room>
  );
}
