/** The findings of one station in the error report: each written out, with its ruling, and the other papers that were set aside. */
import { useTranslation } from 'react-i18next';
import type { ErrorReport, ReportFinding, ReportRuling, ReportStation } from '../../core/views/declare-report.ts';
import { showStation } from '../parts/figures.ts';
import { NoteLabel } from '../parts/NoteLabel.tsx';
import { Shape } from '../parts/State.tsx';
import { STANDING_SHAPES } from '../parts/shapes.ts';
import voices from '../parts/voices.module.css';
import { WrittenSum } from '../rulings/WrittenSum.tsx';
import css from './ReportPage.module.css';

export interface ReportStationPartProps {
  readonly line: ReportStation;
  readonly report: ErrorReport;
  /** Nothing is left out: papers set aside stand here too. */
  readonly isWhole: boolean;
}

export function ReportStationPart({ line, report, isWhole }: ReportStationPartProps) {
  const { t } = useTranslation(['declare', 'terms']);
  const { station, disposition, form, revision, findings, aside } = line;
  return (
    <article className={css.station} aria-label={station.name}>
      <h3>
        {station.name} <span className={voices.code}>{showStation(station.code)}</span>{' '}
        <span className={css.quiet}>
          <Shape shape={STANDING_SHAPES[disposition]} /> {t(`terms:results.${disposition}`)} · {form},{' '}
          {t('declare:revisionOf', { revision })}
        </span>
      </h3>
      <ul>
        {findings.map((finding) => (
          <Finding key={finding.code} finding={finding} report={report} />
        ))}
      </ul>
      {isWhole && aside.length > 0 ? (
        <ul className={css.aside} aria-label={t('declare:papersAside')}>
          {aside.map((paper) => (
            <li key={paper.form}>
              {t('declare:paperAside', { form: paper.form, serial: paper.serial, who: paper.by, reason: paper.reason })}
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  );
}

function Finding({ finding, report }: { readonly finding: ReportFinding; readonly report: ErrorReport }) {
  const { t } = useTranslation('findings');
  const { code, kind, isAid, ruling, stations } = finding;
  return (
    <li className={css.finding}>
      <p>
        <b>{code}</b> {t(`${code}.title`)} {kind === 'note' ? <NoteLabel isAid={isAid} /> : null}
      </p>
      <div className={css.written}>
        <WrittenSum isDense paper={{ rows: report.rows, formName: report.formA }} finding={finding} stations={stations} />
      </div>
      {kind === 'note' ? null : (
        <div className={css.ruled}>
          <RulingWords ruling={ruling} />
        </div>
      )}
    </li>
  );
}

/** What was ruled, why, by whom, and before whom. */
export function RulingWords({ ruling, code }: { readonly ruling: ReportRuling | undefined; readonly code?: string }) {
  const { t } = useTranslation('declare');
  if (ruling === undefined) return <p>{t('notRuled')}</p>;
  const { reason, by, witnesses, ground } = ruling;
  return (
    <>
      <p>
        <b>
          {code === undefined ? '' : `${code} `}
          {t(`ruled_${ruling.ruling}`)}
          {ground === undefined ? '' : `, ${t('ground', { ground })}`}
        </b>
        : {reason}
      </p>
      <p className={css.quiet}>{t('ruledBy', { who: by })}</p>
      <p className={css.quiet}>{witnesses.length === 0 ? t('noWitnessNamed') : t('beforeWitnesses', { names: witnesses.join(', ') })}</p>
    </>
  );
}
