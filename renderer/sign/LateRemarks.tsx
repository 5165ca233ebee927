/** What agents added after the acceptance, each in full: an official answers for a form and has to have read it. */
import { useTranslation } from 'react-i18next';
import type { SignFormView } from '../../core/views/sign-form.ts';
import { showTime } from '../parts/figures.ts';
import { State } from '../parts/State.tsx';
import { OwnFigures } from './Answers.tsx';
import css from './Paper.module.css';

export function LateRemarks({ view: { remarks, page, listed } }: { readonly view: SignFormView }) {
  const { t } = useTranslation('sign');
  if (remarks.length === 0) return null;
  return (
    <>
      <h2>{t('lateRemarks')}</h2>
      <ul>
        {remarks.map(({ agent, at, revision, stance, text, ownFigures, act }) => (
          <li key={act}>
            <b>{agent.name}</b> {agent.party}
            <br />
            <State shape={stance === 'agree' ? 'full' : 'differs'}>
              {t('remarked', { stance: t(`remarked_${stance}`), at: showTime(at) })}
            </State>
            {revision === listed.revision ? null : <span className={css.said}>{t('revision', { revision })}</span>}
            {text === undefined ? null : <span className={css.said}>{t('inWords', { reason: text })}</span>}
            {ownFigures === undefined || page === undefined ? null : <OwnFigures figures={ownFigures} page={page} />}
          </li>
        ))}
      </ul>
    </>
  );
}
