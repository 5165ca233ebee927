/** What became of every station: counts that add up to all of them, and what was closed without a form. */
import { useTranslation } from 'react-i18next';
import type { DeclareContest } from '../../core/views/declare.ts';
import { showCount } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import { Shape, type ShapeName } from '../parts/State.tsx';
import css from './Declare.module.css';

const LINES = [
  ['counted', 'counted', 'counted'],
  ['disregarded', 'struck', 'disregarded'],
  ['setAside', 'aside', 'set-aside'],
  ['notHeld', 'empty', 'not-held'],
  ['postponed', 'empty', 'postponed'],
  ['lost', 'empty', 'lost'],
  ['cancelled', 'empty', 'cancelled'],
  ['inHand', 'received', 'in-hand'],
  ['awaited', 'awaited', 'awaited'],
] as const satisfies readonly (readonly [keyof DeclareContest['counts'], ShapeName, string])[];

/** Always told, also where it is none. */
const ALWAYS: readonly string[] = ['counted', 'disregarded', 'awaited'];

export function DispositionsPart({ contest }: { readonly contest: DeclareContest }) {
  const { t } = useTranslation(['declare', 'terms']);
  const { counts, stations } = contest;
  return (
    <Section title={t('declare:dispositions')}>
      <table className={ledger.ledger} aria-label={t('declare:dispositions')}>
        <tbody>
          {LINES.filter(([count]) => counts[count] > 0 || ALWAYS.includes(count)).map(([count, shape, words]) => (
            <tr key={count}>
              <th scope="row">
                <Shape shape={shape} /> <span className={css.afterShape}>{t(`terms:results.${words}`)}</span>
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
