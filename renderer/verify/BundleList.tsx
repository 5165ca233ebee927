/** Several bundles: one line each with its verdict and where it broke, judged alone and side by side. Enter opens one. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifiedBundle } from '../../core/views/verify.ts';
import { showCount } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import { useRoving } from '../parts/roving.ts';
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
  const rowAt = useRoving(bundles.length, { onEnter: onOpen });
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => body.current?.querySelector('tr')?.focus(), []);
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
        <tbody ref={body}>
          {bundles.map((bundle, at) => {
            const row = rowAt(at);
            const isActive = row.tabIndex === 0;
            return (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: two files of one name may lie on the table
                key={at}
                {...row}
                aria-selected={isActive}
                className={isActive ? ledger.active : undefined}
                onClick={() => onOpen(at)}
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
            );
          })}
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
