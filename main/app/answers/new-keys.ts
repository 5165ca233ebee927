/**
 * Keys that are about to come into being: five words that stand on a card and are not yet typed back, or a key file that was brought
 * and is not yet opened. They wait in this process only, and not for long (`waiting-key.ts`); a key is kept once its words were typed,
 * which proves that somebody has them on paper.
 */
import type { Language } from '../../../core/contract/frame.ts';
import type { PaperAnswer } from '../../../core/contract/papers.ts';
import type { KeyWaits } from '../../../core/contract/people.ts';
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
import { type Made, type WaitingKey, waitingKey } from './waiting-key.ts';

const OWNER_ONLY = 0o600;

export interface NewKeys {
  /** Five new words for this person's card; words shown before for somebody else are forgotten. */
  words(person: string): NewWords;
  /**
   * The card of the words that wait for this person, as a file where somebody chooses, and nowhere else. Refuses R-CARD-LAPSED for
   * words that were wiped, R-PERSON-UNKNOWN where none waited.
   */
  card(holder: PassphraseCard['person'], language: Language): Promise<Result<PaperAnswer>>;
  /** Asks for a key file of this person. Refuses R-KEY-NOT-NAMED for the file of somebody else; nothing where the dialog was left. */
  bring(person: string): Promise<Result<BroughtKey | undefined>>;
  /** Makes or keeps the key. Refuses as `card` does, and R-PASSPHRASE-WRONG when what was typed are not the words, and then everything still waits. */
  keep(office: Office, newcomer: Newcomer, typed: string): Promise<Result<{ readonly keyId: string; readonly passphrase: string }>>;
  /** What waits, as far as a window may know it. */
  waits(): KeyWaits;
  undisturbed: WaitingKey['undisturbed'];
}

const opened = new WeakMap<Host, NewKeys>();

/** Those of this app: one key at a time waits in it, whichever room it was asked for in. */
export function newKeysOf(host: Host): NewKeys {
  const keys = opened.get(host) ?? openNewKeys(host);
  opened.set(host, keys);
  return keys;
}

function openNewKeys(host: Host): NewKeys {
  const { surroundings, officeOptions } = host;
  const waiting = waitingKey(host);
  const noneFor = (person: string) => refuse(waiting.told().lapsed === person ? 'R-CARD-LAPSED' : 'R-PERSON-UNKNOWN', person);
  const bring: NewKeys['bring'] = async (person) => {
    const place = await surroundings.chooseFile('key');
    if (place === undefined) return ok(undefined);
    const file = readBytes(place);
    if (!file.ok) return refuse('E-FILE', file.refusal.detail);
    const header = readKeyFileHeader(file.value);
    if (!header.ok) return header;
    if (header.value.person !== person) return refuse('R-KEY-NOT-NAMED', header.value.person);
    const fingerprint = header.value.publicKey.id;
    waiting.put({ person, fingerprint, file: file.value });
    return ok({ person, name: header.value.name, fingerprint });
  };
  const keep: NewKeys['keep'] = async (office, newcomer, typed) => {
    const mine = waiting.now();
    if (mine?.person !== newcomer.person) return noneFor(newcomer.person);
    const read = readPassphrase(typed);
    if (!read.ok) return read;
    if ('words' in mine && read.value !== mine.words) return refuse('R-PASSPHRASE-WRONG');
    const kept = 'words' in mine ? await makeKey(office, newcomer, mine) : await office.importKey(mine.file, read.value);
    if (!kept.ok) return kept;
    if (waiting.now() === mine) waiting.forget();
    return ok({ keyId: kept.value, passphrase: read.value });
  };
  return {
    words: (person) => {
      const random = officeOptions.random ?? systemRandom;
      const words = makePassphrase(random);
      const seed = random(SEED_LENGTH);
      const fingerprint = publicKeyOf(privateKeyFromSeed(seed)).id;
      waiting.put({ person, words, seed, fingerprint });
      return { words, fingerprint };
    },
    card: async (person, language) => {
      const mine = waiting.now();
      if (mine === undefined || !('words' in mine) || mine.person !== person.id) return noneFor(person.id);
      const { words: passphrase, fingerprint } = mine;
      const order = { is: 'card', person, passphrase, fingerprint, language } as const;
      return handOut(host, { order, way: 'save', name: `card-${person.id.replaceAll('/', '-')}.pdf`, mode: OWNER_ONLY });
    },
    bring,
    keep,
    waits: waiting.told,
    undisturbed: waiting.undisturbed,
  };
}

/** The seed is wiped as soon as it is kept; where keeping fails, the words can be typed again, so a copy is handed over. */
function makeKey(office: Office, newcomer: Newcomer, { words, seed }: Made): Promise<Result<string>> {
  return office.makeKey(newcomer, words, undefined, Uint8Array.from(seed));
}
