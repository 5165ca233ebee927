/** The error report that travels with the summary: every finding on a counted or disregarded form, station by station. */
import { useTranslation } from 'react-i18next';
import type { SummaryContent } from '../../core/summary.ts';
import { showStation } from '../parts/figures.ts';
import css from './Bundle.module.css';
import { FindingLines } from './FindingLines.tsx';
import { addressOf } from './place.ts';
import tables from './Tables.module.css';
import { stationIn } from './use-names.ts';

interface ErrorReportProps {
  readonly content: SummaryContent;
  readonly place: number;
}

export function ErrorReport({ content, place }: ErrorReportProps) {
  const { t } = useTranslation('verifier');
  const { errorReport } = content;
  if (errorReport.length === 0) return <p className={tables.words}>{t('noErrors')}</p>;
  return (
    <ol className={css.errors}>
      {errorReport.map((finding, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the report is a list that never changes
        <li key={at}>
          <h3 className={css.under}>
            <a href={addressOf({ is: 'station', bundle: place, station: finding.station })}>{stationIn(content, finding.station)}</a>{' '}
            <small>{showStation(finding.station)}</small>
          </h3>
          <FindingLines content={content} finding={finding} />
        </li>
      ))}
    </ol>
  );
}
