/** The words of a sum's line, and where its figure comes from: a line of the paper by its number, the register, the diary. */
import { useTranslation } from 'react-i18next';
import { DECISIONS, TABLE_TOTAL } from '../../core/form.ts';
import { PARTICULARS } from '../../core/particulars.ts';
import { DEFECT, IN_WARD, SUM_NAMES, type SumLine } from '../../core/views/finding-sum-lines.ts';
import type { Paper } from '../../core/views/paper.ts';
import { useRowWords } from '../paper/Sheet.tsx';
import { usePercent } from '../parts/percent.ts';
import { useParticularWords } from './use-particular-words.ts';

interface LineWords {
  readonly words: string;
  readonly source: string;
  /** Where the figure is an answer: its words. */
  readonly figure?: string;
}

export function useSumWords({ rows, formName }: Pick<Paper, 'rows' | 'formName'>): (line: SumLine) => LineWords {
  const { t } = useTranslation(['rulings', 'paper']);
  const wordsOf = useRowWords();
  const answerOf = useParticularWords();
  const percent = usePercent();
  const rowCalled = (name: string) => rows.find(({ row }) => row === name);
  return ({ name, figure, share }) => {
    const row = rowCalled(name);
    if (row !== undefined) {
      const from = row.name === undefined ? 'fromLine' : 'fromCandidate';
      const source = name === TABLE_TOTAL ? t('fromFoot', { form: formName }) : t(from, { form: formName, line: row.line ?? '' });
      return { words: wordsOf(row), source };
    }
    const inWard = name.endsWith(IN_WARD) ? rowCalled(name.slice(0, -IN_WARD.length)) : undefined;
    if (inWard !== undefined) return { words: wordsOf(inWard), source: t('inWard') };
    const item = PARTICULARS.find((one) => name === `${DEFECT}${one}`);
    if (item !== undefined) {
      const { asked, answer } = answerOf(item, String(figure));
      return { words: asked, source: '', figure: answer };
    }
    if (name === DECISIONS) return { words: t('paper:rows.decisions'), source: t('fromList', { form: formName }) };
    const known = SUM_NAMES.find((one) => one === name);
    if (known === undefined) return { words: name, source: '' };
    return { words: t(`names.${known}`), source: t(`sources.${known}`, { share: share === undefined ? '' : percent(share) }) };
  };
}
