/** A figure to be read: grouped, or in a word that the paper is blank or unreadable there, or that nothing was entered. */
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../core/count.ts';
import { showCount } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';

export function FigureRead({ figure }: { readonly figure: Figure | undefined }) {
  const { t } = useTranslation('paper');
  if (typeof figure === 'number') return <>{showCount(figure)}</>;
  return <span className={voices.missing}>{t(`marks.${figure ?? 'notEntered'}`)}</span>;
}
