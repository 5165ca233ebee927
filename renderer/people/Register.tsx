/**
 * The register of agents as a strip of time: a bar for every stay in the hall, the present moment as a line, and beside it how many
 * forms each has answered and whose key it is.
 */
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../core/views/people.ts';
import { showTime } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import type { Rows } from '../parts/rows.ts';
import voices from '../parts/voices.module.css';
import { KeyWords } from './KeyWords.tsx';
import css from './People.module.css';
import { PersonStateWords } from './PersonStateWords.tsx';
import { hoursOf, partOf, type Span, spanOf } from './span.ts';

export interface RegisterProps {
  readonly agents: readonly PersonRow[];
  readonly now: string;
  readonly rows: Rows;
}

export function Register({ agents, now, rows }: RegisterProps) {
  const { t } = useTranslation('people');
  const span = spanOf(agents, now);
  return (
    <table aria-label={t('register')} className={`${ledger.ledger} ${ledger.typed}`}>
      <thead>
        <tr>
          <th scope="col" className={css.number}>
            {t('numberShort')}
          </th>
          <th scope="col">{t('agent')}</th>
          <th scope="col" className={css.time}>
            <Hours span={span} />
          </th>
          <th scope="col" className={css.now}>
            {t('now')}
          </th>
          <th scope="col" className={`${css.answered} ${ledger.number}`}>
            {t('answered')}
          </th>
          <th scope="col" className={css.key}>
            {t('key')}
          </th>
        </tr>
      </thead>
      <tbody>
        {agents.map((agent) => (
          <tr key={agent.id} {...rows.rowProps(agent.id)} className={agent.id === rows.chosen ? ledger.active : undefined}>
            <td className={`${voices.code} ${ledger.cut}`}>{agent.id}</td>
            <td className={ledger.cut}>
              {agent.name} <span className={`${voices.missing} ${css.party}`}>{agent.party}</span>
            </td>
            <td className={css.strip}>
              <Stays agent={agent} span={span} now={now} />
            </td>
            <td>
              <PersonStateWords row={agent} />
            </td>
            <td className={ledger.number}>
              {agent.answered === undefined ? null : (
                <>
                  {agent.answered.forms} <span className={voices.missing}>{t('of', { number: agent.answered.of })}</span>
                </>
              )}
            </td>
            <td className={ledger.cut}>
              <KeyWords row={agent} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Hours({ span }: { readonly span: Span }) {
  const { t } = useTranslation('people');
  return (
    <span className={css.hours}>
      <span className={voices.unseen}>{t('inTheHall')}</span>
      {hoursOf(span).map((hour) => (
        <span key={hour} aria-hidden="true" style={{ left: `${partOf(span, hour)}%` }}>
          {showTime(hour)}
        </span>
      ))}
    </span>
  );
}

function Stays({ agent, span, now }: { readonly agent: PersonRow; readonly span: Span; readonly now: string }) {
  const { t } = useTranslation('people');
  return (
    <span className={css.bars}>
      {agent.stays.map(({ from, to = now }) => (
        <span
          key={from}
          aria-hidden="true"
          style={{ left: `${partOf(span, from)}%`, width: `${Math.max(0.5, partOf(span, to) - partOf(span, from))}%` }}
        />
      ))}
      <i aria-hidden="true" style={{ left: `${partOf(span, now)}%` }} />
      <span className={voices.unseen}>
        {agent.stays
          .map(({ from, to }) => t('stay', { from: showTime(from), to: to === undefined ? t('stillHere') : showTime(to) }))
          .join('; ')}
      </span>
    </span>
  );
}
