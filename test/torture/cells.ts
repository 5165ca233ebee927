/**
 * One cell edited, as anybody can who has the sqlite3 program: each column of each table in turn, the guards taken away and put back
 * word for word, the checks of the schema switched off. The columns of SQLite's own table of tables take their turn as well. A table
 * without a row gets one.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { present } from '../../core/result.ts';
import type { Handle } from '../../db/database.ts';
import type { Seeded } from '../../main/seeded.ts';
import { type AlteredCentre, alteredCentre, faultOf, openAltered } from './altered-centre.ts';
import { playRounds } from './rounds.ts';
import type { Torment } from './torment.ts';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly notnull: number;
  /** Its place in the table's key, from 1. */
  readonly pk: number;
}

const SCHEMA_COLUMNS = ['type', 'name', 'tbl_name', 'rootpage', 'sql'];

export const cells: Torment = {
  name: 'cells',
  run: async (settings) => {
    const centre = await alteredCentre();
    const columns = columnsOf(centre.database);
    const seen = { edited: new Set<string>(), inserted: new Set<string>() };
    const counts = { columns: columns.length, 'columns edited': 0, 'columns of tables without a row': 0 };
    const start = settings.seed % columns.length;
    try {
      const tally = await playRounds(settings, counts, (random, round) => {
        const column = present(columns[(start + round * STRIDE) % columns.length], 'a column');
        return editCell(centre, column, random, seen);
      });
      return {
        ...tally,
        counts: { ...counts, 'columns edited': seen.edited.size, 'columns of tables without a row': seen.inserted.size },
      };
    } finally {
      centre.end();
    }
  },
};
/** Short runs see many tables; no number of columns that is likely has it as a factor. */
const STRIDE = 37;

function columnsOf(database: string): readonly Column[] {
  const handle = new Database(database, { readonly: true });
  const columns = handle
    .prepare<[], Column>(
      `SELECT t.name AS "table", c.name AS "column", c.type, c."notnull", c.pk FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
       WHERE t.type = 'table' ORDER BY t.name, c.cid`,
    )
    .all();
  handle.close();
  const own = SCHEMA_COLUMNS.map((column) => ({
    table: 'sqlite_schema',
    column,
    type: column === 'rootpage' ? 'INTEGER' : 'TEXT',
    notnull: 1,
    pk: 0,
  }));
  return [...columns, ...own];
}

async function editCell(
  { database, folder, restore }: AlteredCentre,
  column: Column,
  random: Seeded,
  seen: { readonly edited: Set<string>; readonly inserted: Set<string> },
): Promise<string | undefined> {
  const whole = readFileSync(database);
  for (const end of ['-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
  const { done, what } = alter(database, column, random);
  const name = `${column.table}.${column.column}`;
  (done === 'edited' ? seen.edited : seen.inserted).add(name);
  const found = await openAltered(folder);
  const fault = faultOf(`${name}: ${what}`, found);
  writeFileSync(database, whole);
  if (fault !== undefined) restore();
  return fault;
}

interface Altered {
  readonly done: 'edited' | 'inserted';
  readonly what: string;
}

/** The edit leaves no log behind: the file itself is what was altered. */
function alter(database: string, column: Column, random: Seeded): Altered {
  const handle = new Database(database);
  handle.unsafeMode(true);
  for (const pragma of ['foreign_keys = OFF', 'ignore_check_constraints = ON', 'writable_schema = ON']) handle.pragma(pragma);
  try {
    if (column.table === 'sqlite_schema') return editSchema(handle, column, random);
    return withoutGuards(handle, () => editRow(handle, column, random));
  } finally {
    handle.close();
  }
}

function withoutGuards(handle: Handle, edit: () => Altered): Altered {
  const guards = handle.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of guards) handle.exec(`DROP TRIGGER ${name}`);
  const altered = edit();
  for (const { sql } of guards) handle.exec(sql);
  return altered;
}

function editRow(handle: Handle, { table, column, type, notnull, pk }: Column, random: Seeded): Altered {
  const rows = handle.prepare<[], number>(`SELECT rowid FROM "${table}" ORDER BY rowid`).pluck().all();
  if (rows.length === 0) return insertRow(handle, table);
  const row = random.pick(rows);
  const value = handle.prepare<[number], unknown>(`SELECT "${column}" FROM "${table}" WHERE rowid = ?`).pluck().get(row);
  const isKey = pk > 0 || column === 'part';
  const to = notnull === 0 && value !== null && random.chance(0.3) ? null : changed(value, type, random, isKey);
  handle.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = ?`).run(to, row);
  return { done: 'edited', what: `row ${row}, ${shown(value)} became ${shown(to)}` };
}

function insertRow(handle: Handle, table: string): Altered {
  const columns = handle.prepare<[], { name: string; type: string }>(`SELECT name, type FROM pragma_table_info('${table}')`).all();
  const marks = columns.map(() => '?').join(', ');
  handle.prepare(`INSERT INTO "${table}" VALUES (${marks})`).run(columns.map(({ type }) => (type === 'INTEGER' ? 1 : 'x')));
  return { done: 'inserted', what: 'a row where there was none' };
}

function editSchema(handle: Handle, { column, type }: Column, random: Seeded): Altered {
  const rows = handle.prepare<[], number>('SELECT rowid FROM sqlite_schema ORDER BY rowid').pluck().all();
  const row = random.pick(rows);
  const value = handle.prepare<[number], unknown>(`SELECT "${column}" FROM sqlite_schema WHERE rowid = ?`).pluck().get(row);
  const to = changed(value, type, random);
  handle.prepare(`UPDATE sqlite_schema SET "${column}" = ? WHERE rowid = ?`).run(to, row);
  return { done: 'edited', what: `row ${row}, ${shown(value)} became ${shown(to)}` };
}

/** A number that no key of a short day has. */
const BEYOND = 1_000_000;

/** Another value that the column takes: one more, one letter or one bit otherwise, or something where there was nothing. */
function changed(value: unknown, type: string, random: Seeded, isKey = false): unknown {
  if (typeof value === 'number') return value + 1 + random.below(3) + (isKey ? BEYOND : 0);
  if (value instanceof Uint8Array) return changedBytes(value, random);
  if (typeof value === 'string' && value.length > 0) return changedText(value, random);
  return type === 'INTEGER' ? 1 : 'x';
}

function changedBytes(bytes: Uint8Array, random: Seeded): Uint8Array {
  const bent = Buffer.from(bytes);
  const at = random.below(bent.length);
  bent.writeUInt8(bent.readUInt8(at) ^ (1 << random.below(8)), at);
  return bent;
}

function changedText(text: string, random: Seeded): string {
  const at = random.below(text.length);
  return `${text.slice(0, at)}${text[at] === 'b' ? 'c' : 'b'}${text.slice(at + 1)}`;
}

function shown(value: unknown): string {
  return value instanceof Uint8Array ? `${value.length} bytes` : JSON.stringify(value).slice(0, 80);
}
