import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { sealKeyFile } from '../../db/key-file.ts';
import { openKeystore } from '../../db/keystore.ts';
import { systemRandom } from '../../db/random.ts';
import { temporaryFolder } from './folders.ts';

const PASSPHRASE = 'abandon ability able about above';

function keyFile(person: string, seed = systemRandom(32)): Promise<Uint8Array> {
  return sealKeyFile({ person, role: 'clerk', name: `Clerk ${person}`, seed, passphrase: PASSPHRASE, cost: 2 ** 10, random: systemRandom });
}

test('a key file is kept byte for byte under the identifier of its public key', async () => {
  const folder = temporaryFolder();
  const bytes = await keyFile('C-1');
  const keyId = must(openKeystore(folder).add(bytes));
  expect(keyId).toMatch(/^[0-9a-f]{64}$/);
  expect(new Uint8Array(readFileSync(path.join(folder, 'keys', `${keyId}.json`)))).toEqual(bytes);
  expect(must(openKeystore(folder).find(keyId))).toEqual(bytes);
});

test('kept key files are readable by their owner only', async () => {
  const folder = temporaryFolder();
  const keyId = must(openKeystore(folder).add(await keyFile('C-1')));
  expect(statSync(path.join(folder, 'keys', `${keyId}.json`)).mode & 0o777).toBe(0o600);
});

test('a kept key file is never overwritten: the same again is fine, another for the same key is refused', async () => {
  const keystore = openKeystore(temporaryFolder());
  const seed = systemRandom(32);
  const first = await keyFile('C-1', seed.slice());
  const keyId = must(keystore.add(first));
  expect(must(keystore.add(first))).toBe(keyId);
  expect(keystore.add(await keyFile('C-1', seed.slice()))).toMatchObject({ ok: false, refusal: { code: 'E-FILE', place: keyId } });
  expect(keystore.add(await keyFile('C-2', seed.slice()))).toMatchObject({ ok: false, refusal: { code: 'E-FILE' } });
  expect(must(keystore.find(keyId))).toEqual(first);
});

test('what is no key file is refused and leaves nothing behind', async () => {
  const folder = temporaryFolder();
  const keystore = openKeystore(folder);
  const bytes = await keyFile('C-1');
  for (const wrong of [new Uint8Array(), Buffer.from('{}\n'), bytes.subarray(0, -1), Buffer.from('\xff\xd8\xff')])
    expect(keystore.add(wrong)).toMatchObject({ ok: false, refusal: { code: 'E-CONTENT' } });
  expect(readdirSync(path.join(folder, 'keys'))).toEqual([]);
});

test('a person with two keys is found with both, and only with these', async () => {
  const keystore = openKeystore(temporaryFolder());
  const ids = [must(keystore.add(await keyFile('C-1'))), must(keystore.add(await keyFile('C-1')))];
  must(keystore.add(await keyFile('C-2')));
  const found = keystore.forPerson('C-1');
  expect(found.map((header) => header.publicKey.id)).toEqual(ids.sort());
  expect(found.every((header) => header.name === 'Clerk C-1')).toBe(true);
  expect(keystore.forPerson('C-3')).toEqual([]);
});

test('an identifier that is none finds nothing, a path least of all', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'secret.json'), '{}');
  const keystore = openKeystore(folder);
  for (const wrong of ['', '../secret', '0'.repeat(64), '0'.repeat(63), 'x'.repeat(64), `../${'0'.repeat(64)}`])
    expect(must(keystore.find(wrong))).toBeUndefined();
});

test('a damaged or exchanged file is named, and counts for nobody', async () => {
  const folder = temporaryFolder();
  const keystore = openKeystore(folder);
  const sound = must(keystore.add(await keyFile('C-1')));
  const damaged = must(keystore.add(await keyFile('C-2')));
  const exchanged = must(keystore.add(await keyFile('C-3')));
  const file = (keyId: string) => path.join(folder, 'keys', `${keyId}.json`);
  writeFileSync(file(damaged), readFileSync(file(damaged)).subarray(5));
  writeFileSync(file(exchanged), readFileSync(file(sound)));
  expect(keystore.damaged()).toEqual([damaged, exchanged].sort());
  expect(keystore.forPerson('C-2')).toEqual([]);
  expect(keystore.forPerson('C-1').map((header) => header.publicKey.id)).toEqual([sound]);
});

test('what a power cut left half written is not taken for a key file', async () => {
  const folder = temporaryFolder();
  const keystore = openKeystore(folder);
  writeFileSync(path.join(folder, 'keys', '.writing-0011223344556677.tmp'), (await keyFile('C-1')).subarray(0, 100));
  expect(keystore.forPerson('C-1')).toEqual([]);
  expect(keystore.damaged()).toEqual([]);
});
