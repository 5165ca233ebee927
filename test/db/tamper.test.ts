/**
 * A figure changed in the database, as anybody can who has the sqlite3 program and the laptop for a minute. The guards refuse, or the
 * audit says which promise is broken and where.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { present } from '../../core/result.ts';
import { openForReading } from '../../db/database.ts';
import { verify } from '../../main/commands/verify.ts';
import { demoElection, playDay } from '../main/played-day.ts';
import { recorded } from '../main/recorded.ts';
import { sharedFolder } from './folders.ts';
import { auditOf, copyOf, cutJournal, detailIn, exported, failedIn, replayOf, sqlite, withoutGuards } from './tampering.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const receipt = path.join(day.folder, 'receipts', 'A1.receipt.json');

describe('a database that nobody touched', () => {
  test('is sound, with its scans and every receipt', async () => {
    const receipts = readdirSync(path.dirname(receipt)).flatMap((name) => ['--receipt', path.join(path.dirname(receipt), name)]);
    const audited = await auditOf(copyOf(day), ...receipts);
    expect(audited).toMatchObject({ code: 0, sound: true });
    expect(audited.checks.filter(({ status }) => status !== 'passed')).toEqual([]);
    const names = ['file', 'pages', 'definition', 'journal', 'history', 'signatures', 'conduct', 'tables', 'scans', 'receipts'];
    expect(audited.checks.map(({ name }) => name)).toEqual(names);
  });

  test('is sound when the sqlite3 program has only looked at it', async () => {
    const database = copyOf(day);
    expect(sqlite(database, "SELECT total FROM tally WHERE contest = 'president' AND \"row\" = 'candidate1'")).toMatch(/^\d+\n$/);
    expect(await auditOf(database)).toMatchObject({ code: 0 });
  });
});

describe('with its guards in place', () => {
  test.each([
    ['changed', "UPDATE journal SET bytes = x'00' WHERE seq = 3", 'never changed'],
    ['shortened', 'DELETE FROM journal WHERE seq > 100', 'never shortened'],
    ['written over', 'INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 3', 'only grows'],
    [
      'lengthened by a copy',
      'INSERT INTO journal SELECT (SELECT max(seq) + 1 FROM journal), bytes, leaf, root, kind, at, person, command, part, content, click FROM journal WHERE seq = 3',
      'only grows',
    ],
  ])('the journal refuses to be %s', async (_how, sql, answer) => {
    const database = copyOf(day);
    expect(() => sqlite(database, sql)).toThrow(answer);
    expect(await auditOf(database)).toMatchObject({ code: 0 });
  });

  test.each([
    [
      'figure',
      "UPDATE figure SET count = count + 1 WHERE \"row\" = 'candidate1' AND form IN (SELECT form FROM form WHERE disposition = 'counted' LIMIT 1)",
    ],
    ['figure', 'DELETE FROM figure WHERE rowid = (SELECT max(rowid) FROM figure)'],
    ['form', "UPDATE form SET disposition = 'counted' WHERE disposition = 'disregarded'"],
    ['result', "UPDATE result SET state = 'counted' WHERE state = 'not-held'"],
    ['outcome', "UPDATE outcome SET outcome = 'agree' WHERE outcome = 'agree-with-objection'"],
    ['signoff', "DELETE FROM signoff WHERE choice = 'object'"],
    ['finding', "DELETE FROM finding WHERE code = 'F07'"],
    ['summary', "UPDATE summary SET digest = upper(digest) WHERE contest = 'president'"],
    ['candidate', "UPDATE candidate SET name = 'Somebody Else' WHERE number = 1"],
    [
      'person',
      "INSERT INTO person SELECT 'C9', role, 'C9', party, key, basis, accreditation, suspended, certified FROM person WHERE person = 'C1'",
    ],
    ['attendance', 'UPDATE attendance SET from_seq = from_seq - 1'],
    ['centre', "UPDATE centre SET value = '2' WHERE fact = 'epoch'"],
  ])('a row of %s that does not follow from the journal is caught: %s', async (table, sql) => {
    const database = copyOf(day);
    sqlite(database, sql);
    const audited = await auditOf(database);
    expect(audited).toMatchObject({ code: 1, sound: false });
    expect(failedIn(audited)).toEqual(['tables']);
    expect(detailIn(audited, 'tables')).toMatch(new RegExp(`^${table}: a row `));
  });

  test('two changes that cancel each other in the total are caught all the same', async () => {
    const database = copyOf(day);
    const total = "SELECT total FROM tally WHERE contest = 'president' AND \"row\" = 'candidate1'";
    const before = sqlite(database, total);
    sqlite(
      database,
      "UPDATE figure SET count = count + CASE form WHEN (SELECT min(form) FROM form WHERE disposition = 'counted' AND contest = 'president') THEN 1 ELSE -1 END WHERE \"row\" = 'candidate1' AND form IN (SELECT form FROM form WHERE disposition = 'counted' AND contest = 'president' ORDER BY form LIMIT 2)",
    );
    expect(sqlite(database, total)).toBe(before);
    expect(failedIn(await auditOf(database))).toEqual(['tables']);
  });
});

describe('with its guards dropped', () => {
  test('the missing guard and the altered entry are both named', async () => {
    const database = copyOf(day);
    sqlite(
      database,
      "DROP TRIGGER journal_is_never_changed; UPDATE journal SET bytes = replace(bytes, '\"seq\":3', '\"seq\":4') || x'' WHERE seq = 3;".replace(
        "replace(bytes, '\"seq\":3', '\"seq\":4') || x''",
        'CAST(replace(CAST(bytes AS TEXT), \'"seq":3\', \'"seq":4\') AS BLOB)',
      ),
    );
    const audited = await auditOf(database);
    expect(audited.code).toBe(1);
    expect(failedIn(audited)).toEqual(expect.arrayContaining(['file', 'journal']));
    expect(detailIn(audited, 'file')).toBe('trigger journal_is_never_changed is not as it was made');
    expect(detailIn(audited, 'journal')).toContain('after 3 entries');
  });

  test.each([
    [
      'journal',
      'the bytes',
      'UPDATE journal SET bytes = CAST(replace(CAST(bytes AS TEXT), \'"at":"2031\', \'"at":"2032\') AS BLOB) WHERE seq = 7',
    ],
    ['journal', 'a column', "UPDATE journal SET person = 'RO1' WHERE person = 'DRO1'"],
    ['journal', 'the kind', "UPDATE journal SET kind = 'incident-noted' WHERE seq = 7"],
    ['journal', 'a leaf', 'UPDATE journal SET leaf = zeroblob(32) WHERE seq = 7'],
    ['journal', 'a root', 'UPDATE journal SET root = zeroblob(32) WHERE seq = 7'],
    ['journal', 'an entry taken out', 'DELETE FROM journal WHERE seq = 7'],
    ['journal', 'all entries but the last', 'DELETE FROM journal WHERE seq < 100'],
    ['definition', 'a second definition', "INSERT INTO definition VALUES (printf('%064d', 1), x'7b7d')"],
    ['definition', 'its digest', "UPDATE definition SET digest = printf('%064d', 1)"],
    [
      'definition',
      'its bytes',
      "UPDATE definition SET envelope = CAST(replace(CAST(envelope AS TEXT), 'payload', 'payload') || ' ' AS BLOB)",
    ],
    ['definition', 'no definition', 'DELETE FROM definition'],
  ])('and put back word for word, %s tells of %s', async (check, _what, sql) => {
    const database = copyOf(day);
    withoutGuards(database, (handle) => handle.exec(sql));
    const audited = await auditOf(database);
    expect(audited.code).toBe(1);
    expect(failedIn(audited)).toContain(check);
    expect(failedIn(audited)).not.toContain('file');
  });

  test('guards dropped and put back without a change leave it sound', async () => {
    const database = copyOf(day);
    withoutGuards(database, () => undefined);
    expect(await auditOf(database)).toMatchObject({ code: 0 });
  });
});

describe('with another schema', () => {
  test.each([
    ['index form_by_result', 'DROP INDEX form_by_result'],
    [
      'view tally',
      'DROP VIEW tally; CREATE VIEW tally AS SELECT contest, "row", 1 AS number, 1 AS name, 1 AS total FROM figure JOIN form USING (form)',
    ],
    ['view outstanding', 'DROP VIEW outstanding'],
    ['table signoff', 'DROP TABLE signoff'],
    ['trigger quiet', 'CREATE TRIGGER quiet AFTER INSERT ON journal BEGIN DELETE FROM signoff; END'],
    ['table notes', 'CREATE TABLE notes (text TEXT)'],
  ])('%s is named', async (named, sql) => {
    const database = copyOf(day);
    sqlite(database, sql);
    const audited = await auditOf(database);
    expect(audited.code).toBe(1);
    expect(detailIn(audited, 'file')).toBe(`${named} is not as it was made`);
  });
});

describe('with its last entries cut off', () => {
  function beforeTheSummary(): number {
    const reader = openForReading(copyOf(day));
    const prepared = reader.prepare<[], number>("SELECT min(seq) FROM journal WHERE kind = 'summary-prepared'").pluck().get();
    reader.close();
    return present(prepared, 'a summary');
  }

  test('it is sound in itself, and an agent’s receipt gives it away', async () => {
    const database = copyOf(day);
    cutJournal(database, day, beforeTheSummary());
    expect(await auditOf(database)).toMatchObject({ code: 0, sound: true });
    const audited = await auditOf(database, '--receipt', receipt);
    expect(audited.code).toBe(1);
    expect(failedIn(audited)).toEqual(['receipts']);
    expect(detailIn(audited, 'receipts')).toMatch(/A1\.receipt\.json: the journal ends at \d+ entries; the receipt saw \d+/);
  });

  test('its bundle is provisional, and the receipt gives that away as well', async () => {
    const database = copyOf(day);
    cutJournal(database, day, beforeTheSummary());
    const { code, file } = await exported(database);
    expect(code).toBe(0);
    const args = [file, '--anchor', `${day.keyFile}.pub`, '--rehearsal', '--json'];
    const before = await recorded(verify, ...args);
    expect(before.code).toBe(3);
    expect(JSON.parse(before.out)).toMatchObject({ verdict: 'consistent', summary: { version: 0, state: 'provisional' } });
    const { code: caught, out } = await recorded(verify, ...args, '--receipt', receipt);
    expect(caught).toBe(1);
    expect(failedIn(JSON.parse(out))).toEqual(['receipts']);
  });
});

describe('with its scans altered', () => {
  const firstScan = (database: string) => {
    const scans = path.join(path.dirname(database), 'scans');
    return path.join(scans, present(readdirSync(scans)[0], 'a scan'));
  };

  test.each<readonly [string, (file: string) => void]>([
    ['damaged', (file) => writeFileSync(file, '%PDF-1.4 another paper')],
    ['missing', (file) => rmSync(file)],
  ])('one that is %s is named', async (how, spoil) => {
    const database = copyOf(day);
    const file = firstScan(database);
    spoil(file);
    const audited = await auditOf(database);
    expect(audited.code).toBe(1);
    expect(detailIn(audited, 'scans')).toMatch(new RegExp(`^1 of \\d+: ${path.basename(file, '.pdf')} is ${how}$`));
  });

  test('a bundle without it is not exported', async () => {
    const database = copyOf(day);
    for (const name of readdirSync(path.join(path.dirname(database), 'scans'))) rmSync(path.join(path.dirname(database), 'scans', name));
    const { code, err } = await exported(database);
    expect(code).toBe(1);
    expect(err).toContain('a scan is missing or altered');
    expect((await exported(database, '--edition', 'public')).code).toBe(0);
  });
});

test('tables thrown away and rebuilt from the journal are the tables that followed it act by act', () => {
  const [kept, rebuilt] = [copyOf(day), copyOf(day)];
  cutJournal(rebuilt, day, Number.MAX_SAFE_INTEGER);
  for (const table of sqlite(kept, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").trim().split('\n')) {
    const rows = `SELECT * FROM "${table}" ORDER BY 1, 2`;
    expect(sqlite(rebuilt, rows).split('\n').sort()).toEqual(sqlite(kept, rows).split('\n').sort());
  }
  const handle = openForReading(rebuilt);
  expect(replayOf(handle, day).breaks).toEqual({});
  handle.close();
});
