/**
 * The passphrase of a key file: five words out of 2,048 English ones, 55 bits, written down once on paper. The words differ within
 * their first four letters, so four letters of each are enough to type it. The list is the one of BIP 39, which was made for being
 * copied by hand.
 */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Random } from './random.ts';

export const PASSPHRASE_WORDS = 5;
/** Letters after which no two words of the list are the same; words of three letters are typed whole. */
const TELLING_LETTERS = 4;

const wordByLetters = new Map(wordlist.map((word) => [word.slice(0, TELLING_LETTERS), word]));

/** Five words with a space between them, each as likely as any other. */
export function makePassphrase(random: Random): string {
  return Array.from({ length: PASSPHRASE_WORDS }, () => drawWord(random)).join(' ');
}

/** 2,048 divides 65,536: the remainder of two bytes favours no word. */
function drawWord(random: Random): string {
  const [high = 0, low = 0] = random(2);
  const word = wordlist[((high << 8) | low) % wordlist.length];
  if (word === undefined) throw new Error('broken invariant: the word list has holes');
  return word;
}

/**
 * What a person typed, as the passphrase that was issued: capitals and spacing do not matter, and a word may stop after its first
 * four letters. Refuses R-PASSPHRASE-WRONG for another number of words, or for a word that is not in the list, by its position and
 * never by its letters: a passphrase must not end up in a log.
 */
export function readPassphrase(typed: string): Result<string> {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length !== PASSPHRASE_WORDS) return refuse('R-PASSPHRASE-WRONG', `${words.length} words instead of ${PASSPHRASE_WORDS}`);
  const completed = words.map(completeWord);
  const unknown = completed.indexOf(undefined);
  return unknown === -1 ? ok(completed.join(' ')) : refuse('R-PASSPHRASE-WRONG', `word ${unknown + 1} is not in the list`);
}

/** `aban`, `aband` and `abandon` are one word; `abandom` is a slip of the pen and stays one. */
function completeWord(typed: string): string | undefined {
  const word = wordByLetters.get(typed.slice(0, TELLING_LETTERS));
  return word?.startsWith(typed) ? word : undefined;
}
