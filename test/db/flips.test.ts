/**
 * One bit of the database file the other way round, wherever the file holds something: the audit says so, or nothing that anybody
 * reads there has changed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../core/bytes.ts';
import { present } from '../../core/result.ts';
import { type Handle, openForReading } from '../../db/database.ts';
import { seeded } from '../../main/seeded.ts';
import { demoElection, playDay } from '../main/played-day.ts';
import { sharedFolder } from './folders.ts';
import { auditOf, copyOf } from './tampering.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const SAMPLES = 24;

/** The bytes of b-tree pages that hold something: header, cell pointers and cells (SQLite file format, section 1.6). */
function livePlaces(file: Buffer): readonly number[] {
  const size = file.readUInt16BE(16) || 65_536;
  const pages = Array.from({ length: file.length / size }, (_, page) => page * size);
  return pages.flatMap((start) => {
    const header = start + (start === 0 ? 100 : 0);
    const kind = file.readUInt8(header);
    if (![2, 5, 10, 13].includes(kind)) return [];
    const pointers = header + (kind < 10 ? 12 : 8) + 2 * file.readUInt16BE(header + 3);
    const content = start + (file.readUInt16BE(header + 5) || size);
    return [...range(header, pointers), ...range(content, start + size)];
  });
}

/** Also where SQLite left an older copy lying in a page. */
function occurrences(file: Buffer, wanted: Uint8Array): readonly number[] {
  const found: number[] = [];
  for (let at = file.indexOf(wanted); at >= 0; at = file.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

/** Everything the file says to whoever asks, but how a click was named; what it answers when it cannot be read. */
function readingOf(database: string): string {
  const handle = new Database(database, { readonly: true });
  try {
    const names = handle.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
    const columns = 'seq, hex(bytes), hex(leaf), hex(root), kind, at, person';
    const rows = names.map((name) =>
      handle
        .prepare(`SELECT ${name === 'journal' ? columns : '*'} FROM "${name}" ORDER BY 1, 2`)
        .raw()
        .all(),
    );
    const schema = handle.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').raw().all();
    return JSON.stringify([schema, handle.pragma('application_id'), handle.pragma('user_version'), ...rows]);
  } catch (error) {
    return String(error);
  } finally {
    handle.close();
  }
}

describe('one bit of the file the other way round', () => {
  test('is told by the audit, or changes nothing that anybody reads', async () => {
    const database = copyOf(day);
    const whole = readFileSync(database);
    const before = readingOf(database);
    const random = seeded(2031);
    const places = livePlaces(whole);
    let told = 0;
    for (let sample = 0; sample < SAMPLES; sample++) {
      const at = random.pick(places);
      const bent = Buffer.from(whole);
      bent.writeUInt8(bent.readUInt8(at) ^ (1 << random.below(8)), at);
      writeFileSync(database, bent);
      const { code } = await auditOf(database);
      if (code === 1) told += 1;
      else expect(readingOf(database), `byte ${at}`).toBe(before);
    }
    expect(told).toBeGreaterThan(SAMPLES / 2);
    writeFileSync(database, whole);
    expect(await auditOf(database)).toMatchObject({ code: 0 });
  });

  test.each<readonly [string, (handle: Handle) => Uint8Array]>([
    ['an act', (handle) => cell(handle, 'SELECT bytes FROM journal WHERE seq = 200').subarray(100, 200)],
    ['a root', (handle) => cell(handle, 'SELECT root FROM journal WHERE seq = 200')],
    ['a leaf', (handle) => cell(handle, 'SELECT leaf FROM journal WHERE seq = 200')],
    ['the definition', (handle) => cell(handle, 'SELECT envelope FROM definition').subarray(500, 600)],
    ['a station’s name', () => utf8(present(day.definition.content.stations[5], 'station').name)],
    ['a guard', () => utf8('the journal is never shortened')],
    ['a view', () => utf8('sum(figure.count)')],
  ])('inside %s is told', async (_what, find) => {
    const database = copyOf(day);
    const whole = readFileSync(database);
    const reader = openForReading(database);
    const found = occurrences(whole, find(reader));
    reader.close();
    expect(found.length).toBeGreaterThan(0);
    for (const at of found) whole.writeUInt8(whole.readUInt8(at) ^ 1, at);
    writeFileSync(database, whole);
    expect(await auditOf(database)).toMatchObject({ code: 1, sound: false });
  });

  function cell(handle: Handle, sql: string): Uint8Array {
    return present(handle.prepare<[], Uint8Array>(sql).pluck().get(), 'a cell');
  }
});
