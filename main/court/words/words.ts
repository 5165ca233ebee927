/**
 * The words of the court pack in the languages it is written in; both say the same, under the same names. Acts, roles and stages are
 * called as on the screens.
 */
import type { Language } from '../../../core/contract/frame.ts';
import enActs from '../../../core/words/en/acts.ts';
import enTerms from '../../../core/words/en/terms.ts';
import type { Same as SameWords } from '../../../core/words/same.ts';
import swActs from '../../../core/words/sw/acts.ts';
import swTerms from '../../../core/words/sw/terms.ts';
import { ENGLISH } from './en.ts';
import type { Same } from './same.ts';
import { SWAHILI } from './sw.ts';

type Acts = SameWords<typeof enActs>;

function shared(acts: Acts, { roles, stages }: SameWords<typeof enTerms>, { awaited }: Same<typeof ENGLISH>) {
  const named = Object.fromEntries(Object.entries(acts).map(([kind, { name }]) => [kind, name]));
  return { acts: named as { readonly [Kind in keyof Acts]: string }, roles, stages: { awaited, ...stages } };
}

export type Words = Same<typeof ENGLISH> & ReturnType<typeof shared>;

export const WORDS: Readonly<Record<Language, Words>> = {
  en: { ...ENGLISH, ...shared(enActs, enTerms, ENGLISH) },
  sw: { ...SWAHILI, ...shared(swActs, swTerms, SWAHILI) },
};
