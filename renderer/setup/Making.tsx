/** While a practice election is made: keys for everybody, and the first hour of its evening. */
import { useTranslation } from 'react-i18next';
import { showCount } from '../parts/figures.ts';
import { Room } from '../parts/Room.tsx';

export function Making({ making }: { readonly making: { readonly done: number; readonly total: number } }) {
  const { t } = useTranslation('setup');
  return (
    <Room title={t('making')} about={t('makingAbout')}>
      <p role="status">{t('makingProgress', { done: showCount(making.done), total: showCount(making.total) })}</p>
      <progress max={Math.max(making.total, 1)} value={making.done} aria-label={t('making')} />
    </Room>
  );
}
