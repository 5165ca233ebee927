import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LARGEST_COUNT, readKeystrokes, sumOfCounts } from '../../core/count.ts';

describe('what a clerk types into one box', () => {
  test('digits are a count, leading zeros as some officers write them included', () => {
    expect(readKeystrokes('0')).toEqual({ is: 'figure', figure: 0 });
    expect(readKeystrokes('007')).toEqual({ is: 'figure', figure: 7 });
    expect(readKeystrokes(String(LARGEST_COUNT))).toEqual({ is: 'figure', figure: LARGEST_COUNT });
  });

  test('an untouched box is not entered, a dash is blank on the paper, a question mark is unreadable; none of them is zero', () => {
    expect(readKeystrokes('')).toEqual({ is: 'not-entered' });
    expect(readKeystrokes('-')).toEqual({ is: 'figure', figure: 'blank' });
    expect(readKeystrokes('?')).toEqual({ is: 'figure', figure: 'unreadable' });
  });

  test.each(['12.5', '1,234', '1e3', '+5', '-5', ' 5', '5 ', '٥', 'O', String(LARGEST_COUNT + 1), '--', '0x10'])(
    '“%s” is kept as typed and becomes no figure',
    (typed) => {
      expect(readKeystrokes(typed)).toEqual({ is: 'not-a-figure', typed });
    },
  );

  test('whatever is typed, a count comes only from digits, and is the number they write', () =>
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const keyed = readKeystrokes(typed);
        if (keyed.is === 'figure' && typeof keyed.figure === 'number') {
          expect(typed).toMatch(/^[0-9]+$/);
          expect(keyed.figure).toBe(Number(typed));
        }
      }),
    ));
});

test('blank and unreadable add nothing to a sum', () => {
  expect(sumOfCounts([1, 'blank', 2, 'unreadable', 3])).toBe(6);
});
