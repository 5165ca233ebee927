/**
 * The stations that add nothing to the totals: those disregarded, each with its figures and the totals without it and with it, and those
 * closed without a form, each with the reason, who decided, and before whom.
 */
import { useTranslation } from 'react-i18next';
import type { ClosedStation } from '../../core/views/declare-outstanding.ts';
import type { ReportDisregarded as Disregarded, ErrorReport } from '../../core/views/declare-report.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { showCount, showStation } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import { Shape } from '../parts/State.tsx';
import { STANDING_SHAPES } from '../parts/shapes.ts';
import voices from '../parts/voices.module.css';
import css from './ReportPage.module.css';
import { RulingWords } from './ReportStationPart.tsx';

export function ReportDisregarded({ report }: { readonly report: ErrorReport }) {
  const { t } = useTranslation('declare');
  const { disregarded } = report;
  if (disregarded.length === 0) return null;
  return (
    <Section title={t('disregardedStations')} note={t('ofForms', { number: disregarded.length, total: report.of })}>
      {disregarded.map((one) => (
        <article key={one.station.code} className={css.station} aria-label={t('disregardedAt', { station: one.station.name })}>
          <h3>
            <Shape shape={STANDING_SHAPES.disregarded} /> {one.station.name}{' '}
            <span className={voices.code}>{showStation(one.station.code)}</span>
          </h3>
          {one.rulings.map((ruling) => (
            <div key={ruling.code} className={css.ruled}>
              <RulingWords ruling={ruling} code={ruling.code} />
            </div>
          ))}
          <Effect report={report} one={one} />
        </article>
      ))}
    </Section>
  );
}

function Effect({ report: { columns, totals }, one }: { readonly report: ErrorReport; readonly one: Disregarded }) {
  const { t } = useTranslation(['declare', 'paper']);
  return (
    <table className={`${ledger.ledger} ${css.effect}`} aria-label={t('declare:withAndWithout', { station: one.station.name })}>
      <thead>
        <tr>
          <th scope="col">{t('declare:row')}</th>
          <th scope="col" className={ledger.number}>
            {t('declare:onItsForm')}
          </th>
          <th scope="col" className={ledger.number}>
            {t('declare:totalWithout')}
          </th>
          <th scope="col" className={ledger.number}>
            {t('declare:totalWith')}
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ code, candidate }, at) => (
          <tr key={code}>
            <th scope="row">{candidate === undefined ? t(`paper:rows.${code as 'valid'}`) : `${candidate.number} ${candidate.name}`}</th>
            <td className={ledger.number}>
              <FigureRead figure={one.figures[at]} />
            </td>
            <td className={ledger.number}>{showCount(totals[at] ?? 0)}</td>
            <td className={ledger.number}>{showCount(one.totalsWith[at] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ReportSettled({ closed }: { readonly closed: readonly ClosedStation[] }) {
  const { t } = useTranslation(['declare', 'terms']);
  if (closed.length === 0) return null;
  return (
    <Section title={t('declare:closedStations')} note={String(closed.length)}>
      <ul>
        {closed.map(({ station, disposition, reason, by, witnesses }) => (
          <li key={station.code} className={css.closed}>
            <p>
              <Shape shape={STANDING_SHAPES[disposition]} /> {station.name} <span className={voices.code}>{showStation(station.code)}</span>
            </p>
            <div>
              <p>
                <b>{t(`terms:results.${disposition}`)}</b>: {reason}
              </p>
              <p className={css.quiet}>{t('declare:closedBy', { who: by })}</p>
              <p className={css.quiet}>
                {witnesses.length === 0 ? t('declare:noWitnessNamed') : t('declare:beforeWitnesses', { names: witnesses.join(', ') })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
