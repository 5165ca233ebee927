/** The golden documents that are no acts: definition, certificates, manifest, checkpoint, receipt and key file. */
import { manifestSchema } from '../../core/bundle.ts';
import { fromHex, fromUtf8, utf8 } from '../../core/bytes.ts';
import { canonical } from '../../core/canonical.ts';
import { checkpointText, sealCheckpoint } from '../../core/checkpoint.ts';
import { DEFAULT_THRESHOLDS, type Definition } from '../../core/definition.ts';
import { checkpointOrigin, receiptBytes } from '../../core/receipt.ts';
import { present } from '../../core/result.ts';
import { sealKeyFile } from '../../db/key-file.ts';
import { numberedRandom } from '../format/numbered-random.ts';
import { digestOf, ELECTION, goldenAct, HEAD, JOURNAL, keyOf, rawKeyOf, sealedBy, seedOf, signAs } from './golden-people.ts';
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
  const origin = checkpointOrigin(DEFINITION.id, JOURNAL, 2);
  const head = { origin, size: HEAD.size, root: present(fromHex(HEAD.root), 'root') };
  return sealCheckpoint(head, rawKeyOf('device'), signAs('device', utf8(checkpointText(head))));
}

function receipt(): string {
  const { envelope } = goldenAct('receipt-issued', SAMPLES['receipt-issued'][0]);
  return present(fromUtf8(receiptBytes(envelope, checkpoint(), keyOf('device'))), 'text');
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
