/** Bundles whose container is in order and whose members are not what they should be: each is the fault of a named check. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECKPOINT, DEFINITION, JOURNAL, MANIFEST, MANIFEST_KIND, SUMMARY } from '../../core/bundle.ts';
import { concat, utf8 } from '../../core/bytes.ts';
import { canonicalBytes } from '../../core/canonical.ts';
import { payloadType, preAuthenticationEncoding, sealEnvelope } from '../../core/envelope.ts';
import { sharedFolder } from '../db/folders.ts';
import { verdictOn } from './hostile.ts';
import { demoElection, playDay } from './played-day.ts';
import { bytesOf, failures, manifestOf, pack, replaced, unpack, withManifest } from './tampering.ts';

const MIB = 2 ** 20;
const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const members = await unpack(readFileSync(path.join(day.folder, 'president.bundle.zip')));

describe('members that are not what they should be', () => {
  const JSON_MEMBERS = [SUMMARY, DEFINITION, JOURNAL, MANIFEST] as const;
  const CHECK = {
    [SUMMARY]: 'summary',
    [DEFINITION]: 'definition',
    [JOURNAL]: 'journal',
    [MANIFEST]: 'manifest',
    [CHECKPOINT]: 'checkpoint',
  };
  const WRONG: readonly (readonly [string, Uint8Array])[] = [
    ['null', utf8('null')],
    ['a number', utf8('7')],
    ['a list', utf8('[]')],
    ['an empty object', utf8('{}')],
    ['half an object', utf8('{"act":')],
    ['a number too long', utf8(`{"seq":${'9'.repeat(100_000)}}`)],
    ['a prototype', utf8('{"__proto__":{"seq":0}}')],
    ['a key twice', utf8('{"seq":0,"seq":1}')],
    ['deep lists', utf8('['.repeat(400_000))],
    ['deep lists that end', utf8(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)],
    ['deep objects', utf8('{"a":'.repeat(100_000))],
    ['a byte order mark', concat(Uint8Array.of(0xef, 0xbb, 0xbf), utf8('{}'))],
    ['no UTF-8', Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d)],
    ['UTF-16', Uint8Array.from(Buffer.from('{}', 'utf16le'))],
    ['an enormous line', utf8(`{"seq":0,"text":"${'a'.repeat(8 * MIB)}"}`)],
    ['a million empty lines', utf8('\n'.repeat(1_000_000))],
  ];

  test.each(JSON_MEMBERS.flatMap((name) => WRONG.map(([what, bytes]) => [name, what, bytes] as const)))(
    '%s: %s',
    async (name, _what, bytes) => {
      const altered = replaced(members, name, bytes);
      expect(failures(await verdictOn(pack(name === MANIFEST ? altered : withManifest(altered, day.device))))).toContain(CHECK[name]);
    },
  );

  test.each([...JSON_MEMBERS, CHECKPOINT] as const)('%s: nothing', async (name) => {
    const altered = replaced(members, name, new Uint8Array(0));
    const verdict = await verdictOn(pack(name === MANIFEST ? altered : withManifest(altered, day.device)));
    expect(failures(verdict)).toContain(name === JOURNAL ? 'manifest' : CHECK[name]);
  });

  test.each(WRONG)('a checkpoint that is %s', async (_what, bytes) => {
    const altered = withManifest(replaced(members, CHECKPOINT, bytes), day.device);
    expect(failures(await verdictOn(pack(altered)))).toContain('checkpoint');
  });

  test('numbers in a summary that cannot be added up', async () => {
    const text = Buffer.from(bytesOf(members, SUMMARY)).toString('utf8');
    for (const [from, to] of [
      ['"stations":[', '"stations":7,"x":['],
      ['"candidate1":', '"candidate1":"many","candidate9":'],
      ['"totals":{', '"totals":[],"y":{'],
    ] as const) {
      const altered = withManifest(replaced(members, SUMMARY, utf8(text.replace(from, to))), day.device);
      expect(failures(await verdictOn(pack(altered)))).toEqual(expect.arrayContaining(['summary', 'totals']));
    }
  });
});

describe('a manifest that says strange things, signed by the device', () => {
  test.each<readonly [string, object]>([
    ['another kind', { kind: 'summary' }],
    ['no members', { members: [] }],
    ['a field more', { remark: 'please trust me' }],
    ['an edition nobody knows', { edition: 'secret' }],
    ['a key of small order', { device: 'MCowBQYDK2VwAyEAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
    ['no key', { device: 'none' }],
    ['sizes below zero', { members: manifestOf(members).members.map((member) => ({ ...member, size: -1 })) }],
    ['members by the million', { members: Array.from({ length: 100_000 }, () => ({ name: 'a', size: 0, sha256: '0'.repeat(64) })) }],
  ])('%s', async (_what, changes) => {
    expect(failures(await verdictOn(pack(withManifest(members, day.device, changes))))).toContain('manifest');
  });

  test('a contest that is not on the ballot', async () => {
    expect(failures(await verdictOn(pack(withManifest(members, day.device, { contest: 'emperor' }))))).toContain('manifest');
  });

  test('another kind of envelope', async () => {
    const { publicKey, sign } = day.device;
    for (const kind of ['definition', 'receipt-issued', `${MANIFEST_KIND}-`]) {
      const payload = canonicalBytes(manifestOf(members));
      const envelope = sealEnvelope(kind, payload, publicKey.id, sign(preAuthenticationEncoding(payloadType(kind), payload)));
      expect(failures(await verdictOn(pack(replaced(members, MANIFEST, canonicalBytes(envelope)))))).toContain('manifest');
    }
  });
});
