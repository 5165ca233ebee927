/**
 * The lines of a table as a spreadsheet saves it: commas, quotes where a cell needs them (RFC 4180), a byte order mark or Windows
 * line ends if the program adds them. Empty lines count as lines but hold nothing. A cell whose quotes are wrong spoils its own
 * line only: it is reported, and reading goes on with the next line, so that one slip does not hide the others.
 */
import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import { fromUtf8 } from '../../core/bytes.ts';
import { tidy } from '../../core/text.ts';

/** One record: the line it begins on, counted from 1, and its cells without surrounding white space, in normalization form C. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Where a record could not be taken apart; the column is counted from 1. */
export interface BrokenRecord {
  readonly line: number;
  readonly column: number;
  readonly detail: string;
}

export interface CsvRecords {
  readonly records: readonly CsvRecord[];
  readonly broken: readonly BrokenRecord[];
}

/** The text of a file people made: UTF-8, its byte order mark dropped, line ends as line feeds; undefined if it is not UTF-8. */
export function plainText(bytes: Uint8Array): string | undefined {
  return fromUtf8(bytes)
    ?.replace(/^\ufeff/, '')
    .replaceAll(/\r\n?/g, '\n');
}

/** All records of a table, and where one could not be read. */
export function readRecords(text: string): CsvRecords {
  const lines = text.split('\n');
  const records: CsvRecord[] = [];
  const broken: BrokenRecord[] = [];
  for (let from = 0; from < lines.length; ) {
    const flaw = readUntilFlaw(lines, from, records);
    if (flaw === undefined) break;
    broken.push(flaw);
    from = flaw.line;
  }
  return { records, broken };
}

/** Reads on from a line; a flaw names the line its record began on, after which the caller takes up again. */
function readUntilFlaw(lines: readonly string[], from: number, records: CsvRecord[]): BrokenRecord | undefined {
  let next = from;
  try {
    parse(lines.slice(from).join('\n'), {
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells: readonly string[], info: InfoRecord) => {
        next = from + info.lines;
        addRecord(records, cells, next);
        return null;
      },
    });
    return undefined;
  } catch (error) {
    return brokenRecord(error, firstFilled(lines, next), from);
  }
}

/** The parser counts lines at a record's end, people where it begins. A line of nothing but commas is an empty line. */
function addRecord(records: CsvRecord[], cells: readonly string[], lastLine: number): void {
  if (cells.every((cell) => cell.trim() === '')) return;
  const lineFeeds = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  records.push({ line: lastLine - lineFeeds, cells: cells.map(tidy) });
}

function firstFilled(lines: readonly string[], from: number): number {
  const at = lines.findIndex((line, index) => index >= from && line.trim() !== '');
  return (at === -1 ? from : at) + 1;
}

/** `from` is the number of lines before those the parser saw. A quotation that ends on a later line was not meant to be one. */
function brokenRecord(error: unknown, line: number, from: number): BrokenRecord {
  if (!(error instanceof CsvError)) throw error;
  const column = typeof error.column === 'number' ? error.column + 1 : 1;
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED' || from + Number(error.lines) > line;
  return { line, column, detail: isOpen ? 'a quotation mark is opened and never closed' : 'a quotation mark stands inside the cell' };
}
