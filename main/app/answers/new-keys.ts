/**
 * Keys that are about to come into being: five words that stand on a card and are not yet typed back, or a key file that was brought
 * and is not yet opened. They wait in this process only; a key is kept once its words were typed, which proves that somebody has
 * them on paper.
 */
import type { BroughtKey } from '../../../core/contract/setup.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { readKeyFileHeader } from '../../../db/key-file.ts';
import { makePassphrase, readPassphrase } from '../../../db/passphrase.ts';
import { systemRandom } from '../../../db/random.ts';
import { readBytes } from '../../define/files.ts';
import type { Newcomer } from '../../office/enrolment.ts';
import type { Office } from '../../office/office.ts';
import type { Host } from '../host.ts';

type Waiting = { readonly person: string; readonly words: string } | { readonly person: string; readonly file: Uint8Array };

export interface NewKeys {
  /** Five new words for this person's card; words shown before for somebody else are forgotten. */
  words(person: string): string;
  /** Asks for a key file of this person. Refuses R-KEY-NOT-NAMED for the file of somebody else; nothing where the dialog was left. */
  bring(person: string): Promise<Result<BroughtKey | undefined>>;
  /** Makes or keeps the key. Refuses R-PASSPHRASE-WRONG when what was typed are not the words, and then everything still waits. */
  keep(office: Office, newcomer: Newcomer, typed: string): Promise<Result<{ readonly keyId: string; readonly passphrase: string }>>;
}

export function openNewKeys({ surroundings, officeOptions }: Host): NewKeys {
  let waiting: Waiting | undefined;
  const bring: NewKeys['bring'] = async (person) => {
    const place = await surroundings.chooseFile('key');
    if (place === undefined) return ok(undefined);
    const file = readBytes(place);
    if (!file.ok) return refuse('E-FILE', file.refusal.detail);
    const header = readKeyFileHeader(file.value);
    if (!header.ok) return header;
    if (header.value.person !== person) return refuse('R-KEY-NOT-NAMED', header.value.person);
    waiting = { person, file: file.value };
    return ok({ person, name: header.value.name, fingerprint: header.value.publicKey.id });
  };
  const keep: NewKeys['keep'] = async (office, newcomer, typed) => {
    if (waiting?.person !== newcomer.person) return refuse('R-PERSON-UNKNOWN', newcomer.person);
    const read = readPassphrase(typed);
    if (!read.ok) return read;
    const isWrong = 'words' in waiting && read.value !== waiting.words;
    if (isWrong) return refuse('R-PASSPHRASE-WRONG');
    const kept = 'words' in waiting ? await office.makeKey(newcomer, read.value) : await office.importKey(waiting.file, read.value);
    if (!kept.ok) return kept;
    waiting = undefined;
    return ok({ keyId: kept.value, passphrase: read.value });
  };
  return {
    words: (person) => {
      const words = makePassphrase(officeOptions.random ?? systemRandom);
      waiting = { person, words };
      return words;
    },
    bring,
    keep,
  };
}
