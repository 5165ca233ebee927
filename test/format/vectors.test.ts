/** Every value in the document's test vectors, computed again from the others. */
import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { concat, digest, fromHex, fromUtf8, toHex, utf8 } from '../../core/bytes.ts';
import { canonical, parseCanonicalText } from '../../core/canonical.ts';
import { openCertificate } from '../../core/certificate.ts';
import { checkpointText, sealCheckpoint, verifyCheckpoint } from '../../core/checkpoint.ts';
import { encodeContainer, memorySource, openContainer } from '../../core/container.ts';
import { openEnvelope, payloadType, preAuthenticationEncoding, sealEnvelope } from '../../core/envelope.ts';
import { entryBytes, readEntry } from '../../core/journal.ts';
import { parsePublicKey } from '../../core/keys.ts';
import { leafHash, rootOfLeaves } from '../../core/merkle.ts';
import { toBase64 } from '../../core/primitives.ts';
import { checkpointOrigin } from '../../core/receipt.ts';
import { must, present } from '../../core/result.ts';
import { openKeyFile, sealKeyFile } from '../../db/key-file.ts';
import { privateKeyFromSeed, publicKeyOf, signWith } from '../../db/signing.ts';
import { fieldsOf, section, vector } from './document.ts';

function bytes(hex: string): Uint8Array {
  return present(fromHex(hex), hex);
}

function keyOfSeed(seed: string) {
  return privateKeyFromSeed(bytes(seed));
}

/** The envelope of a payload, by the key of a seed, as text. */
function sealed(seed: string, kind: string, payload: string): string {
  const key = keyOfSeed(seed);
  const signature = signWith(key, preAuthenticationEncoding(payloadType(kind), utf8(payload)));
  return canonical(sealEnvelope(kind, utf8(payload), publicKeyOf(key).id, signature));
}

test('a seed gives the raw key, the written key and its id', () => {
  for (const { seed, raw, key, id } of vector<Record<'seed' | 'raw' | 'key' | 'id', string>[]>('key')) {
    const { text, raw: rawBytes, id: found } = publicKeyOf(keyOfSeed(seed));
    expect([toHex(rawBytes), text, found]).toEqual([raw, key, id]);
  }
});

test('no refused point is a key', () => {
  const prefix = bytes('302a300506032b6570032100');
  for (const { raw, because } of vector<Record<'raw' | 'because', string>[]>('refused-points')) {
    expect(bytes(raw)).toHaveLength(32);
    expect(parsePublicKey(toBase64(concat(prefix, bytes(raw)))), because).toMatchObject({ refusal: { code: 'E-KEY' } });
  }
});

test('a value has one canonical text', () => {
  const { value, text, digest: named } = vector<{ value: unknown; text: string; digest: string }>('canonical');
  expect(canonical(value)).toBe(text);
  expect(parseCanonicalText(text)).toEqual({ ok: true, value });
  expect(digest(utf8(text))).toBe(named);
});

test('no refused text is canonical', () => {
  for (const { text, because } of vector<Record<'text' | 'because', string>[]>('refused-json'))
    expect(parseCanonicalText(text), because).toMatchObject({ refusal: { code: 'E-CANONICAL' } });
});

type EnvelopeVector = Record<'seed' | 'kind' | 'payload' | 'pae' | 'signature' | 'envelope' | 'digest', string>;

test('an envelope is its payload, signed under its label', () => {
  const { seed, kind, payload, pae, signature, envelope, digest: named } = vector<EnvelopeVector>('envelope');
  expect(fromUtf8(preAuthenticationEncoding(payloadType(kind), utf8(payload)))).toBe(pae);
  expect(toHex(signWith(keyOfSeed(seed), utf8(pae)))).toBe(signature);
  expect(sealed(seed, kind, payload)).toBe(envelope);
  expect(digest(utf8(payload))).toBe(named);
});

test('an entry is an act in its place', () => {
  const { envelope, payload } = vector<EnvelopeVector>('envelope');
  const { seq, entry, leaf } = vector<{ seq: number; entry: string; leaf: string }>('entry');
  expect(fromUtf8(entryBytes(seq, JSON.parse(payload).at, JSON.parse(envelope)))).toBe(entry);
  expect(toHex(must(readEntry(utf8(entry))).leaf)).toBe(leaf);
});

interface TreeVector {
  readonly entries: readonly string[];
  readonly leaves: readonly string[];
  readonly roots: readonly string[];
}

