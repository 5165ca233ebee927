/**
 * Every reader of this program that meets foreign bytes, with sound samples of what it reads. Whatever bytes come, it answers: the
 * value, or a refusal with one of our codes. What it accepts is written again to see that there was one way only to write it; what is
 * signed as a whole it accepts unchanged or not at all.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readAcknowledgement } from '../../core/acknowledgement.ts';
import type { Kind } from '../../core/acts.ts';
import { equalBytes, fromUtf8, utf8 } from '../../core/bytes.ts';
import { canonicalBytes, type Json, parseCanonical } from '../../core/canonical.ts';
import { readCertificate } from '../../core/certificate.ts';
import { checkpointText, type OpenedCheckpoint, openCheckpoint, verifyCheckpoint } from '../../core/checkpoint.ts';
import { encodeContainer, memorySource, openContainer, readMember } from '../../core/container.ts';
import { readKeystrokes } from '../../core/count.ts';
import { definitionSchema, readDefinition, type SignedDefinition } from '../../core/definition.ts';
import { type OpenedEnvelope, openEnvelope, parseEnvelopeFile, sealEnvelope } from '../../core/envelope.ts';
import { entryBytes, readEntry } from '../../core/journal.ts';
import { fromPem, parsePublicKey, toPem } from '../../core/keys.ts';
import { toBase64 } from '../../core/primitives.ts';
import { readReceipt } from '../../core/receipt.ts';
import { FAULT_CODES, REFUSAL_CODES } from '../../core/refusals.ts';
import { must, ok, present, type Refusal, type Result, refuse } from '../../core/result.ts';
import { openTotalsLine, sealTotalsLine, totalsStatement, verifyTotalsLine } from '../../core/totals-line.ts';
import { openDrafts } from '../../db/drafts.ts';
import { openKeyFile, readKeyFileHeader } from '../../db/key-file.ts';
import { readPassphrase } from '../../db/passphrase.ts';
import { describeBytes } from '../../db/scans.ts';
import { openPreferences } from '../../main/app/preferences.ts';
import { openCentres } from '../../main/centres.ts';
import { readPrivateKey } from '../../main/define/commission-key.ts';
import { readDefinitionFolder } from '../../main/define/definition-folder.ts';
import { FORMS_FILE, writeDemoFolder } from '../../main/demo/constituency.ts';
import { readFormsFile } from '../../main/forms-file.ts';
import { practiceWords } from '../../main/practice/practice-words.ts';
import { encode, MEMBERS } from '../core/containers.ts';
import { goldenDocuments } from '../main/golden-documents.ts';
import { ELECTION, goldenAct, goldenEntry, JOURNAL, keyOf, rawKeyOf, sealedBy, seedOf, signAs } from '../main/golden-people.ts';
import { SAMPLES } from '../main/golden-samples.ts';
import { demoElection } from '../main/played-day.ts';
import { sampleContent } from '../papers/sample-summary.ts';
import { smallPictures } from './pictures.ts';

type Answer = Result<unknown> | { readonly ok: false; readonly faults: readonly Refusal[] };

export interface Parser {
  readonly name: string;
  readonly samples: readonly Uint8Array[];
  /** Whether the samples are JSON, to be changed by the field. */
  readonly isJson: boolean;
  read(bytes: Uint8Array): Answer | Promise<Answer>;
  /** The bytes that an accepted value is written in; undefined where there may be several. */
  again?(value: unknown, bytes: Uint8Array): Uint8Array | undefined | Promise<Uint8Array | undefined>;
}

export interface Parsers {
  readonly all: readonly Parser[];
  end(): void;
}

const CODES: ReadonlySet<string> = new Set([...REFUSAL_CODES, ...FAULT_CODES]);
const PASSPHRASE = 'abandon ability able about above';

/** Reads bytes; what is wrong with the answer, or undefined. */
export async function faultOfReading(parser: Parser, bytes: Uint8Array): Promise<string | undefined> {
  const given = bytes.slice();
  const answer = await parser.read(bytes);
  if (!equalBytes(given, bytes)) return 'it changed the bytes it was given';
  if (!answer.ok) return faultOfRefusals('refusal' in answer ? [answer.refusal] : answer.faults);
  const again = await parser.again?.(answer.value, bytes);
  return again === undefined || equalBytes(again, bytes) ? undefined : 'accepted what would be written otherwise';
}

function faultOfRefusals(refusals: readonly Refusal[]): string | undefined {
  if (refusals.length === 0) return 'refused without a word';
  return refusals.find(({ code }) => !CODES.has(code)) === undefined ? undefined : 'refused with a code of nobody';
}

