/** Every station with how it ended. A constituency may have a thousand: only those in sight are drawn, and arrows move through all. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifiedStation } from '../../core/views/verify.ts';
import { showCount, showStation } from '../parts/figures.ts';
import { Gap } from '../parts/Gap.tsx';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import { STANDING_SHAPES } from '../parts/shapes.ts';
import voices from '../parts/voices.module.css';
import css from './Verify.module.css';

const ROW = 30;

export function Stations({ stations }: { readonly stations: readonly VerifiedStation[] }) {
  const { t } = useTranslation('verify');
  const list = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: stations.length, getScrollElement: () => list.current, estimateSize: () => ROW, overscan: 8 });
  const drawn = rows.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  return (
    <Section title={t('stations')} note={t('stationsAre', { number: showCount(stations.length) })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what has to be scrolled must be reachable by keyboard */}
      <section ref={list} className={css.stations} aria-label={t('stations')} tabIndex={0}>
        <table className={`${ledger.ledger} ${css.stationTable}`} aria-label={t('stations')} aria-rowcount={stations.length + 1}>
          <Head />
          <tbody>
            <Gap height={above} />
            {drawn.map(({ index }) => {
              const station = stations[index];
              return station === undefined ? null : <Row key={station.station} station={station} index={index} />;
            })}
            <Gap height={below} />
          </tbody>
        </table>
      </section>
    </Section>
  );
}

function Head() {
  const { t } = useTranslation('verify');
  return (
    <thead>
      <tr>
        <th scope="col">{t('station')}</th>
        <th scope="col" className={css.codeColumn}>
          {t('code')}
        </th>
        <th scope="col" className={css.statusColumn}>
          {t('disposition')}
        </th>
        <th scope="col" className={`${ledger.number} ${css.countColumn}`}>
          {t('validHere')}
        </th>
        <th scope="col" className={`${ledger.number} ${css.countColumn}`}>
          {t('register')}
        </th>
      </tr>
    </thead>
  );
}

function Row({ station, index }: { readonly station: VerifiedStation; readonly index: number }) {
  const { t } = useTranslation(['verify', 'terms']);
  const { name, station: code, disposition, valid, register } = station;
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row" className={ledger.cut}>
        {name}
      </th>
      <td className={voices.code}>{showStation(code)}</td>
      <td>
        <State shape={STANDING_SHAPES[disposition]}>{t(`terms:results.${disposition}`)}</State>
      </td>
      <td className={ledger.number}>
        {valid === undefined ? <span className={voices.missing}>{t('verify:noFigures')}</span> : showCount(valid)}
      </td>
      <td className={ledger.number}>{showCount(register)}</td>
    </tr>
  );
}
