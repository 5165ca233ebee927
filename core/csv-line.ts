/**
 * One line of a table, as every spreadsheet reads it (RFC 4180): commas between the cells, and quotation marks around a cell that
 * holds a comma, a quotation mark, a line end, or white space at its ends.
 */
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** The cells as one line, without its end. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** How a cell begins that a spreadsheet would take for a formula, also behind blanks and in full width. */
const FORMULA = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/;

/** A cell of other people's words, made harmless to spreadsheets: what would begin as a formula has an apostrophe before it. */
export function neutralCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
