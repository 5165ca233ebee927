/** What the hand found when it turned the paper: every question with its answer, what is not as it should be, and who handled it. */
import { useTranslation } from 'react-i18next';
import { type Particulars as Answers, defectsOf, PARTICULARS } from '../../core/particulars.ts';
import type { SummaryContent, SummaryForm } from '../../core/summary.ts';
import { State } from '../parts/State.tsx';
import bundles from './Bundle.module.css';
import tables from './Tables.module.css';
import { nameIn } from './use-names.ts';

interface ParticularsProps {
  readonly content: SummaryContent;
  readonly form: SummaryForm;
}

export function Particulars({ content, form }: ParticularsProps) {
  const { t } = useTranslation(['verifier', 'paper']);
  const answerOf = useAnswer(form.particulars);
  const defects = defectsOf(form.particulars);
  return (
    <>
      <dl className={bundles.facts}>
        {PARTICULARS.map((item) => (
          <div key={item}>
            <dt>{t(`paper:questions.${item}`)}</dt>
            <dd>
              {answerOf(item)}{' '}
              {defects.includes(item) ? (
                <State shape="needs" tone="attention">
                  {t('verifier:missing')}
                </State>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <Handled content={content} form={form} />
    </>
  );
}

function Handled({ content, form: { receivedBy, typedBy, openedBy, acceptedBy } }: ParticularsProps) {
  const { t } = useTranslation(['verifier', 'station']);
  const name = (person: string) => nameIn(content, person);
  return (
    <div className={tables.words}>
      <p>{t('verifier:receivedBy', { who: name(receivedBy) })}</p>
      <p>{t('station:typed', { names: typedBy.map(name).join(', ') })}</p>
      <p>{t('verifier:openedBy', { who: name(openedBy) })}</p>
      <p>{t('station:acceptedBy', { who: name(acceptedBy) })}</p>
    </div>
  );
}

function useAnswer(answers: Answers): (item: keyof Answers) => string {
  const { t } = useTranslation('paper');
  return (item) => {
    switch (item) {
      case 'serial':
        return { '-': t('serial.none'), '?': t('serial.unreadable') }[answers.serial] ?? answers.serial;
      case 'book':
        return t(`book.${answers.book as 'unknown'}`);
      case 'copy':
        return t(`copy.${answers.copy}`);
      case 'alterations':
        return t(`alterations.${answers.alterations}`);
      default:
        return t(`seen.${answers[item]}`);
    }
  };
}
