/**
 * A folder of pictures brought in, through the same handlers as the app's, on a practice election: nothing is attached before it is
 * confirmed, nothing twice, nothing that changed since it was looked at, and nothing outside what a form names is handed out.
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { ScanImport } from '../../core/contract/scan.ts';
import { ok, refuse } from '../../core/result.ts';
import { scanHandlers } from '../../main/app/answers/scan.ts';
import type { Host } from '../../main/app/host.ts';
import type { Office } from '../../main/office/office.ts';
import { createPractice } from '../../main/practice/practice.ts';
import { describeScan } from '../../main/scans/describe.ts';
import { filesBelow, nameOf, readPicture } from '../../main/scans/files.ts';
import { SOFTWARE } from '../../main/software.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { ccittPaper, jbig2Paper, jpxPaper, pngPicture } from '../screens/samples/papers.ts';

const shared = sharedFolder();
const caller = { origin: 'app://countersign', isTopFrame: true, window: 'rooms' } as const;
let office: Office;

beforeAll(async () => {
  const practice = await createPractice(shared, { software: SOFTWARE });
  if (!practice.ok) throw new Error(practice.refusal.code);
  office = practice.value.office;
  const clerk = [...office.centre().people.values()].find(({ role }) => role === 'clerk');
  expect(await office.unlock(clerk?.id ?? '', practice.value.passphrase)).toMatchObject({ ok: true });
  return () => office.close();
});

/** The handlers as the app has them, with a person who always chooses these. */
function handlers(chosen: { readonly folder?: string; readonly files?: readonly string[]; readonly office?: () => Office | undefined }) {
  const surroundings = { chooseFolder: async () => chosen.folder, chooseFiles: async () => chosen.files ?? [] };
  const current = chosen.office ?? (() => office);
  const host = {
    surroundings,
    changed: () => undefined,
    office: () => {
      const open = current();
      return open === undefined ? refuse('R-NO-CENTRE') : ok(open);
    },
  };
  return scanHandlers(host as unknown as Host);
}

type Answers = ReturnType<typeof handlers>;

