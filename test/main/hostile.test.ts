/**
 * `verify` is for files from anybody. Whatever it is given, it answers with a named check and exit code 1, in one line of JSON where
 * that is asked for, and reads no more than it must.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, symlinkSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { CHECKPOINT, DEFINITION, JOURNAL, MANIFEST, README, SUMMARY } from '../../core/bundle.ts';
import { concat, utf8 } from '../../core/bytes.ts';
import { memorySource, openContainer } from '../../core/container.ts';
import { OPEN_DATA } from '../../core/open-data/members.ts';
import { must, present } from '../../core/result.ts';
import { verifyBundle } from '../../core/verify.ts';
import { directoryHeader, END_RECORD_LENGTH, endRecord, LOCAL_HEADER_LENGTH, localHeader } from '../../core/zip.ts';
import { verifyHere } from '../../db/signatures.ts';
import { verify } from '../../main/commands/verify.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { expectShape, looseContainer, type Told, verdictOn, verdictOnFile } from './hostile.ts';
import { demoElection, playDay, repeatableRandom } from './played-day.ts';
import { PROGRAM, recorded } from './recorded.ts';
import { detailOf, failures, pack, replaced, unpack, withManifest } from './tampering.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const bundleFile = path.join(day.folder, 'president.bundle.zip');
const bundle = new Uint8Array(readFileSync(bundleFile));
const members = await unpack(bundle);

describe('a true bundle', () => {
  test('told in JSON is one line of exactly the agreed shape', async () => {
    const { code, out } = await recorded(verify, bundleFile, '--anchor', `${day.keyFile}.pub`, '--rehearsal', '--json');
    expect(code).toBe(0);
    expect(out).toMatch(/^[^\n]+\n$/);
    const line = JSON.parse(out) as Told;
    expectShape(line);
    expect(line).toMatchObject({
      bundle: bundleFile,
      verdict: 'authentic',
      summary: { contest: 'president', version: 1, state: 'declared' },
    });
    expect(line.checks.map(({ name }) => name)).toContain('readme');
  });

  test('under names that climb or repeat, built by the opponent’s tool, is the bundle when told no lie', () => {
    expect(looseContainer(members)).toEqual(bundle);
  });
});

describe('no bundle at all', () => {
  test.each<readonly [string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['one byte', new Uint8Array(1)],
    ['a byte less than the shortest container', new Uint8Array(END_RECORD_LENGTH - 1)],
    ['zeros', new Uint8Array(4096)],
    ['random bytes', repeatableRandom(1)(100_000)],
    ['text', utf8('This is a letter, not a bundle.\n')],
    ['an empty container', endRecord({ members: 0, directorySize: 0, directoryOffset: 0 })],
    ['a compressed archive', zipSync({ [README]: utf8('a'.repeat(1000)) })],
    ['a bomb', zipSync({ [README]: new Uint8Array(64 * MIB), [SUMMARY]: new Uint8Array(64 * MIB) })],
    ['two bundles in a row', concat(bundle, bundle)],
    ['a bundle behind a script', concat(utf8('#!/bin/sh\n'), bundle)],
  ])('is told so: %s', async (_what, bytes) => {
    expect(failures(await verdictOn(bytes))).toEqual(['container']);
  });

  test.each([
    ['climbing', '../../etc/passwd'],
    ['climbing inside', 'scans/../../evil.pdf'],
    ['absolute', '/etc/passwd'],
    ['of another system', 'C:\\evil.exe'],
    ['with a null', 'scans/a\0.pdf'],
    ['hidden', '.profile'],
    ['with a terminal’s commands', 'scans/\u001b[2J.pdf'],
    ['empty', ''],
    ['endless', `scans/${'a'.repeat(300)}.pdf`],
  ])('names its members so that nobody should unpack it: %s', async (_what, name) => {
    const hostile = members.toSpliced(5, 0, { name, bytes: utf8('x') });
    const verdict = await verdictOn(looseContainer(hostile));
    expect(failures(verdict)).toEqual(['container']);
    expect(detailOf(verdict, 'container')).toContain('member name');
  });

  test('holds a member twice', async () => {
    for (const { name } of members) {
      const twice = members.flatMap((member) => (member.name === name ? [member, { name, bytes: utf8('{}') }] : [member]));
      expect(failures(await verdictOn(looseContainer(twice)))).toEqual(['container']);
    }
  });
});

describe('a bundle cut short', () => {
  test('inside and at the border of every record is told so', async () => {
    const stored = must(await openContainer(memorySource(bundle)));
    const borders = stored.flatMap(({ offset, size }) => [offset - LOCAL_HEADER_LENGTH, offset - 1, offset, offset + 1, offset + size - 1]);
    const directory = present(stored.at(-1), 'member');
    const tail = [directory.offset + directory.size + 1, bundle.length - END_RECORD_LENGTH, bundle.length - 1];
    for (const length of [0, 1, ...borders, ...tail].map((at) => Math.max(0, at))) {
      expect(failures(await verdictOn(bundle.subarray(0, length))), `${length} bytes`).toEqual(['container']);
    }
  });
});

describe('a huge file', () => {
  function sparse(size: number, ...pieces: readonly (readonly [number, Uint8Array])[]): string {
    const file = path.join(temporaryFolder(), 'huge.bundle.zip');
    writeFileSync(file, '');
    truncateSync(file, size);
    const handle = openSync(file, 'r+');
    for (const [at, bytes] of pieces) writeSync(handle, bytes, 0, bytes.length, at);
    closeSync(handle);
    return file;
  }

  test('of zeros, or a bundle with gigabytes behind it, is told so', async () => {
    for (const file of [sparse(6 * GIB), sparse(5 * GIB, [0, bundle])]) {
      const verdict = await verdictOnFile(file);
      expect(failures(verdict)).toEqual(['container']);
      expect(detailOf(verdict, 'container')).toContain('end record');
    }
  });

  test('with a bundle’s end at its end is told so', async () => {
    const end = bundle.subarray(bundle.length - END_RECORD_LENGTH);
    expect(failures(await verdictOnFile(sparse(5 * GIB, [5 * GIB - end.length, end])))).toEqual(['container']);
  });

  /** Well written records around members of zeros, of which only the sizes are told. */
  function hollow(sizes: readonly (readonly [string, number])[]): string {
    let headerOffset = 0;
    const records = sizes.map(([name, size]) => {
      const record = { name, size, crc: 0, headerOffset };
      headerOffset += LOCAL_HEADER_LENGTH + name.length + size;
      return record;
    });
    const directory = concat(...records.map(directoryHeader));
    const end = endRecord({ members: records.length, directorySize: directory.length, directoryOffset: headerOffset });
    const headers = records.map((record) => [record.headerOffset, localHeader(record)] as const);
    return sparse(headerOffset + directory.length + end.length, ...headers, [headerOffset, concat(directory, end)]);
  }

  test('whose first page claims to be longer than any book is refused unread', async () => {
    const verdict = await verdictOnFile(
      hollow(
        [README, SUMMARY, DEFINITION, JOURNAL, CHECKPOINT, ...OPEN_DATA, MANIFEST].map((name) => [name, name === README ? 550 * MIB : MIB]),
      ),
    );
    expect(failures(verdict)).toEqual(['container']);
    expect(detailOf(verdict, 'container')).toMatch(/README\.txt/);
  });

  test('is not read beyond what tells that it is none', async () => {
    let read = 0;
    const counting = (size: number) => ({
      size,
      read: async (_offset: number, length: number) => {
        read += length;
        return new Uint8Array(length);
      },
    });
    await verifyBundle(counting(50 * GIB), day.trust, async (jobs) => verifyHere(jobs));
    expect(read).toBeLessThanOrEqual(END_RECORD_LENGTH);
  });
});

