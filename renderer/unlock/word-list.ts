/**
 * The words of passphrases while they are typed. No two words of the list share their first four letters, so four are enough; a word
 * that is not in the list is only marked, and never likened to its neighbours.
 */
import { wordlist } from '@scure/bip39/wordlists/english.js';

export const WORDS = 5;
const TELLING_LETTERS = 4;

const wordByLetters = new Map(wordlist.map((word) => [word.slice(0, TELLING_LETTERS), word]));
const beginnings = new Set(wordlist.flatMap((word) => [1, 2, 3].map((length) => word.slice(0, length))));

/** What was typed into one box: the word it can only be, too few letters yet, or no word of the list. */
export type TypedWord = { readonly is: 'word'; readonly word: string } | { readonly is: 'begun' } | { readonly is: 'unlisted' };

export function readWord(typed: string): TypedWord {
  const letters = typed.normalize('NFKC').trim().toLowerCase();
  const word = wordByLetters.get(letters.slice(0, TELLING_LETTERS));
  if (word?.startsWith(letters)) return { is: 'word', word };
  return letters === '' || beginnings.has(letters) ? { is: 'begun' } : { is: 'unlisted' };
}
