/**
 * The error report: a paper of its own beside the constituency's form, live until a version is prepared and then as it was frozen. It
 * can be narrowed to one rule or to what was ruled, and such a part is printed as it stands here, its head on every page. The whole
 * report is an official paper: whoever may have it made gets that one instead.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorReport, ReportFinding } from '../../core/views/declare-report.ts';
import { useDeed } from '../office/use-deed.ts';
import { Button } from '../parts/Button.tsx';
import { Section } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import { ReportCounts } from './ReportCounts.tsx';
import { ReportHead } from './ReportHead.tsx';
import css from './ReportPage.module.css';
import { ReportDisregarded, ReportSettled } from './ReportSettled.tsx';
import { ReportStationPart } from './ReportStationPart.tsx';

export interface ReportFilter {
  readonly code?: ReportFinding['code'] | undefined;
  readonly isRuledOnly: boolean;
}

export interface ReportPageProps {
  readonly report: ErrorReport;
  /** Asks for the report as an official paper. */
  readonly onPaper?: () => void;
}

export function ReportPage({ report, onPaper }: ReportPageProps) {
  const { t } = useTranslation('declare');
  const [filter, setFilter] = useState<ReportFilter>({ isRuledOnly: false });
  const printing = useDeed('printPage');
  const isWhole = filter.code === undefined && !filter.isRuledOnly;
  const passes = ({ code, ruling }: ReportFinding) =>
    (filter.code === undefined || filter.code === code) && (!filter.isRuledOnly || ruling !== undefined);
  const stations = report.stations
    .map((line) => ({ ...line, findings: line.findings.filter(passes) }))
    .filter(({ findings, aside }) => findings.length > 0 || (isWhole && aside.length > 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section data-print className={css.region} aria-label={t('errorReport')} tabIndex={0}>
      <div className={css.tools}>
        <ReportCounts report={report} filter={filter} onFilter={setFilter} />
        <Button keys="O" isPressed={filter.isRuledOnly} onPress={() => setFilter({ ...filter, isRuledOnly: !filter.isRuledOnly })}>
          {t('onlyRulings')}
        </Button>
        <Button keys="P" once onPress={isWhole && onPaper !== undefined ? onPaper : () => void printing.do({})} isBusy={printing.isBusy}>
          {t(isWhole ? 'printReport' : 'printPart')}
        </Button>
      </div>
      <table role="presentation" className={css.sheet}>
        <thead>
          <tr>
            <td>
              <ReportHead report={report} filter={filter} />
            </td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              {isWhole ? <ReportDisregarded report={report} /> : null}
              {isWhole ? <ReportSettled closed={report.closed} /> : null}
              <Section
                title={t('findingsByStation')}
                note={t('formsWithFindings', { found: report.found, accepted: report.accepted, of: report.of })}
              >
                {report.hidden === 0 ? null : <p className={voices.quiet}>{t('reportHidden', { number: report.hidden })}</p>}
                {stations.length === 0 ? (
                  <p role="status" className={voices.quiet}>
                    {report.stations.length === 0 ? t('reportEmpty') : t('reportNarrow')}
                  </p>
                ) : null}
                {stations.map((line) => (
                  <ReportStationPart key={line.form} line={line} report={report} isWhole={isWhole} />
                ))}
              </Section>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
