/** A particular of a paper as question and answer, in the words of the receiving desk. */
import { useTranslation } from 'react-i18next';
import type { Particulars } from '../../core/particulars.ts';

export function useParticularWords(): (item: keyof Particulars, answer: string) => { readonly asked: string; readonly answer: string } {
  const { t } = useTranslation('paper');
  const said = (item: keyof Particulars, answer: string): string => {
    switch (item) {
      case 'serial':
        return answer === '-' ? t('serial.none') : answer === '?' ? t('serial.unreadable') : answer;
      case 'book':
        return t(`book.${answer as 'unknown'}`);
      case 'copy':
        return t(`copy.${answer as 'original'}`);
      case 'alterations':
        return t(`alterations.${answer as 'none'}`);
      default:
        return t(`seen.${answer as 'yes'}`);
    }
  };
  return (item, answer) => ({ asked: t(`questions.${item}`), answer: said(item, answer) });
}
