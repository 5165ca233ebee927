/** What a note is: an attention aid, where it holds a share against a threshold, else only a note. It accuses nobody, so it has no colour. */
import { useTranslation } from 'react-i18next';
import css from './NoteLabel.module.css';

export function NoteLabel({ isAid }: { readonly isAid: boolean }) {
  const { t } = useTranslation('findings');
  return <span className={css.label}>{t(isAid ? 'aid' : 'note')}</span>;
}
