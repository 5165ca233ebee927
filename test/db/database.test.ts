/** The database by its promises: what is acknowledged is on the disk, the journal only grows, and a file that is not ours stays as it is. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { faultOfFile, type Handle, openForReading, openForWriting } from '../../db/database.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../../db/schema.ts';
import { temporaryFolder } from './folders.ts';

const PROMISED = {
  journal_mode: 'wal',
  synchronous: 2,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  foreign_keys: 1,
  trusted_schema: 0,
  recursive_triggers: 1,
  cell_size_check: 1,
  application_id: APPLICATION_ID,
  user_version: SCHEMA_VERSION,
};

function newFile(): string {
  return path.join(temporaryFolder(), 'centre.sqlite');
}

function settingsOf(handle: Handle, names = Object.keys(PROMISED)): object {
  return Object.fromEntries(names.map((name) => [name, handle.pragma(name, { simple: true })]));
}

describe('every setting is read back', () => {
  test('when the file is made, and each time it is opened again', () => {
    const file = newFile();
    for (let time = 0; time < 3; time++) {
      const handle = must(openForWriting(file));
      expect(settingsOf(handle)).toEqual(PROMISED);
      handle.close();
    }
  });

  test('which is needed: left to itself, a connection synchronises less', () => {
    const file = newFile();
    must(openForWriting(file)).close();
    const bare = new Database(file);
    expect(settingsOf(bare, ['synchronous', 'recursive_triggers', 'cell_size_check'])).not.toEqual(
      expect.objectContaining({ synchronous: 2, recursive_triggers: 1, cell_size_check: 1 }),
    );
    bare.close();
  });

  test('and where one does not hold, nothing is opened', () => {
    expect(() => openForWriting(':memory:')).toThrow('journal_mode is memory, not wal');
  });

  test('a reader reads with the same care, and cannot write', () => {
    const file = newFile();
    must(openForWriting(file)).close();
    const reader = openForReading(file);
    const { trusted_schema, recursive_triggers, cell_size_check, foreign_keys } = PROMISED;
    const careful = { trusted_schema, recursive_triggers, cell_size_check, foreign_keys };
    expect(settingsOf(reader, Object.keys(careful))).toEqual(careful);
    expect(() => reader.exec('DELETE FROM form')).toThrow(/readonly/);
    reader.close();
  });
});

describe('the journal’s guards', () => {
  /** An entry as a row; anything about it can be told otherwise. */
  function row(seq: number, lies: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      ...{ seq, bytes: Buffer.from(`entry ${seq}`), leaf: Buffer.alloc(32, seq + 1), root: Buffer.alloc(32, seq + 101) },
      ...{
        kind: 'incident-noted',
        at: '2031-02-03T14:00:00.000Z',
        person: 'RO1',
        command: `click ${seq}`,
        part: 0,
        content: 'c'.repeat(64),
        click: Buffer.alloc(32, 7),
      },
      ...lies,
    };
  }

  function insert(handle: Handle, values: Record<string, unknown>, verb = 'INSERT', ending = ''): void {
    const columns = Object.keys(values);
    const marks = columns.map((column) => `@${column}`);
    handle.prepare(`${verb} INTO journal (${columns.join(', ')}) VALUES (${marks.join(', ')}) ${ending}`).run(values);
  }

  /** Three entries, the last two of one command. */
  function journal(): Handle {
    const handle = must(openForWriting(newFile()));
    insert(handle, row(0));
    insert(handle, row(1));
    insert(handle, row(2, { command: 'click 1', part: 1 }));
    return handle;
  }

  function contents(handle: Handle): readonly unknown[] {
    return handle.prepare('SELECT * FROM journal').all();
  }

  test('let the next entry in, and a further part of the same command', () => {
    const handle = journal();
    insert(handle, row(3, { command: 'click 1', part: 2 }));
    expect(contents(handle)).toHaveLength(4);
  });

  test.each<readonly [string, (handle: Handle) => void]>([
    ['an entry rewritten', (handle) => handle.exec("UPDATE journal SET bytes = x'00' WHERE seq = 1")],
    ['an entry moved', (handle) => handle.exec('UPDATE journal SET seq = 9 WHERE seq = 2')],
    ['an entry written again unchanged', (handle) => handle.exec('UPDATE journal SET at = at')],
    ['the last entry taken away', (handle) => handle.exec('DELETE FROM journal WHERE seq = 2')],
    ['all of it taken away', (handle) => handle.exec('DELETE FROM journal')],
    ['a gap', (handle) => insert(handle, row(4))],
    ['a place taken twice', (handle) => insert(handle, row(1, { leaf: Buffer.alloc(32, 77), command: 'other' }))],
    ['a place before the first', (handle) => insert(handle, row(-1))],
    ['an entry replaced', (handle) => insert(handle, row(2, { leaf: Buffer.alloc(32, 77), command: 'other' }), 'INSERT OR REPLACE')],
    ['an entry replaced by its leaf', (handle) => insert(handle, row(3, { leaf: Buffer.alloc(32, 2) }), 'REPLACE')],
    ['an entry replaced by its command', (handle) => insert(handle, row(3, { command: 'click 1', part: 1 }), 'REPLACE')],
    [
      'an entry changed where it is in the way',
      (handle) => insert(handle, row(1), 'INSERT', 'ON CONFLICT DO UPDATE SET bytes = excluded.bytes'),
    ],
    ['an entry left out in silence', (handle) => insert(handle, row(1), 'INSERT OR IGNORE')],
    ['the same leaf again', (handle) => insert(handle, row(3, { leaf: Buffer.alloc(32, 1) }))],
    ['the same part of a command again', (handle) => insert(handle, row(3, { command: 'click 1', part: 0 }))],
    ['a leaf cut short', (handle) => insert(handle, row(3, { leaf: Buffer.alloc(31, 9) }))],
    ['a root cut short', (handle) => insert(handle, row(3, { root: Buffer.alloc(31, 9) }))],
    ['text for bytes', (handle) => insert(handle, row(3, { bytes: 'entry' }))],
    ['no bytes', (handle) => insert(handle, row(3, { bytes: null }))],
    ['a part below zero', (handle) => insert(handle, row(3, { part: -1 }))],
    ['a time cut short', (handle) => insert(handle, row(3, { at: '2031-02-03' }))],
  ])('refuse %s, and nothing is changed', (_what, attack) => {
    const handle = journal();
    const before = contents(handle);
    expect(() => attack(handle)).toThrow();
    expect(contents(handle)).toEqual(before);
  });

  test.each([
    ['changed', "UPDATE definition SET envelope = x'00'"],
    ['removed', 'DELETE FROM definition'],
    ['joined by another', `INSERT INTO definition VALUES ('${'b'.repeat(64)}', x'00')`],
    ['replaced', `REPLACE INTO definition VALUES ('${'a'.repeat(64)}', x'00')`],
  ])('refuse a definition %s', (_what, attack) => {
    const handle = must(openForWriting(newFile()));
    handle.exec(`INSERT INTO definition VALUES ('${'a'.repeat(64)}', x'01')`);
    expect(() => handle.exec(attack)).toThrow(/the definition is/);
    expect(handle.prepare('SELECT hex(envelope) FROM definition').pluck().all()).toEqual(['01']);
  });
});

