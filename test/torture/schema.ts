/**
 * The house itself altered: each guard, view and index dropped or changed, something added, the file's marks changed, rows and scans
 * exchanged, files cut short or taken away, another machine's key put in. The start-up check, or for scans the audit, says so.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { present } from '../../core/result.ts';
import { DEVICE_KEY_FILE, deviceKey } from '../../db/device-key.ts';
import { systemRandom } from '../../db/random.ts';
import type { Seeded } from '../../main/seeded.ts';
import { type AlteredCentre, alteredCentre, auditSays, faultOf, openAltered } from './altered-centre.ts';
import { playRounds } from './rounds.ts';
import type { Torment } from './torment.ts';

interface Alteration {
  readonly what: string;
  /** Who notices: everybody at the start, or the audit with its scans. */
  readonly noticed: 'at the start' | 'by the audit';
  alter(centre: AlteredCentre, random: Seeded): void;
}

export const schema: Torment = {
  name: 'schema',
  run: async (settings) => {
    const centre = await alteredCentre();
    const all = [...alterationsOf(centre.database), ...OF_ROWS, ...OF_FILES];
    const counts = { alterations: all.length };
    try {
      return await playRounds(settings, counts, async (random, round) => {
        const alteration = present(all[(settings.seed + round * STRIDE) % all.length], 'an alteration');
        centre.restore();
        alteration.alter(centre, random);
        return judged(centre, alteration);
      });
    } finally {
      centre.end();
    }
  },
};
/** Short runs see every kind. */
const STRIDE = 11;

async function judged({ database, folder }: AlteredCentre, { what, noticed }: Alteration): Promise<string | undefined> {
  if (noticed === 'at the start') return faultOf(what, await openAltered(folder));
  const said = await auditSays(database);
  return said.some((words) => /^scans: .*[0-9a-f]{64} is (damaged|missing)/.test(words)) ? undefined : `${what}: not noticed`;
}

function bySql(what: string, ...statements: readonly string[]): Alteration {
  return { what, noticed: 'at the start', alter: ({ database }) => execute(database, statements) };
}

/** What a writable schema lets through is let through. */
function execute(database: string, statements: readonly string[]): void {
  const handle = new Database(database);
  handle.unsafeMode(true);
  handle.pragma('foreign_keys = OFF');
  handle.pragma('writable_schema = ON');
  for (const statement of statements) handle.exec(statement);
  handle.close();
}

/** Each guard, view and index of the schema: without it, and with another one of its name. */
function alterationsOf(database: string): readonly Alteration[] {
  const handle = new Database(database, { readonly: true });
  const made = handle
    .prepare<[], { type: string; name: string; sql: string }>(
      "SELECT type, name, sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL ORDER BY name",
    )
    .all();
  const tables = handle.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
  handle.close();
  return [
    ...made.map(({ type, name }) => bySql(`${type} ${name} dropped`, `DROP ${type} "${name}"`)),
    ...made.map(({ type, name, sql }) => bySql(`${type} ${name} changed`, `DROP ${type} "${name}"`, changedDefinition(type, sql))),
    ...tables.map((name) => bySql(`table ${name} dropped`, `PRAGMA foreign_keys = OFF; DROP TABLE "${name}"`)),
    ...tables.map((name) => bySql(`table ${name} with a column more`, `ALTER TABLE "${name}" ADD COLUMN extra TEXT`)),
  ];
}

/** The same but for one condition, order or column. */
function changedDefinition(type: string, sql: string): string {
  if (type === 'trigger') return sql.replace(/\bBEGIN SELECT RAISE\(ABORT, '([^']*)'\); END/, "BEGIN SELECT 'not $1'; END");
  if (type === 'index') return sql.replace('(contest, station)', '(station, contest)');
  return `${sql} LIMIT 1`;
}

const OF_ROWS: readonly Alteration[] = [
  bySql('a table added', 'CREATE TABLE notes (text TEXT)'),
  bySql('a guard added', 'CREATE TRIGGER quiet AFTER INSERT ON journal BEGIN DELETE FROM signoff; END'),
  bySql('a view added', 'CREATE VIEW idle AS SELECT 1'),
  bySql('an index added', 'CREATE INDEX person_by_name ON person (name)'),
  bySql('statistics gathered', 'ANALYZE'),
  bySql('another version', 'PRAGMA user_version = 9'),
  bySql('nobody’s database', 'PRAGMA application_id = 0'),
  swapped('two acts', 'journal', ['bytes'], 'DROP TRIGGER journal_is_never_changed'),
  swapped('two acts with their leaves', 'journal', ['bytes', 'leaf'], 'DROP TRIGGER journal_is_never_changed'),
  swapped(
    'two whole rows of the journal',
    'journal',
    ['bytes', 'leaf', 'root', 'kind', 'at', 'person'],
    'DROP TRIGGER journal_is_never_changed',
  ),
  swapped('the clicks of two acts', 'journal', ['command', 'content'], 'DROP TRIGGER journal_is_never_changed'),
  swapped('two stations’ names', 'station', ['name']),
  swapped('two candidates’ names', 'candidate', ['name']),
  swapped('two figures', 'figure', ['count', 'mark']),
  swapped('two agents’ outcomes', 'outcome', ['outcome']),
];

