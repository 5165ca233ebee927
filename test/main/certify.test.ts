/** `certify`: the commission vouches later for keys that were made at the centre. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { present } from '../../core/result.ts';
import { certify } from '../../main/commands/certify.ts';
import { verify } from '../../main/commands/verify.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { enormous, letter } from './odd-files.ts';
import { demoElection, playDay } from './played-day.ts';
import { recorded } from './recorded.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'), { certified: false });
const bundle = path.join(day.folder, 'president.bundle.zip');
const anchor = `${day.keyFile}.pub`;
/** Arguments that need a file of the test's own are made when it runs. */
type Arguments = () => readonly string[];

describe('certify', () => {
  async function certificates(...more: readonly string[]): Promise<string> {
    const file = path.join(temporaryFolder(), 'certificates');
    const { code, err } = await recorded(certify, '--key', day.keyFile, '--bundle', bundle, '--out', file, ...more);
    expect(code, err).toBe(0);
    return file;
  }
  const verified = (...more: readonly string[]) => recorded(verify, bundle, '--anchor', anchor, '--rehearsal', ...more);

  test('later makes of a consistent bundle an authentic one', async () => {
    expect((await verified()).code).toBe(3);
    const { code, out } = await verified('--certificate', await certificates());
    expect(code).toBe(0);
    expect(out).toMatch(/people +\d+ signers of the summary: 0 named in the definition, \d+ certified/);
  });

  test('for one person only leaves the others to be compared on paper', async () => {
    const { code, out } = await verified('--certificate', await certificates('--person', 'RO1'));
    expect(code).toBe(3);
    expect(out).toMatch(/compare on paper: DRO1 [0-9a-f]{16}/);
    expect(out).not.toMatch(/compare on paper:[^\n]*RO1 [0-9a-f]{16}, DRO1/);
  });

  test('of one key, by its text or its file, certifies that person', async () => {
    const key = present(
      JSON.parse((await recorded(certify, '--key', day.keyFile, '--bundle', bundle, '--person', 'RO1')).out || '{}').payload,
      'payload',
    );
    const { key: text } = JSON.parse(Buffer.from(key, 'base64').toString('utf8')) as { key: string };
    const pem = letter(`-----BEGIN PUBLIC KEY-----\n${text}\n-----END PUBLIC KEY-----\n`);
    for (const given of [text, pem]) {
      const args = ['--key', day.keyFile, '--public-key', given, '--person', 'RO1', '--definition', day.definitionFile];
      const { code, out } = await recorded(certify, ...args);
      expect(code).toBe(0);
      const file = letter(out);
      expect((await verified('--certificate', file)).out).not.toMatch(/compare on paper: RO1/);
    }
  });

  test.each<readonly [string, Arguments, string]>([
    ['with a key that is not there', () => ['--key', '/nonexistent', '--bundle', bundle], 'no such file or folder'],
    ['with a public key', () => ['--key', anchor, '--bundle', bundle], 'a public key, which cannot sign'],
    ['a bundle that is not there', () => ['--key', day.keyFile, '--bundle', '/nonexistent'], 'no such file or folder'],
    ['a folder', () => ['--key', day.keyFile, '--bundle', day.folder], 'it is no regular file'],
    ['what is no bundle', () => ['--key', day.keyFile, '--bundle', letter()], 'this bundle fails: container'],
    ['a huge file', () => ['--key', day.keyFile, '--bundle', enormous()], 'this bundle fails: container'],
    ['a person who signed nothing', () => ['--key', day.keyFile, '--bundle', bundle, '--person', 'C1'], 'C1 was not enrolled on site here'],
    ['what is no key', () => ['--key', day.keyFile, '--public-key', 'AAAA'], 'neither a public key nor a file of one'],
    ['for an election that is none', () => ['--key', day.keyFile, '--public-key', anchor, '--definition', letter()], 'E-'],
  ])('refuses %s, in one line', async (_what, args, line) => {
    const { code, out, err } = await recorded(certify, ...args());
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.split('\n')).toHaveLength(2);
    expect(err).toContain(line);
  });

  test('has nothing to do where everybody is certified', async () => {
    const file = path.join(temporaryFolder(), 'day');
    const certified = await playDay(day, file);
    const { code, err } = await recorded(certify, '--key', day.keyFile, '--bundle', path.join(certified.folder, 'president.bundle.zip'));
    expect(code).toBe(1);
    expect(err).toContain('nobody here was enrolled on site');
  });
});
