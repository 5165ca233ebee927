/**
 * One station on Form 34B: its code and name, and its figures as written. A station that is not counted says so in words in its row;
 * figures that are in no sum stand in brackets.
 */
import type { Figure } from '../../../core/count.ts';
import type { SummaryStation } from '../../../core/summary.ts';
import { grouped, stationCode } from '../figures.ts';
import { type Block, over, type Run, words as says, type Words } from '../layout/blocks.ts';
import { fold, lineHeight, widthOf } from '../layout/measure.ts';
import { fill, type PaperWords } from '../words/words.ts';
import { CODE, FIGURE, type Panel } from './panels.ts';

const NAME = { font: 'Condensed', fontSize: 8 } as const;
const REMARK = { font: 'Condensed', fontSize: 6.5 } as const;
const LEAST_FIGURE = 5;

export interface StationRow {
  readonly cells: readonly Block[];
  /** In points, without padding. */
  readonly height: number;
}

/** The row of a station for the columns given, in printed order. */
export function stationRow(station: SummaryStation, columns: readonly string[], panel: Panel, words: PaperWords): StationRow {
  const { name, disposition, form } = station;
  const lines = fold(name, panel.widths.name, NAME);
  const isDisregarded = disposition === 'disregarded';
  const remarks = isDisregarded ? fold(words.table.disregarded, panel.widths.name, REMARK) : [];
  const runs: Run[] = [{ text: lines.join('\n') }, ...(remarks.length === 0 ? [] : [{ text: `\n${remarks.join('\n')}`, ...REMARK }])];
  const cells = [says(stationCode(station.station), CODE), says(runs, { ...NAME, role: 'TH' })];
  const shows = form !== undefined && (disposition === 'counted' || isDisregarded);
  const figures = shows
    ? columns.map((column) => figureCell(form.figures[column], isDisregarded, widthFor(column, panel), words))
    : over(columns.length, inWords(station, words));
  return { cells: [...cells, ...figures], height: lines.length * lineHeight(NAME) + remarks.length * lineHeight(REMARK) };
}

/** Columns of candidates have their own width. */
export function widthFor(column: string, { widths }: Panel): number {
  return column.startsWith('candidate') ? widths.candidate : widths.figure;
}

function figureCell(figure: Figure | undefined, isBracketed: boolean, width: number, words: PaperWords): Words {
  const text = typeof figure === 'number' ? grouped(figure) : words.table[figure ?? 'blank'];
  const shown = isBracketed ? `(${text})` : text;
  return says(shown, { ...FIGURE, fontSize: fitting(shown, width), alignment: 'right' });
}

/** Words in a figure's box are set as small as the box needs. */
function fitting(text: string, width: number): number {
  const wide = widthOf(text, FIGURE);
  return wide <= width ? FIGURE.fontSize : Math.max(LEAST_FIGURE, (FIGURE.fontSize * width) / wide);
}

function inWords({ disposition, register }: SummaryStation, words: PaperWords): Words {
  return says(fill(words.table.noFigures, { disposition: words.dispositions[disposition], register: grouped(register) }), NAME);
}
