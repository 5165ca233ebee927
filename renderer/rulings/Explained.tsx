/** What the rule is, and the sum that shows it: each line with where it comes from, the difference under a double rule. */
import { useTranslation } from 'react-i18next';
import { type SumLine, sumOf } from '../../core/views/finding-sum.ts';
import type { FindingSeen, RuledForm } from '../../core/views/rulings.ts';
import { showCount } from '../parts/figures.ts';
import voices from '../parts/voices.module.css';
import css from './Rulings.module.css';
import { useSumWords } from './use-sum-words.ts';

const SIGNS: Readonly<Record<SumLine['sign'], string>> = { '': '', '+': '+', '-': '−', '=': '=', is: '=', isNot: '≠' };

export interface ExplainedProps {
  readonly form: RuledForm;
  readonly finding: FindingSeen;
}

export function Explained({ form, finding }: ExplainedProps) {
  const { t } = useTranslation(['rulings', 'findings']);
  return (
    <>
      <h2 id="finding-title" className={css.title}>
        <span className={voices.digest}>{finding.code}</span> {t(`findings:${finding.code}.title`)}
      </h2>
      <Sum form={form} finding={finding} />
      <p className={css.rule}>
        {t('rule')}: {t(`findings:${finding.code}.formula`)}. {t(`findings:${finding.code}.explain`)}{' '}
        {finding.check === 'fails' ? t('asWritten') : finding.check === 'passes' ? t('passesWhy') : t('cannotCheckWhy')}
      </p>
      {finding.check === 'fails' && form.stage === 'open' ? <p className={css.rule}>{t('arisenOpen')}</p> : null}
      {finding.check === 'fails' && form.stage === 'accepted' ? <p className={css.rule}>{t('arisenAccepted')}</p> : null}
    </>
  );
}

function Sum({ form, finding }: ExplainedProps) {
  const { t } = useTranslation(['rulings', 'paper']);
  const wordsOf = useSumWords(form.paper);
  const { lines, result } = sumOf(finding);
  if (lines.length === 0) return null;
  return (
    <section className={css.sumPlace} aria-label={t('written')} tabIndex={lines.length > 12 ? 0 : undefined}>
      <table className={css.sum}>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.name} ${line.figure}`} className={line.sign === '=' ? css.adds : undefined}>
              <td className={css.sign}>{SIGNS[line.sign]}</td>
              <th scope="row">{wordsOf(line.name).words}</th>
              <td className={css.source}>{wordsOf(line.name).source}</td>
              <td className={css.figure}>
                <LineFigure line={line} />
              </td>
            </tr>
          ))}
        </tbody>
        {result === undefined ? null : (
          <tfoot>
            <tr>
              <td className={css.sign} />
              <th scope="row">{t(`results.${result.name}`)}</th>
              <td className={css.source}>{t('sources.cast')}</td>
              <td className={finding.check === 'fails' ? `${css.figure} ${css.wrong}` : css.figure}>
                {result.name === 'within' ? showCount(-result.figure) : showSigned(result.figure)}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function LineFigure({ line: { figure } }: { readonly line: SumLine }) {
  const { t } = useTranslation(['rulings', 'paper']);
  if (typeof figure === 'number') return <>{showCount(figure)}</>;
  if (figure === undefined) return <span className={voices.missing}>{t('notKnown')}</span>;
  if (figure === 'blank' || figure === 'unreadable') return <span className={voices.missing}>{t(`paper:marks.${figure}`)}</span>;
  return <span className={css.text}>{figure.length === 64 ? figure.slice(0, 16) : figure}</span>;
}

function showSigned(count: number): string {
  return count < 0 ? `−${showCount(-count)}` : showCount(count);
}
