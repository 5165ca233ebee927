/**
 * Reads a table with a header line into typed rows, and collects every fault in it instead of stopping at the first, so that
 * whoever prepares the files can mend them in one round. Each fault names the file, the line its record begins on, and the column.
 */
import { ok, type Refusal, type Result } from '../../core/result.ts';
import { tidy } from '../../core/text.ts';
import { type CellReader, quoted } from './cells.ts';
import { type CsvRecord, plainText, readRecords } from './csv-records.ts';

/** A fault in a table. `place` reads `stations.csv:12:registered`; line and column are counted from 1. */
export interface CsvFault extends Refusal<'E-CSV'> {
  readonly detail: string;
  readonly place: string;
  readonly line: number;
  readonly column: number;
}

/** A column of a table. Where the column or the cell may be missing, `otherwise` says what that means. */
export interface Column<T> {
  readonly read: CellReader<T>;
  readonly otherwise?: { readonly value: T };
}
export type Columns = Readonly<Record<string, Column<unknown>>>;
export type Cells<C extends Columns> = { readonly [Name in keyof C]: C[Name] extends Column<infer T> ? T : never };

/** One row. Where a cell was at fault the row is not whole, and its sound cells may still be compared with others. */
export type SheetRow<C extends Columns> = {
  readonly line: number;
  /** Cells of columns outside the fixed set, by header name, where such columns were allowed; otherwise empty. */
  readonly further: ReadonlyMap<string, string>;
  readonly fault: (column: keyof C | string, detail: string) => CsvFault;
} & ({ readonly whole: true; readonly cells: Cells<C> } | { readonly whole: false; readonly cells: Partial<Cells<C>> });

export interface Sheet<C extends Columns> {
  readonly rows: readonly SheetRow<C>[];
  readonly faults: readonly CsvFault[];
  /** The column names; none where the header could not be read. */
  readonly header: readonly string[];
  /** Whether some record or column is missing from the rows, so that nothing can be said to be absent from the file. */
  readonly partial: boolean;
  /** A fault of a column as a whole, placed in the header's line. */
  readonly headingFault: (column: string, detail: string) => CsvFault;
}

/** A column that must be there and filled. */
export function required<T>(read: CellReader<T>): Column<T> {
  return { read };
}

/** A column that may be missing, and whose cells may be empty. */
export function optional<T, Otherwise>(read: CellReader<T>, value: Otherwise): Column<T | Otherwise> {
  return { read, otherwise: { value } };
}

interface Layout {
  readonly file: string;
  readonly header: readonly string[];
}

function faultAt(layout: Layout, line: number, column: number, detail: string): CsvFault {
  const heading = layout.header[column - 1] ?? '';
  const known = heading !== '' && layout.header.indexOf(heading) === column - 1;
  const name = known ? tidy(quoted(heading).slice(1, -1)) : `column ${column}`;
  return { code: 'E-CSV', detail, place: `${layout.file}:${line}:${name}`, line, column };
}

function faultIn(layout: Layout, line: number, column: string, detail: string): CsvFault {
  const at = layout.header.indexOf(column);
  if (at !== -1) return faultAt(layout, line, at + 1, detail);
  return { code: 'E-CSV', detail, place: `${layout.file}:${line}:${column}`, line, column: layout.header.length + 1 };
}

/**
 * Reads a table; bytes that could not be had, which the caller reports, give a table without rows. `further` allows more columns, by the form of their names; their cells are handed over
 * as text.
 */
export function readSheet<const C extends Columns>(file: string, bytes: Uint8Array | undefined, columns: C, further?: RegExp): Sheet<C> {
  const text = bytes === undefined ? '' : plainText(bytes);
  const { records, broken } = readRecords(text ?? '');
  const headerLine = records[0]?.line ?? 1;
  const layout: Layout = { file, header: isHeaderBroken(records, broken) ? [] : (records[0]?.cells ?? []) };
  const headingFault = (column: string, detail: string) => faultIn(layout, headerLine, column, detail);
  const brokenFaults = broken.map(({ line, column, detail }) => faultAt(layout, line, column, detail));
  const hopeless = whyHopeless(text, layout.header);
  if (bytes === undefined || hopeless !== undefined) {
    const faults = broken.length > 0 ? brokenFaults : [headingFault('column 1', hopeless ?? '')];
    return { rows: [], header: [], partial: true, headingFault, faults: bytes === undefined ? [] : faults };
  }
  const headerFaults = checkHeader(layout, headerLine, columns, further);
  const parsed = records.slice(1).map((record) => readRow(layout, record, columns));
  return {
    rows: parsed.flatMap(({ row }) => row ?? []),
    header: layout.header,
    partial: headerFaults.length > 0 || broken.length > 0 || parsed.some(({ row }) => row === undefined),
    headingFault,
    faults: inFileOrder([...brokenFaults, ...headerFaults, ...parsed.flatMap(({ faults }) => faults)]),
  };
}

