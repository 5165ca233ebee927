/** `define` by its contract: sound folders become signed definitions, and nothing else does. */
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_THRESHOLDS, readDefinition } from '../../core/definition.ts';
import { parseEnvelopeFile } from '../../core/envelope.ts';
import { fromPem } from '../../core/keys.ts';
import { must } from '../../core/result.ts';
import { define } from '../../main/commands/define.ts';
import { temporaryFolder } from '../db/folders.ts';
import { ELECTION, electionFolder } from './election-folder.ts';
import { recorded } from './recorded.ts';

/** A folder outside the election's, for key and definition. */
function desk() {
  const folder = temporaryFolder();
  return { folder, key: path.join(folder, 'commission'), out: path.join(folder, 'definition.json') };
}

function definitionIn(file: string) {
  return must(readDefinition(must(parseEnvelopeFile(readFileSync(file)))));
}

test('a sound folder becomes a definition that the reader accepts, with ballots in order and nothing left out', async () => {
  const { key, out } = desk();
  const { code, err } = await recorded(define, '--dir', electionFolder(), '--key', key, '--new-key', '--out', out);
  expect(code, err).toBe(0);
  const { content } = definitionIn(out);
  expect(content).toMatchObject({
    id: 'small-election',
    kind: 'rehearsal',
    commission: { name: 'A commission' },
    thresholds: DEFAULT_THRESHOLDS,
  });
  expect(content).toMatchObject({ responseMinutes: 10, soloMinutes: 60, agentsPerParty: 1, wallShowsTotals: true });
  expect(content.wards).toEqual([
    { code: '0021', name: 'East' },
    { code: '0022', name: 'West' },
  ]);
  expect(content.stations[2]).toEqual({ code: '00200201', name: 'Market', ward: '0022', registered: 300 });
  expect(content.contests.map(({ candidates }) => candidates.map(({ name }) => name))).toEqual([
    ['First', 'Second', 'Fifth'],
    ['Third', 'Fourth'],
  ]);
  expect(content.parties.map(({ name }) => name)).toEqual(['Blue', 'Red', 'Green', 'Yellow', 'Violet']);
  expect(content.agents.map(({ contests }) => contests)).toEqual([[], ['president']]);
  expect(content.officials.map(({ role }) => role)).toEqual(['ro', 'dro', 'clerk']);
});

test('what is printed tells the counts and the digest of the signed payload in sixteen groups of four', async () => {
  const { key, out } = desk();
  const { out: said } = await recorded(define, '--dir', electionFolder(), '--key', key, '--new-key', '--out', out);
  expect(said).toMatch(/^Kind +rehearsal$/m);
  expect(said).toMatch(/^Stations +3 in 2 wards$/m);
  expect(said).toMatch(/^Contests +2$/m);
  expect(said).toMatch(/^Agents +2$/m);
  expect(said).toMatch(/^Officials +3$/m);
  const groups = /^Digest +((?:[0-9a-f]{4} ){15}[0-9a-f]{4})$/m.exec(said)?.[1];
  expect(groups?.replaceAll(' ', '')).toBe(definitionIn(out).digest);
});

test('a second run with the same key gives the same bytes, whichever program saved the tables', async () => {
  const { folder, key, out } = desk();
  await recorded(define, '--dir', electionFolder(), '--key', key, '--new-key', '--out', out);
  const windows = electionFolder({
    'officials.csv': '\ufeffid , name,"role"\r\n\r\n RO1 ,"Officer", ro\r\nDRO1,Deputy,dro\r\n,,\r\nC1,Clerk,clerk\r\n\r\n',
  });
  const again = path.join(folder, 'again.json');
  expect((await recorded(define, '--dir', windows, '--key', key, '--out', again)).code).toBe(0);
  expect(readFileSync(again)).toEqual(readFileSync(out));
});

test('thresholds and settings are taken from the file, wherever among the two places they stand', async () => {
  const { key, out } = desk();
  const election = { ...ELECTION, soloMinutes: 0, thresholds: { rejectedNote: 400, responseMinutes: 5, wallShowsTotals: false } };
  const dir = electionFolder({ 'election.json': JSON.stringify(election) });
  expect((await recorded(define, '--dir', dir, '--key', key, '--new-key', '--out', out)).code).toBe(0);
  const { content } = definitionIn(out);
  expect(content).toMatchObject({ soloMinutes: 0, responseMinutes: 5, wallShowsTotals: false, agentsPerParty: 1 });
  expect(content.thresholds).toEqual({ ...DEFAULT_THRESHOLDS, rejectedNote: 400 });
});

test('a new key is for its owner only, has its public half beside it, and is never written over', async () => {
  const { folder, key, out } = desk();
  const args = ['--dir', electionFolder(), '--key', key, '--new-key', '--out', out];
  await recorded(define, ...args);
  expect(statSync(key).mode & 0o777).toBe(0o600);
  expect(must(fromPem(readFileSync(`${key}.pub`, 'utf8'))).text).toBe(definitionIn(out).content.commission.key);
  const before = readFileSync(key);
  const again = await recorded(define, ...args);
  expect(again).toMatchObject({ code: 1, out: '' });
  expect(again.err).toContain('E-FILE  it exists already');
  expect(readFileSync(key)).toEqual(before);
  expect(readdirSync(folder).toSorted()).toEqual(['commission', 'commission.pub', 'definition.json']);
});

