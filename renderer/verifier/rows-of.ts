/** The rows of a contest's form in the paper's order, as the rooms of the app draw them, from what the summary itself says. */
import { COUNT_ROWS, candidateRow, TABLE_TOTAL } from '../../core/form.ts';
import type { SummaryContent } from '../../core/summary.ts';
import type { PaperRow } from '../../core/views/paper.ts';

export function rowsOf({ candidates }: SummaryContent['contest']): readonly PaperRow[] {
  return [
    ...candidates.map(({ number, name, party }) => ({
      ...{ row: candidateRow(number), section: 'candidates' as const, line: number, name, party },
    })),
    { row: TABLE_TOTAL, section: 'candidates' },
    ...COUNT_ROWS.map(({ code, line }) => ({ row: code, section: 'counts' as const, ...(line === undefined ? {} : { line }) })),
  ];
}
