/** The container: the same bytes each time, read by other programs, and given back as it was filled. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { digest, utf8 } from '../../core/bytes.ts';
import { hashMember, type Member, memorySource, openContainer } from '../../core/container.ts';
import { must, present } from '../../core/result.ts';
import { encode, MEMBERS, readAll, whole } from './containers.ts';

function hasPython(): boolean {
  try {
    return execFileSync('python3', ['--version']).length > 0;
  } catch {
    return false;
  }
}

describe('a container', () => {
  test('gives back its members in their order', async () => {
    expect(await readAll(memorySource(whole))).toEqual(MEMBERS);
    expect(await readAll(memorySource(encode([])))).toEqual([]);
  });

  test('is written in the same bytes each time', () => {
    expect(encode(MEMBERS)).toEqual(whole);
    expect(digest(whole)).toBe('d775f29de0a1dfa70a63cb02fc9c12aa15e0e44cf97b323501c9fed299046589');
  });

  test('is read by another ZIP program', () => {
    expect(unzipSync(whole)).toEqual(Object.fromEntries(MEMBERS.map(({ name, bytes }) => [name, bytes])));
  });

  test.runIf(hasPython())('is read by Python, which finds every checksum right', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'countersign-container-'));
    const file = path.join(folder, 'bundle.zip');
    writeFileSync(file, whole);
    const listed = execFileSync('python3', ['-m', 'zipfile', '-l', file]).toString();
    const tested = execFileSync('python3', ['-m', 'zipfile', '-t', file]).toString();
    rmSync(folder, { recursive: true });
    for (const { name, bytes } of MEMBERS) expect(listed).toMatch(new RegExp(`^${name} +1980-01-01 00:00:00 +${bytes.length}$`, 'm'));
    expect(tested).toContain('Done testing');
  });

  test('round-trips whatever it may hold', async () => {
    const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,8}(\/[A-Za-z0-9][A-Za-z0-9._-]{0,8}){0,2}$/);
    const member = fc.record({ name, bytes: fc.uint8Array({ maxLength: 50 }) });
    const members = fc.uniqueArray(member, { selector: (one) => one.name, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(members, async (list) => {
        expect(await readAll(memorySource(encode(list)))).toEqual(list);
      }),
    );
  });

  test('hashes a member of several slices as it stands', async () => {
    const bytes = Uint8Array.from({ length: 2_500_000 }, (_, at) => (at * 31) % 253);
    const source = memorySource(encode([{ name: 'scan', bytes }]));
    const [stored] = must(await openContainer(source));
    expect(await hashMember(source, present(stored, 'the member'))).toEqual({ ok: true, value: digest(bytes) });
  });

  test('is not written with a name that could mislead, or twice the same', () => {
    const names = ['', '/a', 'a/', 'a//b', '../a', 'a/../b', './a', '.hidden', 'a\\b', 'C:a', 'é', 'a b', 'a\n', `a${'b'.repeat(200)}`];
    for (const name of names) expect(() => encode([{ name, bytes: utf8('') }])).toThrow('not a member name');
    expect(() => encode([...MEMBERS, ...MEMBERS])).toThrow('a member twice');
  });

  test('is not written with more members than a plain ZIP can count', () => {
    const many = function* (count: number): Generator<Member> {
      for (let at = 0; at < count; at++) yield { name: `${at}`, bytes: new Uint8Array(0) };
    };
    expect(() => encode(many(65_535))).toThrow('over 65534 members');
  });
});
