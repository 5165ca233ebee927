/** What the two tests of the container share: a small container, and reading one to its end. */
import { expect } from 'vitest';
import { concat, digest, utf8 } from '../../core/bytes.ts';
import { encodeContainer, hashMember, type Member, openContainer, readMember, type Source } from '../../core/container.ts';
import { must } from '../../core/result.ts';

export const MEMBERS: readonly Member[] = [
  { name: 'summary.json', bytes: utf8('{"total":1}') },
  { name: 'scans/034-001.jpg', bytes: Uint8Array.from({ length: 3000 }, (_, at) => at % 251) },
  { name: 'empty', bytes: new Uint8Array(0) },
];

/** The container of these members in one piece. */
export function encode(members: Iterable<Member>): Uint8Array {
  return concat(...encodeContainer(members));
}

export const whole = encode(MEMBERS);

/** Every byte of every member, or the first refusal. */
export async function readAll(source: Source): Promise<readonly Member[] | string> {
  const opened = await openContainer(source);
  if (!opened.ok) return opened.refusal.code;
  const members: Member[] = [];
  for (const stored of opened.value) {
    const [bytes, hash] = [await readMember(source, stored, 1 << 20), await hashMember(source, stored)];
    if (!bytes.ok) {
      expect(hash).toEqual(bytes);
      return bytes.refusal.code;
    }
    expect(must(hash)).toBe(digest(bytes.value));
    members.push({ name: stored.name, bytes: bytes.value });
  }
  return members;
}
