/** How far an agent is: forms answered, of the forms opened for this agent. */
import { useTranslation } from 'react-i18next';
import { showCount } from '../parts/figures.ts';
import css from './Sign.module.css';

export function Progress({ answered, asked }: { readonly answered: number; readonly asked: number }) {
  const { t } = useTranslation('sign');
  return (
    <p className={css.progress} role="status">
      <b>{showCount(answered)}</b> {t('ofAsked', { asked: showCount(asked) })} <span>{t('formsAnswered')}</span>
    </p>
  );
}