describe('a file whose schema was changed', () => {
  test.each([
    ['index form_by_result', 'DROP INDEX form_by_result'],
    ['view tally', 'DROP VIEW tally; CREATE VIEW tally AS SELECT 1'],
    ['trigger journal_is_never_changed', 'DROP TRIGGER journal_is_never_changed'],
    ['trigger helper', 'CREATE TRIGGER helper AFTER INSERT ON journal BEGIN DELETE FROM figure; END'],
    ['table figure', 'ALTER TABLE figure ADD COLUMN corrected INTEGER'],
    ['table notes', 'CREATE TABLE notes (text TEXT)'],
    ['table sqlite_stat1', 'ANALYZE'],
    ['schema version 9', 'PRAGMA user_version = 9'],
    ['not a Countersign database', 'PRAGMA application_id = 7'],
  ])('is not opened for writing, and %s is named', (named, change) => {
    const file = newFile();
    must(openForWriting(file)).close();
    const tool = new Database(file);
    expect(faultOfFile(tool)).toBeUndefined();
    tool.exec(change);
    expect(faultOfFile(tool)).toContain(named);
    tool.close();
    expect(openForWriting(file)).toMatchObject({ ok: false, refusal: { code: 'E-FILE', place: file } });
  });
});

describe('a file that is not ours', () => {
  test.each<readonly [string, (file: string) => void]>([
    ['a letter', (file) => writeFileSync(file, 'Dear returning officer, '.repeat(100))],
    ['zeros', (file) => writeFileSync(file, Buffer.alloc(8192))],
    ['another program’s database', (file) => new Database(file).exec('CREATE TABLE accounts (name TEXT)').close()],
    [
      'a damaged database',
      (file) => {
        must(openForWriting(file)).close();
        const bytes = readFileSync(file);
        writeFileSync(file, bytes.fill(0xff, 100, 2000));
      },
    ],
  ])('is refused and left as it was: %s', (_what, make) => {
    const file = newFile();
    make(file);
    const before = readFileSync(file);
    expect(openForWriting(file)).toMatchObject({ ok: false, refusal: { code: 'E-FILE', place: file } });
    expect(readFileSync(file)).toEqual(before);
  });

  test('an empty file is one that we make', () => {
    const file = newFile();
    writeFileSync(file, '');
    const handle = must(openForWriting(file));
    expect(faultOfFile(handle)).toBeUndefined();
    handle.close();
  });
});
