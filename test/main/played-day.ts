/**
 * A day of the demonstration's constituency, played once for a test file, with everything an insider could have afterwards: the
 * data folder, the device key, and every person's passphrase.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDefinition, type SignedDefinition } from '../../core/definition.ts';
import { type Envelope, parseEnvelopeFile, sealEnvelope } from '../../core/envelope.ts';
import { must, present } from '../../core/result.ts';
import type { Trust } from '../../core/verify.ts';
import { type DeviceKey, deviceKey } from '../../db/device-key.ts';
import { FULL_COST } from '../../db/key-file.ts';
import { openKeystore } from '../../db/keystore.ts';
import { provideNative } from '../../db/native.ts';
import { makePassphrase, PASSPHRASE_WORDS } from '../../db/passphrase.ts';
import { type Random, systemRandom } from '../../db/random.ts';
import { privateKeyFromSeed, publicKeyOf, SEED_LENGTH } from '../../db/signing.ts';
import { define } from '../../main/commands/define.ts';
import { readPrivateKey } from '../../main/define/commission-key.ts';
import { FORMS_FILE, writeDemoFolder } from '../../main/demo/constituency.ts';
import { type PaperForm, readFormsFile } from '../../main/forms-file.ts';
import { rehearse } from '../../main/rehearse/day.ts';
import { seeded } from '../../main/seeded.ts';
import { SOFTWARE } from '../../main/software.ts';
import { recorded } from './recorded.ts';

provideNative();

const SEED = 7;
/** The least that key files accept: nobody guesses these passphrases. */
export const QUICK_COST = 1024;

/** A definition with the files it came from. */
export interface Election {
  readonly dir: string;
  readonly keyFile: string;
  readonly definitionFile: string;
  readonly definition: SignedDefinition;
  readonly envelope: Envelope;
}

export interface PlayedDay extends Election {
  /** The centre's data folder, with the bundles in it. */
  readonly folder: string;
  readonly device: DeviceKey;
  readonly passphrases: ReadonlyMap<string, string>;
  /** What a reader brings who has the commission's key and expects a rehearsal. */
  readonly trust: Trust;
}

/** The demonstration's election in a folder; `change` alters its tables before the commission signs. */
export async function demoElection(dir: string, change: (dir: string) => void = () => undefined): Promise<Election> {
  mkdirSync(dir, { recursive: true });
  const [keyFile, definitionFile] = [path.join(dir, 'commission'), path.join(dir, 'definition.json')];
  writeDemoFolder(dir, SEED);
  change(dir);
  const { code, err } = await recorded(define, '--dir', dir, '--key', keyFile, '--new-key', '--out', definitionFile);
  if (code !== 0) throw new Error(err);
  return { dir, keyFile, definitionFile, ...readSigned(definitionFile) };
}

export function readSigned(file: string): { readonly definition: SignedDefinition; readonly envelope: Envelope } {
  const opened = must(parseEnvelopeFile(readFileSync(file)));
  const { kind, payload, keyId, signature } = opened;
  return { definition: must(readDefinition(opened)), envelope: sealEnvelope(kind, payload, keyId, signature) };
}

export interface Playing {
  /** Of the day's slips, answers and absences. */
  readonly seed?: number;
  /** How many papers of each contest come; for the other stations none does, which is quicker. */
  readonly papers?: number;
  /** Whether the commission certifies everybody's key. */
  readonly certified?: boolean;
  readonly random?: Random;
  /** What the software believes the definition to be, where somebody has altered the software. */
  readonly believed?: SignedDefinition;
}

/** Plays the day of an election in a folder, through the same office as the command line. */
export async function playDay(election: Election, folder: string, playing: Playing = {}): Promise<PlayedDay> {
  const { certified = true, random = systemRandom, seed = SEED, papers = 10 } = playing;
  const believed = playing.believed ?? election.definition;
  const { listening, heard } = eavesdrop(random);
  const forms = readFormsFile(path.join(election.dir, FORMS_FILE), believed.content);
  if (!forms.ok) throw new Error('forms.csv of the demonstration has a fault');
  await rehearse({
    definition: believed,
    envelope: election.envelope,
    forms: firstOfEach(forms.forms, papers),
    folder,
    seed,
    // The office takes no cheap key in a live election, which makes such a day a slow one.
    cost: believed.content.kind === 'live' ? FULL_COST : QUICK_COST,
    random: listening,
    software: SOFTWARE,
    ...(certified ? { certifyWith: must(readPrivateKey(election.keyFile)) } : {}),
    onPhase: () => undefined,
    onStep: () => undefined,
  });
  return {
    ...election,
    folder,
    device: deviceKey(folder, random),
    passphrases: passphrasesIn(folder, election.definition, heard),
    trust: { anchor: election.definition.commission, receipts: [], certificates: [], acceptRehearsal: true },
  };
}

function firstOfEach(forms: readonly PaperForm[], papers: number): readonly PaperForm[] {
  const contests = new Set(forms.map(({ contest }) => contest));
  return [...contests].flatMap((contest) => forms.filter((form) => form.contest === contest).slice(0, papers));
}

interface Secret {
  readonly passphrase: string;
  readonly keyId: string;
}

/** Five words are drawn, then the seed of the key they protect: who hears the chance knows the secrets. */
function eavesdrop(random: Random): { readonly listening: Random; readonly heard: readonly Secret[] } {
  const heard: Secret[] = [];
  let words: Uint8Array[] = [];
  const listening: Random = (length) => {
    const bytes = random(length);
    if (length === 2) words.push(bytes.slice());
    if (length === SEED_LENGTH && words.length === PASSPHRASE_WORDS) {
      const drawn = words.values();
      const passphrase = makePassphrase(() => present(drawn.next().value, 'a word'));
      heard.push({ passphrase, keyId: publicKeyOf(privateKeyFromSeed(bytes)).id });
      words = [];
    }
    return bytes;
  };
  return { listening, heard };
}

function passphrasesIn(folder: string, { content }: SignedDefinition, heard: readonly Secret[]): ReadonlyMap<string, string> {
  const keystore = openKeystore(folder);
  const byKey = new Map(heard.map(({ keyId, passphrase }) => [keyId, passphrase]));
  const persons = [...content.officials, ...content.agents].map(({ id }) => id);
  return new Map(persons.flatMap((id) => keystore.forPerson(id).map(({ publicKey }) => [id, present(byKey.get(publicKey.id), id)])));
}

/** Chance that repeats itself: whoever plays with it again has the very same keys. */
export function repeatableRandom(seed: number): Random {
  const { below } = seeded(seed);
  return (length) => Uint8Array.from({ length }, () => below(256));
}
