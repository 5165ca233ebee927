/**
 * The same bundle again: from another process, in another time zone, language and year, from another folder, after the journal went
 * on. A declared version gives the same bytes for ever.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Command } from '../../core/decide.ts';
import { must, present } from '../../core/result.ts';
import { contestStateOf } from '../../core/state.ts';
import { verify } from '../../main/commands/verify.ts';
import type { Office } from '../../main/office/office.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { copyOf } from '../db/tampering.ts';
import { note, type OpenedOffice, openCopy } from '../main/opened-office.ts';
import { demoElection, playDay } from '../main/played-day.ts';
import { PROGRAM, recorded } from '../main/recorded.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const CONTEST = 'president';
const original = readFileSync(path.join(day.folder, `${CONTEST}.bundle.zip`));

/** Sets the wall clock of a process twelve years ahead. */
const LATER =
  'data:text/javascript,const now = Date.now; Date.now = () => now() + 378691200000; globalThis.Date = class extends Date { constructor(...given) { super(...(given.length ? given : [Date.now()])); } };';
const ELSEWHERE = { TZ: 'Pacific/Auckland', LANG: 'sw_KE.UTF-8', LC_ALL: 'C', HOME: '/nonexistent' };

/** Exports as somebody else would: another process, place, language, mask and time. */
function exportElsewhere(database: string, ...more: readonly string[]): Buffer {
  const out = path.join(temporaryFolder(), 'again.zip');
  const args = [PROGRAM, 'export', database, '--contest', CONTEST, '--out', out, ...more];
  const mask = 'umask 0077; exec "$@"';
  const { status, stderr } = spawnSync('sh', ['-c', mask, 'sh', process.execPath, '--import', LATER, ...args], {
    cwd: temporaryFolder(),
    env: { ...process.env, ...ELSEWHERE },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return readFileSync(out);
}

async function as({ office, unlock }: OpenedOffice, person: string, ...commands: readonly Command[]): Promise<string> {
  must(await unlock(person));
  return present(must(office.perform(commands)).acts[0], 'act').digest;
}

/** The morning after: a note, a remark by an agent who comes late, and a correction that two officials open. */
async function goOn(opened: OpenedOffice): Promise<void> {
  const { office } = opened;
  await as(opened, 'RO1', note('The hall was handed back.'));
  const form = present([...office.centre().forms.values()].find(({ contest, stage }) => contest === CONTEST && stage.stage === 'accepted'), 'form'); // biome-ignore format: one search
  const { subject } = form.stage as { readonly subject: string };
  const remark = { form: form.id, revision: form.revision, subject, stance: 'object', text: 'I was not told that it began.' } as const;
  await as(opened, 'A1', { kind: 'agent-signed-in', body: {} }, { kind: 'late-remark', body: remark });
  await as(opened, 'A1', { kind: 'agent-signed-out', body: {} });
  const body = { contest: CONTEST, version: 1, stations: [form.station], reason: 'A paper was found under the table.' };
  const act = await as(opened, 'RO1', { kind: 'correction-opened', body });
  await as(opened, 'DRO1', { kind: 'act-confirmed', body: { act } });
}

/** A second version is prepared, signed and declared. */
async function declareAgain(opened: OpenedOffice): Promise<void> {
  await as(opened, 'RO1', { kind: 'summary-prepared', body: { contest: CONTEST, reason: 'After the correction.' } });
  const { number, digest, content } = ready(opened.office);
  const version = { contest: CONTEST, version: number, digest };
  await as(opened, 'RO1', { kind: 'summary-signed', body: { ...version, totals: content.totals } });
  await as(opened, 'DRO1', { kind: 'summary-signed', body: { ...version, totals: content.totals } });
  await as(opened, 'DRO1', { kind: 'summary-declared', body: version });
}

function ready(office: Office) {
  return present(contestStateOf(office.centre(), CONTEST).ready, 'a ready version');
}

test('over there it is another year and another hour', () => {
  const asked = 'const now = new Date(); console.log(now.getFullYear(), now.getTimezoneOffset())';
  const { stdout } = spawnSync(process.execPath, ['--import', LATER, '-e', asked], {
    env: { ...process.env, ...ELSEWHERE },
    encoding: 'utf8',
  });
  const [year = 0, offset = 0] = stdout.trim().split(' ').map(Number);
  expect(year - new Date().getFullYear()).toBeGreaterThanOrEqual(11);
  expect(offset).toBeLessThan(-600);
});

test('another process, time zone, language, mask, folder and year give the same bytes', () => {
  expect(exportElsewhere(copyOf(day))).toEqual(original);
});

test('after further acts, the same bytes; and of the public edition too', async () => {
  const untouched = copyOf(day);
  const opened = await openCopy(day);
  const before = opened.office.head().size;
  await goOn(opened);
  expect(opened.office.head().size).toBeGreaterThan(before + 10);
  opened.office.close();
  const database = path.join(opened.folder, 'centre.sqlite');
  expect(exportElsewhere(database)).toEqual(original);
  const open = exportElsewhere(database, '--edition', 'public');
  expect(open).toEqual(exportElsewhere(untouched, '--edition', 'public'));
  expect(open).not.toEqual(original);
});

test('after a second version was declared, the first gives the same bytes, and both are authentic', async () => {
  const opened = await openCopy(day);
  await goOn(opened);
  await declareAgain(opened);
  opened.office.close();
  const database = path.join(opened.folder, 'centre.sqlite');
  expect(exportElsewhere(database, '--version', '1')).toEqual(original);
  const second = path.join(opened.folder, 'second.bundle.zip');
  const args = ['export', database, '--contest', CONTEST, '--out', second];
  expect(spawnSync(process.execPath, [PROGRAM, ...args], { timeout: 60_000 }).status).toBe(0);
  const bundles = [second, path.join(day.folder, `${CONTEST}.bundle.zip`)];
  for (const bundle of bundles) {
    const { code, out } = await recorded(verify, bundle, '--anchor', `${day.keyFile}.pub`, '--rehearsal', '--json');
    expect(code, out).toBe(0);
  }
  expect((await recorded(verify, ...bundles, '--anchor', `${day.keyFile}.pub`, '--rehearsal')).code).toBe(0);
});

test('while a second version is only prepared, the declared one is exported, in the same bytes', async () => {
  const opened = await openCopy(day);
  await goOn(opened);
  await as(opened, 'RO1', { kind: 'summary-prepared', body: { contest: CONTEST, reason: 'After the correction.' } });
  expect(ready(opened.office).number).toBe(2);
  opened.office.close();
  const database = path.join(opened.folder, 'centre.sqlite');
  expect(exportElsewhere(database)).toEqual(original);
});
