/**
 * One cell for each station, ward by ward, filled as far as its form has come: the whole evening at a glance. The same facts stand in
 * words in the row above and in the table below.
 */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardContest, BoardStation } from '../../core/views/board.ts';
import type { StandingName } from '../../core/views/standing.ts';
import css from './Cells.module.css';

const HEIGHT = 24;
/** How full a cell stands, of 24; a stroke is final without a count. */
const LEVELS: Readonly<Record<StandingName, number | 'stroke'>> = {
  awaited: 0,
  received: 5,
  'entered-once': 9,
  differing: 9,
  rulings: 14,
  opening: 14,
  signing: 18,
  acceptance: 21,
  counted: HEIGHT,
  disregarded: 'stroke',
  'set-aside': 0,
  'not-held': 'stroke',
  postponed: 'stroke',
  lost: 'stroke',
  cancelled: 'stroke',
};
/** The most that one cell takes with its gap, and the least that a ward's name needs, in pixels. */
const WIDEST = 14;
const NARROWEST = 150;
/** A cell and the gap after it, in the drawing's own units; the drawing is stretched to the ward's share of the row. */
const PITCH = 7;
const CELL = 5;
const ABOVE = 10;

export const Cells = memo(function Cells({ wards, stations }: Pick<BoardContest, 'wards' | 'stations'>) {
  const { t } = useTranslation('board');
  return (
    <ul className={css.wards} aria-label={t('cells')}>
      {wards.map(({ code, name }) => {
        const here = stations.filter(({ ward }) => ward === code);
        const counted = here.filter(({ standing }) => standing === 'counted').length;
        return (
          <li key={code} style={{ flexGrow: here.length, maxWidth: Math.max(NARROWEST, here.length * WIDEST) }}>
            <WardCells stations={here} />
            <p>
              <span className={css.name}>{name}</span>
              <span className={css.of}>{t('wardProgress', { forms: counted, stations: here.length })}</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
});

function WardCells({ stations }: { readonly stations: readonly BoardStation[] }) {
  const width = stations.length * PITCH;
  const waiting = stations.flatMap(({ isWaiting }, at) => (isWaiting ? [at] : []));
  return (
    <svg className={css.cells} height={ABOVE + HEIGHT + 2} style={{ maxWidth: stations.length * WIDEST }} aria-hidden="true">
      <svg viewBox={`0 -1 ${width} ${HEIGHT + 2}`} y={ABOVE} height={HEIGHT + 2} width="100%" preserveAspectRatio="none" aria-hidden="true">
        <path className={css.fill} d={stations.map(fillOf).join('')} />
        <path className={css.edge} d={stations.map(edgeOf).join('')} />
        <path className={css.stroke} d={stations.map(strokeOf).join('')} />
      </svg>
      {waiting.map((at) => (
        <svg key={at} x={`${((at * PITCH + CELL / 2) / width) * 100}%`} className={css.waits} overflow="visible" aria-hidden="true">
          <path d="M0 0 4 4 0 8-4 4z" />
        </svg>
      ))}
    </svg>
  );
}

function fillOf({ standing }: BoardStation, at: number): string {
  const level = LEVELS[standing];
  return level === 'stroke' || level === 0 ? '' : `M${at * PITCH} ${HEIGHT - level}h${CELL}v${level}h-${CELL}z`;
}

/** A full cell needs no edge. */
function edgeOf({ standing }: BoardStation, at: number): string {
  return LEVELS[standing] === HEIGHT ? '' : `M${at * PITCH} 0h${CELL}v${HEIGHT}h-${CELL}z`;
}

function strokeOf({ standing }: BoardStation, at: number): string {
  return LEVELS[standing] === 'stroke' ? `M${at * PITCH - 1} ${HEIGHT / 2}h${CELL + 2}` : '';
}
