/**
 * Keys that are about to come into being: five words that stand on a card and are not yet typed back, or a key file that was brought
 * and is not yet opened. They wait in this process only; a key is kept once its words were typed, which proves that somebody has
 * them on paper.
 */
import type { Language } from '../../../core/contract/frame.ts';
import type { PaperAnswer } from '../../../core/contract/papers.ts';
import type { BroughtKey, NewWords } from '../../../core/contract/setup.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { readKeyFileHeader } from '../../../db/key-file.ts';
import { makePassphrase, readPassphrase } from '../../../db/passphrase.ts';
import { systemRandom } from '../../../db/random.ts';
import { privateKeyFromSeed, publicKeyOf, SEED_LENGTH } from '../../../db/signing.ts';
import { readBytes } from '../../define/files.ts';
import type { Newcomer } from '../../office/enrolment.ts';
import type { Office } from '../../office/office.ts';
import type { PassphraseCard } from '../../papers/passphrase-card.ts';
import type { Host } from '../host.ts';
import { handOut } from '../papers/hand-out.ts';

const OWNER_ONLY = 0o600;

interface Made {
  readonly person: string;
  readonly words: string;
  /** The secret itself, drawn with the words so that the card can bear the key's fingerprint. */
  readonly seed: Uint8Array;
  readonly fingerprint: string;
}
type Waiting = Made | { readonly person: string; readonly file: Uint8Array };

export interface NewKeys {
  /** Five new words for this person's card; words shown before for somebody else are forgotten. */
  words(person: string): NewWords;
  /** The card of the words that wait for this person, as a file where somebody chooses, and nowhere else. Refuses R-PERSON-UNKNOWN. */
  card(holder: PassphraseCard['person'], language: Language): Promise<Result<PaperAnswer>>;
  /** Asks for a key file of this person. Refuses R-KEY-NOT-NAMED for the file of somebody else; nothing where the dialog was left. */
  bring(person: string): Promise<Result<BroughtKey | undefined>>;
  /** Makes or keeps the key. Refuses R-PASSPHRASE-WRONG when what was typed are not the words, and then everything still waits. */
  keep(office: Office, newcomer: Newcomer, typed: string): Promise<Result<{ readonly keyId: string; readonly passphrase: string }>>;
}

export function openNewKeys(host: Host): NewKeys {
  const { surroundings, officeOptions } = host;
  let waiting: Waiting | undefined;
  const wait = (next: Waiting | undefined) => {
    if (waiting !== undefined && 'seed' in waiting) waiting.seed.fill(0);
    waiting = next;
  };
  const bring: NewKeys['bring'] = async (person) => {
    const place = await surroundings.chooseFile('key');
    if (place === undefined) return ok(undefined);
    const file = readBytes(place);
    if (!file.ok) return refuse('E-FILE', file.refusal.detail);
    const header = readKeyFileHeader(file.value);
    if (!header.ok) return header;
    if (header.value.person !== person) return refuse('R-KEY-NOT-NAMED', header.value.person);
    wait({ person, file: file.value });
    return ok({ person, name: header.value.name, fingerprint: header.value.publicKey.id });
  };
  const keep: NewKeys['keep'] = async (office, newcomer, typed) => {
    if (waiting?.person !== newcomer.person) return refuse('R-PERSON-UNKNOWN', newcomer.person);
    const read = readPassphrase(typed);
    if (!read.ok) return read;
    const isWrong = 'words' in waiting && read.value !== waiting.words;
    if (isWrong) return refuse('R-PASSPHRASE-WRONG');
    const mine = waiting;
    const kept = 'words' in mine ? await makeKey(office, newcomer, mine) : await office.importKey(mine.file, read.value);
    if (!kept.ok) return kept;
    if (waiting === mine) wait(undefined);
    return ok({ keyId: kept.value, passphrase: read.value });
  };
  return {
    words: (person) => {
      const random = officeOptions.random ?? systemRandom;
      const words = makePassphrase(random);
      const seed = random(SEED_LENGTH);
      const fingerprint = publicKeyOf(privateKeyFromSeed(seed)).id;
      wait({ person, words, seed, fingerprint });
      return { words, fingerprint };
    },
    card: async (person, language) => {
      if (waiting === undefined || !('words' in waiting) || waiting.person !== person.id) return refuse('R-PERSON-UNKNOWN', person.id);
      const { words: passphrase, fingerprint } = waiting;
      const order = { is: 'card', person, passphrase, fingerprint, language } as const;
      return handOut(host, { order, way: 'save', name: `card-${person.id.replaceAll('/', '-')}.pdf`, mode: OWNER_ONLY });
    },
    bring,
    keep,
  };
}

/** The seed is wiped as soon as it is kept; where keeping fails, the words can be typed again, so a copy is handed over. */
function makeKey(office: Office, newcomer: Newcomer, { words, seed }: Made): Promise<Result<string>> {
  return office.makeKey(newcomer, words, undefined, Uint8Array.from(seed));
}
