/** The words of the papers in one language: their own, and those they share with the screens. */
import enFindings from '../../../core/words/en/findings.ts';
import enPaper from '../../../core/words/en/paper.ts';
import enTerms from '../../../core/words/en/terms.ts';
import type { Same } from '../../../core/words/same.ts';
import swFindings from '../../../core/words/sw/findings.ts';
import swPaper from '../../../core/words/sw/paper.ts';
import swTerms from '../../../core/words/sw/terms.ts';
import type { Language } from '../layout/blocks.ts';
import en from './en.ts';
import sw from './sw.ts';

/** Of the words that screens have too, those that papers use. */
function shared(paper: Same<typeof enPaper>, terms: Same<typeof enTerms>) {
  const { form, rows, marks } = paper;
  const { roles, results: dispositions, outcomes, answers, summary, stamps } = terms;
  return { form, rows, marks, roles, dispositions, outcomes, answers, summary, stamps };
}

export type PaperWords = Same<typeof en> &
  ReturnType<typeof shared> & {
    readonly language: Language;
    readonly findings: Readonly<Record<string, { readonly title: string }>>;
  };

const WORDS: Readonly<Record<Language, PaperWords>> = {
  en: { ...en, ...shared(enPaper, enTerms), language: 'en', findings: enFindings },
  sw: { ...sw, ...shared(swPaper, swTerms), language: 'sw', findings: swFindings },
};

export function wordsIn(language: Language): PaperWords {
  return WORDS[language];
}

/** The other language of the papers: headings stand in both. */
export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'sw' : 'en';
}

/** Fills `{{name}}`; a name that is not given is a broken invariant. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`broken invariant: nothing to fill in for ${name}`);
    return String(value);
  });
}
