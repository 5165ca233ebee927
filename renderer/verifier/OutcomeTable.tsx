/** Agents and their outcomes, each in words with its shape: what they answered, why, and the figures of their own copy. */
import { useTranslation } from 'react-i18next';
import type { SummaryContent, SummaryOutcome } from '../../core/summary.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { State } from '../parts/State.tsx';
import { OUTCOME_SHAPES } from '../parts/shapes.ts';
import { Region } from './Region.tsx';
import { rowsOf } from './rows-of.ts';
import tables from './Tables.module.css';
import { nameIn, partyIn, useRowWord } from './use-names.ts';

interface OutcomeTableProps {
  readonly content: SummaryContent;
  readonly outcomes: readonly SummaryOutcome[];
  readonly title: string;
}

export function OutcomeTable({ content, outcomes, title }: OutcomeTableProps) {
  const { t } = useTranslation(['station', 'terms']);
  return (
    <Region label={title}>
      <table className={tables.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('station:agent')}</th>
            <th scope="col">{t('station:outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => (
            <tr key={outcome.agent}>
              <th scope="row" className={tables.name}>
                {nameIn(content, outcome.agent)} <small>{partyIn(content, outcome.agent)}</small>
              </th>
              <td className={tables.name}>
                <State shape={OUTCOME_SHAPES[outcome.outcome]}>{t(`terms:outcomes.${outcome.outcome}`)}</State>
                <Said content={content} outcome={outcome} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}

const OBJECTIONS = ['paper-differs', 'own-copy-differs', 'other'] as const;

function Said({
  content,
  outcome: { code, reason, ownFigures, closedBy },
}: {
  readonly content: SummaryContent;
  readonly outcome: SummaryOutcome;
}) {
  const { t } = useTranslation(['verifier', 'terms']);
  const objection = OBJECTIONS.find((one) => one === code);
  const lines = [
    objection === undefined ? undefined : t(`terms:objections.${objection}`),
    reason,
    closedBy === undefined ? undefined : t('verifier:closedBy', { who: nameIn(content, closedBy) }),
  ].filter((line) => line !== undefined);
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {ownFigures === undefined ? null : <OwnFigures content={content} figures={ownFigures} />}
    </>
  );
}

function OwnFigures({
  content,
  figures,
}: {
  readonly content: SummaryContent;
  readonly figures: NonNullable<SummaryOutcome['ownFigures']>;
}) {
  const { t } = useTranslation('station');
  const wordOf = useRowWord(content);
  const rows = rowsOf(content.contest).filter(({ row }) => figures[row] !== undefined);
  return (
    <>
      <p>{t('ownCopy', { figures: '' })}</p>
      <ul>
        {rows.map(({ row }) => (
          <li key={row}>
            {wordOf(row)}: <FigureRead figure={figures[row]} />
          </li>
        ))}
      </ul>
    </>
  );
}
