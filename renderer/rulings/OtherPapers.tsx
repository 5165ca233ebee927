/**
 * The papers that a finding F09 speaks of, side by side with this one: first what the hand found on them, then their figures, as far
 * as two people have typed the same. What differs is said in a word.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PARTICULARS, type Particulars } from '../../core/particulars.ts';
import type { OtherPaper } from '../../core/views/other-papers.ts';
import type { RuledForm } from '../../core/views/rulings.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { useRowWords } from '../paper/Sheet.tsx';
import { showStation, showTime } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import css from './Rulings.module.css';
import { useParticularWords } from './use-particular-words.ts';

export function OtherPapers({ form }: { readonly form: RuledForm }) {
  const { t } = useTranslation(['rulings', 'terms']);
  const { otherPapers: others, particulars } = form;
  const wordsOf = useParticularWords();
  const isSame = (item: keyof Particulars) => others.every((other) => other.particulars[item] === particulars[item]);
  return (
    <Section title={t('papers')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: many papers scroll sideways, by keys */}
      <section className={css.papers} aria-label={t('papers')} tabIndex={0}>
        <table className={ledger.ledger}>
          <thead>
            <tr>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('thisForm')}</th>
              {others.map((other) => (
                <th key={other.form} scope="col">
                  {other.form}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Line head={t('station')} own={showStation(form.paper.station.code)} cells={others.map(stationWords(t('sameStation')))} />
            <Line head={t('received')} own={showTime(form.receivedAt)} cells={others.map(({ receivedAt }) => showTime(receivedAt))} />
            <Line
              head={t('stage')}
              own={t(`terms:stages.${form.stage}`)}
              cells={others.map(({ stage, reason }) => `${t(`terms:stages.${stage}`)}${reason === undefined ? '' : `: ${reason}`}`)}
            />
            {PARTICULARS.filter((item) => item === 'serial' || item === 'copy' || !isSame(item)).map((item) => (
              <Line
                key={item}
                head={wordsOf(item, particulars[item]).asked}
                own={wordsOf(item, particulars[item]).answer}
                cells={others.map((other) => wordsOf(item, other.particulars[item]).answer)}
              />
            ))}
            <Figures form={form} others={others} />
          </tbody>
        </table>
      </section>
    </Section>
  );
}

function stationWords(sameStation: string) {
  return ({ station, isSameStation }: OtherPaper) => (isSameStation ? sameStation : `${station.name} ${showStation(station.code)}`);
}

function Figures({ form, others }: { readonly form: RuledForm; readonly others: readonly OtherPaper[] }) {
  const { t } = useTranslation('rulings');
  const wordsOf = useRowWords();
  const shown = others.filter(({ figures }) => figures !== undefined);
  if (shown.length === 0) return <Line head={t('showFigures')} own="" cells={others.map(() => t('coversFigures'))} />;
  return form.paper.rows.map((row) => (
    <Line
      key={row.row}
      head={wordsOf(row)}
      own={<FigureRead figure={form.figures[row.row]} />}
      cells={others.map(({ figures }) =>
        figures === undefined ? (
          t('coversFigures')
        ) : (
          <>
            <FigureRead figure={figures[row.row]} />
            {figures[row.row] === form.figures[row.row] ? '' : ` · ${t('differs')}`}
          </>
        ),
      )}
    />
  ));
}

function Line({ head, own, cells }: { readonly head: string; readonly own: ReactNode; readonly cells: readonly ReactNode[] }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      <td>{own}</td>
      {cells.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is a paper, and papers keep their order
        <td key={at}>{cell}</td>
      ))}
    </tr>
  );
}
