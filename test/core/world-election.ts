/**
 * A small election for the tests of the rules: four stations in two wards, three contests of which one is a ward's, three agents of
 * whom one speaks for one contest only, two officials, four clerks. Everything in it, the keys included, comes from fixed seeds.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { ACKNOWLEDGEMENT_KIND } from '../../core/acknowledgement.ts';
import { utf8 } from '../../core/bytes.ts';
import { canonical, canonicalBytes } from '../../core/canonical.ts';
import { CERTIFICATE_KIND } from '../../core/certificate.ts';
import { DEFAULT_THRESHOLDS, DEFINITION_KIND, type Definition, readDefinition, type SignedDefinition } from '../../core/definition.ts';
import { type Envelope, openEnvelope, payloadType, preAuthenticationEncoding, sealEnvelope } from '../../core/envelope.ts';
import { type PublicKey, publicKeyFromRaw } from '../../core/keys.ts';
import { sha256 } from '../../core/primitives.ts';
import { must } from '../../core/result.ts';

export interface TestKey extends PublicKey {
  readonly seed: Uint8Array;
}

const keys = new Map<string, TestKey>();

/** The key that bears a name: the same name always gives the same key. */
export function keyOf(name: string): TestKey {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const seed = sha256(utf8(`a key for the tests: ${name}`));
  const key = { ...publicKeyFromRaw(ed25519.getPublicKey(seed)), seed };
  keys.set(name, key);
  return key;
}

function seal(kind: string, content: unknown, key: TestKey): Envelope {
  const payload = canonicalBytes(content);
  return sealEnvelope(kind, payload, key.id, ed25519.sign(preAuthenticationEncoding(payloadType(kind), payload), key.seed));
}

/** The text of a certificate's envelope: `signer` says that `content` is so. */
export function certificateBy(signer: string, content: Readonly<Record<string, unknown>>): string {
  const key = keyOf(signer);
  return canonical(seal(CERTIFICATE_KIND, { signer: key.text, ...content }, key));
}

/** The text of an acknowledgement's envelope, signed by whoever bears the name. */
export function acknowledgementBy(signer: string, content: Readonly<Record<string, unknown>>): string {
  const key = keyOf(signer);
  return canonical(seal(ACKNOWLEDGEMENT_KIND, { signer: key.text, ...content }, key));
}

function candidates(...names: readonly string[]): Definition['contests'][number]['candidates'] {
  return names.map((name, at) => ({ number: at + 1, name, party: ['Red', 'Blue', 'Green'][at] ?? 'Independent' }));
}

/** Registered voters by the register: `west1` 400, `west2` 350, `east1` 300, `east2` 250. */
const STATIONS: Definition['stations'] = [
  { code: 'west1', name: 'West Primary School, stream 1', ward: 'west', registered: 400 },
  { code: 'west2', name: 'West Primary School, stream 2', ward: 'west', registered: 350 },
  { code: 'east1', name: 'East Market Hall', ward: 'east', registered: 300 },
  { code: 'east2', name: 'East Polytechnic', ward: 'east', registered: 250 },
];

const ELECTION: Definition = {
  id: 'mfano-2027',
  title: 'Practice election',
  date: '2027-08-10',
  kind: 'rehearsal',
  commission: { name: 'The practice commission', key: keyOf('commission').text },
  county: { code: '048', name: 'Mfano' },
  constituency: { code: '291', name: 'Mfano Central' },
  stationCap: 700,
  thresholds: DEFAULT_THRESHOLDS,
  responseMinutes: 10,
  soloMinutes: 60,
  agentsPerParty: 1,
  wallShowsTotals: true,
  wards: [
    { code: 'west', name: 'West' },
    { code: 'east', name: 'East' },
  ],
  stations: STATIONS,
  contests: [
    { id: 'president', title: 'President', formA: '34A', formB: '34B', candidates: candidates('Asha', 'Baraka', 'Chela') },
    { id: 'governor', title: 'Governor', formA: '37A', formB: '37B', candidates: candidates('Daudi', 'Eshe') },
    { id: 'west-ward', title: 'West ward', formA: '36A', formB: '36B', ward: 'west', candidates: candidates('Faraji', 'Goma') },
  ],
  parties: [{ name: 'Red', key: keyOf('party Red').text }, { name: 'Blue', key: keyOf('party Blue').text }, { name: 'Green' }],
  agents: [
    { id: 'red', name: 'Agent of Red', party: 'Red', contests: [] },
    { id: 'blue', name: 'Agent of Blue', party: 'Blue', contests: [] },
    { id: 'green', name: 'Agent of Green', party: 'Green', contests: ['president'] },
  ],
  officials: [
    { id: 'ro', name: 'The returning officer', role: 'ro' },
    { id: 'dro', name: 'The deputy', role: 'dro' },
    ...[1, 2, 3, 4].map((number) => ({ id: `clerk${number}`, name: `Clerk number ${number}`, role: 'clerk' as const })),
  ],
};

/** The election signed by the practice commission; `changes` replace whole fields of the definition. */
export function election(changes: Partial<Definition> = {}): SignedDefinition {
  const envelope = seal(DEFINITION_KIND, { ...ELECTION, ...changes }, keyOf('commission'));
  return must(readDefinition(must(openEnvelope(JSON.parse(canonical(envelope))))));
}

/** The agents and officials as they stand, for tests that change one of them. */
export const { agents: AGENTS, officials: OFFICIALS } = ELECTION;
