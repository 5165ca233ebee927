import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { utf8 } from '../../core/bytes.ts';
import { toPem } from '../../core/keys.ts';
import { verifySignature } from '../../core/primitives.ts';
import { DEVICE_KEY_FILE, deviceKey } from '../../db/device-key.ts';
import { systemRandom } from '../../db/random.ts';
import { privateKeyFromSeed, publicKeyOf, signWith } from '../../db/signing.ts';
import { temporaryFolder } from './folders.ts';

const MESSAGE = utf8('form 34B');

test('the device key is made once and is the same at every later start', () => {
  const folder = path.join(temporaryFolder(), 'centre');
  const first = deviceKey(folder, systemRandom);
  const second = deviceKey(folder, systemRandom);
  expect([first.isNew, second.isNew]).toEqual([true, false]);
  expect(second.publicKey).toEqual(first.publicKey);
  expect(second.sign(MESSAGE)).toEqual(first.sign(MESSAGE));
});

test('two data folders have two device keys', () => {
  const [first, second] = [deviceKey(temporaryFolder(), systemRandom), deviceKey(temporaryFolder(), systemRandom)];
  expect(first.publicKey.id).not.toBe(second.publicKey.id);
});

test('its signatures verify, over this message only', () => {
  const device = deviceKey(temporaryFolder(), systemRandom);
  expect(device.sign(MESSAGE)).toHaveLength(64);
  expect(verifySignature(device.publicKey.raw, MESSAGE, device.sign(MESSAGE))).toBe(true);
  expect(verifySignature(device.publicKey.raw, utf8('form 34A'), device.sign(MESSAGE))).toBe(false);
});

test('the file is private to its owner, and openssl reads the same key from it', () => {
  const folder = temporaryFolder();
  const device = deviceKey(folder, systemRandom);
  const file = path.join(folder, DEVICE_KEY_FILE);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(execFileSync('openssl', ['pkey', '-in', file, '-pubout'], { encoding: 'utf8' })).toBe(toPem(device.publicKey));
});

test('a damaged device key stops the start and is left as it is', () => {
  const folder = temporaryFolder();
  deviceKey(folder, systemRandom);
  const file = path.join(folder, DEVICE_KEY_FILE);
  const rsa = execFileSync('openssl', ['genpkey', '-algorithm', 'X25519']);
  for (const damaged of [Buffer.alloc(0), readFileSync(file).subarray(0, 60), Buffer.from('no key'), rsa]) {
    writeFileSync(file, damaged);
    expect(() => deviceKey(folder, systemRandom)).toThrow(/device key .* is damaged/);
    expect(readFileSync(file)).toEqual(damaged);
  }
});

test('asking for the key of a folder that cannot be made throws, and no key appears elsewhere', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'file'), '');
  expect(() => deviceKey(path.join(folder, 'file', 'centre'), systemRandom)).toThrow();
  expect(existsSync(path.join(folder, DEVICE_KEY_FILE))).toBe(false);
});

test('a seed signs as RFC 8032 says (section 7.1, test 2)', () => {
  const key = privateKeyFromSeed(Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex'));
  expect(Buffer.from(publicKeyOf(key).raw).toString('hex')).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  expect(Buffer.from(signWith(key, Uint8Array.of(0x72))).toString('hex')).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
});

test('a seed of another length is a defect of ours and throws', () => {
  for (const length of [0, 31, 33, 64]) expect(() => privateKeyFromSeed(new Uint8Array(length))).toThrow(/broken invariant/);
});
