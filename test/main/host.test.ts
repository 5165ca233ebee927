/**
 * The running app under impatient hands: opened twice, opened while another is being opened, closed in the middle. There is one office
 * or none, never two, and every journal that began says that it ended. What cannot be opened is told, and left as it is.
 */
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readEntry } from '../../core/journal.ts';
import { must } from '../../core/result.ts';
import { openForReading } from '../../db/database.ts';
import { journalReader } from '../../db/journal-store.ts';
import { frameHandlers } from '../../main/app/answers/frame.ts';
import { createHost, type Host } from '../../main/app/host.ts';
import { openCentres } from '../../main/centres.ts';
import { DATABASE_FILE, type Office } from '../../main/office/office.ts';
import { createPractice } from '../../main/practice/practice.ts';
import { SOFTWARE } from '../../main/software.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { filesIn } from '../db/tampering.ts';

const CALLER = { origin: 'app://countersign', isTopFrame: true, window: 'rooms' } as const;
const made = path.join(sharedFolder(), 'made');
must(await createPractice(made, { software: SOFTWARE })).office.close();

interface Running {
  readonly root: string;
  readonly host: Host;
  /** Two practice elections; the first is the one that was open last. */
  readonly folders: readonly [string, string];
  told(): number;
}

function running(): Running {
  const root = temporaryFolder();
  const centres = openCentres(root);
  const folders = [centres.newPracticeFolder(), centres.newPracticeFolder()] as const;
  for (const folder of folders) cpSync(made, folder, { recursive: true });
  must(centres.setCurrent(folders[0]));
  let told = 0;
  const none = () => Promise.resolve(undefined);
  const surroundings = {
    ...{ chooseFile: none, chooseFolder: none, chooseNewFile: none, chooseFiles: () => Promise.resolve([]) },
    ...{ openWindow: () => undefined, closeWindow: () => undefined, print: () => Promise.resolve(false) },
    tellChanged: () => {
      told += 1;
    },
  };
  const host = createHost({ folder: root, surroundings, office: { software: SOFTWARE } });
  onTestFinished(() => host.close());
  return { root, host, folders, told: () => told };
}

/** Starts and ends as the journal of a folder tells them, after those of its making. */
function startsAndEnds(folder: string): readonly string[] {
  const handle = openForReading(path.join(folder, DATABASE_FILE));
  const kinds = [...journalReader(handle).entries()].map(({ bytes }) => must(readEntry(bytes)).act.kind);
  handle.close();
  return kinds.filter((kind) => kind === 'app-started' || kind === 'app-stopped').slice(2);
}

/** Holds the database as another program does; answers what lets it go again. */
function seize(folder: string, how: string): () => void {
  const other = new Database(path.join(folder, DATABASE_FILE));
  other.exec(how);
  return () => other.close();
}

describe('opening', () => {
  test('tells how far it is, and that nothing is being opened any more', async () => {
    const { host, folders, told } = running();
    expect(host.opening()).toBeUndefined();
    const opening = host.open(folders[0]);
    expect(host.opening()).toEqual({ done: 0, total: 0 });
    expect(host.office()).toMatchObject({ refusal: { code: 'R-NO-CENTRE' } });
    const size = must(await opening).head().size;
    expect(size).toBeGreaterThan(20);
    expect(host.opening()).toBeUndefined();
    expect(told()).toBeGreaterThanOrEqual(3);
  });

  test('twice at once is opening once', async () => {
    const { host, folders } = running();
    const [first, second] = await Promise.all([host.open(folders[0]), host.open(folders[0])]);
    expect(must(first)).toBe(must(second));
    host.close();
    expect(startsAndEnds(folders[0])).toEqual(['app-started', 'app-stopped']);
  });

  test('another one meanwhile leaves that one open, alone, and nothing of the first', async () => {
    const { host, folders } = running();
    const [first, second] = await Promise.all([host.open(folders[0]), host.open(folders[1])]);
    expect(first).toMatchObject({ refusal: { code: 'R-NO-CENTRE' } });
    expect(must(host.office())).toBe(must(second));
    expect(host.centres.current()).toBe(folders[1]);
    const ends = startsAndEnds(folders[0]);
    expect(ends.filter((kind) => kind === 'app-started')).toHaveLength(ends.length / 2);
    expect(startsAndEnds(folders[1])).toEqual(['app-started']);
  });

  test('to and fro in one breath ends where the last wish was', async () => {
    const { host, folders } = running();
    const [one, other] = folders;
    const all = await Promise.all([one, other, one, other, one].map((folder) => host.open(folder)));
    expect(must(host.office()).folder).toBe(one);
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    host.close();
    for (const folder of folders) {
      const ends = startsAndEnds(folder);
      expect(ends).toEqual(ends.map((_, at) => (at % 2 === 0 ? 'app-started' : 'app-stopped')));
      expect(ends.length % 2).toBe(0);
    }
  });

  test('the one that is open closes it first', async () => {
    const { host, folders } = running();
    await host.open(folders[0]);
    await host.open(folders[0]);
    expect(startsAndEnds(folders[0])).toEqual(['app-started', 'app-stopped', 'app-started']);
  });

  test('is given up when the app is left meanwhile', async () => {
    const { host, folders } = running();
    const opening = host.open(folders[0]);
    host.close();
    expect(await opening).toMatchObject({ refusal: { code: 'R-NO-CENTRE' } });
    expect(host.office().ok).toBe(false);
    expect(startsAndEnds(folders[0]).length % 2).toBe(0);
  });

  test('is given up when a centre was made meanwhile', async () => {
    const { host, folders } = running();
    const opening = host.open(folders[0]);
    const practice = must(await createPractice(host.centres.newPracticeFolder(), { software: SOFTWARE })).office;
    host.take(practice);
    await opening;
    expect(must(host.office())).toBe(practice);
    expect(host.centres.current()).toBe(practice.folder);
  });
});