describe('what is not a file', () => {
  function folderWith(make: (file: string) => void): string {
    const parent = temporaryFolder();
    make(path.join(parent, 'odd.bundle.zip'));
    return parent;
  }

  test.each<readonly [string, (file: string) => void]>([
    ['a folder', (file) => mkdirSync(file)],
    ['a pipe that nobody writes to', (file) => execFileSync('mkfifo', [file])],
    ['a link to itself', (file) => symlinkSync(file, file)],
    ['a link to nothing', (file) => symlinkSync('/nonexistent', file)],
    ['an endless device', (file) => symlinkSync('/dev/zero', file)],
  ])('under a bundle’s name, in a folder that is verified: %s', async (_what, make) => {
    const verdict = await verdictOnFile(folderWith(make));
    expect(failures(verdict)).toEqual(['container']);
    expect(detailOf(verdict, 'container')).toMatch(/^cannot be read: /);
  });

  test('an empty folder, and a file that is not there, are unusable arguments', async () => {
    for (const argument of [temporaryFolder(), '/nonexistent/x.bundle.zip']) {
      const { code, out, err } = await recorded(verify, argument, '--json');
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^[^\n]*E-FILE[^\n]*\n$/);
    }
  });
});

test('the program itself answers line by line, with nothing on its error stream', () => {
  const hostile = temporaryFolder();
  const write = (name: string, bytes: Uint8Array) => writeFileSync(path.join(hostile, `${name}.bundle.zip`), bytes);
  write('a-empty', new Uint8Array(0));
  write('b-random', repeatableRandom(2)(5000));
  write('c-deep', pack(withManifest(replaced(members, SUMMARY, utf8('['.repeat(1_000_000))), day.device)));
  write('d-signatures', pack(withManifest(replaced(members, JOURNAL, utf8('{"leaf":1,"seq":0}\n')), day.device)));
  write('e-true', bundle);
  mkdirSync(path.join(hostile, 'f-folder.bundle.zip'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'verify', hostile, '--rehearsal', '--json'], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Told);
  expect(lines.pop()).toEqual({ sums: [expect.objectContaining({ contest: 'president', summaries: 1 })] });
  for (const line of lines) expectShape(line);
  expect(lines.map(({ verdict }) => verdict)).toEqual(['failed', 'failed', 'failed', 'failed', 'consistent', 'failed']);
});