export async function makeParsers(): Promise<Parsers> {
  const root = mkdtempSync(path.join(tmpdir(), 'countersign-fuzz-'));
  const documents = new Map(Object.entries(await goldenDocuments()).map(([name, text]) => [name, utf8(text)]));
  const document = (name: string) => present(documents.get(name), name);
  const definition = must(readDefinition(must(parseEnvelopeFile(document('definition.json')))));
  const all = [
    ...envelopes(document, definition),
    ...journals(document, definition),
    ...keysAndWords(document, root),
    ...(await tables(root)),
    ...containersAndPictures(),
    ...keptFiles(root),
  ];
  return { all, end: () => rmSync(root, { recursive: true, force: true }) };
}

/** One fixed text: accepted as it is, or not at all. */
function only(...samples: readonly Uint8Array[]): NonNullable<Parser['again']> {
  return (_value, bytes) => samples.find((sample) => equalBytes(sample, bytes)) ?? new Uint8Array();
}

type Documents = (name: string) => Uint8Array;

function sealedAgain(value: unknown, bytes: Uint8Array): Uint8Array {
  const { kind, payload, keyId, signature } = value as OpenedEnvelope;
  const written = canonicalBytes(sealEnvelope(kind, payload, keyId, signature));
  return bytes.at(-1) === 0x0a ? Buffer.concat([written, utf8('\n')]) : written;
}

function envelopes(document: Documents, definition: SignedDefinition): readonly Parser[] {
  const certificates = present(fromUtf8(document('certificates.jsonl')), 'text')
    .trim()
    .split('\n')
    .map(utf8);
  const content = {
    election: definition.digest,
    journal: JOURNAL,
    contest: 'ward-kalamu',
    version: 1,
    summary: ELECTION,
    at: '2031-02-04T06:00:00.000Z',
  };
  const acknowledgement = canonicalBytes(
    sealedBy('commission', 'acknowledgement', { ...content, by: 'Hall 2', signer: keyOf('commission') }),
  );
  must(readAcknowledgement(textOf(acknowledgement), definition));
  return [
    {
      ...{ name: 'canonical JSON', isJson: true, samples: [document('definition.json'), document('manifest.json')] },
      read: (bytes) => parseCanonical(bytes),
      again: (value) => canonicalBytes(value as Json),
    },
    {
      ...{ name: 'envelope', isJson: true, samples: [document('definition.json'), ...certificates] },
      read: parseEnvelopeFile,
      again: sealedAgain,
    },
    {
      ...{ name: 'definition', isJson: true, samples: [document('definition.json')] },
      read: (bytes) => {
        const envelope = parseEnvelopeFile(bytes);
        return envelope.ok ? readDefinition(envelope.value) : envelope;
      },
      again: (value, bytes) => sealedAgain((value as SignedDefinition).envelope, bytes),
    },
    {
      // As if the commission's key signed whatever the fields say.
      ...{ name: 'definition signed anew', isJson: true, samples: [definition.envelope.payload] },
      read: (bytes) => readDefinition(resealed('definition', bytes)),
      again: (value) => (value as SignedDefinition).envelope.payload,
    },
    {
      ...{ name: 'certificate', isJson: true, samples: certificates },
      read: (bytes) => readCertificate(textOf(bytes), definition),
      again: only(...certificates),
    },
    {
      ...{ name: 'acknowledgement', isJson: true, samples: [acknowledgement] },
      read: (bytes) => readAcknowledgement(textOf(bytes), definition),
      again: only(acknowledgement),
    },
  ];
}

/** Any payload under a true signature: what lies behind the signature is met as well. */
function resealed(kind: string, payload: Uint8Array): OpenedEnvelope {
  const type = `application/vnd.countersign.${kind}.v1+json`;
  const signed = Buffer.concat([utf8(`DSSEv1 ${type.length} ${type} ${payload.length} `), payload]);
  const sealed = { payload: toBase64(payload), payloadType: type };
  const signatures = [{ keyid: must(parsePublicKey(keyOf('commission'))).id, sig: toBase64(signAs('commission', signed)) }] as const;
  const opened = openEnvelope({ ...sealed, signatures } as unknown as Json);
  return opened.ok ? opened.value : must(openEnvelope(sealedBy('commission', kind, {}) as unknown as Json));
}

/** Bytes that are no text are read as somebody's program would show them. */
function textOf(bytes: Uint8Array): string {
  return fromUtf8(bytes) ?? Buffer.from(bytes).toString('latin1');
}

