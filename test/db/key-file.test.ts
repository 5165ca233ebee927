import { createCipheriv, scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { concat, fromUtf8, utf8 } from '../../core/bytes.ts';
import { canonical, parseCanonicalText } from '../../core/canonical.ts';
import { toBase64 } from '../../core/primitives.ts';
import { must, present } from '../../core/result.ts';
import { FULL_COST, openKeyFile, readKeyFileHeader, type SealOptions, sealKeyFile } from '../../db/key-file.ts';
import { systemRandom } from '../../db/random.ts';
import { privateKeyFromSeed, publicKeyOf } from '../../db/signing.ts';

const PASSPHRASE = 'abandon ability able about above';
const LOW_COST = 2 ** 10;
const SEED = Uint8Array.from({ length: 32 }, (_, at) => at);

function seal(changes: Partial<SealOptions> = {}): Promise<Uint8Array> {
  const usual = { person: 'A-17', role: 'agent', name: 'Wanjirũ Mwangi', seed: SEED.slice(), passphrase: PASSPHRASE } as const;
  return sealKeyFile({ ...usual, cost: LOW_COST, random: systemRandom, ...changes });
}

type Fields = Record<string, unknown> & { kdf: Record<string, unknown>; cipher: Record<string, unknown> };

/** The file with its fields changed, written again in the one proper way. */
function altered(bytes: Uint8Array, change: (fields: Fields) => void): Uint8Array {
  const fields = JSON.parse(present(fromUtf8(bytes), 'text')) as Fields;
  change(fields);
  return utf8(`${canonical(fields)}\n`);
}

async function refusalOf(bytes: Uint8Array, passphrase = PASSPHRASE): Promise<string | undefined> {
  const opened = await openKeyFile(bytes, passphrase);
  return opened.ok ? undefined : opened.refusal.code;
}

test('a key file opens with its passphrase and gives back the person and the secret', async () => {
  const opened = must(await openKeyFile(await seal(), PASSPHRASE));
  expect(opened).toMatchObject({ person: 'A-17', role: 'agent', name: 'Wanjirũ Mwangi', cost: LOW_COST, seed: SEED });
  expect(opened.publicKey).toEqual(publicKeyOf(privateKeyFromSeed(SEED)));
});

test('a key file of full cost opens', async () => {
  const bytes = await seal({ cost: FULL_COST });
  expect(FULL_COST).toBe(131_072);
  expect(must(await openKeyFile(bytes, PASSPHRASE)).seed).toEqual(SEED);
  expect(await refusalOf(bytes, 'abandon ability able about absent')).toBe('R-PASSPHRASE-WRONG');
});

test('a key file is one line of canonical JSON that holds neither secret nor passphrase', async () => {
  const text = present(fromUtf8(await seal()), 'text');
  expect(text.endsWith('}\n')).toBe(true);
  expect(parseCanonicalText(text.slice(0, -1)).ok).toBe(true);
  expect(text).not.toContain(toBase64(SEED).slice(0, 20));
  for (const word of PASSPHRASE.split(' ')) expect(text).not.toContain(word);
});

test('two key files of one person share neither salt nor nonce nor secret text', async () => {
  const [first, second] = (await Promise.all([seal(), seal()])).map((bytes) => JSON.parse(present(fromUtf8(bytes), 'text')));
  expect(first.kdf.salt).not.toBe(second.kdf.salt);
  expect(first.cipher.nonce).not.toBe(second.cipher.nonce);
  expect(first.seed).not.toBe(second.seed);
});

test('the header is readable without the passphrase', async () => {
  const header = must(readKeyFileHeader(await seal({ role: 'dro', person: 'D/1' })));
  expect(header).toMatchObject({ person: 'D/1', role: 'dro', cost: LOW_COST });
  expect(header).not.toHaveProperty('seed');
});

test('a wrong passphrase is refused, even one that differs by a space', async () => {
  const bytes = await seal();
  for (const wrong of ['', 'abandon ability able about absent', `${PASSPHRASE} `, PASSPHRASE.toUpperCase()])
    expect(await refusalOf(bytes, wrong)).toBe('R-PASSPHRASE-WRONG');
});

test('one flipped bit anywhere in a key file, and it never opens', async () => {
  const bytes = await seal();
  for (let at = 0; at < bytes.length; at++)
    for (let bit = 0; bit < 8; bit++) {
      const flipped = bytes.slice();
      flipped[at] = (bytes[at] ?? 0) ^ (1 << bit);
      expect(await refusalOf(flipped), `bit ${bit} of byte ${at}`).toBeDefined();
    }
});

test('a truncated or lengthened key file never opens', async () => {
  const bytes = await seal();
  for (let length = 0; length < bytes.length; length++) expect(await refusalOf(bytes.subarray(0, length))).toBe('E-CONTENT');
  for (const more of ['\n', ' ', '\0', '{}\n', 'x'.repeat(9000)]) expect(await refusalOf(concat(bytes, utf8(more)))).toBe('E-CONTENT');
});

test('a changed person, name or role never opens, nor do the public key and salt of somebody else', async () => {
  const bytes = await seal();
  const other = JSON.parse(present(fromUtf8(await seal({ seed: systemRandom(32) })), 'text')) as Fields;
  const changes: ((fields: Fields) => void)[] = [
    (fields) => Object.assign(fields, { person: 'A-18' }),
    (fields) => Object.assign(fields, { name: 'Wanjiru Mwangi' }),
    (fields) => Object.assign(fields, { role: 'ro' }),
    (fields) => Object.assign(fields, { publicKey: other.publicKey }),
    (fields) => Object.assign(fields, { seed: other.seed }),
    (fields) => Object.assign(fields.kdf, { salt: other.kdf.salt }),
    (fields) => Object.assign(fields.kdf, { cost: 2 * LOW_COST }),
    (fields) => Object.assign(fields.cipher, { nonce: other.cipher.nonce }),
    (fields) => Object.assign(fields.cipher, { tag: other.cipher.tag }),
  ];
  for (const change of changes) expect(await refusalOf(altered(bytes, change))).toBe('R-PASSPHRASE-WRONG');
  expect(await refusalOf(altered(bytes, () => undefined))).toBeUndefined();
});

test('a shortened authentication tag is refused before any work', async () => {
  const bytes = await seal();
  for (const length of [0, 4, 8, 12, 15, 17]) {
    const short = altered(bytes, (fields) => Object.assign(fields.cipher, { tag: toBase64(new Uint8Array(length)) }));
    expect(await refusalOf(short)).toBe('E-CONTENT');
  }
});

test('costs that are too low, too high or no power of two are refused without the work being done', async () => {
  const bytes = await seal();
  for (const cost of [0, 1, 2, 512, 1025, 131_071, 2 ** 21, 2 ** 40, -1024, 1536]) {
    const cheap = altered(bytes, (fields) => Object.assign(fields.kdf, { cost }));
    expect(await refusalOf(cheap), String(cost)).toBe('E-CONTENT');
    expect(readKeyFileHeader(cheap).ok).toBe(false);
  }
  await expect(seal({ cost: 512 })).rejects.toThrow();
  await expect(seal({ cost: 2 ** 21 })).rejects.toThrow();
});

test('other parameters, other ciphers and unknown fields are refused', async () => {
  const bytes = await seal();
  const changes: ((fields: Fields) => void)[] = [
    (fields) => Object.assign(fields, { format: 'countersign-key-v2' }),
    (fields) => Object.assign(fields, { role: 'device' }),
    (fields) => Object.assign(fields, { role: 'king' }),
    (fields) => Object.assign(fields, { note: 'x' }),
    (fields) => Object.assign(fields, { name: '' }),
    (fields) => Object.assign(fields.kdf, { name: 'pbkdf2' }),
    (fields) => Object.assign(fields.kdf, { blockSize: 1 }),
    (fields) => Object.assign(fields.kdf, { parallelization: 1000 }),
    (fields) => Object.assign(fields.cipher, { name: 'aes-256-ctr' }),
    (fields) => delete fields.cipher.tag,
    (fields) => delete fields.seed,
  ];
  for (const change of changes) expect(await refusalOf(altered(bytes, change))).toBe('E-CONTENT');
});

test('a public key that could pass for anybody is refused in the header already', async () => {
  const identity = concat(new Uint8Array(Buffer.from('302a300506032b6570032100', 'hex')), Uint8Array.of(1), new Uint8Array(31));
  const small = altered(await seal(), (fields) => Object.assign(fields, { publicKey: toBase64(identity) }));
  expect(await refusalOf(small)).toBe('E-KEY');
  expect(readKeyFileHeader(small)).toMatchObject({ ok: false, refusal: { code: 'E-KEY' } });
});

test('the same randomness gives the same bytes: the format has no clock in it', async () => {
  const constant = (length: number) => new Uint8Array(length).fill(7);
  expect(await seal({ random: constant })).toEqual(await seal({ random: constant }));
});

/** A key file made by hand from the description alone; the public key need not belong to the secret. */
function madeByHand(publicKeySeed: Uint8Array, secret: Uint8Array): Uint8Array {
  const salt = Buffer.alloc(16, 1);
  const nonce = Buffer.alloc(12, 2);
  const kdf = { name: 'scrypt', cost: LOW_COST, blockSize: 8, parallelization: 1, salt: salt.toString('base64') };
  const publicKey = publicKeyOf(privateKeyFromSeed(publicKeySeed)).text;
  const open = { format: 'countersign-key-v1', kdf, name: 'Clerk 1', person: 'C-1', publicKey, role: 'clerk' };
  const key = scryptSync(PASSPHRASE, salt, 32, { N: LOW_COST, r: 8, p: 1 });
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(utf8(canonical(open)));
  const seed = Buffer.concat([cipher.update(secret), cipher.final()]).toString('base64');
  const tag = cipher.getAuthTag().toString('base64');
  return utf8(`${canonical({ ...open, cipher: { name: 'aes-256-gcm', nonce: nonce.toString('base64'), tag }, seed })}\n`);
}

test('a key file made from the description of the format alone opens', async () => {
  expect(must(await openKeyFile(madeByHand(SEED, SEED), PASSPHRASE))).toMatchObject({ person: 'C-1', role: 'clerk', seed: SEED });
});

test('a secret that belongs to another public key is refused although it comes out whole', async () => {
  expect(await refusalOf(madeByHand(SEED, new Uint8Array(32).fill(9)))).toBe('E-KEY');
});
