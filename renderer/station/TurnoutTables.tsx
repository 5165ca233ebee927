/**
 * Voters who came, by each source, and the ballots that the station's papers account for, side by side: every difference is written out,
 * and no two numbers are made into one.
 */
import { useTranslation } from 'react-i18next';
import type { TurnoutLine, TurnoutPaper, TurnoutSource, TurnoutView } from '../../core/views/turnout.ts';
import { showCount, showTime } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import voices from '../parts/voices.module.css';
import css from './TurnoutTables.module.css';

export function TurnoutTables({ turnout }: { readonly turnout: TurnoutView }) {
  return (
    <>
      <Sources turnout={turnout} />
      <Papers turnout={turnout} />
    </>
  );
}

function Sources({ turnout: { sources } }: { readonly turnout: TurnoutView }) {
  const { t } = useTranslation('station');
  const [diary, tablet] = sources.map(({ recorded }) => recorded.at(-1)?.voters);
  return (
    <table className={`${ledger.ledger} ${css.sources}`} aria-label={t('turnout')}>
      <tbody>
        {sources.map((line) => (
          <Source key={line.source} line={line} />
        ))}
        {diary === undefined || tablet === undefined ? null : (
          <tr>
            <th scope="row">{t('diaryAgainstTablet')}</th>
            <td className={ledger.number}>{showSigned(diary - tablet)}</td>
            <td className={css.who}>{t(diary === tablet ? 'turnoutSame' : 'turnoutDiffers')}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Source({ line: { source, recorded } }: { readonly line: TurnoutLine }) {
  const { t } = useTranslation('station');
  const last = recorded.at(-1);
  const words = { diary: t('diary'), tablet: t('tablet') }[source];
  return (
    <tr>
      <th scope="row">{words}</th>
      <td className={ledger.number}>
        {last === undefined ? <span className={voices.missing}>{t('notRecorded')}</span> : showCount(last.voters)}
      </td>
      <td className={css.who}>
        {recorded.map(({ voters, by, at, reason }, place) => (
          <small key={`${at} ${voters}`}>
            {t('turnoutBy', { who: by, time: showTime(at) })}
            {reason === undefined ? '' : `: ${reason}`}
            {place === recorded.length - 1 ? '' : ` (${t('turnoutBefore', { voters: showCount(voters) })})`}
          </small>
        ))}
      </td>
    </tr>
  );
}

function Papers({ turnout: { sources, papers, without } }: { readonly turnout: TurnoutView }) {
  const { t } = useTranslation(['station', 'board']);
  return (
    <table className={`${ledger.ledger} ${css.papers}`} aria-label={t('station:ballotsCast')}>
      <thead>
        <tr>
          <th scope="col">{t('station:paperOf')}</th>
          <th scope="col" className={ledger.number}>
            {t('station:ballotsCast')}
          </th>
          {sources.map(({ source }) => (
            <th key={source} scope="col" className={ledger.number}>
              {{ diary: t('station:againstDiary'), tablet: t('station:againstTablet') }[source]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {papers.map((paper) => (
          <tr key={paper.form}>
            <th scope="row">
              {paper.formName} {paper.contestTitle} <small>{t(`board:states.${paper.standing}`)}</small>
            </th>
            <td className={ledger.number}>
              {paper.cast === undefined ? <span className={voices.missing}>{t('station:castUnknown')}</span> : showCount(paper.cast)}
            </td>
            {sources.map(({ source }) => (
              <td key={source} className={ledger.number}>
                <Beyond
                  paper={paper}
                  source={source}
                  isRecorded={sources.some((line) => line.source === source && line.recorded.length > 0)}
                />
              </td>
            ))}
          </tr>
        ))}
        {without.map(({ contest, formName, contestTitle }) => (
          <tr key={contest}>
            <th scope="row">
              {formName} {contestTitle}
            </th>
            <td colSpan={1 + sources.length} className={css.none}>
              {t('station:noAgreedPaper')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface BeyondProps {
  readonly paper: TurnoutPaper;
  readonly source: TurnoutSource;
  readonly isRecorded: boolean;
}

/** Ballots against voters: *5 more*, *3 fewer*, *the same*. */
function Beyond({ paper: { beyond }, source, isRecorded }: BeyondProps) {
  const { t } = useTranslation('station');
  const by = beyond[source];
  if (by === undefined) return <span className={voices.missing}>{isRecorded ? '' : t('notRecorded')}</span>;
  if (by === 0) return <>{t('beyondSame')}</>;
  return <>{t(by > 0 ? 'beyondMore' : 'beyondFewer', { number: showCount(Math.abs(by)) })}</>;
}

function showSigned(count: number): string {
  return count < 0 ? `−${showCount(-count)}` : showCount(count);
}