describe('the centre that was open last', () => {
  const codeOf = (host: Host) => host.notOpened()?.code;

  test('is opened, and nothing is complained of', async () => {
    const { host, folders } = running();
    await host.openLast();
    expect(must(host.office()).folder).toBe(folders[0]);
    expect(host.notOpened()).toBeUndefined();
  });

  test('is not missed on a machine that had none', async () => {
    const { root, host } = running();
    rmSync(path.join(root, 'current.json'));
    await host.openLast();
    expect([host.office().ok, host.notOpened()]).toEqual([false, undefined]);
  });

  test('is missed where its folder is gone, until another one is open', async () => {
    const { host, folders } = running();
    renameSync(folders[0], `${folders[0]}-elsewhere`);
    await host.openLast();
    expect(host.notOpened()).toEqual({ code: 'E-FILE', detail: 'its folder is not there any more' });
    await host.open(folders[1]);
    expect(host.notOpened()).toBeUndefined();
  });

  test('is not missed where somebody erased it here', async () => {
    const { host, folders } = running();
    must(host.centres.erase(folders[0]));
    await host.openLast();
    expect(host.notOpened()).toBeUndefined();
  });

  const becomesFolder = (file: string) => {
    rmSync(file);
    cpSync(made, file, { recursive: true });
  };
  const spoilt: readonly (readonly [string, (file: string) => void])[] = [
    ['is no database', (file) => writeFileSync(file, 'a'.repeat(20_000))],
    ['was cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, 6000))],
    ['is a folder', becomesFolder],
    ['is gone', (file) => rmSync(file)],
  ];
  for (const [how, spoil] of spoilt) {
    test(`is told in a refusal, without a path, where its database ${how}; nothing is written to it`, async () => {
      const { root, host, folders } = running();
      for (const beside of ['-wal', '-shm']) rmSync(path.join(folders[0], DATABASE_FILE + beside), { force: true });
      spoil(path.join(folders[0], DATABASE_FILE));
      const before = filesIn(folders[0], { beside: false });
      await host.openLast();
      expect(codeOf(host)).toBe('E-FILE');
      expect(JSON.stringify(host.notOpened())).not.toContain(root);
      expect(host.opening()).toBeUndefined();
      expect(filesIn(folders[0], { beside: false })).toEqual(before);
    });
  }

  const held: readonly (readonly [string, string])[] = [
    ['writes to it', 'BEGIN IMMEDIATE'],
    ['keeps it to itself', 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE'],
  ];
  for (const [what, how] of held) {
    test(`is told in a refusal while another program ${what}, and can be opened afterwards`, async () => {
      const { host, folders } = running();
      const letGo = seize(folders[0], how);
      await host.openLast();
      expect(host.notOpened()).toMatchObject({ code: 'R-DATABASE-BUSY' });
      letGo();
      expect(must(await host.open(folders[0])).isReadOnly).toBe(false);
    });
  }
});

describe('a language', () => {
  const become = async (office: Office, person: string) => must(await office.unlock(person, 'happy green mango river table'));

  test('is of one person of one centre: the clerk of that number elsewhere keeps another', async () => {
    const { host, folders } = running();
    const asks = frameHandlers(host);
    const elsewhere = must(await createPractice(host.centres.newPracticeFolder(), { software: SOFTWARE })).office;
    host.take(elsewhere);
    await become(elsewhere, 'C1');
    await asks.prefer({ language: 'sw' }, CALLER);
    const office = must(await host.open(folders[0]));
    await become(office, 'C2');
    await asks.prefer({ language: 'en' }, CALLER);
    await become(office, 'C1');
    expect(must(await asks.frame({}, CALLER)).language).toBe('en');
    const again = must(await host.open(elsewhere.folder));
    await become(again, 'C1');
    expect(must(await asks.frame({}, CALLER)).language).toBe('sw');
  });
});
