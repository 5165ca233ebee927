/** One bit of the database file the other way round, where somebody would want it: the audit says so. Any other bit is test/torture's. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../core/bytes.ts';
import { present } from '../../core/result.ts';
import { type Handle, openForReading } from '../../db/database.ts';
import { faultOfHeader } from '../../db/file-header.ts';
import { demoElection, playDay } from '../main/played-day.ts';
import { sharedFolder } from './folders.ts';
import { auditOf, copyOf } from './tampering.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
/** Also where SQLite left an older copy lying in a page. */
function occurrences(file: Buffer, wanted: Uint8Array): readonly number[] {
  const found: number[] = [];
  for (let at = file.indexOf(wanted); at >= 0; at = file.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

describe('one bit of the file the other way round', () => {
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

  test('in any byte of the file’s header is told, but in the counters that every use may move', async () => {
    const counters = [24, 25, 26, 27, 40, 41, 42, 43, 92, 93, 94, 95, 96, 97, 98, 99];
    const database = copyOf(day);
    const whole = readFileSync(database);
    const passed: number[] = [];
    for (let at = 0; at < 100; at++) {
      const bent = Buffer.from(whole);
      bent.writeUInt8(bent.readUInt8(at) ^ (1 << (at % 8)), at);
      writeFileSync(database, bent);
      if (faultOfHeader(database) === undefined && !counters.includes(at) && (await auditOf(database)).sound) passed.push(at);
    }
    expect(passed).toEqual([]);
  });

  function cell(handle: Handle, sql: string): Uint8Array {
    return present(handle.prepare<[], Uint8Array>(sql).pluck().get(), 'a cell');
  }
});
