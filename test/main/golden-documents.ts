/** The golden documents that are no acts: definition, certificates, manifest, checkpoint, receipt and key file. */
import { manifestSchema } from '../../core/bundle.ts';
import { fromHex, fromUtf8, toHex, utf8 } from '../../core/bytes.ts';
import { canonical } from '../../core/canonical.ts';
import { checkpointText, sealCheckpoint } from '../../core/checkpoint.ts';
import { DEFAULT_THRESHOLDS, type Definition } from '../../core/definition.ts';
import { readEntry } from '../../core/journal.ts';
import { parsePublicKey } from '../../core/keys.ts';
import { leafHash, rootOfLeaves } from '../../core/merkle.ts';
import { toBase64 } from '../../core/primitives.ts';
import { checkpointOrigin, receiptBytes } from '../../core/receipt.ts';
import { receiptStatement } from '../../core/receipt-line.ts';
import { proveReceipt } from '../../core/receipt-proof.ts';
import { must, present } from '../../core/result.ts';
import { sealKeyFile } from '../../db/key-file.ts';
import { numberedRandom } from '../format/numbered-random.ts';
import {
  digestOf,
  ELECTION,
  goldenAct,
  goldenEntry,
  HEAD,
  JOURNAL,
  keyOf,
  rawKeyOf,
  SEQ,
  sealedBy,
  seedOf,
  signAs,
} from './golden-people.ts';
import { SAMPLES } from './golden-samples.ts';

/** With every field that a definition may have. */
const DEFINITION: Definition = {
  id: 'golden-election',
  title: 'Uchaguzi wa majaribio: “golden”',
  date: '2031-02-03',
  kind: 'live',
  commission: { name: 'Commission of the Golden Files', key: keyOf('commission') },
  county: { code: '900', name: 'Karatasi' },
  constituency: { code: '901', name: 'Mfano' },
  stationCap: 700,
  thresholds: DEFAULT_THRESHOLDS,
  responseMinutes: 10,
  soloMinutes: 60,
  agentsPerParty: 1,
  wallShowsTotals: false,
  wards: [{ code: '9001', name: 'Kalamu' }],
  stations: [{ code: '900901900100101', name: 'Bahasha Primary School', ward: '9001', registered: 466 }],
  contests: [
    {
      id: 'ward-kalamu',
      title: 'Member of County Assembly',
      formA: '36A',
      formB: '36B',
      ward: '9001',
      candidates: [{ number: 1, name: 'Kanga Mlimao', party: 'Kite Party' }],
    },
  ],
  parties: [{ name: 'Kite Party', key: keyOf('party') }, { name: 'Lantern Party' }],
  agents: [
    { id: 'A1', name: 'Nyuki Mkuyu', party: 'Kite Party', contests: ['ward-kalamu'], key: keyOf('A1') },
    { id: 'A2', name: 'Chura Mchungwa', party: 'Lantern Party', contests: [] },
  ],
  officials: [
    { id: 'RO1', name: 'Bundi Mzambarau', role: 'ro', key: keyOf('RO1') },
    { id: 'C1', name: 'Panzi Mkarafuu', role: 'clerk' },
  ],
};

const CERTIFICATES = [
  { key: keyOf('A1'), signer: keyOf('commission') },
  { key: keyOf('A1'), signer: keyOf('party'), election: ELECTION, person: 'A1', role: 'agent' },
];

function certificateLines(): string {
  const [commissions, partys] = CERTIFICATES;
  const envelopes = [
    sealedBy('commission', 'certificate', present(commissions, 'one')),
    sealedBy('party', 'certificate', present(partys, 'two')),
  ];
  return envelopes.map((envelope) => `${canonical(envelope)}\n`).join('');
}

function manifest(): string {
  const members = [
    { name: 'README.txt', size: 903, sha256: digestOf('a page') },
    { name: `scans/${digestOf('a scan')}.jpg`, size: 123_456, sha256: digestOf('a scan') },
  ];
  const named = { election: ELECTION, journal: JOURNAL, contest: 'president', edition: 'official', device: keyOf('device') };
  const content = manifestSchema.parse({ kind: 'manifest', ...named, members });
  return canonical(sealedBy('device', 'manifest', content));
}

function checkpoint(): string {
  return checkpointOf(HEAD);
}

function checkpointOf({ size, root }: typeof HEAD): string {
  const origin = checkpointOrigin(DEFINITION.id, JOURNAL, 2);
  const head = { origin, size, root: present(fromHex(root), 'root') };
  return sealCheckpoint(head, rawKeyOf('device'), signAs('device', utf8(checkpointText(head))));
}

/** A journal in which nobody needs to see the other entries; in one place stands what A1 said. */
function receipt(): string {
  const said = SAMPLES['signoff-given'][0];
  const bytes = goldenEntry(goldenAct('signoff-given', said).envelope);
  const leaves = Array.from({ length: SEQ + 3 }, (_, seq) => (seq === SEQ ? leafHash(bytes) : hashOf(`entry ${seq}`)));
  const head = { size: leaves.length, root: toHex(rootOfLeaves(leaves)) };
  const { form, revision, choice } = said;
  const { digest: act } = must(readEntry(bytes)).act;
  const answer = { contest: 'president', form, revision, kind: 'signoff-given', choice, act, seq: SEQ };
  const { envelope } = goldenAct('receipt-issued', { agent: 'A1', head, since: 12, forms: [answer] });
  const issued = must(readEntry(goldenEntry(envelope))).act;
  if (issued.kind !== 'receipt-issued') throw new Error(issued.kind);
  const lineSignature = toBase64(signAs('device', utf8(receiptStatement(issued, must(parsePublicKey(keyOf('device')))))));
  const signed = { receipt: envelope, checkpoint: checkpointOf(head), device: keyOf('device'), lineSignature };
  return present(fromUtf8(receiptBytes({ ...proveReceipt(leaves, [{ seq: SEQ, bytes }], 20), ...signed })), 'text');
}

function hashOf(what: string): Uint8Array {
  return present(fromHex(digestOf(what)), 'hash');
}

async function keyFile(): Promise<string> {
  const person = { person: 'A1', role: 'agent', name: 'Nyuki Mkuyu', seed: seedOf('A1') } as const;
  const random = numberedRandom('a golden key file');
  return present(fromUtf8(await sealKeyFile({ ...person, passphrase: 'abandon ability able about above', cost: 2 ** 10, random })), 'text');
}

/** File name and text of each. */
export async function goldenDocuments(): Promise<Readonly<Record<string, string>>> {
  return {
    'definition.json': canonical(sealedBy('commission', 'definition', DEFINITION)),
    'certificates.jsonl': certificateLines(),
    'manifest.json': manifest(),
    checkpoint: checkpoint(),
    'receipt.json': receipt(),
    'key-file.json': await keyFile(),
  };
}
