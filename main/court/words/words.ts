/** The words of the court pack in the languages it is written in; both say the same, under the same names. */
import type { Language } from '../../../core/contract/frame.ts';
import { ENGLISH } from './en.ts';
import type { Same } from './same.ts';
import { SWAHILI } from './sw.ts';

export type Words = Same<typeof ENGLISH>;

export const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, sw: SWAHILI };
