/**
 * The recipes of docs/FORMAT.md, run with bash in a folder with a fresh bundle: each finds what it should, and each notices a byte
 * that was flipped. What they should find is taken from the files in another way.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digest, toHex } from '../../core/bytes.ts';
import { groupsOf } from '../../core/groups.ts';
import { fromPem, parsePublicKey, toPem } from '../../core/keys.ts';
import { leafHash } from '../../core/merkle.ts';
import { readReceipt } from '../../core/receipt.ts';
import { must, present } from '../../core/result.ts';
import { signedTotalsLine } from '../../core/totals-line.ts';
import { define } from '../../main/commands/define.ts';
import { rehearse } from '../../main/commands/rehearse.ts';
import { FORMS_FILE, writeDemoFolder } from '../../main/demo/constituency.ts';
import { recipes } from '../format/document.ts';
import { membersOf } from '../format/rebundle.ts';
import { layOutTools, namedTools, type Ran, runRecipe } from './recipe-runner.ts';
import { recorded } from './recorded.ts';

const PREPARING = ['Unpack', 'Prepare: take an envelope apart', 'Prepare: take a checkpoint apart'];
/** The place that the recipes look at unless told. */
const SEQ = 9;
const VERIFIED = 'Signature Verified Successfully';

const root = mkdtempSync(path.join(tmpdir(), 'countersign-recipes-'));
const prepared = path.join(root, 'prepared');
const tools = path.join(root, 'tools');
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeAll(async () => {
  const at = (name: string) => path.join(root, name);
  writeDemoFolder(at('election'), 7);
  const key = ['--key', at('commission.pem'), '--new-key'];
  const defined = await recorded(define, '--dir', at('election'), ...key, '--out', at('definition.json'));
  const order = ['--definition', at('definition.json'), '--forms', path.join(at('election'), FORMS_FILE), '--out', at('day')];
  const played = await recorded(rehearse, ...order);
  expect([defined.code, played.code], defined.err + played.err).toEqual([0, 0]);
  mkdirSync(prepared);
  cpSync(at('day/president.bundle.zip'), path.join(prepared, 'bundle.zip'));
  cpSync(at('commission.pem.pub'), path.join(prepared, 'commission.pub'));
  cpSync(at(`day/receipts/${readdirSync(at('day/receipts'))[0]}`), path.join(prepared, 'receipt.json'));
  writeFileSync(path.join(prepared, 'receipt-line.txt'), `${must(readReceipt(read('receipt.json'))).line}\n`);
  layOutTools(tools);
  await writeLine();
  for (const title of PREPARING) expect(await run(title, prepared)).toMatchObject({ code: 0 });
});

/** What the square code on the form says, and the key of the returning officer who signed it. */
async function writeLine(): Promise<void> {
  const members = await membersOf(read('bundle.zip'));
  const summary = present(members.get('summary.json'), 'summary');
  const acts = present(members.get('journal.jsonl'), 'journal').toString().trimEnd().split('\n').flatMap(saidIn);
  const signed = present(
    acts.find(({ kind, by }) => kind === 'summary-signed' && by.role === 'ro'),
    'a signature',
  );
  const enrolled = present(
    acts.find(({ kind, by }) => kind === 'person-enrolled' && by.key === signed.by.key),
    'an enrolment',
  );
  const line = must(signedTotalsLine(JSON.parse(summary.toString()), digest(summary), signed.body.lineSignature));
  writeFileSync(path.join(prepared, 'line.txt'), `${line}\n`);
  writeFileSync(path.join(prepared, 'official.pub'), toPem(must(parsePublicKey(enrolled.body.person.key))));
}

interface Said {
  readonly kind: string;
  readonly by: { readonly role: string; readonly key: string };
  readonly body: { readonly lineSignature: string; readonly person: { readonly key: string } };
}

function saidIn(line: string): readonly Said[] {
  const { act } = JSON.parse(line);
  return act === undefined ? [] : [JSON.parse(Buffer.from(act.payload, 'base64').toString())];
}

function run(title: string, folder: string): Promise<Ran> {
  return runRecipe(title, folder, tools);
}

/** A copy of the folder, in which a recipe may leave its files. */
function copy(): string {
  const folder = mkdtempSync(path.join(root, 'run-'));
  cpSync(prepared, folder, { recursive: true });
  return folder;
}

// ---- what they should find ---------------------------------------------------------------------------------------------------

function read(file: string): Buffer {
  return readFileSync(path.join(prepared, file));
}

function readEnvelope(file: string) {
  const { payload, signatures } = JSON.parse(read(file).toString());
  return { payload: Buffer.from(payload, 'base64'), keyId: signatures[0].keyid };
}

function lineOf(file: string, number: number): string {
  return present(read(file).toString().split('\n')[number], `line ${number} of ${file}`);
}

function scan(): string {
  return `scans/${readdirSync(path.join(prepared, 'bundle/scans'))[0]}`;
}

function numberListed(): number {
  return must(readReceipt(read('receipt.json'))).act.body.forms.length;
}

function paperDigest(): string {
  const groups = groupsOf(digest(read('bundle/summary.json')));
  return `${groups.slice(0, 8).join(' ')}\n${groups.slice(8).join(' ')}\n`;
}

