/**
 * Every station of the contest over as many pages as it takes, in gazetted order: each page brings the sums forward, carries them
 * forward, and the last one ends in the totals under a double rule.
 */

import { constituencyColumns } from '../../../core/form.ts';
import type { SummaryContent, SummaryStation } from '../../../core/summary.ts';
import { grouped } from '../figures.ts';
import { type Block, EMPTY, type Look, words as says, stack, type Table, type Words } from '../layout/blocks.ts';
import { fitted, fold, lineHeight } from '../layout/measure.ts';
import { fill } from '../words/words.ts';
import { BOLD_FIGURE, CODE, GUTTER, type Panel, panelsOf } from './panels.ts';
import { QUIET_SMALL } from './parts.ts';
import { type StationRow, stationRow, widthFor } from './station-row.ts';
import type { Telling } from './subject.ts';
import { mustAgree, nothingYet, plus, type Running, totalsOf } from './sums.ts';

const PADDING = 1.2;
const FIRM = 0.55;
const HAIR = 0.2;
const HEAD = { font: 'Condensed', fontSize: 6.8, bold: true } as const;
const SECOND_HEAD = { font: 'Condensed', fontSize: 5.8, color: '#4a4a4a' } as const;
const SUM_HEIGHT = lineHeight(BOLD_FIGURE) + 2 * PADDING + 1;
/** What stands under a table, and a little air. */
const BELOW = 16;

interface Placed {
  readonly station: SummaryStation;
  readonly row: StationRow;
  /** Its place among all stations, from 1. */
  readonly place: number;
}

/** The pages of all panels, for a page of this room in points. */
export function stationPages(telling: Telling, room: { readonly width: number; readonly height: number }): readonly Block[] {
  const panels = panelsOf(telling.content, room.width);
  return panels.flatMap((panel, at) => {
    const pages = panelPages(telling, panel, room.height);
    return pages.map((page, place) => (at + place === 0 ? page : stack([page], { pageBreak: 'before' })));
  });
}

/** The columns of a panel in printed order. */
export function panelColumns({ contest }: SummaryContent, { from, to }: Panel): readonly string[] {
  const [registered = 'registered', ...rest] = constituencyColumns(contest);
  const [valid = 'valid', rejected = 'rejected'] = rest.slice(-2);
  return [registered, ...rest.slice(from, to), valid, rejected];
}

function panelPages(telling: Telling, panel: Panel, height: number): readonly Block[] {
  const { content, words } = telling;
  const columns = panelColumns(content, panel);
  const heads = headRow(telling, panel, columns);
  const rows = content.stations.map((station, at) => ({ station, row: stationRow(station, columns, panel, words), place: at + 1 }));
  const pages = spread(rows, height - heads.height - 2 * SUM_HEIGHT - BELOW);
  let running = nothingYet(content);
  const blocks = pages.map((page, at) => {
    const brought = running;
    running = plus(
      running,
      page.map(({ station }) => station),
    );
    const isLast = at === pages.length - 1;
    if (isLast) mustAgree(running, totalsOf(content));
    const sums = {
      ...(at === 0 ? {} : { brought: sumRow(telling, panel, columns, words.table.brought, brought) }),
      last: sumRow(telling, panel, columns, isLast ? words.table.total : words.table.carried, running),
    };
    return pageOf(telling, panel, heads.cells, page, sums, isLast);
  });
  return blocks;
}

/** Rows in their order, as many on each page as there is room for. */
function spread(rows: readonly Placed[], room: number): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]];
  let left = room;
  for (const placed of rows) {
    const height = placed.row.height + 2 * PADDING + FIRM;
    if (height > left && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(placed);
    left -= height;
  }
  return pages;
}

// ---- one page ----------------------------------------------------------------------------------------------------------------

interface Sums {
  readonly brought?: readonly Block[];
  readonly last: readonly Block[];
}

