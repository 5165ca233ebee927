/** How many forms each rule failed on, of how many were accepted; a count pressed narrows the report to it. One tab stop, arrows move. */
import { useTranslation } from 'react-i18next';
import type { ErrorReport, ReportCount } from '../../core/views/declare-report.ts';
import { useRoving } from '../parts/roving.ts';
import { Shape } from '../parts/State.tsx';
import css from './ReportPage.module.css';
import type { ReportFilter } from './ReportPage.tsx';

export interface ReportCountsProps {
  readonly report: ErrorReport;
  readonly filter: ReportFilter;
  readonly onFilter: (filter: ReportFilter) => void;
}

export function ReportCounts({ report: { counts, accepted }, filter, onFilter }: ReportCountsProps) {
  const { t } = useTranslation(['declare', 'findings']);
  const roving = useRoving(counts.length);
  const saidOf = ({ code, forms }: ReportCount) => t('declare:codeForms', { code, number: forms, total: accepted });
  return (
    <ul className={css.counts} aria-label={t('declare:byRule')}>
      {counts.map((count, at) => (
        <li key={count.code}>
          <button
            type="button"
            {...roving(at)}
            title={t(`findings:${count.code}.title`)}
            aria-label={`${saidOf(count)}: ${t(`findings:${count.code}.title`)}`}
            aria-pressed={filter.code === count.code}
            onClick={() => onFilter({ ...filter, code: filter.code === count.code ? undefined : count.code })}
          >
            <Shape shape={count.kind === 'note' ? 'waits' : 'needs'} /> {saidOf(count)}
          </button>
        </li>
      ))}
    </ul>
  );
}