const FINDINGS: Readonly<Record<string, () => readonly string[]>> = {
  "The members' digests against the manifest": () => ['README.txt', 'journal.jsonl', scan()].map((name) => `bundle/${name}: OK`),
  "The manifest's signature": () => [VERIFIED, readEnvelope('bundle/manifest.json').keyId],
  "The definition's signature": () => [VERIFIED, `digest ${digest(readEnvelope('bundle/definition.json').payload)}`],
  "A key's fingerprint": () => [must(fromPem(read('commission.pub').toString())).id],
  'The signature of one act': () => {
    const { act } = JSON.parse(lineOf('bundle/journal.jsonl', SEQ));
    return [VERIFIED, Buffer.from(act.payload, 'base64').toString()];
  },
  'A leaf, and the root of the whole tree': () => [
    toHex(leafHash(Buffer.from(lineOf('bundle/journal.jsonl', SEQ)))),
    Buffer.from(lineOf('bundle/checkpoint', 2), 'base64').toString('hex'),
    'as in the checkpoint of countersign/mfano-demonstration/',
  ],
  "The checkpoint's signature": () => [VERIFIED, `head of ${lineOf('bundle/checkpoint', 1)} entries`],
  'The digest on paper': () => [paperDigest()],
  'The totals on a paper': () => [VERIFIED, read('line.txt').toString().slice(0, -130)],
  'The line of a receipt': () => [VERIFIED, `device ${must(readReceipt(read('receipt.json'))).device.id}`],
  'A receipt': () => [VERIFIED, `${numberListed()} acts are under this head`, 'acts are of this bundle, and in its journal'],
};

// ---- what they should notice -------------------------------------------------------------------------------------------------

/** Some bytes that a recipe looks at. */
interface Region {
  readonly file: string;
  readonly places: readonly number[];
}

/** The first and the last byte from a place up to another, and some between. */
function spread(file: string, [from, to]: readonly [number, number], between: number): Region {
  const step = (to - 1 - from) / (between + 1);
  return { file, places: Array.from({ length: between + 2 }, (_, at) => Math.round(from + step * at)) };
}

function whole(file: string, between = 7): Region {
  return spread(file, [0, read(file).length], between);
}

/** What the pattern's one group finds. */
function within(file: string, pattern: RegExp, between = 4): Region {
  const found = new RegExp(pattern, 'd').exec(read(file).toString('latin1'))?.indices?.[1];
  return spread(file, present(found, `${pattern} in ${file}`), between);
}

const COMMISSION_KEY = /-\n(.*)\n-/;

const LOOKS_AT: Readonly<Record<string, () => readonly Region[]>> = {
  Unpack: () => [within('bundle.zip', /("kind":"summary","lacking".*"totals")/)],
  "The members' digests against the manifest": () =>
    ['README.txt', 'summary.json', 'definition.json', 'journal.jsonl', 'checkpoint', scan()].map((name) => whole(`bundle/${name}`, 2)),
  "The manifest's signature": () => [whole('bundle/manifest.json')],
  "The definition's signature": () => [whole('bundle/definition.json'), within('commission.pub', COMMISSION_KEY)],
  "A key's fingerprint": () => [within('commission.pub', COMMISSION_KEY)],
  'The signature of one act': () => [within('bundle/journal.jsonl', new RegExp(`^(?:.*\n){${SEQ}}(.*)","seq":${SEQ}}\n`))],
  'A leaf, and the root of the whole tree': () => [whole('bundle/journal.jsonl'), within('bundle/checkpoint', /^.*\n(.*\n.*)\n\n/)],
  "The checkpoint's signature": () => [whole('bundle/checkpoint')],
  'The digest on paper': () => [whole('bundle/summary.json'), within('bundle/README.txt', /on the papers:\n {2}(.*\n.*)\n\nCheck/)],
  'The totals on a paper': () => [spread('line.txt', [0, read('line.txt').length - 1], 30), within('official.pub', COMMISSION_KEY)],
  'The line of a receipt': () => [spread('receipt-line.txt', [0, read('receipt-line.txt').length - 1], 30)],
  'A receipt': () => [
    whole('receipt.json', 20),
    within('receipt.json', /"lineSignature":"([^"]*)"/),
    within('receipt.json', /"path":\["(.*)"\]/),
  ],
};

function flip(folder: string, file: string, place: number): void {
  const bytes = readFileSync(path.join(folder, file));
  bytes[place] = present(bytes[place], 'byte') ^ 1;
  writeFileSync(path.join(folder, file), bytes);
}

async function noticesFlip(title: string, file: string, place: number): Promise<void> {
  const folder = copy();
  flip(folder, file, place);
  const { code, out } = await run(title, folder);
  expect(code, `${file}, byte ${place}: ${out}`).not.toBe(0);
  rmSync(folder, { recursive: true });
}

describe('the recipes of docs/FORMAT.md', () => {
  test('are all run here', () => {
    expect([...recipes().keys()]).toEqual([...PREPARING, ...Object.keys(FINDINGS)]);
    expect(Object.keys(LOOKS_AT)).toEqual(['Unpack', ...Object.keys(FINDINGS)]);
  });

  test('need no program that the document does not name, jq and unzip least of all', () => {
    expect(readdirSync(tools).sort()).toEqual([...namedTools()].sort());
    for (const other of ['jq', 'unzip', 'node']) expect(namedTools()).not.toContain(other);
  });

  test.each(Object.entries(FINDINGS))('%s: finds what it should', async (title, findings) => {
    const { code, out } = await run(title, copy());
    for (const finding of findings()) expect(out).toContain(finding);
    expect(code, out).toBe(0);
  });

  test.each(Object.entries(LOOKS_AT))('%s: notices a flipped byte', async (title, looksAt) => {
    for (const { file, places } of looksAt()) await Promise.all(places.map((place) => noticesFlip(title, file, place)));
  });
});
