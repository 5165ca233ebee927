/** The papers say the same things in both languages, and every word they can be asked for is there. */
import { expect, test } from 'vitest';
import { FINDING_RULES } from '../../core/findings.ts';
import { SUM_NAMES, SUM_RESULTS } from '../../core/views/finding-sum.ts';
import en from '../../main/papers/words/en.ts';
import sw from '../../main/papers/words/sw.ts';
import { fill, wordsIn } from '../../main/papers/words/words.ts';

type Words = { readonly [key: string]: string | Words };

function leaves(words: Words, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : leaves(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort();

test('both languages have the same words, none is empty, and each fills in the same things', () => {
  const [english, kiswahili] = [leaves(en as unknown as Words), new Map(leaves(sw as unknown as Words))];
  expect([...kiswahili.keys()]).toEqual(english.map(([key]) => key));
  for (const [key, text] of english) {
    expect(text.trim(), key).not.toBe('');
    expect(kiswahili.get(key)?.trim(), key).not.toBe('');
    expect(placeholders(kiswahili.get(key) ?? ''), key).toEqual(placeholders(text));
  }
});

test.each(['en', 'sw'] as const)('in %s every finding has a title, and every line of a finding’s sum a name', (language) => {
  const words = wordsIn(language);
  for (const { code } of FINDING_RULES) expect(words.findings[code]?.title, code).toMatch(/\w/);
  for (const name of SUM_NAMES) expect(words.sums[name], name).toMatch(/\w/);
  for (const name of SUM_RESULTS) expect(words.sumResults[name], name).toMatch(/\w/);
});

test('what is to be filled in and is not given is a defect, never a hole in a paper', () => {
  expect(fill('{{a}} of {{b}}', { a: 1, b: 2 })).toBe('1 of 2');
  expect(() => fill('{{a}} of {{b}}', { a: 1 })).toThrow(/broken invariant/);
});
