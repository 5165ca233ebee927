/** Names in place of what acts write: a person's for the official number, a station's for its code, the paper's words for a row. */
import { useTranslation } from 'react-i18next';
import type { SummaryContent } from '../../core/summary.ts';
import { useRowWords } from '../paper/Sheet.tsx';
import type { JudgedSummary } from './judged.ts';
import { rowsOf } from './rows-of.ts';

/** An agent's name as in the definition; a clerk's stays the official number, as in the journal. */
export function nameIn({ people, agents }: SummaryContent, person: string): string {
  const known = people.find((one) => one.person === person)?.name ?? agents.find((one) => one.agent === person)?.name;
  return known === undefined || known === person ? person : `${known} (${person})`;
}

export function partyIn({ people, agents }: SummaryContent, person: string): string | undefined {
  return agents.find((one) => one.agent === person)?.party ?? people.find((one) => one.person === person)?.party;
}

export function stationIn({ stations }: SummaryContent, code: string): string {
  return stations.find(({ station }) => station === code)?.name ?? code;
}

/** A ward's name as in the definition, with its code. */
export function wardIn({ wards }: Pick<JudgedSummary, 'wards'>, code: string): string {
  const name = wards.get(code);
  return name === undefined ? code : `${name} (${code})`;
}

/** A row that no form has, and what is no figure at all, stay as they are written. */
export function useRowWord({ contest }: SummaryContent): (row: string) => string {
  const { t } = useTranslation(['verifier', 'verify']);
  const wordsOf = useRowWords();
  const rows = rowsOf(contest);
  return (row) => {
    const known = rows.find((one) => one.row === row);
    if (known !== undefined) return wordsOf(known);
    return row === 'disposition' ? t('verify:disposition') : row;
  };
}
