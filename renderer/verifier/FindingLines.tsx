/** A finding written out: its title and rule, the sum with the figures that went in, the ruling with its reason, who ruled, who saw it. */
import { useTranslation } from 'react-i18next';
import type { FindingCode } from '../../core/findings.ts';
import type { SummaryContent, SummaryFinding } from '../../core/summary.ts';
import { sumOf } from '../../core/views/finding-sum.ts';
import { SIGNS, type SumLine } from '../../core/views/finding-sum-lines.ts';
import { isAttentionAid, ruleOf } from '../../core/views/rules-shown.ts';
import { FigureRead } from '../paper/FigureRead.tsx';
import { showCount } from '../parts/figures.ts';
import { NoteLabel } from '../parts/NoteLabel.tsx';
import { State } from '../parts/State.tsx';
import { useSumWords } from '../rulings/use-sum-words.ts';
import css from './Bundle.module.css';
import { rowsOf } from './rows-of.ts';
import tables from './Tables.module.css';
import { nameIn, stationIn } from './use-names.ts';

interface FindingLinesProps {
  readonly content: SummaryContent;
  readonly finding: SummaryFinding;
}

export function FindingLines({ content, finding }: FindingLinesProps) {
  const { t } = useTranslation(['verifier', 'findings']);
  const { code } = finding;
  return (
    <>
      <p>
        <State shape={finding.ruling === undefined ? 'differs' : 'waits'}>{code}</State> <b>{t(`findings:${code as FindingCode}.title`)}</b>{' '}
        {ruleOf(code).kind === 'note' ? <NoteLabel isAid={isAttentionAid(code)} /> : null}
      </p>
      <p className={tables.explain}>{t(`findings:${code as FindingCode}.explain`)}</p>
      <Sum content={content} finding={finding} />
      <Ruling content={content} finding={finding} />
    </>
  );
}

function Sum({ content, finding }: FindingLinesProps) {
  const { t } = useTranslation(['verifier', 'sums']);
  const wordsOf = useSumWords({ rows: rowsOf(content.contest), formName: content.contest.formA });
  const { lines, result } = sumOf({ ...finding, code: finding.code as FindingCode });
  return (
    <ul className={css.sum} aria-label={t('verifier:inFigures')}>
      {lines.map((line) => (
        <li key={`${line.name} ${line.figure}`}>
          <span className={tables.name}>{wordsOf(line).words}</span>{' '}
          <span className={tables.name}>
            {`${SIGNS[line.sign]} `.trimStart()}
            <SumFigure content={content} line={line} words={wordsOf(line).figure} />
          </span>
        </li>
      ))}
      {result === undefined ? null : (
        <li>
          <b>{t(`sums:results.${result.name}`)}</b> <b>{showCount(result.figure)}</b>
        </li>
      )}
    </ul>
  );
}

interface SumFigureProps {
  readonly content: SummaryContent;
  readonly line: SumLine;
  /** The words for an answer, where the figure is one. */
  readonly words: string | undefined;
}

/** A text is an answer about the paper, another station, a serial number, or the digest of an act. */
function SumFigure({ content, line: { name, figure }, words }: SumFigureProps) {
  if (words !== undefined) return words;
  if (typeof figure === 'string' && name === 'sameVotes') return stationIn(content, figure);
  if (typeof figure === 'string' && figure !== 'blank' && figure !== 'unreadable') return figure;
  return <FigureRead figure={figure} />;
}

function Ruling({ content, finding: { ruling, ground, reason, by, witnesses = [] } }: FindingLinesProps) {
  const { t } = useTranslation('station');
  if (ruling === undefined) return null;
  const decided = ruling === 'count' ? t('count') : t('disregard', { ground: ground ?? '' });
  const names = witnesses.map((one) => nameIn(content, one)).join(', ');
  return (
    <p className={tables.words}>
      {t('ruled', { ruling: decided, who: nameIn(content, by ?? ''), reason: reason ?? '' })}{' '}
      <small>{names === '' ? t('noWitnesses') : t('witnesses', { names })}</small>
    </p>
  );
}