async function ready(answers: Answers): Promise<Extract<ScanImport, { stage: 'ready' }>> {
  for (let tries = 0; tries < 500; tries++) {
    const state = await answers.scanImport({}, caller);
    if (state.ok && state.value.stage === 'ready') return state.value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the folder was never read');
}

/** A form in hand and what a kit would call its picture. */
function someForm(place: number): { readonly id: string; readonly name: string } {
  const form = [...office.centre().forms.values()].filter(({ contest }) => contest === 'president')[place];
  if (form === undefined) throw new Error('no such form');
  return { id: form.id, name: `1_34_A_${form.station}_00417_20270810_2000` };
}

test('what is read is told with its paper, and nothing is attached before it is confirmed', async () => {
  const folder = temporaryFolder();
  const form = someForm(0);
  writeFileSync(path.join(folder, `${form.name}01.png`), pngPicture());
  writeFileSync(path.join(folder, `${form.name}02.png`), pngPicture());
  writeFileSync(path.join(folder, '1_34_A_123456789012345.pdf'), ccittPaper());
  writeFileSync(path.join(folder, 'list.txt'), 'not a picture');
  writeFileSync(path.join(folder, '.hidden_34_A_123.png'), pngPicture());
  const answers = handlers({ folder });
  const size = office.centre().size;
  await answers.importScans({}, caller);
  const { files, handle } = await ready(answers);
  expect(files.map((file) => [file.name, file.is === 'unmatched' ? file.why : file.is])).toEqual([
    ['1_34_A_123456789012345.pdf', 'unknown-station'],
    [`${form.name}01.png`, 'matched'],
    [`${form.name}02.png`, 'same-file'],
    ['list.txt', 'not-a-picture'],
  ]);
  expect(office.centre().size).toBe(size);

  const done = await answers.confirmImport({ handle, choices: [{ file: 1, form: form.id }] }, caller);
  expect(done).toEqual(ok({ attached: 1, refused: [] }));
  expect(office.centre().forms.get(form.id)?.scans.at(-1)).toMatchObject({ mediaType: 'image/png' });
  expect((await ready(answers)).files[1]).toMatchObject({ is: 'attached', form: form.id });
});

test('a picture of a paper that has not come waits, and is handed over by its place, not by a path', async () => {
  const folder = temporaryFolder();
  const awaited = [...office.centre().roll.stations.keys()].find((code) => !office.centre().results.get(`president.${code}`)?.forms.length);
  writeFileSync(path.join(folder, `34A_${awaited}.pdf`), jbig2Paper());
  const answers = handlers({ folder });
  await answers.importScans({}, caller);
  const { files, handle } = await ready(answers);
  expect(files[0]).toMatchObject({ is: 'matched', contest: 'president', station: awaited, forms: [] });
  const read = await answers.readImported({ handle, file: 0 }, caller);
  expect(read).toMatchObject({ ok: true, value: { is: 'picked', name: `34A_${awaited}.pdf`, scan: { mediaType: 'application/pdf' } } });
  expect(await answers.readImported({ handle, file: 1 }, caller)).toMatchObject({ ok: false, refusal: { code: 'E-FILE' } });
});

test('a file that changed since it was looked at is not attached', async () => {
  const folder = temporaryFolder();
  const form = someForm(1);
  const file = path.join(folder, `${form.name}.pdf`);
  writeFileSync(file, ccittPaper());
  const answers = handlers({ folder });
  await answers.importScans({}, caller);
  const { handle } = await ready(answers);
  writeFileSync(file, jpxPaper());
  const size = office.centre().size;
  const done = await answers.confirmImport({ handle, choices: [{ file: 0, form: form.id }] }, caller);
  expect(done).toEqual(ok({ attached: 0, refused: [{ file: 0, code: 'E-FILE' }] }));
  expect(office.centre().size).toBe(size);
});

test('what the centre refuses is told file by file, and the others are attached', async () => {
  const folder = temporaryFolder();
  const form = someForm(2);
  writeFileSync(path.join(folder, `${form.name}01.pdf`), jbig2Paper());
  writeFileSync(path.join(folder, `${form.name}02.pdf`), jpxPaper());
  const answers = handlers({ folder });
  await answers.importScans({}, caller);
  const { handle } = await ready(answers);
  const choices = [
    { file: 0, form: 'president.nowhere.1' },
    { file: 1, form: form.id },
  ];
  const done = await answers.confirmImport({ handle, choices }, caller);
  expect(done).toEqual(ok({ attached: 1, refused: [{ file: 0, code: 'R-FORM-UNKNOWN' }] }));
});

test('a handle of another folder, one that was put away, or one of another centre opens nothing', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, `${someForm(0).name}.png`), jpxPaper());
  let open: Office | undefined = office;
  const answers = handlers({ folder, office: () => open });
  await answers.importScans({}, caller);
  const { handle } = await ready(answers);
  const stranger = handle.replace(/^./, (first) => (first === '0' ? '1' : '0'));
  expect(await answers.readImported({ handle: stranger, file: 0 }, caller)).toMatchObject({ refusal: { code: 'E-FILE' } });
  open = { ...office };
  expect(await answers.scanImport({}, caller)).toEqual(ok({ stage: 'none' }));
  expect(await answers.readImported({ handle, file: 0 }, caller)).toMatchObject({ refusal: { code: 'E-FILE' } });
  open = office;
  await answers.cancelImport({ handle }, caller);
  expect(await answers.scanImport({}, caller)).toEqual(ok({ stage: 'none' }));
  open = undefined;
  expect(await answers.scanImport({}, caller)).toMatchObject({ refusal: { code: 'R-NO-CENTRE' } });
});

