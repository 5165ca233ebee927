/** What travels with the constituency's form: disregarded stations with their effect, forms without a scan, the error report. */
import { useTranslation } from 'react-i18next';
import type { SummarySheet } from '../../core/views/declare-sheet.ts';
import { showCount } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';
import css from './Sheet34.module.css';

export function SheetFoot({ sheet }: { readonly sheet: SummarySheet }) {
  const { t } = useTranslation(['declare', 'findings', 'paper']);
  const at = sheet.columns.findIndex(({ code }) => code === 'valid');
  const valid = showCount(sheet.totals[at] ?? 0);
  const nothing = sheet.disregarded.length + sheet.withoutScan.length + sheet.errors.length + sheet.notes === 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className={css.foot} aria-label={t('declare:travelsWith')} tabIndex={0}>
      <p className={voices.label}>{t('declare:asWritten')}</p>
      {nothing ? <p>{t('declare:nothingTravels')}</p> : null}
      <List title={t('declare:disregardedStations')} number={sheet.disregarded.length}>
        {sheet.disregarded.map(({ station, ground, totals }) => (
          <li key={station.code}>
            {station.name}
            {ground.length > 0 ? `, ${t('declare:ground', { ground: ground.join(', ') })}` : ''}:{' '}
            {t('declare:validWithout', { without: valid, with: showCount(totals[at] ?? 0) })}
          </li>
        ))}
      </List>
      <List title={t('declare:formsWithoutScan')} number={sheet.withoutScan.length}>
        {sheet.withoutScan.map(({ station, reason }) => (
          <li key={station.code}>
            {station.name}
            {reason === undefined ? '' : `: ${reason}`}
          </li>
        ))}
      </List>
      <List title={t('declare:errorReport')} number={sheet.errors.length + sheet.notes}>
        {sheet.errors.map(({ station, code, difference, ruling, ground, reason }) => (
          <li key={`${station.code} ${code}`}>
            {station.name}: {t(`findings:${code as 'F01'}.title`)} <span className={voices.code}>{code}</span>
            {difference === undefined ? '' : `, ${t('declare:difference', { number: showCount(difference) })}`}
            {ruling === undefined ? '' : `; ${t(`declare:ruled_${ruling}`)}`}
            {ground === undefined ? '' : `, ${t('declare:ground', { ground })}`}
            {reason === undefined ? '' : `: ${reason}`}
          </li>
        ))}
        {sheet.notes === 0 ? null : <li>{t('declare:notesInReport', { number: sheet.notes })}</li>}
      </List>
    </section>
  );
}

interface ListProps {
  readonly title: string;
  readonly number: number;
  readonly children: React.ReactNode;
}

function List({ title, number, children }: ListProps) {
  if (number === 0) return null;
  return (
    <div>
      <h2>
        {title} <span className={voices.quiet}>{number}</span>
      </h2>
      <ul>{children}</ul>
    </div>
  );
}