function journals(document: Documents, definition: SignedDefinition): readonly Parser[] {
  const entries = Object.entries(SAMPLES).flatMap(([kind, bodies]) =>
    bodies.map((body) => goldenEntry(goldenAct(kind as Kind, body).envelope)),
  );
  const content = sampleContent({ candidates: 4, stations: 3 });
  const statement = totalsStatement(content, definition.digest);
  const line = utf8(sealTotalsLine(statement, signAs('RO1', utf8(statement))));
  const note = document('checkpoint');
  const origin = textOf(note).slice(0, textOf(note).indexOf('\n'));
  return [
    {
      ...{ name: 'journal line', isJson: true, samples: entries },
      read: readEntry,
      again: (value) => {
        const { seq, act, envelope } = value as { seq: number; act: { at: string }; envelope: OpenedEnvelope };
        return entryBytes(seq, act.at, sealEnvelope(envelope.kind, envelope.payload, envelope.keyId, envelope.signature));
      },
    },
    { ...{ name: 'receipt', isJson: true, samples: [document('receipt.json')] }, read: readReceipt, again: only(document('receipt.json')) },
    {
      ...{ name: 'checkpoint', isJson: false, samples: [note] },
      read: (bytes) => openCheckpoint(textOf(bytes)),
      again: (value, bytes) => {
        const { checkpoint } = value as OpenedCheckpoint;
        return textOf(bytes).startsWith(`${checkpointText(checkpoint)}\n— `) ? bytes : new Uint8Array();
      },
    },
    {
      ...{ name: 'checkpoint of a key', isJson: false, samples: [note] },
      read: (bytes) => verifyCheckpoint(textOf(bytes), rawKeyOf('device'), origin),
      again: only(note),
    },
    {
      ...{ name: 'totals line', isJson: false, samples: [line] },
      read: (bytes) => openTotalsLine(textOf(bytes)),
      again: (value, bytes) => {
        const { signed, signature } = value as { signed: Uint8Array; signature: Uint8Array };
        return isText(bytes) ? utf8(sealTotalsLine(textOf(signed), signature)) : new Uint8Array();
      },
    },
    {
      ...{ name: 'totals line of a key', isJson: false, samples: [line] },
      read: (bytes) => verifyTotalsLine(textOf(bytes), must(parsePublicKey(keyOf('RO1')))),
      again: only(line),
    },
  ];
}

function isText(bytes: Uint8Array): boolean {
  return fromUtf8(bytes) !== undefined;
}

function keysAndWords(document: Documents, root: string): readonly Parser[] {
  const keyFile = document('key-file.json');
  const pem = utf8(toPem(must(parsePublicKey(keyOf('RO1')))));
  const keyText = utf8(keyOf('RO1'));
  const keyPlace = path.join(root, 'commission');
  return [
    { ...{ name: 'key file, its open part', isJson: true, samples: [keyFile] }, read: readKeyFileHeader },
    {
      ...{ name: 'key file', isJson: true, samples: [keyFile] },
      read: async (bytes) => {
        const opened = await openKeyFile(bytes, PASSPHRASE);
        return opened.ok && !equalBytes(opened.value.seed, seedOf('A1')) ? ok('another secret') : opened;
      },
      again: only(keyFile),
    },
    {
      ...{ name: 'passphrase', isJson: false, samples: [utf8(PASSPHRASE), utf8('ABAN abil able  abou abov')] },
      read: (bytes) => readPassphrase(textOf(bytes)),
      again: (value, bytes) => {
        const twice = readPassphrase(value as string);
        return twice.ok && twice.value === value && (value as string).split(' ').length === 5 ? bytes : new Uint8Array();
      },
    },
    {
      ...{ name: 'keystrokes', isJson: false, samples: ['0', '0316', '-', '?', '9999999', '12.5'].map(utf8) },
      read: (bytes) => {
        const keyed = readKeystrokes(textOf(bytes));
        return keyed.is === 'figure' ? ok(keyed.figure) : refuse('E-CONTENT');
      },
      again: (value, bytes) => {
        const typed = textOf(bytes).trim();
        const isSame =
          typeof value === 'number' ? /^[0-9]+$/.test(typed) && Number(typed) === value : typed === (value === 'blank' ? '-' : '?');
        return isSame ? bytes : new Uint8Array();
      },
    },
    {
      ...{ name: 'public key', isJson: false, samples: [keyText] },
      read: (bytes) => parsePublicKey(textOf(bytes)),
      again: (value) => utf8((value as { text: string }).text),
    },
    { ...{ name: 'public key as PEM', isJson: false, samples: [pem] }, read: (bytes) => fromPem(textOf(bytes)) },
    {
      ...{ name: 'private key of the commission', isJson: false, samples: [pem] },
      read: (bytes) => {
        writeFileSync(keyPlace, bytes);
        return readPrivateKey(keyPlace);
      },
    },
  ];
}

