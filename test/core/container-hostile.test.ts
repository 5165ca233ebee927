/** Containers as an opponent would hand them in: each is refused, none is misread, none makes the reader throw. */
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { concat, utf8 } from '../../core/bytes.ts';
import { hashMember, type Member, memorySource, openContainer, readMember } from '../../core/container.ts';
import { crc32 } from '../../core/crc32.ts';
import { must, present } from '../../core/result.ts';
import { directoryHeader, endRecord, localHeader, type MemberRecord } from '../../core/zip.ts';
import { encode, MEMBERS, readAll, whole } from './containers.ts';

interface Forgery {
  readonly local?: Partial<MemberRecord>;
  readonly listed?: Partial<MemberRecord>;
  readonly end?: { readonly members?: number; readonly directorySize?: number; readonly directoryOffset?: number };
  readonly gap?: Uint8Array;
  readonly slack?: Uint8Array;
  readonly patch?: (bytes: Uint8Array) => void;
}

const NONE = new Uint8Array(0);

/** A container of one member `a` holding `abc`, with lies where told. */
function forge({ local = {}, listed = {}, end = {}, gap = NONE, slack = NONE, patch = () => undefined }: Forgery): Uint8Array {
  const bytes = utf8('abc');
  const honest: MemberRecord = { name: 'a', size: 3, crc: crc32(bytes), headerOffset: 0 };
  const body = concat(localHeader({ ...honest, ...local }), bytes, gap);
  const directory = concat(directoryHeader({ ...honest, ...listed }), slack);
  const forged = concat(body, directory, endRecord({ members: 1, directorySize: directory.length, directoryOffset: body.length, ...end }));
  patch(forged);
  return forged;
}

function put(at: number, ...values: readonly number[]) {
  return (bytes: Uint8Array) => bytes.set(values, at < 0 ? bytes.length + at : at);
}

