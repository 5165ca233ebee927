/** The keys by which the contest of a paper is named: the digit that the paper prints, wherever it tells the forms apart. */
import { expect, test } from 'vitest';
import { keysOfForms } from '../../renderer/receive/questions.ts';

test.each<readonly [string, readonly string[], readonly (string | undefined)[]]>([
  ['the digits of the printed numbers', ['34A', '35A', '36A', '37A', '38A', '39A'], ['4', '5', '6', '7', '8', '9']],
  ['the place in the list where two forms end alike', ['34A', '44A', '36A'], ['1', '2', '3']],
  ['the place in the list where a form has no digit', ['34A', 'Ward'], ['1', '2']],
  [
    'none beyond nine, for no key has two digits',
    Array.from({ length: 11 }, () => 'A'),
    ['1', '2', '3', '4', '5', '6', '7', '8', '9', undefined, undefined],
  ],
])('are %s', (_what, forms, keys) => {
  expect(keysOfForms(forms)).toEqual(keys);
});
