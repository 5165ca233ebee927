/**
 * The wall's pages, one after the other: each contest's candidates in ballot order where their totals may be shown, else its wards and
 * then the stages of the work. A page holds few enough rows to be read from the back of a hall.
 */
import type { WallContest } from '../../core/views/wall.ts';

export const ROWS_ON_A_PAGE = 8;

export type WallRows =
  | { readonly what: 'candidates'; readonly rows: NonNullable<WallContest['sums']>['candidates'] }
  | { readonly what: 'wards'; readonly rows: WallContest['wards'] }
  | { readonly what: 'stages'; readonly rows: WallContest['stages'] };
/** `longest` is the number of rows of the contest's longest page, so that its pages are set alike. */
export type WallPage = WallRows & { readonly contest: WallContest; readonly longest: number };

export function pagesOf(contests: readonly WallContest[]): readonly WallPage[] {
  return contests.flatMap((contest) => {
    const pages = pagesOfContest(contest);
    const longest = Math.max(...pages.map(({ rows }) => rows.length));
    return pages.map((page) => ({ ...page, contest, longest }));
  });
}

function pagesOfContest({ sums, wards, stages }: WallContest): readonly WallRows[] {
  if (sums !== undefined) return cut(sums.candidates).map((rows) => ({ what: 'candidates', rows }));
  return [
    ...cut(wards).map((rows) => ({ what: 'wards', rows }) as const),
    ...cut(stages).map((rows) => ({ what: 'stages', rows }) as const),
  ];
}

/** Rows spread evenly, so that no page holds a single last one. */
function cut<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const pages = Math.ceil(rows.length / ROWS_ON_A_PAGE);
  const size = Math.ceil(rows.length / Math.max(pages, 1));
  return Array.from({ length: pages }, (_, at) => rows.slice(at * size, (at + 1) * size));
}