describe('a hostile container', () => {
  const [stored, deflated] = [0, 6].map((level) => zipSync({ a: utf8('abcabcabcabcabcabc') }, { level: level as 0 | 6 }));

  test('the forger’s tool is honest when told no lie', async () => {
    expect(await readAll(memorySource(forge({})))).toEqual([{ name: 'a', bytes: utf8('abc') }]);
  });

  test.each<readonly [string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['too short', new Uint8Array(21)],
    ['zeros', new Uint8Array(1000)],
    ['cut at the end', whole.slice(0, -1)],
    ['cut at the beginning', whole.slice(1)],
    ['a byte more', concat(whole, Uint8Array.of(0))],
    ['something before it', concat(utf8('#!/bin/sh\n'), whole)],
    ['two, one after the other', concat(whole, whole)],
    ['from another program, stored', present(stored, 'a ZIP')],
    ['from another program, compressed', present(deflated, 'a ZIP')],
    ['a gap before the directory', forge({ gap: utf8('hidden') })],
    ['bytes after the last directory entry', forge({ slack: utf8('hidden') })],
    ['a name that climbs', forge({ local: { name: '../a' }, listed: { name: '../a' } })],
    ['a name with a null', forge({ local: { name: 'a\0' }, listed: { name: 'a\0' } })],
    ['an empty name', forge({ local: { name: '' }, listed: { name: '' } })],
    ['a name too long', forge({ local: { name: 'a'.repeat(201) }, listed: { name: 'a'.repeat(201) } })],
    ['another name in the local header', forge({ local: { name: 'b' } })],
    ['another size in the local header', forge({ local: { size: 2 } })],
    ['another checksum in the local header', forge({ local: { crc: 1 } })],
    ['a checksum that is wrong everywhere', forge({ local: { crc: 1 }, listed: { crc: 1 } })],
    ['a size into the directory', forge({ local: { size: 4 }, listed: { size: 4 } })],
    ['a size of 4 GiB', forge({ local: { size: 0xffffffff }, listed: { size: 0xffffffff } })],
    ['a size too small', forge({ local: { size: 2 }, listed: { size: 2 } })],
    ['another place', forge({ listed: { headerOffset: 1 } })],
    ['a member too few', forge({ end: { members: 0 } })],
    ['a member too many', forge({ end: { members: 2 } })],
    ['a great many members', forge({ end: { members: 0xfffe } })],
    ['the mark of ZIP64', forge({ end: { members: 0xffff } })],
    ['a directory elsewhere', forge({ end: { directoryOffset: 0 } })],
    ['a directory beyond the file', forge({ end: { directorySize: 0xffffffff } })],
    ['a comment', forge({ patch: put(-2, 1, 0) })],
    ['another disk', forge({ patch: put(-18, 1, 0) })],
    ['two counts of members', forge({ patch: put(-14, 2, 0) })],
    ['compression in the local header', forge({ patch: put(8, 8) })],
    ['encryption in the local header', forge({ patch: put(6, 1) })],
    ['a date in the local header', forge({ patch: put(12, 0x22) })],
    ['an extra field in the local header', forge({ patch: put(28, 1) })],
    ['compression in the directory', forge({ patch: put(34 + 10, 8) })],
    ['a date in the directory', forge({ patch: put(34 + 14, 0x22) })],
    ['attributes in the directory', forge({ patch: put(34 + 38, 1) })],
    ['a name length beyond the directory', forge({ patch: put(34 + 28, 0xff, 0xff) })],
  ])('is refused: %s', async (_name, bytes) => {
    expect(await readAll(memorySource(bytes))).toBe('E-CONTAINER');
  });

  test.each<readonly [string, Uint8Array, string]>([
    ['a member that runs into the directory', forge({ local: { size: 4 }, listed: { size: 4 } }), 'member overlaps the directory'],
    ['the mark of ZIP64', forge({ end: { members: 0xffff } }), 'end record'],
    ['a great many members', forge({ end: { members: 0xfffe } }), 'directory is cut short'],
    ['compression', forge({ patch: put(34 + 10, 8) }), 'directory entry'],
    ['a lie in the local header', forge({ local: { crc: 1 } }), 'local header'],
  ])('is refused, saying why: %s', async (_name, bytes, detail) => {
    expect(await openContainer(memorySource(bytes))).toMatchObject({ refusal: { code: 'E-CONTAINER', detail } });
  });

  test('is refused with a member twice, naming it', async () => {
    const bytes = utf8('abc');
    const records = [0, 34].map((headerOffset) => ({ name: 'a', size: 3, crc: crc32(bytes), headerOffset }));
    const body = concat(...records.flatMap((record) => [localHeader(record), bytes]));
    const directory = concat(...records.map(directoryHeader));
    const twice = concat(body, directory, endRecord({ members: 2, directorySize: directory.length, directoryOffset: body.length }));
    expect(await openContainer(memorySource(twice))).toMatchObject({
      refusal: { code: 'E-CONTAINER', detail: 'a member twice', place: 'a' },
    });
  });

  test('is refused before a directory of more than 32 MiB is read', async () => {
    const directorySize = 32 * 1024 * 1024 + 1;
    const end = endRecord({ members: 1, directorySize, directoryOffset: 0 });
    const read = async (_offset: number, length: number) => (length > 22 ? Promise.reject(new Error('read too much')) : end);
    const opened = await openContainer({ size: directorySize + 22, read });
    expect(opened).toMatchObject({ refusal: { code: 'E-CONTAINER', detail: `directory of ${directorySize} bytes` } });
  });

  test('is refused when the file is shorter than it says, wherever it ends', async () => {
    const source = memorySource(whole);
    const [, scan] = must(await openContainer(source));
    const member = present(scan, 'the scan');
    const cut = memorySource(whole.subarray(0, member.offset + 100));
    for (const result of [
      await readMember(cut, member, 5000),
      await hashMember(cut, member),
      await openContainer({ ...cut, size: whole.length }),
    ]) {
      expect(result).toMatchObject({ refusal: { code: 'E-CONTAINER', detail: 'cut short' } });
    }
  });

  test('yields no member over the limit asked for', async () => {
    const source = memorySource(whole);
    const [, scan] = must(await openContainer(source));
    const member = present(scan, 'the scan');
    expect(await readMember(source, member, 2999)).toMatchObject({ refusal: { code: 'E-CONTAINER', place: 'scans/034-001.jpg' } });
    expect((await readMember(source, member, 3000)).ok).toBe(true);
  });

  test('with any byte changed is refused when opened or read', async () => {
    const small = encode([MEMBERS[0] as Member, { name: 'b/c', bytes: utf8('xyz') }]);
    for (let at = 0; at < small.length; at++) {
      for (const change of [1, 0x80, 0xff]) {
        const changed = small.map((byte, index) => (index === at ? byte ^ change : byte));
        expect([at, await readAll(memorySource(changed))]).toEqual([at, 'E-CONTAINER']);
      }
    }
  });

  test('of any bytes never throws', async () => {
    const end = fc.uint8Array({ minLength: 4, maxLength: 10 }).map((bytes) => concat(Uint8Array.of(0x50, 0x4b, 5, 6, 0, 0, 0, 0), bytes));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), end, async (body, tail) => {
        for (const bytes of [body, concat(body, tail), concat(whole.slice(0, body.length), tail)]) await readAll(memorySource(bytes));
      }),
      { numRuns: 500 },
    );
  });
});
