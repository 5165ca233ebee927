/** A finding as a sum: each line with where it comes from, what it comes to under a double rule. What a note finds is no alarm. */
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../core/findings.ts';
import { sumOf } from '../../core/views/finding-sum.ts';
import { SIGNS, type SumLine } from '../../core/views/finding-sum-lines.ts';
import type { Paper, PaperStation } from '../../core/views/paper.ts';
import { showCount, showStation } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';
import css from './Rulings.module.css';
import { useSumWords } from './use-sum-words.ts';

/** A sum of more lines scrolls by itself. */
const MANY_LINES = 12;

export interface WrittenSumProps {
  readonly paper: Pick<Paper, 'rows' | 'formName'>;
  readonly finding: Pick<Finding, 'code' | 'kind' | 'inputs' | 'difference'> & Partial<Pick<Finding, 'check'>>;
  /** The stations that its lines name. */
  readonly stations: readonly PaperStation[];
  /** One of many on a page: it neither scrolls nor is a place of its own. */
  readonly isDense?: boolean;
}

export function WrittenSum({ paper, finding, stations, isDense = false }: WrittenSumProps) {
  const { t } = useTranslation(['rulings', 'sums']);
  const wordsOf = useSumWords(paper);
  const { lines, result } = sumOf(finding);
  if (lines.length === 0) return null;
  const isWrong = finding.kind === 'needs ruling' && (finding.check ?? 'fails') === 'fails';
  const table = (
    <table className={css.sum}>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.name} ${line.figure}`} className={line.sign === '=' ? css.adds : undefined}>
            <td className={css.sign}>{SIGNS[line.sign]}</td>
            <th scope="row">{wordsOf(line).words}</th>
            <td className={css.source}>{wordsOf(line).source}</td>
            <td className={css.figure}>
              <LineFigure line={line} words={wordsOf(line).figure} stations={stations} />
            </td>
          </tr>
        ))}
      </tbody>
      {result === undefined ? null : (
        <tfoot>
          <tr>
            <td className={css.sign} />
            <th scope="row">{t(`sums:results.${result.name}`)}</th>
            <td className={css.source}>{t('sums:sources.cast')}</td>
            <td className={isWrong ? `${css.figure} ${css.wrong}` : css.figure}>
              {result.name === 'within' ? showCount(-result.figure) : showSigned(result.figure)}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
  if (isDense) return table;
  return (
    <section className={css.sumPlace} aria-label={t('written')} tabIndex={lines.length > MANY_LINES ? 0 : undefined}>
      {table}
    </section>
  );
}

interface LineFigureProps {
  readonly line: SumLine;
  /** The words for an answer, where the figure is one. */
  readonly words: string | undefined;
  readonly stations: readonly PaperStation[];
}

const DIGEST = 64;
const SHOWN = 16;

function LineFigure({ line: { name, figure }, words, stations }: LineFigureProps) {
  const { t } = useTranslation(['rulings', 'paper', 'sums']);
  if (typeof figure === 'number') return <>{showCount(figure)}</>;
  if (figure === undefined) return <span className={voices.missing}>{t('notKnown')}</span>;
  if (words !== undefined) return <span className={css.text}>{words}</span>;
  if (figure === 'blank' || figure === 'unreadable') return <span className={voices.missing}>{t(`paper:marks.${figure}`)}</span>;
  const station = name === 'sameVotes' ? stations.find(({ code }) => code === figure) : undefined;
  if (station !== undefined)
    return (
      <span className={css.text}>
        {station.name} <span className={voices.code}>{showStation(station.code)}</span>
      </span>
    );
  return <span className={css.text}>{figure.length === DIGEST ? figure.slice(0, SHOWN) : figure}</span>;
}

function showSigned(count: number): string {
  return count < 0 ? `−${showCount(-count)}` : showCount(count);
}
