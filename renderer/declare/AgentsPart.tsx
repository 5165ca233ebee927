/** The agents at the summary: who is in the hall, who has answered, and how, for those who may see it. */
import { useTranslation } from 'react-i18next';
import type { DeclareContest } from '../../core/views/declare.ts';
import type { SummaryAgent } from '../../core/views/declare-agents.ts';
import { showTime } from '../parts/figures.ts';
import { Section } from '../parts/Room.tsx';
import { type ShapeName, State } from '../parts/State.tsx';
import { OUTCOME_SHAPES } from '../parts/shapes.ts';
import voices from '../parts/voices.module.css';
import css from './Declare.module.css';

const ATTENDANCE_SHAPES: Readonly<Record<SummaryAgent['attendance'], ShapeName>> = {
  in: 'awaited',
  out: 'out',
  gone: 'out',
  absent: 'empty',
};

export function AgentsPart({ contest }: { readonly contest: DeclareContest }) {
  const { t } = useTranslation('declare');
  const { agents, formB, ready, declared, state } = contest;
  const isAsked = ready !== undefined || (declared !== undefined && state === 'declared');
  const settled = agents.filter(({ owes }) => !owes).length;
  return (
    <Section
      title={t('agentsOn', { form: formB })}
      note={isAsked ? t('ofOutcomes', { number: settled, total: agents.length }) : t('agentsNumber', { number: agents.length })}
    >
      <ul aria-label={t('agentsOn', { form: formB })}>
        {agents.map((agent) => (
          <li key={agent.agent} className={css.agent}>
            <span className={css.agentName}>
              {agent.name}
              <small className={voices.quiet}>{agent.party}</small>
            </span>
            <span className={css.agentState}>
              <AgentState agent={agent} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function AgentState({ agent: { outcome, answered, owes, attendance, since } }: { readonly agent: SummaryAgent }) {
  const { t } = useTranslation(['declare', 'terms']);
  if (outcome !== undefined) {
    return (
      <>
        <State shape={OUTCOME_SHAPES[outcome.outcome]}>{t(`terms:outcomes.${outcome.outcome}`)}</State>
        {outcome.code === undefined ? null : <small>{t(`terms:objections.${outcome.code as 'other'}`)}</small>}
        {outcome.reason === undefined ? null : <small className={css.reason}>{outcome.reason}</small>}
        {outcome.closedBy === undefined ? null : <small>{t('declare:recordedBy', { name: outcome.closedBy })}</small>}
      </>
    );
  }
  if (answered) return <State shape="full">{t('declare:answered')}</State>;
  if (owes)
    return (
      <State shape="waits" tone="attention">
        {t('declare:owes')}
      </State>
    );
  const words = t(`terms:attendance.${attendance}`);
  return <State shape={ATTENDANCE_SHAPES[attendance]}>{since === undefined ? words : `${words}, ${showTime(since)}`}</State>;
}
