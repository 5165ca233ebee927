/**
 * The questions about a paper in the order in which the hand turns it, each answer with its one key. Nothing is answered beforehand:
 * an answer that was there already is an answer that nobody looked for.
 */
import { PARTICULARS, type Particulars } from '../../core/particulars.ts';

export type Item = keyof Particulars;
export type Answers = Readonly<Partial<Record<Item, string>>>;
type Chosen = Exclude<Item, 'serial'>;

export interface Option {
  readonly value: string;
  readonly key: string;
  /** Where its word stands among the words of the paper. */
  readonly words: 'book' | 'copy' | 'seen' | 'alterations';
}

const SEEN: readonly Option[] = [
  { value: 'yes', key: 'Y', words: 'seen' },
  { value: 'no', key: 'N', words: 'seen' },
];
const OPTIONS: Readonly<Partial<Record<Chosen, readonly Option[]>>> = {
  book: [
    { value: '1', key: '1', words: 'book' },
    { value: '2', key: '2', words: 'book' },
    { value: 'unknown', key: 'U', words: 'book' },
  ],
  copy: [
    { value: 'original', key: 'O', words: 'copy' },
    { value: 'carbon', key: 'C', words: 'copy' },
    { value: 'photocopy', key: 'P', words: 'copy' },
  ],
  alterations: [
    { value: 'none', key: '1', words: 'alterations' },
    { value: 'countersigned', key: '2', words: 'alterations' },
    { value: 'not-countersigned', key: '3', words: 'alterations' },
  ],
};

export const QUESTIONS: readonly Item[] = PARTICULARS;

export function optionsOf(item: Chosen): readonly Option[] {
  return OPTIONS[item] ?? SEEN;
}

/**
 * The key of each form: the last digit of its number as the paper prints it, so that `34A` is 4 and whoever presses it has looked; the
 * place in the list where two forms would share one, and none beyond nine.
 */
export function keysOfForms(forms: readonly string[]): readonly (string | undefined)[] {
  const digits = forms.map((form) => /([0-9])[^0-9]*$/.exec(form)?.[1]);
  if (!digits.includes(undefined) && new Set(digits).size === forms.length) return digits;
  return forms.map((_, at) => (at < 9 ? String(at + 1) : undefined));
}
