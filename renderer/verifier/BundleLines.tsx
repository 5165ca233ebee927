/** Several bundles, one line each: the verdict, the contest, and the first thing that failed or could not be checked. */
import { useTranslation } from 'react-i18next';
import { showCount } from '../parts/figures.ts';
import { Section } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import { VERDICT_SHAPES, VERDICT_TONES } from '../verify/words-of.ts';
import type { Judged } from './judged.ts';
import { addressOf } from './place.ts';
import { Region } from './Region.tsx';
import css from './Tables.module.css';

export function BundleLines({ bundles }: { readonly bundles: readonly Judged[] }) {
  const { t } = useTranslation(['verify', 'terms', 'checks']);
  return (
    <Section title={t('verify:all')} note={t('verify:bundlesAre', { number: showCount(bundles.length) })}>
      <p className={css.words}>{t('verify:allTogether')}</p>
      <Region label={t('verify:all')}>
        <table className={css.table} aria-label={t('verify:all')}>
          <thead>
            <tr>
              <th scope="col">{t('verify:verdict')}</th>
              <th scope="col">{t('verify:bundle')}</th>
              <th scope="col">{t('verify:contest')}</th>
              <th scope="col">{t('verify:remark')}</th>
            </tr>
          </thead>
          <tbody>
            {bundles.map((bundle, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files of one name may lie on the table
              <tr key={at}>
                <td>
                  <State shape={VERDICT_SHAPES[bundle.verdict]} tone={VERDICT_TONES[bundle.verdict]}>
                    {t(`terms:verdicts.${bundle.verdict}`)}
                  </State>
                </td>
                <th scope="row" className={css.name}>
                  <a href={addressOf({ is: 'bundle', bundle: at })}>{bundle.name}</a>
                </th>
                <td className={css.name}>{bundle.summary?.content.contest.title ?? '–'}</td>
                <td className={css.name}>
                  <Remark bundle={bundle} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Region>
    </Section>
  );
}

function Remark({ bundle: { checks } }: { readonly bundle: Judged }) {
  const { t } = useTranslation('checks');
  const wrong = checks.find(({ status }) => status === 'failed') ?? checks.find(({ status }) => status !== 'passed');
  return wrong === undefined ? null : `${t(`${wrong.name}.name`)}: ${wrong.detail}`;
}
