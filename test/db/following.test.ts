/** Every cell of every table that follows the journal, changed one at a time: none can say anything else than the journal. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { digest } from '../../core/bytes.ts';
import { readEntry } from '../../core/journal.ts';
import { rootOf } from '../../core/merkle.ts';
import { follower } from '../../core/replay.ts';
import { must, present } from '../../core/result.ts';
import { emptyCentre } from '../../core/state.ts';
import { openForWriting } from '../../db/database.ts';
import { firstStray } from '../../db/following.ts';
import { journalReader, journalWriter } from '../../db/journal-store.ts';
import { FOLLOWING } from '../../db/tables.ts';
import { demoElection, playDay } from '../main/played-day.ts';
import { sharedFolder } from './folders.ts';
import { copyOf, replayOf } from './tampering.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const handle = must(openForWriting(copyOf(day, path.join(folder, 'copy'))));
const centre = replayOf(handle, day).centre();
handle.pragma('foreign_keys = OFF');
handle.pragma('ignore_check_constraints = ON');

/** Runs a change, looks for the row that does not follow, and takes the change back. */
function strayAfter(sql: string): string | undefined {
  handle.exec(`BEGIN; ${sql}`);
  const stray = firstStray(handle, centre);
  handle.exec('ROLLBACK');
  return stray;
}

/** Another value of the column's type. */
function altered(name: string, column: string): string {
  const type = handle.prepare<[string, string], string>('SELECT type FROM pragma_table_info(?) WHERE name = ?').pluck().get(name, column);
  return type === 'INTEGER' ? `coalesce("${column}", 0) + 90001` : `coalesce("${column}", '') || '~'`;
}

/** After a rehearsed day these are empty: nobody recorded a turnout, decided a disputed vote or left a proposal open. */
const EMPTY = ['decision', 'proposal', 'turnout'];
const filled = FOLLOWING.filter(({ name }) => !EMPTY.includes(name));

/** Acts after each of which all tables are compared; later ones only now and then, for comparing takes long. */
const EACH = 60;
const NOW_AND_THEN = 40;

test('untouched, all follow', () => {
  expect(firstStray(handle, centre)).toBeUndefined();
});

test('they follow after each single act: a power cut may come after any of them, the founding too', () => {
  const fresh = must(openForWriting(path.join(folder, 'fresh.sqlite')));
  const writer = journalWriter(fresh);
  writer.setDefinition(day.envelope);
  const journal = follower(emptyCentre(day.definition));
  for (const { seq, bytes } of journalReader(handle).entries()) {
    const before = journal.centre();
    const entry = must(readEntry(bytes));
    journal.follow(entry);
    const { act, leaf } = entry;
    const stored = { seq, bytes, leaf, root: rootOf(journal.frontier()), kind: act.kind, at: act.at, person: act.by.person };
    writer.append(`act-${seq}`, digest(leaf), () => ({ entries: [stored], states: [before, journal.centre()] }));
    if (seq < EACH || seq % NOW_AND_THEN === 0) expect(firstStray(fresh, journal.centre()), `after act ${seq}`).toBeUndefined();
  }
  expect(journal.frontier().size).toBeGreaterThan(EACH);
  fresh.close();
});

test.each(filled.map(({ name }) => name))('%s: a row removed is missed', (name) => {
  const stray = strayAfter(`DELETE FROM "${name}" WHERE rowid = (SELECT max(rowid) FROM "${name}")`);
  expect(stray).toMatch(new RegExp(`^${name}: a row is missing or altered: `));
});

test.each(filled)('$name: a row added is one too many', ({ name, columns, key }) => {
  const copied = columns.map((column, at) => (at === key - 1 ? altered(name, column) : `"${column}"`));
  const quoted = columns.map((column) => `"${column}"`);
  const added = `INSERT INTO "${name}" (${quoted.join(', ')}) SELECT ${copied.join(', ')} FROM "${name}" LIMIT 1`;
  expect(strayAfter(added)).toMatch(new RegExp(`^${name}: a row does not follow from the journal: `));
});

test.each(EMPTY)('%s: the first row is one too many', (name) => {
  const { columns } = present(
    FOLLOWING.find((table) => table.name === name),
    name,
  );
  const types = handle.prepare<[string], string>('SELECT type FROM pragma_table_info(?)').pluck().all(name);
  const values = types.slice(0, columns.length).map((type) => (type === 'INTEGER' ? '1' : "'x'"));
  expect(strayAfter(`INSERT INTO "${name}" VALUES (${values.join(', ')})`)).toMatch(new RegExp(`^${name}: a row does not follow`));
});

test.each(filled.flatMap(({ name, columns }) => columns.map((column) => [name, column] as const)))(
  '%s.%s: another value is caught',
  (name, column) => {
    const stray = strayAfter(
      `UPDATE "${name}" SET "${column}" = ${altered(name, column)} WHERE rowid = (SELECT max(rowid) FROM "${name}")`,
    );
    expect(stray).toMatch(new RegExp(`^${name}: a row `));
  },
);
