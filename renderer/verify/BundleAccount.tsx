/** One bundle: the verdict large and in words, then everything it rests on. */
import { useTranslation } from 'react-i18next';
import type { Check } from '../../core/checks.ts';
import type { VerifiedBundle } from '../../core/views/verify.ts';
import { Button } from '../parts/Button.tsx';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import { Stations } from './Stations.tsx';
import { Digest, Signers, Totals } from './SummaryParts.tsx';
import { VerdictWords } from './VerdictWords.tsx';
import css from './Verify.module.css';
import { CHECK_SHAPES } from './words-of.ts';

export interface BundleAccountProps {
  readonly bundle: VerifiedBundle;
  readonly onBack?: () => void;
}

export function BundleAccount({ bundle, onBack }: BundleAccountProps) {
  const { t } = useTranslation('verify');
  const { summary, checks, name } = bundle;
  return (
    <>
      {onBack === undefined ? null : (
        <p>
          <Button keys="Escape" look="plain" onPress={onBack}>
            {t('back')}
          </Button>
        </p>
      )}
      <VerdictWords verdict={bundle.verdict} checks={checks} isFocused />
      <p className={css.file}>
        {name} {summary?.election.kind === 'rehearsal' ? <Stamp word="rehearsal" /> : null}{' '}
        {summary === undefined || summary.state === 'declared' ? null : <Stamp word="provisional" />}
      </p>
      {summary === undefined ? <p className={css.means}>{t('noSummary')}</p> : <Digest digest={summary.digest} />}
      <Checks checks={checks} />
      {summary === undefined ? null : (
        <>
          <Totals summary={summary} />
          <Signers signers={summary.signers} />
          <Stations stations={summary.stations} />
        </>
      )}
    </>
  );
}

function Stamp({ word }: { readonly word: 'rehearsal' | 'provisional' }) {
  const { t } = useTranslation('terms');
  return <span className={voices.stamp}>{t(`stamps.${word}`)}</span>;
}

function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const { t } = useTranslation(['verify', 'checks']);
  return (
    <Section title={t('verify:checks')}>
      <table className={`${ledger.ledger} ${css.checks}`} aria-label={t('verify:checks')}>
        <thead>
          <tr>
            <th scope="col" className={css.statusColumn}>
              {t('verify:status')}
            </th>
            <th scope="col">{t('verify:check')}</th>
            <th scope="col">{t('verify:found')}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ name, status, detail }) => (
            <tr key={name}>
              <td>
                <State shape={CHECK_SHAPES[status]} tone={status === 'failed' ? 'danger' : undefined}>
                  {t(`checks:status.${status}`)}
                </State>
              </td>
              <th scope="row">
                {t(`checks:${name}.name`)} <small className={css.explain}>{t(`checks:${name}.explain`)}</small>
              </th>
              <td className={css.detail}>{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
