/** What each agent answered on one form, where the viewer may see it; else only how many have answered. */
import { useTranslation } from 'react-i18next';
import type { StationForm, StationOutcome, StationView } from '../../core/views/station.ts';
import { useRowWords } from '../paper/Sheet.tsx';
import { showCount } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import voices from '../parts/voices.module.css';
import css from './StationRoom.module.css';

interface OutcomesProps {
  readonly view: StationView;
  readonly form: StationForm;
}

export function Outcomes({ view, form: { agents, outcomes } }: OutcomesProps) {
  const { t } = useTranslation('station');
  if (agents === undefined) return null;
  return (
    <>
      <h3 className={css.part}>
        {t('agents')}: {t('answered', { ...agents })}
      </h3>
      {outcomes === undefined ? (
        <p className={css.note}>{t('outcomesHidden')}</p>
      ) : (
        <table className={ledger.ledger}>
          <thead>
            <tr>
              <th scope="col">{t('agent')}</th>
              <th scope="col">{t('outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {outcomes.map((outcome) => (
              <tr key={`${outcome.agent} ${outcome.party}`}>
                <th scope="row">
                  {outcome.agent} <span className={voices.missing}>{outcome.party}</span>
                </th>
                <td>
                  <OutcomeWords view={view} outcome={outcome} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function OutcomeWords({
  view,
  outcome: { outcome, code, reason, ownFigures = {} },
}: {
  readonly view: StationView;
  readonly outcome: StationOutcome;
}) {
  const { t } = useTranslation(['station', 'terms', 'paper']);
  const wordsOf = useRowWords();
  const own = view.rows.flatMap((row) => {
    const figure = ownFigures[row.row];
    if (figure === undefined) return [];
    return `${wordsOf(row)} ${typeof figure === 'number' ? showCount(figure) : t(`paper:marks.${figure}`)}`;
  });
  const more = [
    code === undefined ? undefined : t(`terms:objections.${code}`),
    reason,
    own.length === 0 ? undefined : t('station:ownCopy', { figures: own.join(', ') }),
  ];
  return (
    <span className={css.told}>
      {outcome === 'owed' ? <span className={voices.missing}>{t('station:owed')}</span> : t(`terms:outcomes.${outcome}`)}
      {more.map((words) => (words === undefined ? null : <small key={words}>{words}</small>))}
    </span>
  );
}
