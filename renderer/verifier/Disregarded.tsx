/** Each disregarded station with its ground, and the totals as they are and as they would be with it: the law asks for the effect. */
import { useTranslation } from 'react-i18next';
import type { Totals } from '../../core/acts.ts';
import { candidateRow } from '../../core/form.ts';
import type { SummaryContent } from '../../core/summary.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { showCount, showStation } from '../parts/figures.ts';
import css from './Bundle.module.css';
import { addressOf } from './place.ts';
import { Region } from './Region.tsx';
import { rowsOf } from './rows-of.ts';
import tables from './Tables.module.css';
import { stationIn, useRowWord } from './use-names.ts';

interface DisregardedProps {
  readonly content: SummaryContent;
  readonly place: number;
}

export function Disregarded({ content, place }: DisregardedProps) {
  const { t } = useTranslation('verifier');
  if (content.disregarded.length === 0) return <p className={tables.words}>{t('noneDisregarded')}</p>;
  return content.disregarded.map((one) => <One key={one.station} content={content} one={one} place={place} />);
}

interface OneProps extends DisregardedProps {
  readonly one: SummaryContent['disregarded'][number];
}

function One({ content, one: { station, ground, figures, totalsWith }, place }: OneProps) {
  const { t } = useTranslation('verifier');
  const wordOf = useRowWord(content);
  const name = stationIn(content, station);
  return (
    <>
      <h3 className={css.under}>
        <a href={addressOf({ is: 'station', bundle: place, station })}>{name}</a> <small>{showStation(station)}</small>{' '}
        {ground.map((letter) => t('ground', { ground: letter })).join(', ')}
      </h3>
      <Region label={name}>
        <table className={tables.table} aria-label={name}>
          <thead>
            <tr>
              <th scope="col">{t('row')}</th>
              {[t('itsFigures'), t('without'), t('with')].map((words) => (
                <th key={words} scope="col" className={tables.number}>
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(content.contest).map(({ row }) => (
              <tr key={row}>
                <th scope="row" className={tables.name}>
                  {wordOf(row)}
                </th>
                <td className={tables.number}>
                  <FigureRead figure={figures[row]} />
                </td>
                <td className={tables.number}>{showCount(totalOf(content, content.totals, row))}</td>
                <td className={tables.number}>{showCount(totalOf(content, totalsWith, row))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Region>
    </>
  );
}

function totalOf({ contest }: SummaryContent, { votes, ...totals }: Totals, row: string): number {
  const candidate = contest.candidates.findIndex(({ number }) => candidateRow(number) === row);
  return (candidate < 0 ? totals[row as keyof typeof totals] : votes[candidate]) ?? 0;
}
