/** `audit --pack`: a whole day's pack on the disk, what it refuses, and what it still writes when the database is damaged. */
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyCheckpoint } from '../../core/checkpoint.ts';
import { must, present } from '../../core/result.ts';
import { audit } from '../../main/commands/audit.ts';
import { writePack } from '../../main/court/write.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { copyOf, filesIn, sqlite, withoutGuards } from '../db/tampering.ts';
import { type ReadPack, read } from './court-night.ts';
import { letter } from './odd-files.ts';
import { demoElection, playDay } from './played-day.ts';
import { recorded } from './recorded.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'), { papers: 3 });
const database = path.join(day.folder, 'centre.sqlite');

const packIn = (dir: string): ReadPack => read(new Map(readdirSync(dir).map((name) => [name, readFileSync(path.join(dir, name), 'utf8')])));

async function packed(file: string, ...more: readonly string[]) {
  const dir = path.join(temporaryFolder(), 'pack');
  return { dir, ...(await recorded(audit, file, '--pack', dir, ...more)) };
}

describe('of a day that is sound', () => {
  test('the pack is written beside the audit’s own answer, and every file is as SHA256SUMS says', async () => {
    const plain = await recorded(audit, database);
    const { dir, code, out } = await packed(database);
    expect(code).toBe(0);
    expect(out).toBe(`${plain.out}court pack: ${dir}, ${readdirSync(dir).length} files\n`);
    const checked = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: dir, encoding: 'utf8', timeout: 60_000 });
    expect(checked.trim().split('\n')).toHaveLength(readdirSync(dir).length - 1);
    expect(statSync(dir).mode & 0o700).toBe(0o700);
  });

  test('nothing but the pack is written, neither in the data folder nor beside the pack', async () => {
    const before = filesIn(day.folder);
    const { dir } = await packed(database);
    expect(filesIn(day.folder)).toEqual(before);
    expect(readdirSync(path.dirname(dir))).toEqual(['pack']);
  });

  test('the checkpoint is the machine’s word on this journal', async () => {
    const { dir, out } = await packed(database);
    const text = packIn(dir).text('checkpoint');
    const [origin = ''] = text.split('\n');
    const checkpoint = must(verifyCheckpoint(text, day.device.publicKey.raw, origin));
    expect(out).toContain(`${checkpoint.size} entries`);
    expect(packIn(dir).text('README.txt')).toContain(Buffer.from(checkpoint.root).toString('hex'));
  });

  test('the same journal gives the same bytes, whoever asks and wherever to; another language another page and the same tables', async () => {
    const [one, other, swahili] = [await packed(database), await packed(copyOf(day)), await packed(database, '--language', 'sw')];
    expect(filesIn(other.dir)).toEqual(filesIn(one.dir));
    const same = (name: string) => readFileSync(path.join(one.dir, name)).equals(readFileSync(path.join(swahili.dir, name)));
    for (const name of readdirSync(one.dir)) expect([name, same(name)]).toEqual([name, name.endsWith('.csv') || name === 'checkpoint']);
  });

  test('without the machine’s key beside it, the checkpoint is not signed, and the readme says so', async () => {
    const copy = copyOf(day);
    execFileSync('rm', [path.join(path.dirname(copy), 'device.pem')], { timeout: 60_000 });
    const { dir, code } = await packed(copy);
    expect(code).toBe(0);
    expect(packIn(dir).text('checkpoint').trim().split('\n')).toHaveLength(3);
    expect(packIn(dir).text('README.txt')).toContain('not signed');
    expect(existsSync(path.join(path.dirname(copy), 'device.pem'))).toBe(false);
  });

  test('--json stays the audit’s own answer', async () => {
    const { dir, out } = await packed(database, '--json');
    expect(JSON.parse(out)).toMatchObject({ database, sound: true });
    expect(existsSync(path.join(dir, 'README.txt'))).toBe(true);
  });

  test('an empty folder is taken, and the section of the law is printed', async () => {
    const dir = temporaryFolder();
    const { code } = await recorded(audit, database, '--pack', dir, '--certificate-under', 'the section that counsel names');
    expect(code).toBe(0);
    expect(packIn(dir).text('certificate-draft.html')).toContain('Under the section that counsel names');
  });
});

