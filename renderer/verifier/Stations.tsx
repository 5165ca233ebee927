/** Every station with how it ended: found by name or code, sifted by how it ended. Each leads to its form. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../core/count.ts';
import type { Disposition, SummaryStation } from '../../core/summary.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { TextField } from '../parts/Field.tsx';
import { showCount, showStation } from '../parts/figures.ts';
import { State } from '../parts/State.tsx';
import { STANDING_SHAPES } from '../parts/shapes.ts';
import css from './Bundle.module.css';
import type { JudgedSummary } from './judged.ts';
import { addressOf } from './place.ts';
import { Region } from './Region.tsx';
import tables from './Tables.module.css';
import { wardIn } from './use-names.ts';

interface StationsProps {
  readonly summary: JudgedSummary;
  readonly place: number;
}

export function Stations({ summary, place }: StationsProps) {
  const { stations } = summary.content;
  const { t } = useTranslation('verifier');
  const [text, setText] = useState('');
  const [ended, setEnded] = useState<Disposition>();
  const found = stations
    .map((station) => ({ ...station, ward: wardIn(summary, station.ward) }))
    .filter((station) => (ended === undefined || station.disposition === ended) && fits(station, text));
  return (
    <>
      <div className={css.find}>
        <TextField label={t('search')} value={text} onChange={setText} />
        <Ended stations={stations} ended={ended} onEnded={setEnded} />
      </div>
      <p role="status">
        {found.length === 0 ? t('noneFound') : t('shown', { shown: showCount(found.length), of: showCount(stations.length) })}
      </p>
      <StationsTable found={found} place={place} />
    </>
  );
}

/** Every word that was typed stands in the name, the ward or the code; codes with or without their gaps. */
export function fits({ name, ward, station }: Pick<SummaryStation, 'name' | 'ward' | 'station'>, text: string): boolean {
  const all = `${name} ${ward} ${station} ${showStation(station)}`.toLowerCase();
  const typed = text.trim().toLowerCase();
  return all.includes(typed) || typed.split(/\s+/).every((word) => all.includes(word));
}

interface EndedProps {
  readonly stations: readonly SummaryStation[];
  readonly ended: Disposition | undefined;
  readonly onEnded: (ended: Disposition | undefined) => void;
}

function Ended({ stations, ended, onEnded }: EndedProps) {
  const { t } = useTranslation(['verifier', 'terms']);
  const found = [...new Set(stations.map(({ disposition }) => disposition))];
  return (
    <label className={css.ended}>
      <span>{t('verifier:ended')}</span>
      <select value={ended ?? ''} onChange={({ target }) => onEnded(found.find((one) => one === target.value))}>
        <option value="">{t('verifier:every')}</option>
        {found.map((disposition) => (
          <option key={disposition} value={disposition}>
            {t(`terms:results.${disposition}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function StationsTable({ found, place }: { readonly found: readonly SummaryStation[]; readonly place: number }) {
  const { t } = useTranslation(['verifier', 'verify', 'paper']);
  return (
    <Region label={t('verify:stations')}>
      <table className={tables.table} aria-label={t('verify:stations')}>
        <thead>
          <tr>
            <th scope="col">{t('verify:station')}</th>
            <th scope="col">{t('verify:disposition')}</th>
            {[t('verify:valid'), t('paper:rows.rejected'), t('verify:register'), t('verifier:findings'), t('verifier:objecting')].map(
              (words) => (
                <th key={words} scope="col" className={tables.number}>
                  {words}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {found.map((station) => (
            <Line key={station.station} station={station} place={place} />
          ))}
        </tbody>
      </table>
    </Region>
  );
}

function Line({
  station: { station, name, ward, disposition, register, form },
  place,
}: {
  readonly station: SummaryStation;
  readonly place: number;
}) {
  const { t } = useTranslation('terms');
  const objecting = form?.outcomes.filter(({ outcome }) => outcome.startsWith('refuse') || outcome === 'agree-with-objection').length;
  return (
    <tr>
      <th scope="row" className={tables.name}>
        <a href={addressOf({ is: 'station', bundle: place, station })} data-station={station}>
          {name}
        </a>{' '}
        <small>
          {showStation(station)} · {ward}
        </small>
      </th>
      <td>
        <State shape={STANDING_SHAPES[disposition]}>{t(`results.${disposition}`)}</State>
      </td>
      <Count figure={form?.figures.valid} />
      <Count figure={form?.figures.rejected} />
      <Count figure={register} />
      <Count figure={form?.findings.length} />
      <Count figure={objecting} />
    </tr>
  );
}

/** A station without an accepted form has no figures. */
function Count({ figure }: { readonly figure: Figure | undefined }) {
  return <td className={tables.number}>{figure === undefined ? '–' : <FigureRead figure={figure} />}</td>;
}
