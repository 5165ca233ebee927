/** What the rule is, and the sum that shows it; a note says that it blocks nothing, and one that compares shares that it is no proof. */
import { useTranslation } from 'react-i18next';
import type { FindingSeen, RuledForm } from '../../core/views/rulings.ts';
import { NoteLabel } from '../parts/NoteLabel.tsx';
import voices from '../parts/voices.module.css';
import css from './Rulings.module.css';
import { useFormulaWords } from './use-finding-words.ts';
import { WrittenSum } from './WrittenSum.tsx';

export interface ExplainedProps {
  readonly form: RuledForm;
  readonly finding: FindingSeen;
}

export function Explained({ form, finding }: ExplainedProps) {
  const { t } = useTranslation(['rulings', 'findings']);
  const formulaOf = useFormulaWords();
  const { code, check, kind } = finding;
  const isNote = kind === 'note';
  const fails = check === 'fails' && !isNote;
  const outcome = {
    fails: isNote ? t('noteWhy') : t('asWritten'),
    passes: t('passesWhy'),
    'cannot-check': t('cannotCheckWhy'),
  };
  return (
    <>
      <h2 id="finding-title" className={css.title}>
        <span className={voices.digest}>{code}</span> {t(`findings:${code}.title`)} {isNote ? <NoteLabel isAid={finding.isAid} /> : null}
      </h2>
      <WrittenSum paper={form.paper} finding={finding} stations={finding.stations} />
      <p className={css.rule}>
        {t('rule')}: {formulaOf(finding)}. {t(`findings:${code}.explain`)} {outcome[check]}
      </p>
      {fails && form.stage === 'open' ? <p className={css.rule}>{t('arisenOpen')}</p> : null}
      {fails && form.stage === 'accepted' ? <p className={css.rule}>{t('arisenAccepted')}</p> : null}
    </>
  );
}
