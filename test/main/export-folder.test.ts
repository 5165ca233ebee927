/**
 * The export to a memory stick attacked by what memory sticks do: full, gone, read-only, another file of the name, bytes that read
 * back otherwise. Whatever happens, under the final name stands the whole verified bundle or nothing.
 */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportProgress } from '../../core/contract/declare.ts';
import { must, ok, type Result } from '../../core/result.ts';
import { contestStateOf } from '../../core/state.ts';
import type { Host } from '../../main/app/host.ts';
import { bundleOf, type ExportSource } from '../../main/bundle/export.ts';
import { createExporter } from '../../main/export/exporter.ts';
import { type Exported, exportToFolder } from '../../main/export/folder.ts';
import { hasMark, keepMark } from '../../main/export/marks.ts';
import { troubleWith } from '../../main/export/trouble.ts';
import { type Office, openOffice } from '../../main/office/office.ts';
import { SOFTWARE } from '../../main/software.ts';
import { demoElection, type PlayedDay, playDay } from './played-day.ts';

const [CONTEST, OTHER] = ['mfano-president', 'mfano-mca'];
let root: string;
let day: PlayedDay;
let office: Office;
let source: ExportSource;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'export-folder-'));
  day = await playDay(await demoElection(path.join(root, 'election')), path.join(root, 'centre'), { papers: 3 });
  office = must(await openOffice(day.folder, { software: SOFTWARE }));
  source = { centre: office.centre(), store: office.store, scans: office.scans, device: office.device };
});
afterAll(() => {
  office.close();
  rmSync(root, { recursive: true });
});

function stick(): string {
  return mkdtempSync(path.join(root, 'stick-'));
}
function contest(): string {
  return office.centre().contests[0] ?? CONTEST;
}
function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
async function exported(folder: string, from: ExportSource = source): Promise<Exported> {
  return must(await exportToFolder(from, { contest: contest(), edition: 'official' }, folder, () => undefined));
}
async function written(folder: string): Promise<Extract<Exported, { is: 'written' }>> {
  const answer = await exported(folder);
  if (answer.is !== 'written') throw new Error(`not written: ${JSON.stringify(answer)}`);
  return answer;
}

describe('a declared bundle', () => {
  test('stands alone under its name, with the digest that was told, and every check passed but those that need something from elsewhere', async () => {
    const folder = stick();
    const { name, digest, size, verdict, checks, isProvisional, isSame, version } = await written(folder);
    expect(readdirSync(folder)).toEqual([name]);
    expect([sha256(path.join(folder, name)), readFileSync(path.join(folder, name)).length]).toEqual([digest, size]);
    expect(verdict).toBe('consistent');
    expect(checks.filter(({ status }) => status !== 'passed').map(({ name: check }) => check)).toEqual(['anchor']);
    expect([isProvisional, isSame, version]).toEqual([false, false, 1]);
  });

  test('is named by constituency, form, contest, version and edition', async () => {
    const { content } = office.centre().definition;
    const { formB } = content.contests[0] ?? { formB: '' };
    const { name } = await written(stick());
    expect(name).toBe(`${content.constituency.code}-${formB}-${contest()}-v1-official.bundle.zip`);
    const open = must(await exportToFolder(source, { contest: contest(), edition: 'public' }, stick(), () => undefined));
    expect(open).toMatchObject({ is: 'written', name: name.replace('official', 'public') });
  });

  test('is the same bytes again, and says so when the file is there already', async () => {
    const [folder, other] = [stick(), stick()];
    const first = await written(folder);
    const again = await written(folder);
    expect([again.digest, again.isSame]).toEqual([first.digest, true]);
    expect([(await written(other)).digest, readdirSync(folder)]).toEqual([first.digest, [first.name]]);
  });

  test('tells its steps in order, and reading back ends at the size', async () => {
    const steps: ExportProgress[] = [];
    const answer = must(await exportToFolder(source, { contest: contest(), edition: 'official' }, stick(), (step) => steps.push(step)));
    const order = [...new Set(steps.map(({ step }) => step))].filter((step) => step !== 'writing');
    expect(order).toEqual(['gathering', 'reading-back', 'verifying']);
    const last = steps.findLast(({ step }) => step === 'reading-back');
    expect([last?.done, last?.total]).toEqual(answer.is === 'written' ? [answer.size, answer.size] : []);
  });
});

