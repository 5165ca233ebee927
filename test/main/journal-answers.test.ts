/** What the journal's room is told: pages that keep their order, searches that hide what must be hidden, checks that notice. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyCheckpoint } from '../../core/checkpoint.ts';
import type { JournalAct, JournalPage } from '../../core/contract/journal.ts';
import { type Entry, readEntry } from '../../core/journal.ts';
import { must, present } from '../../core/result.ts';
import type { StoredEntry } from '../../db/journal-store.ts';
import { journalHandlers } from '../../main/app/answers/journal.ts';
import { createHost, type Host } from '../../main/app/host.ts';
import { checkEntry, headsOf } from '../../main/app/journal/check-entry.ts';
import { createPractice } from '../../main/practice/practice.ts';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { SOFTWARE } from '../../main/software.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';

const root = sharedFolder();
const chosen: { folder: string | undefined } = { folder: undefined };
const host = await practiceHost();
const handlers = journalHandlers(host);
afterAll(() => host.close());
const CALLER = { origin: 'app://countersign', isTopFrame: true, window: 'rooms' } as const;

async function practiceHost(): Promise<Host> {
  const none = () => Promise.resolve(undefined);
  const surroundings = {
    chooseFile: none,
    chooseFiles: () => Promise.resolve([]),
    chooseFolder: () => Promise.resolve(chosen.folder),
    chooseNewFile: none,
    openWindow: () => undefined,
    closeWindow: () => undefined,
    print: () => Promise.resolve(false),
    tellChanged: () => undefined,
  };
  const made = createHost({ folder: root, surroundings, office: { software: SOFTWARE } });
  const practice = must(await createPractice(made.centres.newPracticeFolder(), { software: SOFTWARE }));
  made.take(practice.office);
  return made;
}

const office = must(host.office());

async function page(asked: Parameters<typeof handlers.journal>[0]): Promise<JournalPage> {
  return must(await handlers.journal(asked, CALLER));
}

async function act(seq: number): Promise<JournalAct> {
  return must(await handlers.journalAct({ seq }, CALLER));
}

/** Hands the keyboard to somebody for the rest of a test. */
async function become(person: string): Promise<void> {
  must(await office.unlock(person, PRACTICE_PASSPHRASE));
}

const seqs = ({ lines }: JournalPage) => lines.map(({ seq }) => seq);

describe('pages', () => {
  test('follow one another without a gap down to the first act', async () => {
    const found: number[] = [];
    let before: number | undefined;
    do {
      const part = await page({ limit: 13, ...(before === undefined ? {} : { before }) });
      found.push(...seqs(part));
      before = part.next;
    } while (before !== undefined);
    const size = office.store.size();
    expect(found).toEqual(Array.from({ length: size }, (_, at) => size - 1 - at));
  });

  test('of one kind, one person, or both hold nothing else and miss nothing', async () => {
    const all = [...office.store.entries()];
    const { lines } = await page({ limit: 200, kind: 'entry-sealed' });
    expect(lines.map(({ seq }) => seq).reverse()).toEqual(all.filter(({ kind }) => kind === 'entry-sealed').map(({ seq }) => seq));
    const both = await page({ limit: 200, kind: 'entry-sealed', person: 'C2' });
    const expected = all.filter(({ kind, person }) => kind === 'entry-sealed' && person === 'C2');
    expect(expected.length).toBeGreaterThan(1);
    expect(seqs(both).reverse()).toEqual(expected.map(({ seq }) => seq));
  });

  test('of a station hold every act on its paper, whichever page they stand on', async () => {
    const form = present(
      [...office.centre().forms.values()].find(({ stage }) => stage.stage === 'accepted'),
      'form',
    );
    const name = present(office.centre().roll.stations.get(form.station), 'station').name;
    const found: number[] = [];
    let before: number | undefined;
    do {
      const part = await page({ limit: 2, form: name.toUpperCase(), ...(before === undefined ? {} : { before }) });
      expect(part.lines.length).toBeLessThanOrEqual(2);
      found.push(...seqs(part));
      before = part.next;
    } while (before !== undefined);
    const said = [...office.store.entries()].filter(({ bytes }) => {
      const { act: envelope } = JSON.parse(Buffer.from(bytes).toString('utf8'));
      return Buffer.from(envelope.payload, 'base64').toString('utf8').includes(form.id);
    });
    expect(found.reverse()).toEqual(said.filter(({ kind }) => kind !== 'receipt-issued').map(({ seq }) => seq));
    expect(found.length).toBeGreaterThan(6);
  });

  test('for words that nobody said are empty', async () => {
    expect((await page({ limit: 50, text: 'no such words anywhere' })).lines).toEqual([]);
  });
});

