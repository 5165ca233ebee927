/**
 * `countersign paper` on a day of the demonstration: the database and the bundle give the same form, byte for byte, exit codes are
 * those of the other commands, and nothing is printed from what was altered.
 */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReceipt } from '../../core/receipt.ts';
import { must, present } from '../../core/result.ts';
import { paper } from '../../main/commands/paper.ts';
import { digestLines } from '../../main/papers/figures.ts';
import { render } from '../../main/papers/layout/render.ts';
import { receiptSlip } from '../../main/papers/receipt-slip.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { demoElection, playDay } from '../main/played-day.ts';
import { recorded } from '../main/recorded.ts';
import { informationOf, wordsOf } from './read-back.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const database = path.join(day.folder, 'centre.sqlite');
const bundle = path.join(day.folder, 'president.bundle.zip');

async function print(...args: readonly string[]) {
  const out = path.join(temporaryFolder(), 'paper.pdf');
  const { code, out: said, err } = await recorded(paper, ...args, '--out', out);
  return { code, said, err, out, bytes: existsSync(out) ? readFileSync(out) : undefined };
}

async function printed(...args: readonly string[]): Promise<Buffer> {
  const { code, err, bytes } = await print(...args);
  expect(err).toBe('');
  expect(code).toBe(0);
  return present(bytes, 'a paper');
}

describe('of one contest', () => {
  test.each(['form', 'errors'])('database and bundle give the same %s, in both languages', async (name) => {
    for (const language of ['en', 'sw']) {
      const fromDatabase = await printed(database, '--paper', name, '--contest', 'president', '--language', language);
      const fromBundle = await printed(bundle, '--paper', name, '--language', language);
      expect(Buffer.compare(fromDatabase, fromBundle), language).toBe(0);
    }
  });

  test('the form names the officials who signed and what the agents answered', async () => {
    const bytes = await printed(database, '--paper', 'form', '--contest', 'president', '--law', 'Under a law named by the commission.');
    const text = wordsOf(bytes);
    expect(informationOf(bytes).Title).toMatch(/^REHEARSAL: Form 34B, Mfano 901/);
    expect(text).toContain('Under a law named by the commission.');
    for (const { name } of day.definition.content.officials.filter(({ role }) => role !== 'clerk')) expect(text).toContain(name);
    for (const { name } of day.definition.content.agents.filter(({ contests }) => contests.length === 0)) expect(text).toContain(name);
    expect(text).toMatch(/Collated on 3 February 2031/);
  });

  test('--version prints a version that was declared, and no other', async () => {
    const latest = await printed(database, '--paper', 'form', '--contest', 'president');
    expect(Buffer.compare(await printed(database, '--paper', 'form', '--contest', 'president', '--version', '1'), latest)).toBe(0);
    const { code, err, bytes } = await print(database, '--paper', 'form', '--contest', 'president', '--version', '2');
    expect([code, err, bytes]).toEqual([1, 'R-NOT-DECLARED  version 2 of president\n', undefined]);
  });
});

describe('of the centre', () => {
  test('the opening certificate, with nothing received', async () => {
    const text = wordsOf(await printed(database, '--paper', 'opening', '--language', 'sw'));
    expect(text).toContain('Hati ya kufungua kituo');
    expect(text).toContain('Fomu zilizopokewa 0');
  });

  test('no closing certificate while it was never closed', async () => {
    const { code, err, bytes } = await print(database, '--paper', 'closing');
    expect([code, err, bytes]).toEqual([1, 'R-CENTRE-OPEN  the centre was never closed\n', undefined]);
  });
});

