/** Two programs on one data folder, a database that somebody else holds, and a founding that was interrupted. */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { must, ok, refuse } from '../../core/result.ts';
import { onStorage } from '../../db/storage-trouble.ts';
import { createDoorway, type Handlers, ORIGIN } from '../../main/app/doorway.ts';
import { DATABASE_FILE, type Office } from '../../main/office/office.ts';
import { seeded } from '../../main/seeded.ts';
import { temporaryFolder } from '../db/folders.ts';
import { tornClock } from '../torture/centre/clock.ts';
import { establish, openOrCreate } from '../torture/centre/founding.ts';
import { openHall } from '../torture/centre/hall.ts';
import { note } from './opened-office.ts';

const START = '2027-08-10T14:00:00.000Z';

async function openIn(folder: string): Promise<Office> {
  return must(await openOrCreate(folder, tornClock(START)));
}

/** A centre that is founded, staffed and open, with the returning officer at the keyboard. */
async function working(folder: string): Promise<Office> {
  const clock = tornClock(START);
  const office = must(await openOrCreate(folder, clock));
  const hall = openHall({ office, clock, stick: folder, random: seeded(1), tell: () => undefined, known: 0 });
  expect(await establish(hall)).toBe(true);
  must(await hall.become('ro'));
  return office;
}

test('a second program is told that the centre is open, the first goes on, and afterwards it opens', async () => {
  const folder = temporaryFolder();
  const first = await working(folder);
  expect(await openOrCreate(folder, tornClock(START))).toMatchObject({ refusal: { code: 'R-CENTRE-IN-USE' } });
  expect(first.perform([note('Still here.')]).ok).toBe(true);
  const { size } = first.head();
  first.close();
  const second = await openIn(folder);
  expect(second.isReadOnly).toBe(false);
  expect(second.head().size).toBeGreaterThan(size);
  second.close();
});

test('where somebody removes the lock and writes, the first is told and appends nothing', async () => {
  const folder = temporaryFolder();
  const first = await working(folder);
  rmSync(path.join(folder, 'centre.lock'));
  const second = await openIn(folder);
  expect(first.perform([note('Too late.')])).toMatchObject({ refusal: { code: 'R-JOURNAL-OVERTAKEN' } });
  second.close();
  first.close();
  const again = await openIn(folder);
  expect(again.audit?.sound).toBe(true);
  again.close();
});

test('while another program holds the database nothing is recorded, it is told, and afterwards it goes on', async () => {
  const folder = temporaryFolder();
  const office = await working(folder);
  const other = new Database(path.join(folder, DATABASE_FILE));
  other.exec('BEGIN IMMEDIATE');
  expect(office.perform([note('Now?')])).toMatchObject({ refusal: { code: 'R-DATABASE-BUSY' } });
  const { size } = office.head();
  other.exec('ROLLBACK');
  other.close();
  expect(office.perform([note('Now.')])).toMatchObject({ ok: true, value: { acts: [{ seq: size }] } });
  office.close();
});

test('an auditor may read while the centre works', async () => {
  const folder = temporaryFolder();
  const office = await working(folder);
  const auditor = new Database(path.join(folder, DATABASE_FILE), { readonly: true });
  expect(auditor.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(office.head().size);
  auditor.close();
  office.close();
});

test('a folder in which nothing was said yet opens sound, and the founding is taken up again', async () => {
  const folder = temporaryFolder();
  (await openIn(folder)).close();
  const again = await openIn(folder);
  expect(again).toMatchObject({ isReadOnly: false, audit: { sound: true } });
  again.close();
  const office = await working(folder);
  expect(office.centre().phase).toBe('open');
  office.close();
});

test('a folder whose database has no definition yet is founded all the same', async () => {
  const folder = temporaryFolder();
  new Database(path.join(folder, DATABASE_FILE)).close();
  expect(existsSync(path.join(folder, DATABASE_FILE))).toBe(true);
  const office = await working(folder);
  expect(office.centre().phase).toBe('open');
  office.close();
});

test.each([
  ['ENOSPC', 'R-DISK-FULL'],
  ['EROFS', 'R-DISK-READ-ONLY'],
  ['EIO', 'R-DISK-FAILED'],
  ['', 'R-DISK-FAILED'],
  ['SQLITE_BUSY_SNAPSHOT', 'R-DATABASE-BUSY'],
])('what the disk answers (%s) goes through the doorway as %s', async (code, told) => {
  const failing = () => {
    throw Object.assign(new Error(code), { code, syscall: 'rm' });
  };
  const doorway = createDoorway({ frame: failing } as unknown as Handlers, () => undefined);
  expect(await doorway({ origin: ORIGIN, isTopFrame: true, window: 'rooms' }, ['frame', {}])).toMatchObject({ refusal: { code: told } });
});

test('a defect of ours is no trouble of the disk', () => {
  const defect = () => {
    throw new Error('a defect');
  };
  expect(() => onStorage(defect)).toThrow('a defect');
  expect(onStorage(() => ok(1))).toEqual(ok(1));
  expect(onStorage(() => refuse('E-FILE'))).toEqual(refuse('E-FILE'));
});
