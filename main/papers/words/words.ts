/** The words of the papers in one language: their own, and those they share with the screens. */
import { FINDING_RULES } from '../../../core/finding-rules.ts';
import enFindings from '../../../core/words/en/findings.ts';
import enPaper from '../../../core/words/en/paper.ts';
import enSums from '../../../core/words/en/sums.ts';
import enTerms from '../../../core/words/en/terms.ts';
import type { Same } from '../../../core/words/same.ts';
import swFindings from '../../../core/words/sw/findings.ts';
import swPaper from '../../../core/words/sw/paper.ts';
import swSums from '../../../core/words/sw/sums.ts';
import swTerms from '../../../core/words/sw/terms.ts';
import type { Language } from '../layout/blocks.ts';
import en from './en.ts';
import sw from './sw.ts';

/** Of the words that screens have too, those that papers use. */
function shared(
  paper: Same<typeof enPaper>,
  terms: Same<typeof enTerms>,
  { names: sums, results: sumResults, sources, inWard }: Same<typeof enSums>,
) {
  const { form, rows, marks, defects } = paper;
  const { roles, results: dispositions, outcomes, answers, summary, stamps } = terms;
  return { form, rows, marks, defects, sums, sumResults, sources, inWard, roles, dispositions, outcomes, answers, summary, stamps };
}

export type PaperWords = Same<typeof en> &
  ReturnType<typeof shared> & {
    readonly language: Language;
    readonly titles: Readonly<Record<string, string>>;
    /** What a statistical note is called, wherever it is shown. */
    readonly aid: string;
  };

function titlesOf(findings: Same<typeof enFindings>): PaperWords['titles'] {
  return Object.fromEntries(FINDING_RULES.map(({ code }) => [code, findings[code].title]));
}

const WORDS: Readonly<Record<Language, PaperWords>> = {
  en: { ...en, ...shared(enPaper, enTerms, enSums), language: 'en', titles: titlesOf(enFindings), aid: enFindings.aid },
  sw: { ...sw, ...shared(swPaper, swTerms, swSums), language: 'sw', titles: titlesOf(swFindings), aid: swFindings.aid },
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
