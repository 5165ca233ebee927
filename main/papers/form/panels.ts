/**
 * How the candidates' columns are spread: all beside each other where they fit, otherwise in panels of nearly equal size, each with
 * every station. Figures keep a size that can be read in a hall at night.
 */
import type { SummaryContent } from '../../../core/summary.ts';
import { grouped } from '../figures.ts';
import { widthOf } from '../layout/measure.ts';

export const FIGURE = { font: 'Condensed', fontSize: 8 } as const;
export const BOLD_FIGURE = { font: 'Condensed', fontSize: 8, bold: true } as const;
export const CODE = { font: 'Condensed', fontSize: 7.5 } as const;
/** On either side of what stands in a cell. */
export const GUTTER = 2.5;
const LEAST_NAME = 128;
const WIDEST_NAME = 240;
const LEAST_CANDIDATE = 33;
const WIDEST_CANDIDATE = 62;
const CODE_WIDTH = 72;

export interface Panel {
  /** Places of its candidates in ballot order. */
  readonly from: number;
  readonly to: number;
  readonly widths: { readonly code: number; readonly name: number; readonly figure: number; readonly candidate: number };
}

/** The panels of a contest for a page of this width, in points. */
export function panelsOf({ contest, totals, stations }: SummaryContent, width: number): readonly Panel[] {
  const candidates = contest.candidates.length;
  const figure = Math.max(40, widthOf(grouped(Math.max(totals.registered, totals.valid)), BOLD_FIGURE) + 4);
  const fixed = CODE_WIDTH + 3 * figure + 2 * GUTTER * 5 - 2 * GUTTER;
  const most = Math.max(1, Math.floor((width - fixed - LEAST_NAME) / (LEAST_CANDIDATE + 2 * GUTTER)));
  const count = Math.ceil(candidates / most);
  const longest = Math.max(LEAST_NAME, ...stations.map(({ name }) => widthOf(name, FIGURE) + 1));
  const wanted = Math.min(WIDEST_NAME, longest);
  return Array.from({ length: count }, (_, at) => {
    const [from, to] = [Math.floor((candidates * at) / count), Math.floor((candidates * (at + 1)) / count)];
    return { from, to, widths: { code: CODE_WIDTH, figure, ...shares(width - fixed, to - from, wanted) } };
  });
}

/** What is left for the name of a station and the columns of candidates. */
function shares(room: number, candidates: number, name: number): { readonly name: number; readonly candidate: number } {
  const wanted = (room - name) / candidates - 2 * GUTTER;
  const candidate = Math.min(WIDEST_CANDIDATE, Math.max(LEAST_CANDIDATE, wanted));
  return { candidate, name: room - candidates * (candidate + 2 * GUTTER) };
}