function pageOf(telling: Telling, panel: Panel, heads: readonly Block[], page: readonly Placed[], sums: Sums, isLast: boolean): Block {
  const { widths } = panel;
  const columns = panelColumns(telling.content, panel);
  const body = [heads, ...(sums.brought === undefined ? [] : [sums.brought]), ...page.map(({ row }) => row.cells), sums.last];
  const before = body.length - page.length - 1;
  const table: Table = {
    table: {
      widths: [widths.code, widths.name, ...columns.map((column) => widthFor(column, panel))],
      headerRows: 1,
      dontBreakRows: true,
      body,
    },
    rules: ruling(page, before),
    padding: PADDING,
    gutter: GUTTER,
  };
  return stack([table, ...(isLast ? [DOUBLE] : []), noteUnder(telling, panel)]);
}

/** Firm lines around heads and sums, and a firmer one every fifth station, counted over all pages. */
function ruling(page: readonly Placed[], before: number): (at: number, rows: number) => number {
  return (at, rows) => {
    if (at <= before || at >= rows - 1) return 0.8;
    return (page[at - before - 1]?.place ?? 1) % 5 === 0 ? FIRM : HAIR;
  };
}

/** The second line of the double rule. */
const DOUBLE: Table = {
  isArrangement: true,
  table: { widths: ['*'], body: [[says('', { fontSize: 1 })]] },
  rules: (at) => (at === 1 ? 0.8 : 0),
  padding: 0,
};

function noteUnder({ content, words }: Telling, { from, to }: Panel): Words {
  const candidates = content.contest.candidates.length;
  const panel = to - from === candidates ? '' : `${fill(words.table.panel, { from: from + 1, to, candidates })}. `;
  return says(`${panel}${words.table.asWritten}`, { ...QUIET_SMALL, margin: [0, 2, 0, 0] });
}

function sumRow(
  { content }: Telling,
  panel: Panel,
  columns: readonly string[],
  text: string,
  { counted, columns: sums }: Running,
): readonly Block[] {
  const label = fill(text, { counted, stations: content.stations.length });
  const wide = fold(label, panel.widths.name + panel.widths.code, BOLD_FIGURE).join('\n');
  const figures = columns.map((column) => says(grouped(sums[column] ?? 0), { ...BOLD_FIGURE, alignment: 'right' }));
  return [says(wide, { ...BOLD_FIGURE, colSpan: 2, role: 'TH' }), EMPTY, ...figures];
}

// ---- heads -------------------------------------------------------------------------------------------------------------------

function headRow(telling: Telling, panel: Panel, columns: readonly string[]): StationRow {
  const { words, other } = telling;
  const named = (text: string, second: string, width: number, alignment: 'left' | 'right') =>
    headCell([headLines(text, width, HEAD), headLines(second, width, SECOND_HEAD)], alignment);
  const heads = [
    named(words.table.code, other.table.code, panel.widths.code, 'left'),
    named(words.table.station, other.table.station, panel.widths.name, 'left'),
    ...columns.map((column) => {
      const width = widthFor(column, panel);
      if (column === 'registered' || column === 'valid' || column === 'rejected')
        return named(words.table[column], other.table[column], width, 'right');
      return candidateHead(telling.content, column, width);
    }),
  ];
  return { cells: heads.map(({ block }) => block), height: Math.max(...heads.map(({ height }) => height)) + 2 * PADDING + 1 };
}

type HeadType = Look & Parameters<typeof lineHeight>[0];
interface HeadLines {
  readonly lines: readonly string[];
  readonly type: HeadType;
}

/** Words of a head under each other, as small as the longest of them needs. */
function headLines(text: string, width: number, type: HeadType): HeadLines {
  const fitting = fitted(text, width, type);
  return { lines: fold(text, width, fitting), type: fitting };
}

function headCell(parts: readonly HeadLines[], alignment: 'left' | 'right') {
  const runs = parts.map(({ lines, type }, at) => ({ text: `${at === 0 ? '' : '\n'}${lines.join('\n')}`, ...type }));
  const height = parts.reduce((sum, { lines, type }) => sum + lines.length * lineHeight(type), 0);
  return { block: says(runs, { alignment, verticalAlignment: 'bottom' }), height };
}

/** The number on the ballot over the full name. */
function candidateHead({ contest }: SummaryContent, column: string, width: number) {
  const candidate = contest.candidates.find(({ number }) => column === `candidate${number}`);
  const name = headLines(candidate?.name ?? column, width, { ...HEAD, bold: false });
  return headCell([{ lines: [String(candidate?.number ?? '')], type: { ...CODE, bold: true } }, name], 'right');
}
