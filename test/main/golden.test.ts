/**
 * Every signed byte, kept: for each kind of act, and for every other document that is signed or sealed, a file with the exact text
 * that fixed seeds, a fixed clock and a fixed journal give. A change of the format shows here as a change of these files, and as
 * nothing else. `UPDATE_GOLDEN=1` writes them anew; without it a file that is missing is a failure.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BODIES, KINDS, type Kind } from '../../core/acts.ts';
import { digest, fromUtf8, utf8 } from '../../core/bytes.ts';
import { openCertificate } from '../../core/certificate.ts';
import { readDefinition } from '../../core/definition.ts';
import { parseEnvelopeFile } from '../../core/envelope.ts';
import { readEntry } from '../../core/journal.ts';
import { readReceipt } from '../../core/receipt.ts';
import { must, present } from '../../core/result.ts';
import { openKeyFile } from '../../db/key-file.ts';
import { temporaryFolder } from '../db/folders.ts';
import { membersOf } from '../format/rebundle.ts';
import { playGoldenDay } from './golden-day.ts';
import { goldenDocuments } from './golden-documents.ts';
import { ELECTION, goldenAct, goldenEntry, JOURNAL, keyOf, seedOf } from './golden-people.ts';
import { SAMPLES } from './golden-samples.ts';

const GOLDEN = path.join(import.meta.dirname, '../golden');
const isUpdating = process.env.UPDATE_GOLDEN === '1';
const documents = await goldenDocuments();

function expectGolden(name: string, text: string): void {
  const file = path.join(GOLDEN, name);
  if (isUpdating) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

/** Two lines for each sample: what is said, so that a person can read the difference, and the entry. */
function goldenLines(kind: Kind): string {
  const samples = SAMPLES[kind].map((body) => {
    const { payload, envelope } = goldenAct(kind, body);
    return `${payload}\n${fromUtf8(goldenEntry(envelope))}\n`;
  });
  return samples.join('');
}

describe('the golden act', () => {
  test.each(KINDS)('%s is signed and entered in these bytes', (kind) => {
    expectGolden(`acts/${kind}.jsonl`, goldenLines(kind));
  });

  test.each(KINDS)('%s is read back as it was said', (kind) => {
    for (const body of SAMPLES[kind]) {
      const { act } = must(readEntry(goldenEntry(goldenAct(kind, body).envelope)));
      expect(act).toMatchObject({ kind, body, election: ELECTION, journal: JOURNAL });
    }
  });

  test.each(KINDS)('%s has a sample of every field that it may have', (kind) => {
    const fields = new Set(SAMPLES[kind].flatMap((body) => Object.keys(body)));
    expect([...fields].sort()).toEqual(Object.keys(BODIES[kind].def.shape).sort());
  });
});

describe('the golden documents', () => {
  test.each(Object.keys(documents))('%s has these bytes', (name) => {
    expectGolden(name, present(documents[name], name));
  });

  test('are what their readers accept', async () => {
    const read = (name: string) => utf8(present(documents[name], name));
    expect(must(readDefinition(must(parseEnvelopeFile(read('definition.json'))))).commission.text).toBe(keyOf('commission'));
    expect(must(readReceipt(read('receipt.json'))).act.journal).toBe(JOURNAL);
    expect(must(await openKeyFile(read('key-file.json'), 'abandon ability able about above')).seed).toEqual(seedOf('A1'));
    expect(must(parseEnvelopeFile(read('manifest.json'))).kind).toBe('manifest');
    const certificates = present(documents['certificates.jsonl'], 'certificates').trimEnd().split('\n');
    const signers = certificates.map((line) => must(openCertificate(must(parseEnvelopeFile(utf8(line))))).signer.text);
    expect(signers).toEqual([keyOf('commission'), keyOf('party')]);
  });
});

test('the golden day gives this bundle, to the last byte', async () => {
  const bundle = readFileSync(await playGoldenDay(temporaryFolder()));
  const members = [...(await membersOf(bundle))].map(([name, bytes]) => `${digest(bytes)}  ${bytes.length}  ${name}\n`);
  expectGolden('bundle.txt', `${digest(bundle)}  ${bundle.length}  president.bundle.zip\n${members.join('')}`);
});

test('there is no golden file that nothing makes', () => {
  const made = [...KINDS.map((kind) => `acts/${kind}.jsonl`), ...Object.keys(documents), 'bundle.txt'];
  const found = readdirSync(GOLDEN, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = found.map(({ parentPath, name }) => path.relative(GOLDEN, path.join(parentPath, name)).replaceAll(path.sep, '/'));
  expect(names.sort()).toEqual(made.sort());
});
