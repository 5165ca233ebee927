/** The rule that both languages say the same things; it stands with the words that screens and papers share. */
export type { Same } from '../../core/words/same.ts';