describe('nothing is printed', () => {
  test.each<[string, readonly string[], string]>([
    ['without a source', ['--paper', 'form'], 'name one database or bundle'],
    ['of an unknown kind', [database, '--paper', 'poster'], '--paper is one of form, errors, opening, closing'],
    ['in an unknown language', [database, '--paper', 'form', '--contest', 'president', '--language', 'fr'], '--language is en or sw'],
    ['of no contest', [database, '--paper', 'form'], '--contest is needed'],
    ['of a bundle’s opening', [bundle, '--paper', 'opening'], 'is of a whole centre: name its database'],
    ['of a certificate’s contest', [database, '--paper', 'closing', '--contest', 'president'], 'no --contest, no --version'],
    ['of a bundle’s version', [bundle, '--paper', 'form', '--version', '1'], 'a bundle is of one version'],
    ['of version nought', [database, '--paper', 'form', '--contest', 'president', '--version', '0'], 'a whole number from 1'],
    ['with an unknown option', [database, '--paper', 'form', '--colour', 'red'], 'Unknown option'],
  ])('%s: exit code 2, and how to ask', async (_, args, line) => {
    const { code, err, bytes } = await print(...args);
    expect(code).toBe(2);
    expect(err).toContain(line);
    expect(err).toContain('usage: countersign paper');
    expect(bytes).toBeUndefined();
  });

  test.each<[string, readonly string[], string]>([
    ['from a file that is not there', ['/nonexistent/centre.sqlite', '--paper', 'opening'], 'E-FILE'],
    ['from a folder', [folder, '--paper', 'opening'], 'E-FILE'],
  ])('%s', async (_, args, code) => {
    const answered = await print(...args);
    expect(answered.code).toBe(2);
    expect(answered.err).toContain(code);
  });

  test('of a contest that is not held, or that the bundle is not of', async () => {
    expect(await print(database, '--paper', 'form', '--contest', 'governor')).toMatchObject({
      code: 1,
      err: 'R-NOT-IN-CONTEST  governor\n',
    });
    expect(await print(bundle, '--paper', 'form', '--contest', 'governor')).toMatchObject({
      code: 1,
      err: 'R-NOT-IN-CONTEST  the bundle is of president\n',
    });
  });

  test('from a bundle with one altered byte', async () => {
    const altered = path.join(temporaryFolder(), 'president.bundle.zip');
    const bytes = readFileSync(bundle);
    const at = bytes.indexOf('"votes":[') + 10;
    bytes.writeUInt8((bytes.at(at) ?? 0) ^ 1, at);
    writeFileSync(altered, bytes);
    const { code, err, bytes: written } = await print(altered, '--paper', 'form');
    expect(code).toBe(1);
    expect(err).toContain('E-CONTENT  the bundle fails its verification');
    expect(written).toBeUndefined();
  });

  test('over what it is made from', async () => {
    for (const out of [database, `${database}-wal`, path.join(day.folder, 'device.pem')]) {
      const before = existsSync(out) ? readFileSync(out) : undefined;
      expect((await recorded(paper, database, '--paper', 'opening', '--out', out)).code).toBe(2);
      expect(existsSync(out) ? readFileSync(out) : undefined).toEqual(before);
    }
  });

  test('where nothing may be written, and that is said in words', async () => {
    const copy = path.join(temporaryFolder(), 'centre.sqlite');
    copyFileSync(database, copy);
    const { code, err } = await recorded(paper, copy, '--paper', 'opening', '--out', '/nonexistent/paper.pdf');
    expect(code).toBe(1);
    expect(err).toMatch(/^\/nonexistent\/paper\.pdf {2}E-FILE {2}[^\n]+\n$/);
  });
});

test('an agent’s receipt on paper holds every answer with its digest and place, and the checkpoint', async () => {
  const file = readFileSync(path.join(day.folder, 'receipts', 'A1.receipt.json'));
  const receipt = must(readReceipt(file));
  const { checkpoint } = JSON.parse(file.toString('utf8')) as { checkpoint: string };
  const slip = {
    receipt,
    checkpoint,
    agent: { name: 'Nyuki Mkuyu', party: 'Kite Party' },
    election: { title: 'Demonstration', kind: 'rehearsal' },
    formName: (form: string) => `Station of ${form.split('.')[1]}`,
    language: 'en',
  } as const;
  const bytes = await render(receiptSlip(slip));
  const text = wordsOf(bytes);
  const { forms } = receipt.act.body;
  expect(forms.length).toBeGreaterThan(5);
  expect(text).toContain(`Answers on record: ${forms.length}`);
  for (const { act, seq } of forms) {
    for (const line of digestLines(act)) expect(text).toContain(line);
    expect(text).toContain(` ${seq} `);
  }
  for (const line of checkpoint.trimEnd().split('\n').filter(Boolean)) expect(text.replaceAll(' ', '')).toContain(line.replaceAll(' ', ''));
  for (const line of digestLines(receipt.act.digest)) expect(text).toContain(line);
  expect(Buffer.compare(await render(receiptSlip(slip)), bytes)).toBe(0);
  expect(informationOf(bytes)).toMatchObject({ Tagged: 'yes', CreationDate: expect.stringMatching(/^D:2031/) });
});
