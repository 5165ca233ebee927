/**
 * The questions as a sheet: one row each, the active one lit, what is not as it should be told at the end of its row. A defect is
 * listed with the form and blocks nothing.
 */
import { useTranslation } from 'react-i18next';
import { defectsOf, unanswered } from '../../core/particulars.ts';
import { tidy } from '../../core/text.ts';
import ledger from '../parts/ledger.module.css';
import { Shape } from '../parts/State.tsx';
import { Question } from './Question.tsx';
import { type Answers, type Item, QUESTIONS } from './questions.ts';
import css from './Receive.module.css';

export interface QuestionsProps {
  readonly answers: Answers;
  readonly active: Item | undefined;
  readonly onActive: (item: Item) => void;
  readonly onAnswer: (item: Item, answer: string) => void;
  /** The last question was answered. */
  readonly onDone: () => void;
  /** What the serial is found to repeat. */
  readonly serialNote: string | undefined;
  readonly places: Map<Item, HTMLElement>;
}

export function Questions({ answers, active, onActive, onAnswer, onDone, serialNote, places }: QuestionsProps) {
  const { t } = useTranslation(['receive', 'paper']);
  const serial = tidy(answers.serial ?? '');
  const defects = defectsOf({ ...answers, serial: serial === '' ? undefined : serial } as Answers);
  const isOpen = (item: Item) => unanswered({ ...answers, serial }).includes(item);
  const move = (item: Item, by: 1 | -1) => {
    const next = QUESTIONS[QUESTIONS.indexOf(item) + by];
    if (next !== undefined) places.get(next)?.focus();
    else if (by === 1) onDone();
  };
  const noteOn = (item: Item) => {
    if (item === 'serial' && serialNote !== undefined) return serialNote;
    return defects.includes(item) ? t(`paper:defects.${item}`) : undefined;
  };
  return (
    <table className={css.questions}>
      <caption className={css.caption}>{t('receive:questions')}</caption>
      <thead>
        <tr>
          <th scope="col" className={css.number}>
            {t('receive:number')}
          </th>
          <th scope="col">{t('receive:whatItShows')}</th>
          <th scope="col">{t('receive:answer')}</th>
        </tr>
      </thead>
      <tbody>
        {QUESTIONS.map((item, at) => {
          const note = noteOn(item);
          return (
            <tr key={item} className={item === active ? ledger.worked : undefined} data-item={item}>
              <td className={css.number}>{at + 1}</td>
              <th scope="row">{t(`receive:items.${item}`)}</th>
              <td>
                <span className={css.answer}>
                  <Question
                    ref={(place) => void (place === null ? undefined : places.set(item, place))}
                    item={item}
                    answer={answers[item]}
                    isActive={item === active}
                    isNoted={note !== undefined}
                    onAnswer={(answer) => onAnswer(item, answer)}
                    onChoose={(answer) => {
                      onAnswer(item, answer);
                      move(item, 1);
                    }}
                    onMove={(by) => move(item, by)}
                    onFocus={() => onActive(item)}
                  />
                  {note !== undefined ? (
                    <span className={css.defect}>
                      <Shape shape="waits" /> {note}
                    </span>
                  ) : isOpen(item) && item !== active ? (
                    <span className={css.open}>{t('receive:notAnswered')}</span>
                  ) : null}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
