/** The words of a sum's line, and where its figure comes from: a line of the paper by its number, the register, the diary. */
import { useTranslation } from 'react-i18next';
import { DECISIONS, TABLE_TOTAL } from '../../core/form.ts';
import { SUM_NAMES } from '../../core/views/finding-sum.ts';
import type { Paper } from '../../core/views/paper.ts';
import { useRowWords } from '../paper/Sheet.tsx';

interface LineWords {
  readonly words: string;
  readonly source: string;
}

export function useSumWords({ rows, formName }: Pick<Paper, 'rows' | 'formName'>): (name: string) => LineWords {
  const { t } = useTranslation(['rulings', 'paper']);
  const wordsOf = useRowWords();
  return (name) => {
    const row = rows.find((one) => one.row === name);
    if (row !== undefined) {
      const from = row.name === undefined ? 'fromLine' : 'fromCandidate';
      const source = name === TABLE_TOTAL ? t('fromFoot', { form: formName }) : t(from, { form: formName, line: row.line ?? '' });
      return { words: wordsOf(row), source };
    }
    if (name === DECISIONS) return { words: t('paper:rows.decisions'), source: t('fromList', { form: formName }) };
    const known = SUM_NAMES.find((one) => one === name);
    return known === undefined ? { words: name, source: '' } : { words: t(`names.${known}`), source: t(`sources.${known}`) };
  };
}