test('no key is made while the folder has a fault', async () => {
  const { folder, key, out } = desk();
  const dir = electionFolder({ 'officials.csv': 'id,name,role\nC1,Clerk,clerk' });
  expect((await recorded(define, '--dir', dir, '--key', key, '--new-key', '--out', out)).code).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test.each(['raw bytes', 'base64 text'])(
  'a key in hardware signs what --print-pae prints, and the file is the same (signature as %s)',
  async (how) => {
    const { folder, key, out } = desk();
    const dir = electionFolder();
    await recorded(define, '--dir', dir, '--key', key, '--new-key', '--out', out);
    const printed = await recorded(define, '--dir', dir, '--key', `${key}.pub`, '--print-pae');
    expect(printed).toMatchObject({ code: 0, out: '', err: '' });
    const [toSign, signature, elsewhere] = ['to-sign', 'signature', 'elsewhere.json'].map((file) => path.join(folder, file)) as [
      string,
      string,
      string,
    ];
    writeFileSync(toSign, printed.bytes);
    execFileSync('openssl', ['pkeyutl', '-sign', '-rawin', '-inkey', key, '-in', toSign, '-out', signature]);
    if (how === 'base64 text') writeFileSync(signature, `${readFileSync(signature).toString('base64')}\n`);
    const sealed = await recorded(define, '--dir', dir, '--key', `${key}.pub`, '--signature', signature, '--out', elsewhere);
    expect(sealed.code, sealed.err).toBe(0);
    expect(readFileSync(elsewhere)).toEqual(readFileSync(out));
  },
);

test('a signature by another key, over another folder, or of another length writes nothing', async () => {
  const { folder, key, out } = desk();
  const dir = electionFolder();
  await recorded(define, '--dir', dir, '--key', key, '--new-key', '--out', out);
  const other = electionFolder({ 'election.json': JSON.stringify({ ...ELECTION, stationCap: 701 }) });
  const [toSign, signature, elsewhere] = ['to-sign', 'signature', 'elsewhere.json'].map((file) => path.join(folder, file)) as [
    string,
    string,
    string,
  ];
  writeFileSync(toSign, (await recorded(define, '--dir', other, '--key', `${key}.pub`, '--print-pae')).bytes);
  execFileSync('openssl', ['pkeyutl', '-sign', '-rawin', '-inkey', key, '-in', toSign, '-out', signature]);
  const good = readFileSync(signature);
  for (const [bad, fault] of [
    [good, 'not made by key'],
    [Buffer.alloc(64), 'not made by key'],
    [good.subarray(1), 'no Ed25519 signature'],
    [Buffer.from('not base64 at all'), 'no Ed25519 signature'],
  ] as const) {
    writeFileSync(signature, bad);
    const { code, err } = await recorded(define, '--dir', dir, '--key', `${key}.pub`, '--signature', signature, '--out', elsewhere);
    expect(code).toBe(1);
    expect(err).toContain('E-SIGNATURE');
    expect(err).toContain(fault);
    expect(existsSync(elsewhere)).toBe(false);
  }
});

test('only an Ed25519 private key signs; every other file is called by its name', async () => {
  const { folder, key, out } = desk();
  const dir = electionFolder();
  const pkcs8 = (type: 'rsa' | 'x25519') => {
    const { privateKey } = type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 1024 }) : generateKeyPairSync('x25519');
    return String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
  };
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const protectedKey = String(privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' }));
  for (const [content, fault] of [
    [pkcs8('rsa'), 'for rsa'],
    [pkcs8('x25519'), 'for x25519'],
    [protectedKey, 'under a passphrase'],
    [String(publicKey.export({ format: 'pem', type: 'spki' })), 'a public key, which cannot sign'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', 'damaged'],
    ['hello', 'no private key in PKCS#8 PEM'],
    [Buffer.from([0xff, 0xfe]), 'no PEM file'],
  ] as const) {
    writeFileSync(key, content);
    const { code, err } = await recorded(define, '--dir', dir, '--key', key, '--out', out);
    expect(code).toBe(1);
    expect(err).toContain(`${key}  E-KEY  `);
    expect(err).toContain(fault);
  }
  expect(readdirSync(folder)).toEqual(['commission']);
});

test('a commission key that an agent holds as well is refused', async () => {
  const { key, out } = desk();
  await recorded(define, '--dir', electionFolder(), '--key', key, '--new-key', '--out', out);
  const text = definitionIn(out).content.commission.key;
  const dir = electionFolder({ 'agents.csv': `id,name,party,public_key\nA1,Agent,Red,${text}` });
  const { code, err } = await recorded(define, '--dir', dir, '--key', key, '--out', out);
  expect(code).toBe(1);
  expect(err).toContain('stands twice');
});

test.each([
  [['--key', 'k', '--out', 'o'], '--dir is missing'],
  [['--dir', 'd', '--out', 'o'], '--key is missing'],
  [['--dir', 'd', '--key', 'k'], '--out is missing'],
  [['--dir', 'd', '--key', 'k', '--out', 'k'], '--out would overwrite the key'],
  [['--dir', 'd', '--key', 'k', '--out', 'sub/../k.pub'], '--out would overwrite the key'],
  [['--dir', 'd', '--key', 'k', '--out', 'o', '--print-pae'], '--print-pae writes no --out'],
  [['--dir', 'd', '--key', 'k', '--out', 'o', '--new-key', '--signature', 's'], '--new-key and --signature exclude each other'],
  [['--dir', 'd', '--key', 'k', '--out', 'o', '--frob'], "Unknown option '--frob'"],
  [['--dir', 'd', '--key', 'k', '--out', 'o', 'more'], "Unexpected argument 'more'"],
  [['--dir'], "Option '--dir <value>' argument missing"],
])('unusable arguments %j are answered with one clear line and the usage', async (args, line) => {
  const { code, out, err } = await recorded(define, ...args);
  expect(code).toBe(2);
  expect(out).toBe('');
  const [first, second] = err.split('\n');
  expect(first).toContain(line);
  expect(second).toMatch(/^usage: countersign define/);
});