test('nobody chooses a folder: nothing happens', async () => {
  const answers = handlers({});
  expect(await answers.importScans({}, caller)).toEqual(ok({}));
  expect(await answers.scanImport({}, caller)).toEqual(ok({ stage: 'none' }));
});

test('only a scan that a form names is handed out, with the kind its act says', async () => {
  const answers = handlers({});
  const kept = office.scans.add(jpxPaper().slice(0, 200));
  const unnamed = kept.ok ? kept.value.digest : '';
  expect(await answers.scan({ digest: unnamed }, caller)).toMatchObject({ refusal: { code: 'E-FILE' } });
  const [named] = [...office.centre().forms.values()].flatMap(({ scans }) => scans);
  expect(await answers.scan({ digest: named?.digest ?? '' }, caller)).toMatchObject({ value: { mediaType: named?.mediaType } });
});

test('several files are attached to a form at once, and one that is no picture does not stop the others', async () => {
  const folder = temporaryFolder();
  const form = someForm(3);
  const files = ['first.pdf', 'second.pdf', 'missing.pdf'].map((name) => path.join(folder, name));
  writeFileSync(files[0] ?? '', 'no picture');
  writeFileSync(files[1] ?? '', jpxPaper());
  const answers = handlers({ files });
  const picked = await answers.chooseScans({ form: form.id }, caller);
  expect(picked.ok && picked.value.map((one) => [one.name, one.is])).toEqual([
    ['first.pdf', 'refused'],
    ['second.pdf', 'attached'],
    ['missing.pdf', 'refused'],
  ]);
  const size = office.centre().size;
  expect(await answers.chooseScans({}, caller)).toMatchObject({ value: [{ is: 'refused' }, { is: 'picked' }, { is: 'refused' }] });
  expect(office.centre().size).toBe(size);
});

test('what a picture is, is read from its bytes, and which forms carry it is told', () => {
  expect(describeScan(office.centre(), pngPicture())).toMatchObject({ value: { mediaType: 'image/png', elsewhere: [someForm(0).id] } });
  expect(describeScan(office.centre(), new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toMatchObject({
    value: { mediaType: 'image/jpeg', elsewhere: [] },
  });
  expect(describeScan(office.centre(), new TextEncoder().encode('GIF89a'))).toMatchObject({ refusal: { code: 'E-PICTURE' } });
  expect(describeScan(office.centre(), new Uint8Array(64 * 2 ** 20 + 1))).toMatchObject({ refusal: { code: 'E-PICTURE' } });
});

test('folders below are read, links are not followed, and the order is that of the names', () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'kit 10'));
  mkdirSync(path.join(folder, 'kit 9'));
  writeFileSync(path.join(folder, 'kit 10', 'a.png'), '');
  writeFileSync(path.join(folder, 'kit 9', 'b.png'), '');
  symlinkSync('/etc', path.join(folder, 'elsewhere'));
  expect(filesBelow(folder).map((file) => path.relative(folder, file))).toEqual(['kit 9/b.png', 'kit 10/a.png']);
});

test('a file’s name becomes one line that may be signed, whatever it was', () => {
  expect(nameOf('/x/Ng\u2019ombe e\u0301.png')).toBe('Ng\u2019ombe \u00e9.png');
  expect(nameOf('/x/two\nlines\u202egnp.exe')).toBe('two\ufffdlines\ufffdgnp.exe');
  expect(nameOf(`/x/${'a'.repeat(300)}`)).toHaveLength(200);
  expect(nameOf('/x/   ')).toBe('\ufffd');
});

test('a file that is not there is a refusal, and so is a folder', async () => {
  const folder = temporaryFolder();
  expect(await readPicture(path.join(folder, 'none'))).toMatchObject({ refusal: { code: 'E-FILE' } });
  expect(await readPicture(folder)).toMatchObject({ refusal: { code: 'E-FILE' } });
});
