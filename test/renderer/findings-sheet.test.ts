/**
 * The sheet of rules for the wall of a centre, docs/FINDINGS.md: made of the table of rules, the words of the screens and the
 * particulars of the paper, so that none of them can say something else. `UPDATE_GOLDEN=1` writes it anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_THRESHOLDS } from '../../core/definition.ts';
import { FINDING_RULES } from '../../core/finding-rules.ts';
import type { FindingRule } from '../../core/findings.ts';
import { PARTICULARS } from '../../core/particulars.ts';
import findingsInEnglish from '../../renderer/i18n/en/findings.ts';
import paperInEnglish from '../../renderer/i18n/en/paper.ts';
import findingsInKiswahili from '../../renderer/i18n/sw/findings.ts';
import paperInKiswahili from '../../renderer/i18n/sw/paper.ts';

const SHEET = path.join(import.meta.dirname, '../../docs/FINDINGS.md');

interface Words {
  readonly title: string;
  readonly explain: string;
  readonly formula: string;
  readonly count?: string;
  readonly disregard?: string;
}

/** What a threshold is where the definition follows the calibrated defaults, as the screens write it. */
function thresholdOf({ tolerance }: FindingRule): string {
  const basisPoints = (DEFAULT_THRESHOLDS as Readonly<Record<string, number>>)[tolerance];
  return basisPoints === undefined ? '' : `${basisPoints / 100} %`;
}

function line(rule: FindingRule, words: Words, say: (typeof SAY)['en']): string {
  const formula = words.formula.replaceAll('{{threshold}}', thresholdOf(rule)).replaceAll('|', '\\|');
  const kind =
    rule.kind === 'note' ? (rule.isStatistical ? say.aid : say.note) : rule.ground === undefined ? say.ruled : say.grounded(rule.ground);
  return `| ${rule.code} | **${words.title}.** ${words.explain} | ${formula} | ${kind} |`;
}

const SAY = {
  en: {
    head: ['code', 'what it says', 'what should hold', 'what follows'],
    ruled: 'needs a ruling: count as written',
    grounded: (ground: string) => `needs a ruling: count as written, or disregard on ground ${ground}`,
    note: 'note: listed, blocks nothing',
    aid: 'note, an attention aid: listed, blocks nothing, proves nothing',
    items: 'W08 names each defect of the paper:',
  },
  sw: {
    head: ['namba', 'inasema nini', 'kinachopaswa kuwa', 'kinachofuata'],
    ruled: 'uamuzi unahitajika: kuhesabu kama ilivyoandikwa',
    grounded: (ground: string) => `uamuzi unahitajika: kuhesabu kama ilivyoandikwa, au kutozingatia kwa sababu ya kifungu ${ground}`,
    note: 'dokezo: linaorodheshwa, halizuii chochote',
    aid: 'dokezo la kuvuta macho: linaorodheshwa, halizuii wala kuthibitisha chochote',
    items: 'W08 inataja kila kasoro ya karatasi:',
  },
};

function table(language: 'en' | 'sw', findings: Readonly<Record<string, unknown>>, defects: Readonly<Record<string, string>>): string {
  const say = SAY[language];
  const rows = FINDING_RULES.map((rule) => line(rule, findings[rule.code] as Words, say));
  const items = PARTICULARS.map((item) => `\`W08.${item}\` ${defects[item]}`).join('; ');
  return [`| ${say.head.join(' | ')} |`, '|---|---|---|---|', ...rows, '', `${say.items} ${items}.`].join('\n');
}

function sheet(): string {
  return `# The rules a form is held against

One line for each rule, in English and in Kiswahili; the same table as in the program (\`core/finding-rules.ts\`). A rule whose figures
are missing *cannot check*, which is never a pass. Shares are those of the calibrated defaults; the signed election definition may set
others, and the screens show its own. An attention aid is a statistic: it says where to look, and never that something is wrong.

## English

${table('en', findingsInEnglish, paperInEnglish.defects)}

## Kiswahili

${table('sw', findingsInKiswahili, paperInKiswahili.defects)}
`;
}

test('the sheet of rules says what the table and the screens say', () => {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(SHEET, sheet());
  expect(readFileSync(SHEET, 'utf8')).toBe(sheet());
});

test('every threshold of the definition is what some rule allows', () => {
  const used = new Set<string>(FINDING_RULES.map(({ tolerance }) => tolerance));
  for (const threshold of Object.keys(DEFAULT_THRESHOLDS)) expect([...used]).toContain(threshold);
});