/** Two rows exchange what they say in some columns; the guard that was in the way is put back word for word. */
function swapped(what: string, table: string, columns: readonly string[], without = ''): Alteration {
  return {
    what: `${what} exchanged`,
    noticed: 'at the start',
    alter: ({ database }, random) => {
      const handle = new Database(database);
      handle.pragma('foreign_keys = OFF');
      const guard = handle.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'journal_is_never_changed'").pluck().get();
      handle.exec(without);
      const list = columns.map((column) => `"${column}"`);
      const rows = handle.prepare<[], { id: number }>(`SELECT rowid AS id, ${list.join(', ')} FROM "${table}" ORDER BY rowid`).all();
      const one = random.pick(rows);
      const other = random.pick(rows.filter((row) => columns.some((column) => !isSame(row, one, column))));
      exchange(handle, table, columns, one, other);
      if (without !== '') handle.exec(present(guard, 'a guard'));
      handle.close();
    },
  };
}

type Row = { readonly id: number } & Readonly<Record<string, unknown>>;

function isSame(left: object, right: object, column: string): boolean {
  return JSON.stringify((left as Row)[column]) === JSON.stringify((right as Row)[column]);
}

/** By way of values that stand nowhere, because some columns are unique. */
function exchange(handle: Database.Database, table: string, columns: readonly string[], one: object, other: object): void {
  handle.pragma('ignore_check_constraints = ON');
  const set = handle.prepare(`UPDATE "${table}" SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE rowid = ?`);
  const valuesOf = (row: object) => columns.map((column) => (row as Row)[column]);
  const aside = valuesOf(one).map((value) =>
    value instanceof Uint8Array ? Buffer.from('aside') : typeof value === 'number' ? -1 : 'aside',
  );
  set.run(...aside, (one as Row).id);
  set.run(...valuesOf(one), (other as Row).id);
  set.run(...valuesOf(other), (one as Row).id);
}

function scansIn(folder: string): readonly string[] {
  return readdirSync(path.join(folder, 'scans'))
    .sort()
    .map((name) => path.join(folder, 'scans', name));
}

function ofScans(what: string, spoil: (one: string, other: string) => void): Alteration {
  return {
    what,
    noticed: 'by the audit',
    alter: ({ folder }, random) => {
      const one = random.pick(scansIn(folder));
      spoil(one, random.pick(scansIn(folder).filter((file) => file !== one)));
    },
  };
}

function ofFile(what: string, alter: (centre: AlteredCentre, random: Seeded) => void): Alteration {
  return { what, noticed: 'at the start', alter };
}

const OF_FILES: readonly Alteration[] = [
  ofScans('two scans exchanged', (one, other) => {
    const bytes = readFileSync(one);
    copyFileSync(other, one);
    writeFileSync(other, bytes);
  }),
  ofScans('a scan taken away', (one) => rmSync(one)),
  ofScans('a scan cut short', (one) => truncateSync(one, readFileSync(one).length - 1)),
  ofScans('a scan emptied', (one) => truncateSync(one, 0)),
  ofScans('a scan under another name', (one) => renameSync(one, `${one}.old`)),
  ofFile('the database cut short', ({ database }, random) => truncateSync(database, random.below(readFileSync(database).length))),
  ofFile('the database emptied', ({ database }) => truncateSync(database, 0)),
  ofFile('the database overwritten with zeros', ({ database }) => writeFileSync(database, Buffer.alloc(readFileSync(database).length))),
  ofFile('a page of the database overwritten with another', ({ database }, random) => {
    const bytes = readFileSync(database);
    const [from, to] = [1 + random.below(20), 30 + random.below(20)];
    bytes.copy(bytes, to * PAGE, from * PAGE, (from + 1) * PAGE);
    writeFileSync(database, bytes);
  }),
  ofFile('another machine’s device key', ({ folder, beside }) => {
    const other = path.join(beside, 'other-machine');
    if (!existsSync(other)) deviceKey(other, systemRandom);
    copyFileSync(path.join(other, DEVICE_KEY_FILE), path.join(folder, DEVICE_KEY_FILE));
  }),
  ofFile('the device key taken away', ({ folder }) => rmSync(path.join(folder, DEVICE_KEY_FILE))),
  ofFile('the device key emptied', ({ folder }) => truncateSync(path.join(folder, DEVICE_KEY_FILE), 0)),
  ofFile('the device key damaged', ({ folder }) => writeFileSync(path.join(folder, DEVICE_KEY_FILE), 'no key')),
];
const PAGE = 4096;
