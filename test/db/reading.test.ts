/** Who looks at a database does not change it: the audit never writes, and the office opens an altered one for reading only. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { must, present } from '../../core/result.ts';
import { contestStateOf } from '../../core/state.ts';
import { openForWriting } from '../../db/database.ts';
import { openOffice } from '../../main/office/office.ts';
import { SOFTWARE } from '../../main/software.ts';
import { demoElection, playDay } from '../main/played-day.ts';
import { PROGRAM } from '../main/recorded.ts';
import { sharedFolder, temporaryFolder } from './folders.ts';
import { auditOf, copyOf, exported, failedIn, filesIn, sqlite, withoutGuards, withoutRights } from './tampering.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));

describe('the audit never writes', () => {
  test.each([
    ['a sound database', ''],
    ['an altered one', 'UPDATE figure SET count = count + 1 WHERE count > 100'],
  ])('not into the folder of %s', async (_what, sql) => {
    const database = copyOf(day);
    if (sql !== '') sqlite(database, sql);
    const before = filesIn(path.dirname(database));
    await auditOf(database);
    expect(filesIn(path.dirname(database))).toEqual(before);
  });

  test('nor where it may not: a folder without permission to write is audited just as well', async () => {
    const database = copyOf(day);
    const before = filesIn(path.dirname(database));
    for (const file of [database, path.dirname(database)]) chmodSync(file, file === database ? 0o444 : 0o555);
    const { status, stdout } = spawnSync(process.execPath, [PROGRAM, 'audit', database, '--json'], {
      encoding: 'utf8',
      timeout: 60_000,
      ...withoutRights(),
    });
    chmodSync(path.dirname(database), 0o755);
    expect(failedIn(JSON.parse(stdout))).toEqual([]);
    expect(status).toBe(0);
    expect(filesIn(path.dirname(database))).toEqual(before);
  });

  test('and reads what still stands in the write-ahead log', async () => {
    const database = copyOf(day);
    const writer = must(openForWriting(database));
    writer.exec('UPDATE figure SET count = count + 1 WHERE count > 100');
    expect(statSync(`${database}-wal`).size).toBeGreaterThan(0);
    expect(failedIn(await auditOf(database))).toEqual(['tables']);
    writer.close();
  });

  test.each<readonly [string, string | Buffer]>([
    ['nothing', ''],
    ['a letter', 'Dear auditor, '.repeat(500)],
    ['half a database', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000)])],
  ])('and survives a file that is none: %s', async (_what, content) => {
    const database = path.join(temporaryFolder(), 'centre.sqlite');
    writeFileSync(database, content);
    const audited = await auditOf(database);
    expect(audited).toMatchObject({ code: 1, sound: false });
    expect(failedIn(audited).length).toBeGreaterThan(0);
  });
});

describe('the office on an altered database', () => {
  const options = { software: SOFTWARE };

  test('opens a sound one for work', async () => {
    const opened = await openOffice(path.dirname(copyOf(day)), options);
    const office = present(opened.ok ? opened.value : undefined, 'office');
    expect(office.isReadOnly).toBe(false);
    expect((await office.unlock('RO1', present(day.passphrases.get('RO1'), 'passphrase'))).ok).toBe(true);
    office.close();
  });

  test.each([
    ['a figure', 'UPDATE figure SET count = count + 1 WHERE count > 100'],
    ['a guard', 'DROP TRIGGER journal_is_never_changed'],
    ['a view', 'DROP VIEW tally'],
  ])('opens one for reading where %s was changed: nothing is said, exported or written any more', async (_what, sql) => {
    const database = copyOf(day);
    sqlite(database, sql);
    const before = filesIn(path.dirname(database), { beside: false });
    const opened = await openOffice(path.dirname(database), options);
    const office = present(opened.ok ? opened.value : undefined, 'office');
    expect(office.isReadOnly).toBe(true);
    expect(office.audit?.sound).toBe(false);
    const passphrase = present(day.passphrases.get('RO1'), 'passphrase');
    expect(await office.unlock('RO1', passphrase)).toMatchObject({ refusal: { code: 'R-READ-ONLY' } });
    expect(office.perform([{ kind: 'incident-noted', body: { text: 'A note.' } }])).toMatchObject({ ok: false });
    expect(office.issueReceipt('A1')).toMatchObject({ refusal: { code: 'R-READ-ONLY' } });
    expect(office.centre().phase).toBe('open');
    office.close();
    expect(filesIn(path.dirname(database), { beside: false })).toEqual(before);
    const { code, err } = await exported(database);
    expect(code).toBe(1);
    expect(err).toContain('R-READ-ONLY  the database was altered');
  });

  test('with another device key opens for reading, because this is not the machine of the journal', async () => {
    const database = copyOf(day);
    rmSync(path.join(path.dirname(database), 'device.pem'));
    const opened = await openOffice(path.dirname(database), options);
    const office = present(opened.ok ? opened.value : undefined, 'office');
    expect(office.isReadOnly).toBe(true);
    expect(await office.unlock('RO1', present(day.passphrases.get('RO1'), 'passphrase'))).toMatchObject({
      refusal: { code: 'R-READ-ONLY' },
    });
    office.close();
    const { code, err } = await exported(database);
    expect(code).toBe(1);
    expect(err).toContain('E-KEY');
  });

  test('with a damaged device key opens for reading, says so, and leaves the key as it is', async () => {
    const database = copyOf(day);
    writeFileSync(path.join(path.dirname(database), 'device.pem'), 'no key');
    const before = filesIn(path.dirname(database), { beside: false });
    const opened = await openOffice(path.dirname(database), options);
    const office = present(opened.ok ? opened.value : undefined, 'office');
    expect(office).toMatchObject({ isReadOnly: true, whyReadOnly: 'the device key device.pem is damaged' });
    office.close();
    expect(filesIn(path.dirname(database), { beside: false })).toEqual(before);
  });

  test('takes no write-ahead log in that the check found altered, and leaves it where it is', async () => {
    const database = copyOf(day);
    const writer = must(openForWriting(database));
    for (let fact = 0; fact < 3; fact++) writer.exec(`INSERT INTO centre VALUES ('fact ${fact}', '')`);
    const crashed = copyOf({ folder: path.dirname(database) });
    writer.close();
    const log = readFileSync(`${crashed}-wal`);
    log.writeUInt8(log.readUInt8(100) ^ 1, 100);
    writeFileSync(`${crashed}-wal`, log);
    const opened = await openOffice(path.dirname(crashed), options);
    const office = present(opened.ok ? opened.value : undefined, 'office');
    expect(office.whyReadOnly).toMatch(/^frame 1 of the write-ahead log was altered/);
    office.close();
    expect(readFileSync(`${crashed}-wal`)).toEqual(log);
  });

  test('says of signatures beyond a break that they were not checked', async () => {
    const database = copyOf(day);
    withoutGuards(database, (handle) => handle.exec('DELETE FROM journal WHERE seq = 300'));
    const { checks } = await auditOf(database);
    const signatures = checks.find(({ name }) => name === 'signatures');
    expect(signatures).toMatchObject({ status: 'not checked', detail: expect.stringMatching(/up to seq \d+; not checked beyond$/) });
  });

  test('still knows what the journal says, up to where it broke', async () => {
    const database = copyOf(day);
    withoutGuards(database, (handle) => handle.exec('DELETE FROM journal WHERE seq = 300'));
    const opened = await openOffice(path.dirname(database), options);
    const office = present(opened.ok ? opened.value : undefined, 'office');
    expect(office.isReadOnly).toBe(true);
    expect(contestStateOf(office.centre(), 'president').declared).toBeUndefined();
    office.close();
  });
});
