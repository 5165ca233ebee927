/** What became of a paper: saved under a name, handed to the program that prints it, or why there is none. */
import { useTranslation } from 'react-i18next';
import type { PaperAnswer } from '../../core/contract/papers.ts';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Papers.module.css';

export function PaperOutcome({ outcome }: { readonly outcome: PaperAnswer }) {
  const { t } = useTranslation('papers');
  switch (outcome.is) {
    case 'cancelled':
      return <p>{t('cancelled')}</p>;
    case 'failed':
      return (
        <>
          <p>
            <State shape="fails" tone="danger">
              {t('failed')}
            </State>
          </p>
          <p>{t(`trouble.${outcome.trouble}`)}</p>
          {outcome.detail === undefined ? null : <p className={voices.code}>{outcome.detail}</p>}
        </>
      );
    case 'saved':
    case 'opened':
      return (
        <>
          <p>
            <State shape="passes" tone="settled">
              {t(outcome.is)}
            </State>
          </p>
          <p className={css.file}>{outcome.name}</p>
        </>
      );
  }
}
