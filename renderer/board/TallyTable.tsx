/**
 * The tally of the forms that count so far, in ballot order: votes always under the number of forms they come from, one plain bar
 * per candidate. Nothing is projected and nobody is marked as ahead.
 */
import { useTranslation } from 'react-i18next';
import type { BoardTally } from '../../core/views/board.ts';
import { showCount, showShare } from '../parts/figures.ts';
import { Section } from '../parts/Room.tsx';
import voices from '../parts/voices.module.css';
import css from './TallyTable.module.css';

export function TallyTable({ tally }: { readonly tally: BoardTally }) {
  const { t } = useTranslation('board');
  const { forms, stations, candidates, valid, rejected, registered } = tally;
  const most = Math.max(1, ...candidates.map(({ votes }) => votes));
  return (
    <Section title={t('tally')} note={t('ballotOrder')}>
      <table className={css.tally}>
        <thead>
          <tr>
            <th scope="col" className={css.number}>
              <span className={voices.unseen}>{t('number')}</span>
            </th>
            <th scope="col">{t('candidate')}</th>
            <th scope="col" className={css.votes}>
              {t('votesIn', { forms: showCount(forms), stations: showCount(stations) })}
            </th>
            <th scope="col" className={css.share}>
              {t('ofValid', { valid: showCount(valid) })}
            </th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ number, name, party, votes }) => (
            <tr key={number}>
              <td className={css.number}>{number}</td>
              <th scope="row" className={css.candidate} title={`${name}, ${party}`}>
                {name}
                <i style={{ width: `${(votes / most) * 100}%` }} />
              </th>
              <td className={css.votes}>{showCount(votes)}</td>
              <td className={css.share}>{showShare(votes, valid)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <Sum isTotal words={t('validVotes')} sum={valid} more={showShare(valid, valid)} />
          <Sum words={t('rejected')} sum={rejected} />
          <Sum words={t('registeredHere')} sum={registered.counted} more={t('ofRegistered', { registered: showCount(registered.all) })} />
        </tfoot>
      </table>
      <TallyNotes tally={tally} />
    </Section>
  );
}

interface SumProps {
  readonly words: string;
  readonly sum: number;
  readonly more?: string;
  readonly isTotal?: boolean;
}

function Sum({ words, sum, more, isTotal = false }: SumProps) {
  return (
    <tr className={isTotal ? css.total : undefined}>
      <td />
      <th scope="row">{words}</th>
      <td className={css.votes}>{showCount(sum)}</td>
      <td className={css.share}>{more}</td>
    </tr>
  );
}

/** What the sums rest on, and what they leave out. */
function TallyNotes({ tally }: { readonly tally: BoardTally }) {
  const { t } = useTranslation(['board', 'paper']);
  const { forms, stations, withoutScan, disregarded, lacking, candidates } = tally;
  const rowWords = (row: string) =>
    candidates.find(({ number }) => `candidate${number}` === row)?.name ?? t(`paper:rows.${row as 'valid'}`);
  return (
    <div className={css.notes}>
      {forms === 0 ? <p>{t('board:noneYet')}</p> : null}
      {withoutScan === 0 ? null : <p>{t('board:withoutScan', { forms: withoutScan, of: forms })}</p>}
      {disregarded === 0 ? null : <p>{t('board:disregarded', { forms: disregarded, stations })}</p>}
      {Object.entries(lacking).map(([row, missing]) => (
        <p key={row}>{t('board:lacking', { row: rowWords(row), forms: missing, of: forms })}</p>
      ))}
    </div>
  );
}