test('a tree has the leaves and roots of RFC 6962', () => {
  const { entries, leaves, roots } = vector<TreeVector>('tree');
  const hashes = entries.map((entry) => leafHash(bytes(entry)));
  expect(hashes.map(toHex)).toEqual(leaves);
  expect([0, 1, 2, 3].map((size) => toHex(rootOfLeaves(hashes, size)))).toEqual(roots);
});

type CheckpointVector = Record<'seed' | 'election' | 'journal' | 'root' | 'signed' | 'signature' | 'file', string> &
  Record<'size' | 'epoch', number>;

test('a checkpoint is a signed note of the tree', () => {
  const { seed, election, journal, epoch, size, root, signed, signature, file } = vector<CheckpointVector>('checkpoint');
  expect(root).toBe(vector<TreeVector>('tree').roots[size]);
  const origin = checkpointOrigin(election, journal, epoch);
  const checkpoint = { origin, size, root: bytes(root) };
  const { raw } = publicKeyOf(keyOfSeed(seed));
  expect(checkpointText(checkpoint)).toBe(signed);
  expect(toHex(signWith(keyOfSeed(seed), utf8(signed)))).toBe(signature);
  expect(sealCheckpoint(checkpoint, raw, bytes(signature))).toBe(file);
  expect(must(verifyCheckpoint(file, raw, origin))).toEqual(checkpoint);
});

test.each(['finding', 'subject'])('a %s is named by the digest of its canonical text', (name) => {
  const { text, digest: named } = vector<Record<'text' | 'digest', string>>(name);
  expect(parseCanonicalText(text).ok).toBe(true);
  expect(digest(utf8(text))).toBe(named);
});

test('the subject names its ruling’s finding by the digest of the finding', () => {
  expect(vector<{ text: string }>('subject').text).toContain(`"inputs":"${vector<{ digest: string }>('finding').digest}"`);
});

test('a certificate is signed by the signer it names', () => {
  const { seed, payload, envelope } = vector<Record<'seed' | 'payload' | 'envelope', string>>('certificate');
  expect(sealed(seed, 'certificate', payload)).toBe(envelope);
  expect(must(openCertificate(must(openEnvelope(JSON.parse(envelope))))).signer.text).toBe(publicKeyOf(keyOfSeed(seed)).text);
});

interface ContainerVector {
  readonly members: readonly { readonly name: string; readonly bytes: string }[];
  readonly records: readonly { readonly bytes: string }[];
}

test('a container is these records and no other bytes', async () => {
  const { members, records } = vector<ContainerVector>('container');
  const encoded = [...encodeContainer(members.map(({ name, bytes: hex }) => ({ name, bytes: bytes(hex) })))];
  expect(encoded.map(toHex)).toEqual(records.map(({ bytes: hex }) => hex));
  const opened = must(await openContainer(memorySource(concat(...encoded))));
  expect(opened.map(({ name }) => name)).toEqual(members.map(({ name }) => name));
});

type KeyFileVector = Record<'seed' | 'passphrase' | 'salt' | 'nonce' | 'key' | 'additionalData' | 'file', string>;

test('a key file holds the seed under scrypt and AES-256-GCM', async () => {
  const { seed, passphrase, salt, nonce, key, additionalData, file } = vector<KeyFileVector>('key-file');
  const { cipher: _, seed: __, ...open } = JSON.parse(file);
  expect(canonical(open)).toBe(additionalData);
  expect(scryptSync(passphrase, bytes(salt), 32, { cost: open.kdf.cost, blockSize: 8, parallelization: 1 }).toString('hex')).toBe(key);
  const drawn = [bytes(salt), bytes(nonce)];
  const random = () => present(drawn.shift(), 'bytes');
  const written = await sealKeyFile({ ...open, seed: bytes(seed), passphrase, cost: open.kdf.cost, random });
  expect(fromUtf8(written)).toBe(file);
  expect(toHex(must(await openKeyFile(utf8(file), passphrase)).seed)).toBe(seed);
});

test.each([
  ['Certificate', () => JSON.parse(vector<{ payload: string }>('certificate').payload)],
  ['15 The key file', () => JSON.parse(vector<KeyFileVector>('key-file').file)],
  ['4 The envelope', () => JSON.parse(vector<EnvelopeVector>('envelope').envelope)],
  ['6 Acts', () => ({ ...JSON.parse(vector<EnvelopeVector>('envelope').payload), saw: 0 })],
  ['The subject', () => ({ ...JSON.parse(vector<{ text: string }>('subject').text), particulars: 0, figures: 0, decisions: 0 })],
])('%s names every field of its vector', (title, value) => {
  for (const field of fieldsOf(value())) expect(section(title)).toMatch(new RegExp(`[\`"]${field}[\`"]`));
});
