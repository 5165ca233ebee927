/**
 * Keeps the tables in step: after an act, only the rows of what it touched are compared with what they were, and only those that
 * differ are written. Rebuilding writes all of them from a state; comparing finds the first row that does not follow.
 */
import type { Statement } from 'better-sqlite3';
import { type Centre, formOf, resultKey, type Touch, touch } from '../core/state.ts';
import type { Handle } from './database.ts';
import { type Cell, FOLLOWING, type Following, type Row, thingsOf } from './tables.ts';

export interface Follow {
  /** Writes what changed between two states; inside the transaction of the act. */
  follow(before: Centre, after: Centre): void;
  /** Empties all following tables and writes them from a state. */
  rebuild(centre: Centre): void;
}

interface Writer {
  readonly put: Statement<Cell[]>;
  readonly remove: Statement<Cell[]>;
}

export function tablesOf(handle: Handle): Follow {
  const writers = new Map(FOLLOWING.map((table) => [table.name, writerOf(handle, table)]));
  const write = (table: Following, before: readonly Row[], after: readonly Row[]) => {
    const { put, remove } = writers.get(table.name) as Writer;
    const same = new Set(before);
    const fresh = after.filter((row) => !same.delete(row));
    const old = new Map([...same].map((row) => [keyOf(table, row), row]));
    for (const row of fresh) {
      const known = old.get(keyOf(table, row));
      old.delete(keyOf(table, row));
      if (known === undefined || !isSameRow(known, row)) put.run(...row);
    }
    for (const row of old.values()) remove.run(...row.slice(0, table.key));
  };
  return {
    follow: (before, after) => {
      if (before.phase === 'empty')
        fill(
          FOLLOWING.filter(({ of }) => of === 'definition'),
          after,
          write,
        );
      for (const { what, id } of touchesOf(after)) {
        for (const table of FOLLOWING.filter(({ of }) => of === what)) {
          if (before.phase !== 'empty' && isUnchanged(table, before, after, id)) continue;
          // Before the first act nothing is written yet, not even what that act leaves as it was.
          write(table, before.phase === 'empty' ? [] : table.rows(before, id), table.rows(after, id));
        }
      }
    },
    rebuild: (centre) => {
      handle.transaction(() => {
        for (const table of [...FOLLOWING].reverse()) handle.exec(`DELETE FROM "${table.name}"`);
        fill(FOLLOWING, centre, write);
      })();
    },
  };
}

function isUnchanged({ sources }: Following, before: Centre, after: Centre, id: string): boolean {
  if (sources === undefined) return false;
  const was = sources(before, id);
  return sources(after, id).every((part, at) => part === was[at]);
}

function fill(
  tables: readonly Following[],
  centre: Centre,
  write: (table: Following, before: readonly Row[], after: readonly Row[]) => void,
): void {
  for (const table of tables) for (const id of thingsOf(centre, table.of)) write(table, [], table.rows(centre, id));
}

/** What an act touched, each once, forms after what they refer to; a form's result follows it. */
function touchesOf(centre: Centre): readonly Touch[] {
  const results = centre.touched
    .filter(({ what }) => what === 'form')
    .map(({ id }) => formOf(centre, id))
    .map((form) => touch('result', resultKey(form.contest, form.station)));
  const all = new Map([...centre.touched, ...results].map((touched) => [`${touched.what} ${touched.id}`, touched]));
  return [...all.values()];
}

function writerOf(handle: Handle, { name, columns, key }: Following): Writer {
  const quoted = columns.map((column) => `"${column}"`);
  const where = quoted.slice(0, key).map((column) => `${column} = ?`);
  const set = quoted.slice(key).map((column) => `${column} = excluded.${column}`);
  const conflict = set.length === 0 ? 'DO NOTHING' : `(${quoted.slice(0, key).join(', ')}) DO UPDATE SET ${set.join(', ')}`;
  return {
    put: handle.prepare(
      `INSERT INTO "${name}" (${quoted.join(', ')}) VALUES (${quoted.map(() => '?').join(', ')}) ON CONFLICT ${conflict}`,
    ),
    remove: handle.prepare(`DELETE FROM "${name}" WHERE ${where.join(' AND ')}`),
  };
}

function keyOf({ key }: Following, row: Row): string {
  return key === 1 ? String(row[0]) : row.slice(0, key).join('\u0000');
}

function isSameRow(left: Row, right: Row): boolean {
  return left.every((cell, at) => cell === right[at]);
}

/**
 * Compares the tables with what a state gives, both ways, by the database's own EXCEPT over fresh rows in memory; names the first
 * row that is too many or missing, undefined when all follow.
 */
export function firstStray(handle: Handle, centre: Centre): string | undefined {
  for (const table of FOLLOWING) {
    const { name, columns } = table;
    const quoted = columns.map((column) => `"${column}"`).join(', ');
    handle.exec(`DROP TABLE IF EXISTS temp.fresh; CREATE TEMP TABLE fresh AS SELECT ${quoted} FROM main."${name}" LIMIT 0`);
    const cells = columns.map((_, at) => `value ->> ${at}`).join(', ');
    const insert = handle.prepare(`INSERT INTO temp.fresh SELECT ${cells} FROM json_each(?)`);
    for (const rows of batchesOf(centre, table)) insert.run(JSON.stringify(rows));
    const missing = handle.prepare(`SELECT * FROM temp.fresh EXCEPT SELECT ${quoted} FROM main."${name}" LIMIT 1`).raw().get();
    if (missing !== undefined) return `${name}: a row is missing or altered: ${describe(missing)}`;
    // Keys are unique on both sides: with none missing and as many rows, none can be too many, and the other way need not be gone.
    if (countRows(handle, `main."${name}"`) === countRows(handle, 'temp.fresh')) continue;
    const extra = handle.prepare(`SELECT ${quoted} FROM main."${name}" EXCEPT SELECT * FROM temp.fresh LIMIT 1`).raw().get();
    return `${name}: a row does not follow from the journal: ${describe(extra ?? [])}`;
  }
  handle.exec('DROP TABLE IF EXISTS temp.fresh');
  return undefined;
}

function countRows(handle: Handle, table: string): number {
  return handle.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
}

/** A table's rows in batches: handing SQLite many at once, as JSON, is several times faster than one by one. */
function* batchesOf(centre: Centre, table: Following): Generator<readonly Row[]> {
  let rows: Row[] = [];
  for (const id of thingsOf(centre, table.of)) {
    rows.push(...table.rows(centre, id));
    if (rows.length < BATCH) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}
const BATCH = 5000;

function describe(row: unknown): string {
  return (row as Cell[]).map((cell) => (cell === null ? '-' : String(cell))).join(' | ');
}