describe('is refused before the audit, in one line', () => {
  const full = () => {
    const dir = temporaryFolder();
    writeFileSync(path.join(dir, 'mine'), 'x');
    return dir;
  };
  test.each<readonly [string, () => readonly string[], string]>([
    ['into a folder that is not empty', () => ['--pack', full()], 'the folder is not empty, and nothing is overwritten'],
    ['into a file', () => ['--pack', letter()], 'it is no folder'],
    ['where there is no folder to make it in', () => ['--pack', '/nonexistent/pack'], 'no such file or folder'],
    ['below a file', () => ['--pack', path.join(letter(), 'pack')], 'part of its path is not a folder'],
    ['in a language that nobody wrote', () => ['--pack', 'x', '--language', 'de'], '--language is one of en, sw'],
    ['with a language and no pack', () => ['--language', 'sw'], 'belong to --pack'],
    ['with a section and no pack', () => ['--certificate-under', 'x'], 'belong to --pack'],
    ['with an empty section', () => ['--pack', 'x', '--certificate-under', ' '], '--certificate-under is a line'],
    ['with a section that moves the cursor', () => ['--pack', 'x', '--certificate-under', 'a\u001b[2J'], '--certificate-under is a line'],
  ])('%s', async (_what, args, line) => {
    const { code, out, err } = await recorded(audit, database, ...args());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')[0]).toContain(line);
  });

  test('what stands in the folder already is left as it is', async () => {
    const dir = full();
    await recorded(audit, database, '--pack', dir);
    expect(readdirSync(dir)).toEqual(['mine']);
  });
});

test('a pack that cannot be written whole leaves nothing behind', () => {
  const parent = temporaryFolder();
  const files = [
    { name: 'a', bytes: new Uint8Array([1]) },
    { name: 'no/such/folder', bytes: new Uint8Array([2]) },
  ];
  expect(writePack(path.join(parent, 'pack'), files)).toMatchObject({ ok: false, refusal: { code: 'E-FILE' } });
  expect(readdirSync(parent)).toEqual([]);
  mkdirSync(path.join(parent, 'empty'));
  expect(writePack(path.join(parent, 'empty'), files).ok).toBe(false);
  expect(readdirSync(parent)).toEqual(['empty']);
});

describe('of a database that was altered', () => {
  test('the pack is written all the same, says where on its first page, and no head of it is signed', async () => {
    const copy = copyOf(day);
    sqlite(copy, "UPDATE station SET name = 'Elsewhere' WHERE rowid = (SELECT min(rowid) FROM station)");
    const { dir, code } = await packed(copy);
    expect(code).toBe(1);
    const pack = packIn(dir);
    expect(pack.text('court-pack.html')).toContain('ALTERED OR DAMAGED');
    expect(pack.text('court-pack.html')).toMatch(/FAILED<\/td><td><span lang="en">[^<]*station/);
    expect(pack.files.has('checkpoint')).toBe(false);
  });

  test('an entry that cannot be read is listed, and all others are told', async () => {
    const copy = copyOf(day);
    withoutGuards(copy, (handle) => handle.exec("UPDATE journal SET bytes = x'7b7d' WHERE seq = 20"));
    const [broken, whole] = [await packed(copy), await packed(database)];
    expect(broken.code).toBe(1);
    expect(
      packIn(broken.dir)
        .table('unreadable')
        .map(({ seq }) => seq),
    ).toEqual(['20']);
    expect(packIn(broken.dir).text('README.txt')).toContain('ALTERED OR DAMAGED');
    expect(packIn(broken.dir).text('court-pack.html')).toContain('reach up to the place where the entries broke, and no further');
    expect(packIn(whole.dir).text('court-pack.html')).not.toContain('where the entries broke');
    const told = ({ dir }: { readonly dir: string }) =>
      packIn(dir)
        .table('acts')
        .reduce((sum, { number }) => sum + Number(number), 0);
    expect(told(broken)).toBe(told(whole) - 1);
  });

  test('a file whose pages are spoilt gives what can still be read', async () => {
    const copy = copyOf(day);
    sqlite(copy, 'PRAGMA wal_checkpoint(TRUNCATE)');
    const page = Number(sqlite(copy, "SELECT rootpage FROM sqlite_schema WHERE name = 'journal'"));
    const size = Number(sqlite(copy, 'PRAGMA page_size'));
    spoil(copy, (page - 1) * size, size);
    const { dir, code } = await packed(copy);
    expect(code).toBe(1);
    expect(packIn(dir).text('court-pack.html')).toContain('ALTERED OR DAMAGED');
  });

  test('a file that is no database at all gives a pack that says so', async () => {
    const { dir, code } = await packed(letter());
    expect(code).toBe(1);
    const html = packIn(dir).text('court-pack.html');
    expect(html).toContain('ALTERED OR DAMAGED');
    expect(html).toContain(present(/file is not a database|not a database/.exec(html)?.[0], 'why'));
  });
});

function spoil(file: string, from: number, length: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, new Uint8Array(length).fill(0x5a), 0, length, from);
  closeSync(handle);
}
