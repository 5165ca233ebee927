/** What each accredited agent answered when the summary itself was laid before them. */
import { useTranslation } from 'react-i18next';
import type { JudgedSummary } from './judged.ts';
import { OutcomeTable } from './OutcomeTable.tsx';
import tables from './Tables.module.css';

export function Answers({ summary: { content, answers } }: { readonly summary: JudgedSummary }) {
  const { t } = useTranslation('verifier');
  if (answers.length === 0) return <p className={tables.words}>{t('noAnswers')}</p>;
  return <OutcomeTable content={content} outcomes={answers} title={t('part.answers')} />;
}
