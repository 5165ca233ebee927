/** What became of every station: counts that add up to all of them, and what was closed without a form. */
import { useTranslation } from 'react-i18next';
import { COUNTED_DISPOSITIONS } from '../../core/summary.ts';
import type { DeclareContest } from '../../core/views/declare.ts';
import { showCount } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import { Shape } from '../parts/State.tsx';
import { STANDING_SHAPES } from '../parts/shapes.ts';
import css from './Declare.module.css';

/** Always told, also where it is none. */
const ALWAYS: readonly string[] = ['counted', 'disregarded', 'awaited'];

export function DispositionsPart({ contest }: { readonly contest: DeclareContest }) {
  const { t } = useTranslation(['declare', 'terms']);
  const { counts, stations } = contest;
  return (
    <Section title={t('declare:dispositions')}>
      <table className={ledger.ledger} aria-label={t('declare:dispositions')}>
        <tbody>
          {COUNTED_DISPOSITIONS.filter(([count]) => counts[count] > 0 || ALWAYS.includes(count)).map(([count, disposition]) => (
            <tr key={count}>
              <th scope="row">
                <Shape shape={STANDING_SHAPES[disposition]} /> <span className={css.afterShape}>{t(`terms:results.${disposition}`)}</span>
              </th>
              <td className={`${ledger.number} ${css.countCell}`}>{showCount(counts[count])}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('declare:stations')}</th>
            <td className={ledger.number}>{showCount(stations)}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}