/** The commission's folder with one of its files changed, and the papers of a day. */
async function tables(root: string): Promise<readonly Parser[]> {
  const dir = path.join(root, 'election');
  mkdirSync(dir);
  writeDemoFolder(dir, 7);
  const { definition } = await demoElection(path.join(root, 'signed'));
  const names = readdirSync(dir).filter((name) => /\.(csv|json)$/.test(name) && name !== FORMS_FILE);
  const folder = names.map((name): Parser => {
    const file = path.join(dir, name);
    const sample = new Uint8Array(readFileSync(file));
    return {
      ...{ name: `definition folder: ${name}`, isJson: name.endsWith('.json'), samples: [sample] },
      read: (bytes) => {
        writeFileSync(file, bytes);
        const read = readDefinitionFolder(dir);
        writeFileSync(file, sample);
        return read;
      },
      again: (value, bytes) => {
        const draft = value as { commission: { name: string } };
        return definitionSchema.safeParse({ ...draft, commission: { ...draft.commission, key: keyOf('commission') } }).success
          ? bytes
          : new Uint8Array();
      },
    };
  });
  const forms = path.join(dir, FORMS_FILE);
  const sample = utf8(
    textOf(new Uint8Array(readFileSync(forms)))
      .split('\n')
      .slice(0, 20)
      .join('\n'),
  );
  const papers: Parser = {
    ...{ name: 'forms', isJson: false, samples: [sample] },
    read: (bytes) => {
      writeFileSync(forms, bytes);
      const read = readFormsFile(forms, definition.content);
      return read.ok ? ok(read.forms) : read;
    },
  };
  return [...folder, papers];
}

function containersAndPictures(): readonly Parser[] {
  const container = encode(MEMBERS);
  return [
    {
      ...{ name: 'container', isJson: false, samples: [container] },
      read: async (bytes) => {
        const source = memorySource(bytes);
        const opened = await openContainer(source);
        if (!opened.ok) return opened;
        const members = [];
        for (const member of opened.value) {
          const read = await readMember(source, member, bytes.length);
          if (!read.ok) return read;
          members.push({ name: member.name, bytes: read.value });
        }
        return ok(members);
      },
      again: (value) => Buffer.concat([...encodeContainer(value as typeof MEMBERS)]),
    },
    { ...{ name: 'picture', isJson: false, samples: smallPictures() }, read: describeBytes },
  ];
}

/** Files of our own that are read at the start: damaged, they are as good as none. */
function keptFiles(root: string): readonly Parser[] {
  const kept = path.join(root, 'kept');
  mkdirSync(kept);
  const preferences = openPreferences(kept);
  preferences.setLanguage('sw', { centre: ELECTION, person: 'RO1' });
  preferences.setPlace('rooms', { x: 0, y: 0, width: 1366, height: 768, maximized: false, fullScreen: false });
  const drafts = openDrafts(kept);
  must(drafts.write('C1', 'president.1', { rows: { candidate1: '12' } }));
  const draft = path.join(kept, 'drafts', present(readdirSync(path.join(kept, 'drafts'))[0], 'a draft'));
  const practice = path.join(kept, 'practice.json');
  writeFileSync(practice, JSON.stringify({ passphrase: PASSPHRASE }));
  const current = path.join(kept, 'current.json');
  writeFileSync(current, JSON.stringify({ folder: 'centres/0123456789abcdef' }));
  const ofFile = (name: string, file: string, read: () => unknown): Parser => ({
    ...{ name, isJson: true, samples: [new Uint8Array(readFileSync(file))] },
    read: (bytes) => {
      writeFileSync(file, bytes);
      return ok(read());
    },
  });
  return [
    ofFile('preferences', path.join(kept, 'preferences.json'), () => {
      const read = openPreferences(kept);
      if (!['en', 'sw'].includes(read.language())) throw new Error(`language ${read.language()}`);
      return [read.language({ centre: ELECTION, person: 'RO1' }), read.theme(), read.place('rooms'), read.place('wall')];
    }),
    ofFile('draft', draft, () => drafts.read('C1', 'president.1')),
    ofFile('mark of a practice election', practice, () => practiceWords(kept)),
    ofFile('centre that was open last', current, () => [openCentres(kept).list(), openCentres(kept).current()]),
  ];
}