describe('one act', () => {
  test.each(['C3', 'A1', 'RO1'])('never hands %s the figures of a form that is not agreed, in no field and in no bytes', async (person) => {
    await become(person);
    const once = present(
      [...office.centre().forms.values()].find(({ stage }) => stage.stage === 'entered-once'),
      'form',
    );
    const sealed = present((await page({ limit: 50, kind: 'entry-sealed', form: once.id })).lines[0], 'entry');
    const told = await act(sealed.seq);
    expect(told.payload).toBeUndefined();
    expect(told.fields.find(({ name }) => name === 'figures')).toEqual({ name: 'figures', hidden: 'not-agreed' });
    expect(JSON.stringify(told)).not.toContain('candidate1');
  });

  test('hands out the figures of a form that is agreed, so that what is hidden above is hidden by that rule', async () => {
    await become('C3');
    const agreed = present(
      [...office.centre().forms.values()].find(({ stage }) => stage.stage === 'accepted'),
      'form',
    );
    const sealed = present((await page({ limit: 50, kind: 'entry-sealed', form: agreed.id })).lines[0], 'entry');
    expect((await act(sealed.seq)).payload).toContain('candidate1');
  });

  test('passes all its checks, whoever signed it', async () => {
    for (let seq = 0; seq < office.store.size(); seq += 1) {
      const { checks } = await act(seq);
      expect(checks.map(({ name, status }) => [name, status])).toEqual(
        ['bytes', 'signature', 'key', 'place', 'saw'].map((name) => [name, 'passed']),
      );
    }
  });

  test('that does not exist is refused', async () => {
    expect(await handlers.journalAct({ seq: office.store.size() }, CALLER)).toMatchObject({ ok: false, refusal: { code: 'E-CONTENT' } });
  });
});

describe('an entry that was altered', () => {
  const [stored] = [...office.store.entries()].filter(({ kind }) => kind === 'form-accepted');
  const whole = present(stored, 'entry');
  const flip = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, at) => (at === 5 ? byte ^ 1 : byte));
  const entry = must(readEntry(whole.bytes));
  const other = present([...office.store.entries()][3], 'entry');
  test.each<readonly [string, StoredEntry, Entry, readonly string[]]>([
    ['in nothing', whole, entry, []],
    ['in its person’s column', { ...whole, person: 'RO2' }, entry, ['bytes']],
    ['in its leaf', { ...whole, leaf: flip(whole.leaf) }, entry, ['bytes']],
    ['in its root', { ...whole, root: flip(whole.root) }, entry, ['place']],
    ['in its signature', whole, { ...entry, envelope: { ...entry.envelope, signature: flip(entry.envelope.signature) } }, ['signature']],
    ['in the head its signer saw', whole, { ...entry, act: { ...entry.act, saw: { size: 3, root: 'a'.repeat(64) } } }, ['saw']],
    ['to stand where another stood', { ...whole, seq: other.seq }, entry, ['bytes', 'place', 'saw']],
    ['to name a key that nobody introduced', whole, withKey(entry, 'f'.repeat(64)), ['signature', 'key']],
  ])('%s fails exactly there', async (_what, altered, read, failed) => {
    const checks = await checkEntry({ store: office.store, centre: office.centre(), heads: headsOf(office.store) }, altered, read);
    expect(checks.filter(({ status }) => status === 'failed').map(({ name }) => name)).toEqual(failed);
  });
});

function withKey(entry: Entry, key: string): Entry {
  return { ...entry, act: { ...entry.act, by: { ...entry.act.by, key } } };
}

test('heads worked out in steps are those that the journal keeps, in any order of asking', async () => {
  const heads = headsOf(office.store);
  const stored = [...office.store.entries()];
  for (const at of [stored.length - 1, 0, 40, 7, stored.length - 2])
    expect(await heads(at + 1)).toBe(Buffer.from(present(stored[at], 'entry').root).toString('hex'));
});

test('the full check runs beside the work: acts appended meanwhile are neither missed nor strays', async () => {
  await become('RO1');
  expect(must(await handlers.journalCheck({}, CALLER))).toEqual({ is: 'none' });
  must(await handlers.startJournalCheck({}, CALLER));
  for (let note = 0; note < 40; note += 1) must(office.perform([{ kind: 'incident-noted', body: { text: `note ${note}` } }]));
  const done = await settled();
  expect(done).toMatchObject({ is: 'done', sound: true });
  const names = done.is === 'done' ? done.checks.map(({ name }) => name) : [];
  expect(names).toEqual(['file', 'pages', 'definition', 'journal', 'history', 'signatures', 'conduct', 'tables', 'scans']);
});

async function settled() {
  for (;;) {
    const check = must(await handlers.journalCheck({}, CALLER));
    if (check.is !== 'running') return check;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('the journal is written out byte for byte, beside what is there already, with the head the device signed', async () => {
  chosen.folder = temporaryFolder();
  const first = present(must(await handlers.exportJournal({}, CALLER)), 'an export');
  const folder = path.join(chosen.folder, first.folder);
  const lines = readFileSync(path.join(folder, 'journal.jsonl'));
  expect(lines).toEqual(Buffer.concat([...office.store.entries()].flatMap(({ bytes }) => [bytes, Buffer.from('\n')])));
  const text = readFileSync(path.join(folder, 'checkpoint'), 'utf8');
  const checkpoint = must(verifyCheckpoint(text, office.device.publicKey.raw, text.slice(0, text.indexOf('\n'))));
  expect(checkpoint.size).toBe(first.entries);
  const second = present(must(await handlers.exportJournal({}, CALLER)), 'an export');
  expect(second.folder).not.toBe(first.folder);
  expect(readFileSync(path.join(folder, 'journal.jsonl'))).toEqual(lines);
});

test('nothing is written where nobody chose a folder, and a folder that cannot be written is refused in words', async () => {
  chosen.folder = undefined;
  expect(must(await handlers.exportJournal({}, CALLER))).toBeUndefined();
  const file = path.join(temporaryFolder(), 'a file');
  writeFileSync(file, 'x');
  chosen.folder = file;
  expect(await handlers.exportJournal({}, CALLER)).toMatchObject({ ok: false, refusal: { code: 'E-FILE' } });
});
