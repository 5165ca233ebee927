/** A restore by its promises: what the medium has is there again, what it lacks is named, and nobody goes on in silence. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readEntry } from '../../core/journal.ts';
import { readReceipt } from '../../core/receipt.ts';
import { must, present } from '../../core/result.ts';
import { auditDatabase } from '../../db/check.ts';
import { openForReading } from '../../db/database.ts';
import { copyFile } from '../../db/medium-places.ts';
import { bundleOf, writeBundle } from '../../main/bundle/export.ts';
import { type Office, openOffice } from '../../main/office/office.ts';
import { renderingsFor } from '../../main/papers/renderings.ts';
import { inspectMedium, restoreFrom, weighBrought } from '../../main/second-medium/threads.ts';
import { SOFTWARE } from '../../main/software.ts';
import { verifyFiles } from '../../main/verify-file.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { brought, cutLines, flip, onStick, openRestored, QUICK, restored, settle, stickIn, untilState } from './medium-kit.ts';
import { actsFrom, note, openCopy, testClock } from './opened-office.ts';
import { demoElection, playDay } from './played-day.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'), { papers: 2 });
const CONTEST = 'president';
/** Written from docs/FORMAT.md alone. */
const VERIFIER = path.join(import.meta.dirname, '../format/verify.py');

/** A stick with a full copy, and an agent's receipt for what came after it; the laptop is gone. */
const master = await playEvening();

async function playEvening() {
  const [stick, place, clock] = [stickIn(folder), path.join(folder, 'evening'), testClock()];
  cpSync(day.folder, place, { recursive: true });
  const office = must(await openOffice(place, { software: SOFTWARE, clock, mediumPace: QUICK }));
  must(await office.setSecondMedium(stick));
  await untilState(office, 'current');
  const { size: copied } = must(await office.copyNow());
  must(await office.unlock('RO1', passphraseOf('RO1')));
  must(office.perform([note('Done after the copy.')]));
  // Taken three acts after the copy: that of the copy, the unlocking and the note.
  const receipt = must(office.issueReceipt('A1'));
  must(office.perform([note('Done after the receipt.')]));
  await untilState(office, 'current');
  office.close();
  const lines = readFileSync(onStick(stick).lines, 'utf8').trimEnd().split('\n');
  return { stick, folder: place, clock, copied, receipt, lines };
}
type Evening = typeof master;

function passphraseOf(person: string): string {
  return present(day.passphrases.get(person), person);
}

/** The evening's stick and folder, for one test alone. */
function evening(): Evening {
  const own = temporaryFolder();
  cpSync(master.stick, path.join(own, 'stick'), { recursive: true });
  cpSync(master.folder, path.join(own, 'evening'), { recursive: true });
  const choice = path.join(own, 'evening', 'second-medium.json');
  writeFileSync(choice, readFileSync(choice, 'utf8').replace(master.stick, path.join(own, 'stick')));
  return { ...master, stick: path.join(own, 'stick'), folder: path.join(own, 'evening') };
}

/** Restores and opens; closed with the test. */
async function reopened(target: string, { clock }: Pick<Evening, 'clock'>): Promise<Office> {
  const office = await openRestored(target, clock);
  onTestFinished(() => office.close());
  return office;
}

function linesOf(office: Office, to: number): readonly string[] {
  return [...office.store.entries(0, to)].map(({ bytes }) => Buffer.from(bytes).toString());
}

async function isSound(target: string): Promise<boolean> {
  const handle = openForReading(path.join(target, 'centre.sqlite'));
  const { sound } = await auditDatabase(handle);
  handle.close();
  return sound;
}

function target(): string {
  return path.join(temporaryFolder(), 'new');
}

async function exported(office: Office, file: string): Promise<Buffer> {
  const source = { centre: office.centre(), store: office.store, scans: office.scans, device: office.device };
  const order = { contest: CONTEST, edition: 'official' as const };
  const renderings = must(await renderingsFor(source, order));
  writeBundle(file, must(bundleOf(source, { ...order, renderings })));
  return readFileSync(file);
}

