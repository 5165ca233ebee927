import { wordlist } from '@scure/bip39/wordlists/english.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { makePassphrase, PASSPHRASE_WORDS, readPassphrase } from '../../db/passphrase.ts';
import { systemRandom } from '../../db/random.ts';

const word = fc.constantFrom(...wordlist);
const words = fc.array(word, { minLength: PASSPHRASE_WORDS, maxLength: PASSPHRASE_WORDS });

test('the list has 2,048 words, plain letters only, no two alike within four letters', () => {
  expect(wordlist).toHaveLength(2048);
  expect(new Set(wordlist.map((one) => one.slice(0, 4))).size).toBe(2048);
  for (const one of wordlist) expect(one).toMatch(/^[a-z]{3,8}$/);
});

test('a passphrase has five words of the list and reads back as itself', () => {
  for (let turn = 0; turn < 200; turn++) {
    const made = makePassphrase(systemRandom);
    expect(made.split(' ')).toHaveLength(5);
    expect(must(readPassphrase(made))).toBe(made);
  }
});

test('every word is equally likely: each belongs to exactly 32 of the 65,536 values of two bytes', () => {
  const draws = new Map<string, number>();
  for (let value = 0; value < 65_536; value++) {
    const first = makePassphrase(() => Uint8Array.of(value >> 8, value & 255)).split(' ')[0] ?? '';
    draws.set(first, (draws.get(first) ?? 0) + 1);
  }
  expect(draws.size).toBe(2048);
  expect(new Set(draws.values())).toEqual(new Set([32]));
});

test('the five words are drawn separately', () => {
  let next = 0;
  expect(makePassphrase(() => Uint8Array.of(0, next++))).toBe(wordlist.slice(0, 5).join(' '));
});

test('capitals, odd spacing and words cut after four letters or later are understood', () =>
  fc.assert(
    fc.property(words, fc.infiniteStream(fc.nat(8)), fc.constantFrom(' ', '   ', '\t', '\n', '\u00a0', ' \r\n '), (chosen, cuts, space) => {
      const typed = chosen.map((one) => one.slice(0, Math.max(4, cuts.next().value))).join(space);
      for (const spelling of [typed, typed.toUpperCase(), `${space}${typed}${space}`])
        expect(must(readPassphrase(spelling))).toBe(chosen.join(' '));
    }),
  ));

test('a word of three letters is itself and not the beginning of a longer one', () => {
  expect(must(readPassphrase('add act age air arm'))).toBe('add act age air arm');
  expect(must(readPassphrase('addr actr aban abil able'))).toBe('address actress abandon ability able');
});

test('an unknown word is refused by its position, never by its letters', () => {
  expect(readPassphrase('abandon ability secretword about above')).toEqual({
    ok: false,
    refusal: { code: 'R-PASSPHRASE-WRONG', detail: 'word 3 is not in the list' },
  });
  for (const wrong of ['aba', 'abandom', 'abandons', 'zzzz', 'a', '1234', '----', 'abаndon'])
    expect(readPassphrase(`able able able able ${wrong}`)).toMatchObject({ refusal: { detail: 'word 5 is not in the list' } });
});

test('too few and too many words are refused', () => {
  expect(readPassphrase('')).toMatchObject({ refusal: { detail: '0 words instead of 5' } });
  expect(readPassphrase('able able able able')).toMatchObject({ refusal: { detail: '4 words instead of 5' } });
  expect(readPassphrase('able able able able able able')).toMatchObject({ refusal: { detail: '6 words instead of 5' } });
  expect(readPassphrase('ableableableableable').ok).toBe(false);
});

test('whatever is typed, nothing but five words of the list ever comes out, and never a throw', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const read = readPassphrase(typed);
      expect(read.ok ? read.value.split(' ').every((one) => wordlist.includes(one)) : true).toBe(true);
    }),
  ));
