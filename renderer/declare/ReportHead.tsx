/** What every page of the error report says about itself: which election, place and contest, which version, and what was left out. */
import { useTranslation } from 'react-i18next';
import { groupsOf } from '../../core/groups.ts';
import type { ErrorReport } from '../../core/views/declare-report.ts';
import { showDay, showTime } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';
import css from './ReportPage.module.css';
import type { ReportFilter } from './ReportPage.tsx';

export function ReportHead({ report, filter }: { readonly report: ErrorReport; readonly filter: ReportFilter }) {
  const { t, i18n } = useTranslation(['declare', 'terms', 'frame']);
  const { election, isRehearsal, isDeclared, constituency, title, formB, version, digest, at } = report;
  const narrowed = [filter.code, filter.isRuledOnly ? t('declare:onlyRulings') : undefined].filter((words) => words !== undefined);
  return (
    <div className={css.head}>
      <p>
        <b>{t('declare:errorReportOf', { form: formB })}</b> {title} · {constituency} · {election}{' '}
        {isRehearsal ? <span className={voices.stamp}>{t('frame:rehearsal')}</span> : null}{' '}
        {isDeclared ? null : <span className={voices.stamp}>{t('frame:provisional')}</span>}
      </p>
      <p className={voices.quiet}>
        {version === 0 ? t('declare:noVersionYet') : t('declare:versionNumber', { version })},{' '}
        {t('declare:asAt', { day: showDay(at, i18n.language), time: showTime(at) })}
        {narrowed.length === 0 ? '' : ` · ${t('declare:narrowedTo', { what: narrowed.join(', ') })}`}
      </p>
      {digest === undefined ? null : (
        <p className={voices.quiet}>
          {t('declare:digest')}: <span className={`${voices.digest} ${css.digest}`}>{groupsOf(digest).join(' ')}</span>
        </p>
      )}
    </div>
  );
}