async function verified(file: string, receipts: readonly Uint8Array[] = []) {
  const trust = { ...day.trust, receipts: receipts.map((bytes) => ({ name: 'receipt', bytes })) };
  const [one] = await verifyFiles([file], trust);
  const { verdict, checks, summary } = present(one, 'a verification').verification;
  return {
    verdict,
    summary,
    failed: checks.filter(({ status }) => status !== 'passed'),
    check: (name: string) => checks.find((check) => check.name === name),
  };
}

describe('what lies on the medium', () => {
  test('is told before anything is restored, and nothing is written', async () => {
    const { stick, lines, copied } = evening();
    const before = readdirSync(stick, { recursive: true }).sort();
    const contents = must(await inspectMedium(stick));
    expect(contents).toMatchObject({ epoch: 1, size: lines.length, faults: [], later: [], title: day.definition.content.title });
    expect(contents.copies.map(({ size }) => size)).toEqual([copied]);
    expect(contents.contests).toContain(CONTEST);
    expect(readdirSync(stick, { recursive: true }).sort()).toEqual(before);
  });

  test('names the line that cannot be read, and the head beyond it', async () => {
    const { stick, lines } = evening();
    const places = onStick(stick);
    cutLines(places.lines, lines.length - 2);
    const contents = must(await inspectMedium(stick));
    expect(contents.size).toBe(lines.length - 2);
    expect(contents.later).toMatchObject([{ size: lines.length, source: 'heads.jsonl' }]);
  });

  test.each([
    ['is empty', () => {}],
    ['holds something else', (stick: string) => writeFileSync(path.join(stick, 'holiday.jpg'), 'x')],
  ])('is refused where it %s', async (_what, put) => {
    const stick = stickIn(temporaryFolder());
    put(stick);
    expect(await inspectMedium(stick)).toMatchObject({ refusal: { code: 'E-FILE' } });
    expect(await restoreFrom(stick, target(), [], () => {})).toMatchObject({ refusal: { code: 'E-FILE' } });
  });
});

