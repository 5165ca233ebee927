/**
 * The totals: candidates in ballot order with a plain bar each, never without what they are out of; then the ballots, the turnout,
 * and the figures that some forms lack.
 */

import { useTranslation } from 'react-i18next';
import { candidateRow } from '../../core/form.ts';
import { COUNTED_DISPOSITIONS } from '../../core/summary.ts';
import { showCount, showShare } from '../parts/figures.ts';
import css from './Bundle.module.css';
import type { JudgedSummary } from './judged.ts';
import { rowsOf } from './rows-of.ts';
import tables from './Tables.module.css';
import { useRowWord } from './use-names.ts';
import { Stamps } from './Verdict.tsx';

export function Totals({ summary }: { readonly summary: JudgedSummary }) {
  const { t } = useTranslation(['verifier', 'verify', 'paper']);
  const { contest, totals, stationCounts, stations } = summary.content;
  const outOf = t('verifier:outOf', { counted: showCount(stationCounts.counted), stations: showCount(stations.length) });
  return (
    <>
      <p className={tables.words}>
        {outOf}. <Stamps summary={summary} />
      </p>
      <table className={tables.table} aria-label={t('verify:totals')}>
        <thead>
          <tr>
            <th scope="col">{t('verify:candidate')}</th>
            <th scope="col" className={tables.number}>
              {t('verifier:votes')}
            </th>
            <th scope="col" className={tables.number}>
              {t('verifier:share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {contest.candidates.map(({ number, name, party }, at) => {
            const votes = totals.votes[at] ?? 0;
            return (
              <tr key={candidateRow(number)}>
                <th scope="row" className={tables.name}>
                  {number}. {name} <small>{party}</small>
                  <Bar part={votes} whole={totals.valid} />
                </th>
                <td className={tables.number}>{showCount(votes)}</td>
                <td className={tables.number}>{showShare(votes, totals.valid)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('verify:valid')}</th>
            <td className={tables.number}>{showCount(totals.valid)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p className={tables.words}>{t('verifier:shareOf', { valid: showCount(totals.valid) })}</p>
      <Ballots summary={summary} />
      <Ended summary={summary} />
      <Lacking summary={summary} />
    </>
  );
}

/** Drawn from what the page reckons itself, so that no figure of a bundle becomes a style. */
function Bar({ part, whole }: { readonly part: number; readonly whole: number }) {
  const share = whole > 0 ? Math.min(100, (part / whole) * 100) : 0;
  return (
    <span className={tables.bar} aria-hidden="true">
      <span style={{ width: `${share}%` }} />
    </span>
  );
}

function Ballots({ summary: { content } }: { readonly summary: JudgedSummary }) {
  const { t } = useTranslation(['verifier', 'verify', 'paper']);
  const { valid, rejected, registered, objected, disputed, tableTotal } = content.totals;
  const cast = valid + rejected;
  const lines: readonly (readonly [string, number, string?])[] = [
    [t('verifier:validFoot'), tableTotal],
    [t('verify:rejected'), rejected, t('verifier:rejectedOf', { share: showShare(rejected, cast), cast: showCount(cast) })],
    [t('verifier:cast'), cast, t('verifier:castOf', { share: showShare(cast, registered), registered: showCount(registered) })],
    [t('paper:rows.objected'), objected],
    [t('paper:rows.disputed'), disputed],
    [t('verify:registered'), registered],
  ];
  return (
    <dl className={css.facts}>
      {lines.map(([name, count, more]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {showCount(count)} {more === undefined ? null : <small>{more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Ended({ summary: { content } }: { readonly summary: JudgedSummary }) {
  const { t } = useTranslation(['verifier', 'terms']);
  const { stationCounts } = content;
  return (
    <>
      <h3 className={css.under}>{t('verifier:disposed')}</h3>
      <dl className={css.facts}>
        {COUNTED_DISPOSITIONS.map(([count, disposition]) => (
          <div key={count}>
            <dt>{t(`terms:results.${disposition}`)}</dt>
            <dd>{showCount(stationCounts[count])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Lacking({ summary: { content } }: { readonly summary: JudgedSummary }) {
  const { t } = useTranslation('verifier');
  const wordOf = useRowWord(content);
  const lacking = rowsOf(content.contest).filter(({ row }) => (content.lacking[row] ?? 0) > 0);
  if (lacking.length === 0) return null;
  return (
    <>
      <h3 className={css.under}>{t('lackingTitle')}</h3>
      <dl className={css.facts}>
        {lacking.map(({ row }) => (
          <div key={row}>
            <dt>{wordOf(row)}</dt>
            <dd>
              {showCount(content.lacking[row] ?? 0)} <small>{t('lacking')}</small>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
