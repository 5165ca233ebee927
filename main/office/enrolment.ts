/**
 * Keys of people: made here under a passphrase or brought on a memory stick, kept encrypted in the keystore, and introduced to the
 * journal by their owner's own first signature, which proves possession.
 */
import type { Act, Body } from '../../core/acts.ts';
import { toHex } from '../../core/bytes.ts';
import type { Command } from '../../core/decide.ts';
import { present, type Refusal, type Result, refusal, refuse } from '../../core/result.ts';
import type { Centre } from '../../core/state.ts';
import { FULL_COST, type OpenedKeyFile, openKeyFile, readKeyFileHeader, sealKeyFile } from '../../db/key-file.ts';
import { SEED_LENGTH } from '../../db/signing.ts';
import type { Desk } from './desk.ts';
import type { Appended, Voice } from './ledger.ts';
import { openSession } from './session.ts';

/** Who enrols: the person the screen hands the keyboard to. */
export interface Newcomer {
  readonly person: string;
  readonly role: 'ro' | 'dro' | 'clerk' | 'agent';
  readonly name: string;
}

/** Live elections keep every key at full cost; a rehearsal may be quick. */
function judgeCost(centre: Centre, cost: number): Refusal | undefined {
  const isTooCheap = centre.definition.content.kind === 'live' && cost < FULL_COST;
  return isTooCheap ? refusal('R-LIVE-ELECTION', `scrypt cost ${cost} is below ${FULL_COST}`) : undefined;
}

/** Makes a key and keeps it; nothing is said in the journal yet. Answers the key's id. A seed that is given is wiped. */
export async function makeKey(
  { ledger, keystore, random }: Desk,
  newcomer: Newcomer,
  passphrase: string,
  cost = FULL_COST,
  seed = random(SEED_LENGTH),
): Promise<Result<string>> {
  const tooCheap = judgeCost(ledger.centre(), cost);
  if (tooCheap !== undefined) return { ok: false, refusal: tooCheap };
  const file = await sealKeyFile({ ...newcomer, seed, passphrase, cost, random });
  seed.fill(0);
  return keystore.add(file);
}

/** Keeps a key file that was brought along; only the passphrase proves that it is whole. */
export async function importKey({ ledger, keystore }: Desk, file: Uint8Array, passphrase: string): Promise<Result<string>> {
  const header = readKeyFileHeader(file);
  if (!header.ok) return header;
  const tooCheap = judgeCost(ledger.centre(), header.value.cost);
  if (tooCheap !== undefined) return { ok: false, refusal: tooCheap };
  const opened = await openKeyFile(file, passphrase);
  if (!opened.ok) return opened;
  opened.value.seed.fill(0);
  return keystore.add(file);
}

/** The secret behind a key's id, for whoever knows the passphrase. A cheap file put into a live centre's keystore opens nothing. */
export async function openKey({ ledger, keystore }: Desk, keyId: string, passphrase: string): Promise<Result<OpenedKeyFile>> {
  const kept = keystore.find(keyId);
  if (!kept.ok) return kept;
  const { value: file } = kept;
  if (file === undefined) return refuse('E-FILE', 'no key file of this person is here', keyId);
  const header = readKeyFileHeader(file);
  if (!header.ok) return header;
  const tooCheap = judgeCost(ledger.centre(), header.value.cost);
  return tooCheap === undefined ? openKeyFile(file, passphrase) : { ok: false, refusal: tooCheap };
}

/** The person's own first signature. */
export async function enrol(desk: Desk, { person, role, name }: Newcomer, keyId: string, passphrase: string): Promise<Result<Appended>> {
  const opened = await openKey(desk, keyId, passphrase);
  if (!opened.ok) return opened;
  const { seed, publicKey } = opened.value;
  const newcomer = openSession({ person, role, key: publicKey.id }, seed, desk.clock);
  const enrolled = desk.say(newcomer.voice, [
    { kind: 'person-enrolled', body: { person: { id: person, role, name, key: publicKey.text } } },
  ]);
  newcomer.wipe();
  return enrolled;
}

export type Founding = Pick<Body<'centre-created'>, 'typedGroups' | 'contests'>;

/** The returning officer creates the centre, enrols, and is admitted: by himself, for nobody else is there. */
export async function found(desk: Desk, person: string, passphrase: string, body: Founding, keyId?: string): Promise<Result<Appended>> {
  const [header] = desk.keystore.forPerson(person);
  const opened = await openKey(desk, keyId ?? header?.publicKey.id ?? '', passphrase);
  if (!opened.ok) return opened;
  const { seed, role, name, publicKey } = opened.value;
  const founder = openSession({ person, role, key: publicKey.id }, seed, desk.clock);
  const done = foundWith(desk, founder.voice, { id: person, role, name, key: publicKey.text }, body);
  founder.wipe();
  return done;
}

/** All three acts are appended together: a power cut leaves the whole founding, or none of it. */
function foundWith(
  { ledger, say, device, random }: Desk,
  voice: Voice,
  person: Body<'person-enrolled'>['person'],
  body: Founding,
): Result<Appended> {
  if (ledger.centre().phase !== 'empty') return refuse('R-CENTRE-EXISTS');
  const { digest: definition } = ledger.centre().definition;
  const creation = { ...body, definition, journal: toHex(random(32)), device: device.publicKey.text, officer: person.key };
  const commands: readonly Command[] = [
    { kind: 'centre-created', body: creation },
    { kind: 'person-enrolled', body: { person } },
  ];
  const admitted = (acts: readonly Act[]): readonly Command[] => {
    const enrolment = present(acts.at(-1), 'an enrolment').digest;
    return [{ kind: 'person-admitted', body: { enrolment, basis: 'definition' } }];
  };
  return say(voice, commands, { further: admitted });
}
