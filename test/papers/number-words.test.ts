/**
 * Numbers in words are read back by a second program that knows nothing of how they were written: it takes the words apart from the
 * left, as a person reads, and must come to the same number.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberInWords } from '../../main/papers/number-words.ts';

const LARGEST = 999_999_999_999;

// ---- readers of their own ----------------------------------------------------------------------------------------------------

const ENGLISH: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ENGLISH_SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

function readEnglish(words: string): number {
  let [total, group] = [0, 0];
  for (const word of words.replaceAll(',', '').replaceAll('-', ' ').split(' ')) {
    const scale = ENGLISH_SCALES[word];
    if (word === 'hundred') group *= 100;
    else if (scale !== undefined) [total, group] = [total + group * scale, 0];
    else if (word !== 'and') group += ENGLISH[word] ?? (TENS.indexOf(word) + 2) * 10;
  }
  return total + group;
}

const KISWAHILI: Readonly<Record<string, number>> = {
  sifuri: 0, moja: 1, mbili: 2, tatu: 3, nne: 4, tano: 5, sita: 6, saba: 7, nane: 8, tisa: 9, kumi: 10,
  ishirini: 20, thelathini: 30, arobaini: 40, hamsini: 50, sitini: 60, sabini: 70, themanini: 80, tisini: 90,
}; // biome-ignore format: one table
const KISWAHILI_SCALES: Readonly<Record<string, number>> = { elfu: 1e3, milioni: 1e6, bilioni: 1e9 };

/** Commas part the groups; in a group, a scale or *mia* comes before what it multiplies. */
function readKiswahili(words: string): number {
  return words.split(',').reduce((total, part) => {
    const [first = '', ...rest] = part.trim().replace(/^na /, '').split(' ');
    const scale = KISWAHILI_SCALES[first];
    return total + (scale ?? 1) * readBelowThousand(scale === undefined ? [first, ...rest] : rest);
  }, 0);
}

function readBelowThousand(words: readonly string[]): number {
  const counted = words.filter((word) => word !== 'na');
  const hundreds = counted[0] === 'mia' ? (KISWAHILI[counted[1] ?? ''] ?? Number.NaN) : 0;
  const rest = counted[0] === 'mia' ? counted.slice(2) : counted;
  return hundreds * 100 + rest.reduce((sum, word) => sum + (KISWAHILI[word] ?? Number.NaN), 0);
}

// ---- promises ----------------------------------------------------------------------------------------------------------------

test.each([
  [0, 'zero', 'sifuri'],
  [10, 'ten', 'kumi'],
  [11, 'eleven', 'kumi na moja'],
  [20, 'twenty', 'ishirini'],
  [99, 'ninety-nine', 'tisini na tisa'],
  [100, 'one hundred', 'mia moja'],
  [105, 'one hundred and five', 'mia moja na tano'],
  [121, 'one hundred and twenty-one', 'mia moja ishirini na moja'],
  [150, 'one hundred and fifty', 'mia moja na hamsini'],
  [1000, 'one thousand', 'elfu moja'],
  [2500, 'two thousand, five hundred', 'elfu mbili, na mia tano'],
  [10_003, 'ten thousand and three', 'elfu kumi, na tatu'],
  [13_000, 'thirteen thousand', 'elfu kumi na tatu'],
  [13_179, 'thirteen thousand, one hundred and seventy-nine', 'elfu kumi na tatu, mia moja sabini na tisa'],
  [93_561, 'ninety-three thousand, five hundred and sixty-one', 'elfu tisini na tatu, mia tano sitini na moja'],
  [1_000_100, 'one million, one hundred', 'milioni moja, na mia moja'],
  [
    9_999_999,
    'nine million, nine hundred and ninety-nine thousand, nine hundred and ninety-nine',
    'milioni tisa, elfu mia tisa tisini na tisa, mia tisa tisini na tisa',
  ],
])('%i is said as people say it', (number, english, kiswahili) => {
  expect(numberInWords('en', number)).toBe(english);
  expect(numberInWords('sw', number)).toBe(kiswahili);
});

describe.each([
  ['English', 'en', readEnglish],
  ['Kiswahili', 'sw', readKiswahili],
] as const)('in %s', (_, language, read) => {
  test('every number up to 20,000 is read back as itself', () => {
    for (let number = 0; number <= 20_000; number += 1) if (read(numberInWords(language, number)) !== number) expect.fail(String(number));
  });

  test('any larger number is read back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LARGEST }), (number) => read(numberInWords(language, number)) === number),
      { numRuns: 3000 },
    );
  });

  test('two numbers up to 9,999,999 never share their words', () => {
    const number = fc.integer({ min: 0, max: 9_999_999 });
    fc.assert(
      fc.property(number, number, (one, other) => one === other || numberInWords(language, one) !== numberInWords(language, other)),
      { numRuns: 5000 },
    );
  });

  test('numbers that differ in one digit or by a thousand never share their words', () => {
    const close = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.constantFrom(1, 10, 100, 1000, 10_000, 100_000));
    fc.assert(
      fc.property(close, ([number, step]) => numberInWords(language, number) !== numberInWords(language, number + step)),
      { numRuns: 5000 },
    );
  });
});

test.each([-1, 1.5, Number.NaN, LARGEST + 1])('%d has no words, and is a defect of ours', (number) => {
  expect(() => numberInWords('en', number)).toThrow(/broken invariant/);
  expect(() => numberInWords('sw', number)).toThrow(/broken invariant/);
});