/** Why no row of a file can be read at all. Spreadsheets in some languages save other separators under the same file name. */
function whyHopeless(text: string | undefined, header: readonly string[]): string | undefined {
  if (text === undefined) return 'the file is not UTF-8 text';
  if (header.length === 0) return 'the file is empty';
  if (header.length > 1) return undefined;
  if (header[0]?.includes(';')) return 'the columns are separated by semicolons, not by commas';
  return header[0]?.includes('\t') ? 'the columns are separated by tabs, not by commas' : undefined;
}

/** Without a sound header the first good line would be taken for it. */
function isHeaderBroken(records: readonly CsvRecord[], broken: readonly { readonly line: number }[]): boolean {
  const first = broken[0]?.line;
  return first !== undefined && first < (records[0]?.line ?? Number.POSITIVE_INFINITY);
}

export function inFileOrder(faults: readonly CsvFault[]): readonly CsvFault[] {
  return faults.toSorted((left, right) => left.line - right.line || left.column - right.column);
}

function checkHeader(layout: Layout, line: number, columns: Columns, further: RegExp | undefined): readonly CsvFault[] {
  const { header } = layout;
  const known = Object.keys(columns);
  const strange = header.flatMap((heading, at) => {
    const detail = headingFlaw(header, at, known.includes(heading) || further?.test(heading) === true, known);
    return detail === undefined ? [] : [faultAt(layout, line, at + 1, detail)];
  });
  const missing = known.filter((column) => columns[column]?.otherwise === undefined && !header.includes(column));
  return [...strange, ...missing.map((column) => faultIn(layout, line, column, 'the column is missing'))];
}

function headingFlaw(header: readonly string[], at: number, isKnown: boolean, known: readonly string[]): string | undefined {
  const heading = header[at] ?? '';
  if (heading === '') return 'the column has no name';
  if (header.indexOf(heading) !== at) return `the column ${quoted(heading)} stands twice`;
  return isKnown ? undefined : `no column is called ${quoted(heading)}; known are ${known.join(', ')}`;
}

interface ParsedRow<C extends Columns> {
  readonly row?: SheetRow<C>;
  readonly faults: readonly CsvFault[];
}

function readRow<C extends Columns>(layout: Layout, record: CsvRecord, columns: C): ParsedRow<C> {
  const { line, cells: texts } = record;
  const miscounted = miscount(layout, record);
  if (miscounted !== undefined) return { faults: [miscounted] };
  const cells: Record<string, unknown> = {};
  const faults: CsvFault[] = [];
  for (const [name, column] of Object.entries(columns)) {
    const read = readCell(column, texts[layout.header.indexOf(name)]);
    if (read === undefined) continue;
    if (read.ok) cells[name] = read.value;
    else faults.push(faultIn(layout, line, name, read.refusal.detail ?? read.refusal.code));
  }
  const whole = Object.keys(columns).every((name) => Object.hasOwn(cells, name));
  const further = new Map(
    layout.header.flatMap((heading, at) => (Object.hasOwn(columns, heading) ? [] : [[heading, texts[at] ?? ''] as const])),
  );
  const fault = (column: keyof C | string, detail: string) => faultIn(layout, line, String(column), detail);
  return { row: { line, further, fault, whole, cells } as SheetRow<C>, faults };
}

function miscount(layout: Layout, { line, cells }: CsvRecord): CsvFault | undefined {
  const wanted = layout.header.length;
  if (cells.length === wanted) return undefined;
  const detail = `the row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header has ${wanted}`;
  return faultAt(layout, line, Math.min(cells.length, wanted) + 1, detail);
}

/** Undefined where the whole column is missing, which is said once, at the header. */
function readCell(column: Column<unknown>, text: string | undefined): Result<unknown> | undefined {
  if (text !== undefined && text !== '') return column.read(text);
  if (column.otherwise !== undefined) return ok(column.otherwise.value);
  return text === undefined ? undefined : { ok: false, refusal: { code: 'E-CSV', detail: 'the cell is empty' } };
}