describe('nothing half-written stands under the final name', () => {
  test('where another file of the name is there: it is left byte for byte', async () => {
    const folder = stick();
    const { name } = await written(stick());
    writeFileSync(path.join(folder, name), 'somebody else’s');
    expect(await exported(folder)).toEqual({ is: 'failed', trouble: 'taken', name });
    expect([readdirSync(folder), readFileSync(path.join(folder, name), 'utf8')]).toEqual([[name], 'somebody else’s']);
  });

  test('where the folder is gone', async () => {
    expect(await exported(path.join(root, 'no-such-folder'))).toMatchObject({ is: 'failed', trouble: 'gone' });
  });

  test('where the name is a folder', async () => {
    const folder = stick();
    const { name } = await written(stick());
    mkdirSync(path.join(folder, name));
    expect(await exported(folder)).toMatchObject({ is: 'failed', trouble: 'taken' });
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('where the disk gives up in the middle: nothing is left at all', async () => {
    const folder = stick();
    let read = 0;
    // The scan that is read third takes the disk with it: the first ones are written already.
    const failing = { ...source.scans, read: (digest: string) => (++read > scansOf() + 2 ? fail('ENOSPC') : source.scans.read(digest)) };
    expect(await exported(folder, { ...source, scans: failing })).toMatchObject({ is: 'failed', trouble: 'full', detail: 'ENOSPC' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('where a byte goes wrong on the way: the bundle does not pass its own verification', async () => {
    const folder = stick();
    let read = 0;
    const altered = (digest: string) => {
      const bytes = source.scans.read(digest);
      return bytes !== undefined && ++read > scansOf() ? bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte)) : bytes;
    };
    const answer = await exported(folder, { ...source, scans: { ...source.scans, read: altered } });
    expect(answer).toMatchObject({ is: 'failed', trouble: 'check-failed' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(process.getuid?.() === 0)('where nothing may be written', async () => {
    const folder = stick();
    chmodSync(folder, 0o500);
    expect(await exported(folder)).toMatchObject({ is: 'failed', trouble: 'not-writable' });
  });

  test('a scan that is missing is refused before anything is written', async () => {
    const folder = stick();
    const without = { ...source.scans, read: () => undefined };
    const refused = await exportToFolder(
      { ...source, scans: without },
      { contest: contest(), edition: 'official' },
      folder,
      () => undefined,
    );
    expect([refused.ok, readdirSync(folder)]).toEqual([false, []]);
  });
});

/** Before a bundle is written every scan is read once to be sure that it is there. */
function scansOf(): number {
  const members = [...must(bundleOf(source, { contest: contest(), edition: 'official' })).members];
  return members.filter(({ name }) => name.startsWith('scans/')).length;
}

function fail(code: string): never {
  throw Object.assign(new Error(code), { code, syscall: 'write' });
}

test.each([
  ['ENOSPC', 'full'],
  ['EIO', 'gone'],
  ['ENODEV', 'gone'],
  ['EROFS', 'not-writable'],
  ['EACCES', 'not-writable'],
  ['EFBIG', 'too-large'],
  ['EMFILE', 'other'],
])('the operating system’s %s is told as %s', (code, trouble) => {
  expect(troubleWith(Object.assign(new Error(code), { code, syscall: 'write' }))).toEqual({ trouble, detail: code });
});

test('a defect of ours is not passed off as a memory stick’s', () => {
  expect(() => troubleWith(new TypeError('a defect'))).toThrow('a defect');
});

describe('the export as the app runs it', () => {
  let folder: string | undefined;
  let changes = 0;
  const exporter = () =>
    createExporter({
      office: () => ok(office),
      changed: () => {
        changes += 1;
      },
      surroundings: { chooseFolder: async () => folder },
    } as unknown as Host);
  const run = (edition: 'official' | 'public' = 'official') => exporter().run({ contest: contest(), edition });
  const official = () => [...office.centre().people.values()].find(({ role }) => role === 'ro')?.id ?? '';
  const clerk = () => [...office.centre().people.values()].find(({ role }) => role === 'clerk')?.id ?? '';
  const become = async (person: string) => must(await office.unlock(person, day.passphrases.get(person) ?? ''));
  const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

  test('is refused to an empty keyboard and to a clerk, and no folder is asked for', async () => {
    folder = stick();
    office.lock();
    expect(code(await run())).toBe('R-NOT-UNLOCKED');
    await become(clerk());
    expect(code(await run())).toBe('R-ROLE');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('does nothing where no folder was chosen', async () => {
    folder = undefined;
    await become(official());
    const before = office.head().size;
    expect(await run()).toEqual({ ok: true, value: { is: 'cancelled' } });
    expect(office.head().size).toBe(before);
  });

  test('is noted in the journal with the file’s digest, after the file is there; and tells the windows', async () => {
    folder = stick();
    changes = 0;
    await become(official());
    const answer = must(await run('public'));
    const [last] = office.store.saidBy(official(), office.head().size - 1);
    expect(answer).toMatchObject({ is: 'written' });
    expect(last?.act).toMatchObject({
      kind: 'bundle-exported',
      body: { contest: contest(), edition: 'public', status: 'declared', version: 1, digest: answer.is === 'written' ? answer.digest : '' },
    });
    expect(changes).toBeGreaterThan(2);
  });

  test('a failed one is not noted', async () => {
    folder = path.join(root, 'no-such-folder');
    await become(official());
    const before = office.head().size;
    expect(must(await run())).toMatchObject({ is: 'failed', trouble: 'gone' });
    expect(office.head().size).toBe(before);
  });

  test('one at a time', async () => {
    folder = stick();
    await become(official());
    const shared = exporter();
    const order = { contest: contest(), edition: 'public' } as const;
    const [first, second] = await Promise.all([shared.run(order), shared.run(order)]);
    expect([must(first).is, must(second)]).toEqual(['written', { is: 'failed', trouble: 'busy' }]);
    expect(shared.progress()).toBeUndefined();
  });

  test('a contest under correction is exported as declared, and the correction changes no byte of it', async () => {
    folder = stick();
    await become(official());
    const before = must(await run());
    const { number } = contestStateOf(office.centre(), contest()).declared ?? { number: 0 };
    const station = office.centre().definition.content.stations[0]?.code ?? '';
    must(
      office.perform([
        { kind: 'correction-opened', body: { contest: contest(), version: number, stations: [station], reason: 'A slip.' } },
      ]),
    );
    const after = must(await run());
    expect(after).toMatchObject({ is: 'written', isSame: true, digest: before.is === 'written' ? before.digest : '' });
  });
});

describe('a mark for the paper', () => {
  const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
  const MARK = { contest: OTHER, version: 2, person: 'AGENT/../7' };

  test('is kept beside the database under a name that leads nowhere else, one for each version and person', () => {
    const folder = stick();
    must(keepMark(folder, MARK, PNG));
    expect(hasMark(folder, MARK)).toBe(true);
    expect([hasMark(folder, { ...MARK, version: 1 }), hasMark(folder, { ...MARK, person: 'AGENT/7' })]).toEqual([false, false]);
    expect(readdirSync(path.join(folder, 'marks'))).toHaveLength(1);
  });

  test('is a picture in PNG and nothing else', () => {
    const folder = stick();
    const refused = keepMark(folder, MARK, new TextEncoder().encode('<svg onload="…"/>'));
    expect([refused.ok, hasMark(folder, MARK)]).toEqual([false, false]);
  });
});
