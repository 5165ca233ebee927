/** The totals in ballot order, each with what it is measured against, added up in two ways; and what they leave out. */
import { useTranslation } from 'react-i18next';
import type { TotalsTwice } from '../../core/contract/declare.ts';
import { candidateRow } from '../../core/form.ts';
import type { DeclareContest } from '../../core/views/declare.ts';
import { showCount, showShare } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Declare.module.css';

export function TotalsPart({ contest, twice }: { readonly contest: DeclareContest; readonly twice: TotalsTwice | undefined }) {
  const { t } = useTranslation(['declare', 'paper']);
  const { candidates, totals, counts, stations, register, lacking } = contest;
  const sum = totals.votes.reduce((whole, votes) => whole + votes, 0);
  return (
    <Section title={t('declare:totals')} note={t('declare:ballotOrder')}>
      <table className={`${ledger.ledger} ${css.totals}`} aria-label={t('declare:totals')}>
        <thead>
          <tr>
            <th scope="col" className={css.numberCell}>
              <span className={voices.unseen}>{t('declare:numberOnBallot')}</span>
            </th>
            <th scope="col">{t('declare:candidate')}</th>
            <th scope="col" className={`${ledger.number} ${css.votesCell}`}>
              {t('declare:votesIn')}
              <br />
              {t('declare:ofForms', { number: counts.counted, total: stations })}
            </th>
            <th scope="col" className={`${ledger.number} ${css.shareCell}`}>
              {t('declare:of', { number: showCount(sum) })}
              <br />
              {t('declare:candidatesVotes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ number, name, party }, at) => (
            <tr key={number}>
              <td className={voices.quiet}>{number}</td>
              <th scope="row" className={css.itemName} title={`${name}, ${party}`}>
                {name}
              </th>
              <td className={`${ledger.number} ${css.figure}`}>{showCount(totals.votes[at] ?? 0)}</td>
              <td className={`${ledger.number} ${voices.quiet} ${voices.small}`}>{showShare(totals.votes[at] ?? 0, sum)}</td>
            </tr>
          ))}
        </tbody>
        <tbody className={css.foot}>
          <tr>
            <td />
            <th scope="row">{t('paper:rows.valid')}</th>
            <td className={`${ledger.number} ${css.figure}`}>{showCount(totals.valid)}</td>
            <td />
          </tr>
        </tbody>
        <tbody>
          <tr>
            <td />
            <th scope="row">{t('paper:rows.rejected')}</th>
            <td className={ledger.number}>{showCount(totals.rejected)}</td>
            <td />
          </tr>
          <tr>
            <td />
            <th scope="row">{t('declare:registeredInThese')}</th>
            <td className={ledger.number}>{showCount(totals.registered)}</td>
            <td className={`${ledger.number} ${voices.quiet} ${voices.small}`}>{t('declare:of', { number: showCount(register) })}</td>
          </tr>
        </tbody>
      </table>
      <ul className={css.notes}>
        <Twice twice={twice} />
        {sum === totals.valid ? null : (
          <li>
            <State shape="waits">{t('declare:sumDiffers')}</State>
            <span className={voices.quiet}>{t('declare:sumDiffersBy', { sum: showCount(sum), valid: showCount(totals.valid) })}</span>
          </li>
        )}
        <Noted number={contest.disregarded.length} words={t('declare:disregardedForms', { number: contest.disregarded.length })}>
          {t('declare:outsideSums', { number: showCount(contest.disregarded.reduce((whole, { valid }) => whole + valid, 0)) })}
        </Noted>
        <Noted number={contest.withoutScan} words={t('declare:withoutScan', { number: contest.withoutScan })}>
          {t('declare:listedInSummary')}
        </Noted>
        <Noted number={contest.errors} words={t('declare:errorLines', { number: contest.errors })}>
          {t('declare:inErrorReport')}
        </Noted>
        <Noted number={contest.notes} words={t('declare:noteLines', { number: contest.notes })}>
          {t('declare:notesBlockNothing')}
        </Noted>
        {Object.entries(lacking).map(([row, forms]) => (
          <Noted key={row} number={forms} words={t('declare:lackingForms', { number: forms })}>
            {candidates.find(({ number }) => candidateRow(number) === row)?.name ?? t(`paper:rows.${row as 'valid'}`)}
          </Noted>
        ))}
      </ul>
    </Section>
  );
}

function Noted({ number, words, children }: { readonly number: number; readonly words: string; readonly children: React.ReactNode }) {
  if (number === 0) return null;
  return (
    <li>
      <State shape="waits">{words}</State>
      <span className={voices.quiet}>{children}</span>
    </li>
  );
}

/** Two numbers that must be one: the office prepares nothing while they differ. */
function Twice({ twice }: { readonly twice: TotalsTwice | undefined }) {
  const { t } = useTranslation('declare');
  if (twice === undefined)
    return (
      <li>
        <State shape="unknown">{t('notCompared')}</State>
      </li>
    );
  const numbers = { replay: showCount(twice.byReplay), tables: showCount(twice.byTables), rows: twice.rows };
  return (
    <li>
      {twice.isEqual ? (
        <State shape="passes">{t('twiceEqual')}</State>
      ) : (
        <State shape="fails" tone="danger">
          {t('twiceDiffer')}
        </State>
      )}
      <span className={voices.quiet}>{t('twiceNumbers', numbers)}</span>
    </li>
  );
}
