/** Several bundles: one line each with its verdict and where it broke, judged alone and side by side. Enter opens one. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifiedBundle } from '../../core/views/verify.ts';
import { showCount } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Verify.module.css';
import { VERDICT_SHAPES, VERDICT_TONES } from './words-of.ts';

export interface BundleListProps {
  readonly bundles: readonly VerifiedBundle[];
  readonly onOpen: (place: number) => void;
}

export function BundleList({ bundles, onOpen }: BundleListProps) {
  const { t } = useTranslation(['verify', 'terms', 'checks']);
  const [active, setActive] = useState(0);
  const rows = useRef<(HTMLTableRowElement | null)[]>([]);
  useEffect(() => rows.current[0]?.focus(), []);
  const move = (by: number) => {
    const next = Math.min(Math.max(active + by, 0), bundles.length - 1);
    setActive(next);
    rows.current[next]?.focus();
  };
  return (
    <Section title={t('verify:all')} note={t('verify:bundlesAre', { number: showCount(bundles.length) })}>
      <p className={css.means}>{t('verify:allTogether')}</p>
      <table
        className={ledger.ledger}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen with arrows is a grid
        role="grid"
        aria-label={t('verify:all')}
      >
        <thead>
          <tr>
            <th scope="col" className={css.verdictColumn}>
              {t('verify:verdict')}
            </th>
            <th scope="col" className={css.bundleColumn}>
              {t('verify:bundle')}
            </th>
            <th scope="col" className={css.bundleColumn}>
              {t('verify:contest')}
            </th>
            <th scope="col">{t('verify:remark')}</th>
          </tr>
        </thead>
        <tbody>
          {bundles.map((bundle, at) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: two files of one name may lie on the table
              key={at}
              ref={(row) => {
                rows.current[at] = row;
              }}
              tabIndex={at === active ? 0 : -1}
              aria-selected={at === active}
              className={at === active ? ledger.active : undefined}
              onFocus={() => setActive(at)}
              onClick={() => onOpen(at)}
              onKeyDown={(event) => {
                const act = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => onOpen(at) }[event.key];
                if (act === undefined) return;
                event.preventDefault();
                act();
              }}
            >
              <td>
                <State shape={VERDICT_SHAPES[bundle.verdict]} tone={VERDICT_TONES[bundle.verdict]}>
                  {t(`terms:verdicts.${bundle.verdict}`)}
                </State>
              </td>
              <td className={ledger.cut}>{bundle.name}</td>
              <td className={ledger.cut}>{bundle.summary?.contest.title ?? ''}</td>
              <td className={`${ledger.cut} ${voices.small}`}>
                <Remark bundle={bundle} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Remark({ bundle: { checks } }: { readonly bundle: VerifiedBundle }) {
  const { t } = useTranslation('checks');
  const wrong = checks.find(({ status }) => status === 'failed') ?? checks.find(({ status }) => status === 'not checked');
  if (wrong === undefined) return null;
  return (
    <>
      {t(`${wrong.name}.name`)}: {wrong.detail}
    </>
  );
}
