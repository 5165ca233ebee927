/**
 * The log beside a database after a crash: what a power cut can leave is taken as such, what no power cut leaves is told. SQLite itself
 * reads up to the break and says nothing of either.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { openForReading, openForWriting } from '../../db/database.ts';
import { faultOfLog } from '../../db/write-ahead-log.ts';
import { sharedFolder, temporaryFolder } from './folders.ts';

const [HEADER, FRAME] = [32, 24 + 4096];
const TRANSACTIONS = 5;
const crashed = crash(sharedFolder());
const log = readFileSync(`${crashed}-wal`);
const frames = (log.length - HEADER) / FRAME;
const commits = Array.from({ length: frames }, (_, frame) => frame).filter((frame) => log.readUInt32BE(HEADER + frame * FRAME + 4) !== 0);
/** Where the last transaction begins: all before it was on the disk when that was written. */
const last = HEADER + ((commits.at(-2) ?? 0) + 1) * FRAME;

/** A database as a crash leaves it: a few facts stand in the log only. */
function crash(folder: string): string {
  const [working, copy] = [path.join(folder, 'working.sqlite'), path.join(folder, 'crashed.sqlite')];
  const handle = must(openForWriting(working));
  handle.pragma('wal_checkpoint(TRUNCATE)');
  for (let fact = 1; fact <= TRANSACTIONS; fact++) handle.exec(`INSERT INTO centre VALUES ('fact ${fact}', '${'x'.repeat(3000)}')`);
  for (const end of ['', '-wal']) copyFileSync(`${working}${end}`, `${copy}${end}`);
  handle.close();
  return copy;
}

function withLog(bytes: Uint8Array): string {
  const copy = path.join(temporaryFolder(), 'centre.sqlite');
  copyFileSync(crashed, copy);
  writeFileSync(`${copy}-wal`, bytes);
  return copy;
}

function factsIn(database: string): number {
  const handle = openForReading(database);
  const facts = handle.prepare<[], number>('SELECT count(*) FROM centre').pluck().get();
  handle.close();
  return facts ?? -1;
}

function flippedAt(at: number): Buffer {
  const bent = Buffer.from(log);
  bent.writeUInt8(bent.readUInt8(at) ^ (1 << (at % 8)), at);
  return bent;
}

test('a log as it was written is sound, and holds what was acknowledged', () => {
  expect(commits).toHaveLength(TRANSACTIONS);
  expect(faultOfLog(withLog(log))).toBeUndefined();
  expect(factsIn(withLog(log))).toBe(TRANSACTIONS);
});

test('a bit of its header the other way round is told, where SQLite takes the whole log for nothing', () => {
  for (let at = 0; at < HEADER; at++) expect(faultOfLog(withLog(flippedAt(at))), `byte ${at}`).toMatch(/header of the write-ahead log/);
  expect(factsIn(withLog(flippedAt(20)))).toBe(0);
});

test('a bit of any frame that a later transaction stands on is told, with the frame', () => {
  // What a frame says of itself stands in its first 24 bytes; of the page a few bytes are enough.
  for (let at = HEADER; at < last; at += (at - HEADER) % FRAME < 24 ? 1 : 371) {
    const frame = Math.floor((at - HEADER) / FRAME) + 1;
    expect(faultOfLog(withLog(flippedAt(at))), `byte ${at}`).toContain(`frame ${frame} of the write-ahead log was altered`);
  }
  expect(factsIn(withLog(flippedAt(HEADER + 100)))).toBe(0);
});

test('a power cut’s remains are no tampering: cut anywhere, or with the last transaction torn', () => {
  for (let length = 0; length <= log.length; length += 509)
    expect(faultOfLog(withLog(log.subarray(0, length))), `${length} bytes`).toBeUndefined();
  for (let at = last; at < log.length; at += 512) {
    const torn = Buffer.from(log);
    torn.fill(0, at, Math.min(at + 512, log.length));
    expect(faultOfLog(withLog(torn)), `torn at ${at}`).toBeUndefined();
  }
});

test('what an older log left behind the end of a newer one is no tampering', () => {
  const database = path.join(temporaryFolder(), 'centre.sqlite');
  const handle = must(openForWriting(database));
  for (let fact = 1; fact <= TRANSACTIONS; fact++) handle.exec(`INSERT INTO centre VALUES ('fact ${fact}', '${'x'.repeat(3000)}')`);
  handle.pragma('wal_checkpoint(RESTART)');
  handle.exec("INSERT INTO centre VALUES ('a fact more', '')");
  const copy = path.join(temporaryFolder(), 'copy.sqlite');
  for (const end of ['', '-wal']) copyFileSync(`${database}${end}`, `${copy}${end}`);
  handle.close();
  expect((readFileSync(`${copy}-wal`).length - HEADER) / FRAME).toBeGreaterThan(3);
  expect(faultOfLog(copy)).toBeUndefined();
  expect(factsIn(copy)).toBe(TRANSACTIONS + 1);
});

test('a database without a log has none that could be altered', () => {
  expect(faultOfLog(withLog(new Uint8Array()))).toBeUndefined();
  expect(faultOfLog(crashed.replace('crashed', 'working'))).toBeUndefined();
});
