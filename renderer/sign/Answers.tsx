/** What the agents said on one form, one below the other: the outcome in words, the reason, and figures of an own copy beside the form's. */
import { useTranslation } from 'react-i18next';
import type { AnswerRow } from '../../core/views/sign-answers.ts';
import type { FormPage } from '../../core/views/sign-page.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { useRowWords } from '../paper/Sheet.tsx';
import { showTime } from '../parts/figures.ts';
import { State } from '../parts/State.tsx';
import { OUTCOME_SHAPES } from '../parts/shapes.ts';
import css from './Paper.module.css';

export interface AnswersProps {
  readonly title: string;
  readonly rows: readonly AnswerRow[];
  readonly page: FormPage;
}

export function Answers({ title, rows, page }: AnswersProps) {
  return (
    <>
      <h2>{title}</h2>
      <ul aria-live="polite">
        {rows.map((row) => (
          <Said key={row.agent.id} row={row} page={page} />
        ))}
      </ul>
    </>
  );
}

function Said({ row: { agent, outcome, owes, answer, closing, isHere }, page }: { readonly row: AnswerRow; readonly page: FormPage }) {
  const { t } = useTranslation(['sign', 'terms']);
  const reason = answer?.reason ?? closing?.reason;
  return (
    <li>
      <b>{agent.name}</b> {agent.party}
      <br />
      {owes ? (
        <State shape="waits" tone="attention">
          {isHere ? t('sign:notAnswered') : t('sign:notAnsweredSentOut')}
        </State>
      ) : outcome === undefined ? (
        <span>{t('sign:nothingOwed')}</span>
      ) : (
        <State shape={OUTCOME_SHAPES[outcome]}>
          {t(`terms:outcomes.${outcome}`)}
          {answer === undefined ? '' : ` ${showTime(answer.at)}`}
        </State>
      )}
      {answer?.code === undefined ? null : <span className={css.said}>{t(`terms:objections.${answer.code}`)}</span>}
      {reason === undefined ? null : <span className={css.said}>{t('sign:inWords', { reason })}</span>}
      {closing === undefined ? null : <span className={css.said}>{t('sign:closedBy', { by: closing.by.name })}</span>}
      {answer === undefined || answer.changed === 0 ? null : (
        <span className={css.said}>{t('sign:changedMind', { times: answer.changed })}</span>
      )}
      {answer?.ownFigures === undefined ? null : <OwnFigures figures={answer.ownFigures} page={page} />}
    </li>
  );
}

/** Row by row: the agent's copy, and the form. */
export function OwnFigures({ figures, page }: { readonly figures: FormPage['figures']; readonly page: FormPage }) {
  const { t } = useTranslation('sign');
  const wordsOf = useRowWords();
  const rows = page.paper.rows.filter(({ row }) => figures[row] !== undefined);
  return (
    <>
      {rows.map((row) => (
        <span key={row.row} className={css.said}>
          {wordsOf(row)}: {t('ownCopy')} <FigureRead figure={figures[row.row]} />, {t('thisForm')}{' '}
          <FigureRead figure={page.figures[row.row]} />
        </span>
      ))}
    </>
  );
}
