/** One page's rows: the name, one plain bar, the number, and what it is measured against. */
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StandingState } from '../board/StandingState.tsx';
import { showCount, showShare } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';
import { ROWS_ON_A_PAGE, type WallPage } from './pages.ts';
import css from './Wall.module.css';

/** A page with few rows sets them larger, down to this many. */
const FEWEST = 5;

interface Line {
  readonly key: string;
  readonly number?: number;
  readonly name: ReactNode;
  readonly more?: string;
  readonly value: number;
  /** The bar's length, 0 to 1. */
  readonly bar: number;
  readonly share: string;
}
interface Heads {
  readonly name: string;
  readonly value: string;
  readonly share: string;
}

export function WallTable({ page }: { readonly page: WallPage }) {
  const { t } = useTranslation('wall');
  const { heads, lines } = useLines(page);
  const rows = Math.min(ROWS_ON_A_PAGE, Math.max(FEWEST, page.longest));
  const isNumbered = page.what === 'candidates';
  return (
    <table className={css.rows} style={{ '--rows': rows } as CSSProperties}>
      <thead>
        <tr>
          {isNumbered ? (
            <th scope="col" className={css.number}>
              <span className={voices.unseen}>{t('number')}</span>
            </th>
          ) : null}
          <th scope="col" className={css.name}>
            {heads.name}
          </th>
          <td className={css.bar} />
          <th scope="col" className={css.value}>
            {heads.value}
          </th>
          <th scope="col" className={css.share}>
            {heads.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, number, name, more, value, bar, share }) => (
          <tr key={key}>
            {isNumbered ? <td className={css.number}>{number}</td> : null}
            <th scope="row" className={css.name}>
              <span>{name}</span>
              {more === undefined ? null : <small>{more}</small>}
            </th>
            <td className={css.bar}>
              <i style={{ width: `${bar * 100}%` }} />
            </td>
            <td className={css.value}>{showCount(value)}</td>
            <td className={css.share}>{share}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useLines(page: WallPage): { readonly heads: Heads; readonly lines: readonly Line[] } {
  const { t } = useTranslation('wall');
  const { forms, stations, sums } = page.contest;
  const denominators = { forms: showCount(forms), stations: showCount(stations) };
  switch (page.what) {
    case 'candidates': {
      const valid = sums?.valid ?? 0;
      const most = Math.max(1, ...(sums?.candidates ?? []).map(({ votes }) => votes));
      return {
        heads: { name: t('candidate'), value: t('votesIn', denominators), share: t('ofValid', { valid: showCount(valid) }) },
        lines: page.rows.map(({ number, name, party, votes }) => ({
          ...{ key: String(number), number, name, more: party, value: votes, bar: votes / most, share: showShare(votes, valid) },
        })),
      };
    }
    case 'wards':
      return {
        heads: { name: t('ward'), value: t('formsIn'), share: t('ofStations') },
        lines: page.rows.map((ward) => ({
          ...{ key: ward.name, name: ward.name, value: ward.forms, bar: ward.forms / ward.stations, share: showCount(ward.stations) },
        })),
      };
    case 'stages':
      return {
        heads: { name: t('stage'), value: t('stations'), share: t('ofAll', denominators) },
        lines: page.rows.map((stage) => ({
          ...{ key: stage.name, name: <StandingState standing={stage.name} />, value: stage.stations },
          ...{ bar: stage.stations / stations, share: showShare(stage.stations, stations) },
        })),
      };
  }
}
