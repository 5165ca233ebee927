/**
 * Every station of the contest in the register's order. Only the rows in sight are drawn, so that the board is as quick with the
 * largest constituency as with the smallest; the others keep their place.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { BoardStation } from '../../core/views/board.ts';
import { useActiveRow } from '../parts/active-row.ts';
import { showCount, showStation } from '../parts/figures.ts';
import { Gap } from '../parts/Gap.tsx';
import ledger from '../parts/ledger.module.css';
import voices from '../parts/voices.module.css';
import css from './Lists.module.css';
import { StandingState } from './StandingState.tsx';

const ROW = 30;
/** Rows drawn beyond what is in sight, above and below. */
const BEYOND = 8;
const HEAD = 72;

export interface StationsTableProps {
  readonly contest: string;
  readonly stations: readonly BoardStation[];
  readonly total: number;
  /** Where the place was when the board was last left. */
  readonly first: string | undefined;
  readonly scroller: HTMLElement | null;
  readonly table: RefObject<HTMLTableElement | null>;
  readonly onActive: (station: string) => void;
}

export function StationsTable({ contest, stations, total, first, scroller, table, onActive }: StationsTableProps) {
  const { t } = useTranslation('board');
  const [, go] = useLocation();
  const body = useRef<HTMLTableSectionElement>(null);
  const scrollMargin = useOffset(body, scroller);
  const virtual = useVirtualizer({
    count: stations.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW,
    overscan: BEYOND,
    scrollMargin,
    scrollPaddingStart: HEAD,
  });
  const rows = useActiveRow({
    id: 'station',
    count: stations.length,
    first: Math.max(
      0,
      stations.findIndex(({ code }) => code === first),
    ),
    onMove: (at) => {
      virtual.scrollToIndex(at);
      onActive(stations[at]?.code ?? '');
    },
    onEnter: (at) => {
      const station = stations[at];
      if (station === undefined) return;
      onActive(station.code);
      go(`/station/${contest}/${station.code}`);
    },
  });
  useEffect(() => table.current?.focus({ preventScroll: true }), [table]);
  const inSight = virtual.getVirtualItems();
  const above = (inSight[0]?.start ?? scrollMargin) - scrollMargin;
  const below = virtual.getTotalSize() - ((inSight.at(-1)?.end ?? scrollMargin) - scrollMargin);
  return (
    <table
      ref={table}
      className={`${ledger.ledger} ${css.grid} ${css.stations}`}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which arrow keys move is a grid
      role="grid"
      aria-label={t('stationsTitle')}
      aria-rowcount={total + 1}
      {...rows.list}
    >
      <StationsHead />
      <tbody ref={body}>
        <Gap height={above} />
        {inSight.map(({ index }) => {
          const station = stations[index];
          return station === undefined ? null : (
            <StationRow
              key={station.code}
              id={rows.idOf(index)}
              row={index + 2}
              contest={contest}
              station={station}
              isActive={index === rows.at}
              onGo={() => onActive(station.code)}
            />
          );
        })}
        <Gap height={below} />
      </tbody>
    </table>
  );
}

function StationsHead() {
  const { t } = useTranslation('board');
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={css.code}>
          {t('code')}
        </th>
        <th scope="col">{t('station')}</th>
        <th scope="col" className={`${ledger.number} ${css.registered}`}>
          {t('registered')}
        </th>
        <th scope="col" className={`${ledger.number} ${css.agents}`}>
          {t('agents')}
        </th>
        <th scope="col" className={css.state}>
          {t('state')}
        </th>
      </tr>
    </thead>
  );
}

interface StationRowProps {
  readonly id: string;
  readonly row: number;
  readonly contest: string;
  readonly station: BoardStation;
  readonly isActive: boolean;
  readonly onGo: () => void;
}

function StationRow({ id, row, contest, station, isActive, onGo }: StationRowProps) {
  const { t } = useTranslation('board');
  const { code, name, registered, agents, standing } = station;
  return (
    <tr id={id} aria-rowindex={row} aria-selected={isActive} className={isActive ? css.active : undefined}>
      <td className={`${voices.code} ${css.code}`}>{showStation(code)}</td>
      <th scope="row" className={ledger.cut}>
        <Link href={`/station/${contest}/${code}`} tabIndex={-1} onClick={onGo} title={code}>
          {name}
        </Link>
      </th>
      <td className={`${ledger.number} ${css.registered}`}>{showCount(registered)}</td>
      <td className={ledger.number}>
        {agents === undefined ? (
          <span className={voices.missing}>{t('notOpen')}</span>
        ) : (
          <span className={voices.small}>{t('answered', { ...agents })}</span>
        )}
      </td>
      <td className={css.state}>
        <StandingState standing={standing} />
      </td>
    </tr>
  );
}

/** How far down its scrolling column the table's rows begin; it moves when the list above grows. */
function useOffset(body: RefObject<HTMLElement | null>, scroller: HTMLElement | null): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    if (body.current === null || scroller === null) return;
    const top = body.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    setOffset(Math.round(top));
  });
  return offset;
}
