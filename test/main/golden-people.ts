/** The people of the golden files: their keys come from seeds that anybody can write down, so that anybody can make the files again. */
import type { Kind, Role, Signer } from '../../core/acts.ts';
import { digest, utf8 } from '../../core/bytes.ts';
import { canonical, canonicalBytes } from '../../core/canonical.ts';
import { type Envelope, payloadType, preAuthenticationEncoding, sealEnvelope } from '../../core/envelope.ts';
import { entryBytes } from '../../core/journal.ts';
import { RULES } from '../../core/roles.ts';
import { privateKeyFromSeed, publicKeyOf, signWith } from '../../db/signing.ts';

/** The seed of each is this number, thirty-two times. */
const SEEDS = { RO1: 11, DRO1: 12, C1: 13, A1: 14, A2: 15, device: 16, commission: 17, party: 18, newcomer: 19, 'new device': 20 };
export type GoldenPerson = keyof typeof SEEDS;

export function seedOf(person: GoldenPerson): Uint8Array {
  return new Uint8Array(32).fill(SEEDS[person]);
}

function privateKeyOf(person: GoldenPerson) {
  return privateKeyFromSeed(seedOf(person));
}

/** A public key as it is written. */
export function keyOf(person: GoldenPerson): string {
  return publicKeyOf(privateKeyOf(person)).text;
}

export function keyIdOf(person: GoldenPerson): string {
  return publicKeyOf(privateKeyOf(person)).id;
}

export function rawKeyOf(person: GoldenPerson): Uint8Array {
  return publicKeyOf(privateKeyOf(person)).raw;
}

export function signAs(person: GoldenPerson, message: Uint8Array): Uint8Array {
  return signWith(privateKeyOf(person), message);
}

/** A digest of something that the golden files speak of and nobody needs to see. */
export function digestOf(what: string): string {
  return digest(utf8(what));
}

/** What somebody says, in its envelope. */
export function sealedBy(person: GoldenPerson, kind: string, content: object): Envelope {
  const payload = canonicalBytes(content);
  const signature = signAs(person, preAuthenticationEncoding(payloadType(kind), payload));
  return sealEnvelope(kind, payload, keyIdOf(person), signature);
}

export const ELECTION = digestOf('the election');
export const JOURNAL = digestOf('the journal');
/** The place of every golden entry, and the head that its signer saw. */
export const SEQ = 41;
export const HEAD = { size: SEQ, root: digestOf('the head') };
const AT = '2031-02-03T14:15:16.789Z';

const SPEAKERS: Readonly<Record<Role, GoldenPerson>> = { ro: 'RO1', dro: 'DRO1', clerk: 'C1', agent: 'A1', device: 'device' };

function speakerOf(kind: Kind): Signer {
  const [role = 'ro'] = RULES[kind].by;
  return { person: SPEAKERS[role], role, key: keyIdOf(SPEAKERS[role]) };
}

/** The payload of an act of this kind by the first who may say it, and its envelope. */
export function goldenAct(kind: Kind, body: object): { readonly payload: string; readonly envelope: Envelope } {
  const by = speakerOf(kind);
  const statement = { election: ELECTION, journal: JOURNAL, kind, by, at: AT, saw: HEAD, body };
  return { payload: canonical(statement), envelope: sealedBy(by.person as GoldenPerson, kind, statement) };
}

export function goldenEntry(envelope: Envelope): Uint8Array {
  return entryBytes(SEQ, AT, envelope);
}