describe('restoring', () => {
  test('gives every act, key and scan again, on a new device, from the copy and the lines after it', async () => {
    const night = evening();
    const place = target();
    const done = await restored(night.stick, place);
    expect(done).toMatchObject({ fromCopy: night.copied, later: [], lost: 0, faults: [], backup: { size: night.lines.length } });
    expect(await isSound(place)).toBe(true);
    const office = await reopened(place, night);
    expect(linesOf(office, night.lines.length)).toEqual(night.lines);
    expect(office.device.publicKey.id).not.toBe(day.device.publicKey.id);
    expect(readdirSync(path.join(place, 'keys')).sort()).toEqual(readdirSync(path.join(night.folder, 'keys')).sort());
    expect(readdirSync(path.dirname(place))).toEqual(['new']);
  });

  test('needs no copy: the lines alone give the same', async () => {
    const night = evening();
    rmSync(copyFile(onStick(night.stick).folder, night.copied));
    const place = target();
    const done = await restored(night.stick, place);
    expect(done).toMatchObject({ fromLines: night.lines.length, faults: [] });
    expect(done.fromCopy).toBeUndefined();
    expect(await isSound(place)).toBe(true);
    expect(linesOf(await reopened(place, night), night.lines.length)).toEqual(night.lines);
  });

  test('does not take a copy that is damaged, says so, and takes the lines', async () => {
    const night = evening();
    const copy = copyFile(onStick(night.stick).folder, night.copied);
    flip(copy, Math.floor(readFileSync(copy).length / 2));
    const done = await restored(night.stick, target());
    expect(done.faults).toMatchObject([{ code: 'copy' }]);
    expect(done).toMatchObject({ fromLines: night.lines.length, lost: 0 });
  });

  test('ends at the last sound line, and names what it knows to come after it', async () => {
    const night = evening();
    const { lines, heads } = onStick(night.stick);
    const text = night.lines.map((line, at) => (at === night.copied + 1 ? line.replace('"payload":"ey', '"payload":"ez') : line));
    writeFileSync(lines, `${text.join('\n')}\n`);
    const done = await restored(night.stick, target());
    expect(done.backup.size).toBe(night.copied + 1);
    expect(done.faults[0]?.code).toBe('line');
    expect(done.later.map(({ size }) => size)).toContain(night.lines.length);
    expect(done.lost).toBe(night.lines.length - night.copied - 1);
    rmSync(heads);
    const without = await restored(night.stick, target());
    expect(without.later).toMatchObject([{ source: 'journal.jsonl' }]);
    expect(without.lost).toBeGreaterThan(0);
  });

  test('does not take a line whose signature is false', async () => {
    const night = evening();
    const { lines } = onStick(night.stick);
    const last = night.lines.length - 1;
    const forged = (line: string) => line.replace(/"sig":"(.)/, (_, first) => `"sig":"${first === 'A' ? 'B' : 'A'}`);
    writeFileSync(lines, `${night.lines.map((line, at) => (at === last ? forged(line) : line)).join('\n')}\n`);
    const done = await restored(night.stick, target());
    expect(done.backup.size).toBe(last);
    expect(done.lost).toBe(1);
  });

  test('touches nothing that exists, and leaves nothing behind when it is refused or broken off', async () => {
    const night = evening();
    const place = target();
    writeFileSync(place, 'mine');
    expect(await restoreFrom(night.stick, place, [], () => {})).toMatchObject({ refusal: { code: 'E-FILE' } });
    expect(readFileSync(place, 'utf8')).toBe('mine');
    const other = target();
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    expect(await restoreFrom(night.stick, other, [], onProgress, stop.signal)).toMatchObject({ ok: false });
    expect(await restoreFrom(night.stick, other, [brought('letter', new Uint8Array(9))], () => {})).toMatchObject({
      refusal: { code: 'E-CONTENT' },
    });
    expect(readdirSync(path.dirname(other))).toEqual([]);
  });
});

describe('a restored centre', () => {
  test('does nothing until two officials have settled the restore, and then everything', async () => {
    const night = evening();
    const place = target();
    await restored(night.stick, place);
    const office = await reopened(place, night);
    const { size } = office.head();
    expect(office.isReadOnly).toBe(false);
    expect(office.awaitedRestore()).toMatchObject({ stage: 'unsigned', backup: { size } });
    expect(await office.unlock('RO1', passphraseOf('RO1'))).toMatchObject({ refusal: { code: 'R-RESTORE-UNCONFIRMED' } });
    expect(await office.proposeRestore('RO1', 'wrong words', 'x')).toMatchObject({ refusal: { code: 'R-PASSPHRASE-WRONG' } });
    expect(office.head().size).toBe(size);
    const proposed = must(await office.proposeRestore('RO1', passphraseOf('RO1'), 'The laptop was stolen.'));
    expect(office.awaitedRestore()).toMatchObject({ stage: 'unconfirmed', proposer: 'RO1', act: present(proposed.acts[0], 'act').digest });
    must(await office.unlock('RO1', passphraseOf('RO1')));
    expect(office.perform([note('Too early.')])).toMatchObject({ refusal: { code: 'R-RESTORE-UNCONFIRMED' } });
    const confirm = { kind: 'act-confirmed' as const, body: { act: present(proposed.acts[0], 'act').digest } };
    expect(office.perform([confirm])).toMatchObject({ refusal: { code: 'R-SECOND-SAME-PERSON' } });
    must(await office.unlock('DRO1', passphraseOf('DRO1')));
    must(office.perform([confirm]));
    expect(office.awaitedRestore()).toBeUndefined();
    must(office.perform([note('The work goes on.')]));
    expect(office.checkpoint().split('\n')[0]).toMatch(/\/2$/);
    expect(actsFrom(office, size)[0]).toMatchObject({ kind: 'backup-restored', person: 'RO1', body: { later: [] } });
  });

  test('can be settled on a machine whose clock is behind the journal: the jump is its first word', async () => {
    const night = evening();
    const place = target();
    await restored(night.stick, place);
    const office = await reopened(place, { clock: testClock('2029-01-01T00:00:00.000Z') });
    const { size } = office.head();
    await settle(office, passphraseOf);
    expect(actsFrom(office, size).map(({ kind }) => kind)).toEqual([
      'backup-restored',
      'clock-jumped',
      'app-started',
      'session-unlocked',
      'act-confirmed',
    ]);
    expect(office.centre().at.slice(0, 4)).toBe('2029');
  });

  test('goes on beside the folder it came from, on the same stick, and can be restored again from there', async () => {
    const night = evening();
    const before = readFileSync(onStick(night.stick).lines);
    const first = onStick(night.stick);
    const place = target();
    await restored(night.stick, place);
    const office = await reopened(place, night);
    await settle(office, passphraseOf);
    await untilState(office, 'current');
    const { size } = office.head();
    expect(onStick(night.stick).folder).toBe(`${first.folder}-2`);
    expect(readFileSync(first.lines).equals(before)).toBe(true);
    const again = await restored(night.stick, target());
    expect(again).toMatchObject({ later: [], lost: 0 });
    expect(again.backup.size).toBeGreaterThanOrEqual(size);
  });

  test('stops the machine it was taken from, when that comes back to the same stick', async () => {
    const night = evening();
    const place = target();
    await restored(night.stick, place);
    const office = await reopened(place, night);
    await settle(office, passphraseOf);
    await untilState(office, 'current');
    const old = await openCopy(day, { folder: night.folder, clock: night.clock, mediumPace: QUICK });
    expect(old.office.isReadOnly).toBe(true);
    expect(old.office.secondMedium().fault).toMatchObject({ code: 'newer' });
  });

  test('a folder whose device is strange and that was not restored stays read-only', async () => {
    const night = evening();
    rmSync(path.join(night.folder, 'device.pem'));
    rmSync(path.join(night.folder, 'second-medium.json'));
    const { office } = await openCopy(day, { folder: night.folder, clock: night.clock });
    expect(office.isReadOnly).toBe(true);
    expect(await office.proposeRestore('RO1', passphraseOf('RO1'), 'x')).toMatchObject({ ok: false });
  });
});

describe('an old copy that somebody goes on with', () => {
  /** The lines after the copy are gone, with their heads: the medium itself knows nothing of them. */
  function old(): Evening {
    const night = evening();
    const { lines, heads } = onStick(night.stick);
    cutLines(lines, night.copied);
    cutLines(heads, night.copied);
    return night;
  }

  test('is exposed by a receipt when it is restored: the journal names the head as lost', async () => {
    const night = old();
    const [weighed] = must(await weighBrought(night.stick, [brought('A1.json', night.receipt)]));
    expect(weighed).toMatchObject({ verdict: 'lost', agent: 'A1', size: night.copied + 3 });
    const place = target();
    const done = await restored(night.stick, place, [brought('A1.json', night.receipt)]);
    expect(done.lost).toBe(present(weighed, 'a head').size - night.copied);
    const office = await reopened(place, night);
    await settle(office, passphraseOf);
    const file = path.join(place, 'bundle.zip');
    await exported(office, file);
    const { verdict, check } = await verified(file);
    expect(verdict).toBe('consistent');
    expect(check('history')).toMatchObject({
      status: 'not checked',
      detail: `restored from a backup of ${night.copied} entries: ${done.lost} acts known to be lost`,
    });
    const shown = await verified(file, [night.receipt]);
    expect(shown.verdict).toBe('failed');
    expect(shown.check('receipts')?.detail).toContain(`restored from a backup of ${night.copied} entries, and names this head`);
    const paper = path.join(place, 'receipt.json');
    writeFileSync(paper, night.receipt);
    const stranger = spawnSync('python3', [VERIFIER, file, '--receipt', paper], { encoding: 'utf8' });
    expect(stranger).toMatchObject({ status: 1, stdout: expect.stringContaining('a restore names this head as lost') });
  });

  test('is exposed by the same receipt later, where nobody brought it to the restore', async () => {
    const night = old();
    const place = target();
    expect(await restored(night.stick, place)).toMatchObject({ later: [], lost: 0 });
    const office = await reopened(place, night);
    await settle(office, passphraseOf);
    must(office.perform([note('Gone on.'), note('And on.')]));
    const file = path.join(place, 'bundle.zip');
    await exported(office, file);
    expect((await verified(file)).verdict).toBe('authentic');
    const shown = await verified(file, [night.receipt]);
    expect(shown.verdict).toBe('failed');
    expect(shown.check('receipts')?.detail).toContain(
      `another history at ${night.copied + 3} entries: it was restored from a backup of ${night.copied} entries`,
    );
  });

  test('is exposed by a checkpoint as well; one of another journal says nothing', async () => {
    const night = old();
    const receipt = JSON.parse(Buffer.from(night.receipt).toString()) as { checkpoint: string };
    const text = Buffer.from(receipt.checkpoint);
    expect(must(await weighBrought(night.stick, [brought('checkpoint', text)]))).toMatchObject([{ verdict: 'lost' }]);
    const { line } = must(readReceipt(night.receipt));
    expect(must(await weighBrought(night.stick, [brought('slip.txt', Buffer.from(`${line}\n`))]))).toMatchObject([{ verdict: 'lost' }]);
    const foreign = Buffer.from(receipt.checkpoint.replaceAll(/\/1(?=[\n ])/g, '/7'));
    expect(await weighBrought(night.stick, [brought('checkpoint', foreign)])).toMatchObject({
      refusal: { code: 'E-CONTENT', place: 'checkpoint' },
    });
  });
});

describe('a bundle declared before a restore', () => {
  test('has the same summary, ends where the restore was confirmed, is signed by the new device, and is the same each time', async () => {
    const night = evening();
    const before = await verified(path.join(day.folder, bundleName()));
    const place = target();
    await restored(night.stick, place);
    const office = await reopened(place, night);
    const source = { centre: office.centre(), store: office.store, scans: office.scans, device: office.device };
    expect(bundleOf(source, { contest: CONTEST, edition: 'official' })).toMatchObject({ ok: false });
    await settle(office, passphraseOf);
    const confirmed = office.head().size;
    const file = path.join(place, 'bundle.zip');
    const bytes = await exported(office, file);
    must(office.perform([note('Said later.')]));
    expect((await exported(office, file)).equals(bytes)).toBe(true);
    const after = await verified(file);
    expect(after.failed).toEqual([]);
    const stranger = spawnSync('python3', [VERIFIER, file], { encoding: 'utf8' });
    expect(stranger.status, stranger.stdout + stranger.stderr).toBe(0);
    expect(after.verdict).toBe('authentic');
    expect(after.summary?.digest).toBe(before.summary?.digest);
    expect(after.summary?.state).toBe('declared');
    expect(after.check('checkpoint')?.detail).toContain(`head of ${confirmed} entries`);
    expect(after.check('history')?.detail).toContain('nothing known to be lost');
    expect(readEntry(present([...office.store.entries(confirmed - 1, confirmed)][0], 'entry').bytes)).toMatchObject({
      value: { act: { kind: 'act-confirmed' } },
    });
  });

  function bundleName(): string {
    return present(
      readdirSync(day.folder).find((name) => name.includes(CONTEST) && name.endsWith('.zip')),
      'a bundle',
    );
  }
});
