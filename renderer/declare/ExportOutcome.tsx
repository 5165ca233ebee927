/** What came of an export: the file's name, its size and digest, the verdict, and what was not checked; or why there is no file. */
import { useTranslation } from 'react-i18next';
import type { ExportAnswer } from '../../core/contract/declare.ts';
import { showCount } from '../parts/figures.ts';
import { Refused } from '../parts/Refused.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Declare.module.css';
import { DigestGroups } from './DigestGroups.tsx';

export function ExportOutcome({ outcome }: { readonly outcome: ExportAnswer }) {
  const { t } = useTranslation(['declare', 'terms']);
  if (outcome.is === 'cancelled') return <p>{t('declare:exportCancelled')}</p>;
  if (outcome.is === 'failed') return <Failed outcome={outcome} />;
  const { name, size, digest, verdict, isSame, isProvisional } = outcome;
  return (
    <div className={css.exported}>
      <p>
        <State shape="passes" tone="settled">
          {isSame ? t('declare:exportedSame') : t('declare:exported')}
        </State>{' '}
        {isProvisional ? <span className={voices.stamp}>{t('terms:stamps.provisional')}</span> : null}
      </p>
      <p className={css.file}>{name}</p>
      <p className={voices.quiet}>{t('declare:exportedBytes', { number: showCount(size) })}</p>
      <DigestGroups digest={digest} label={t('declare:digestOfFile')} />
      <p>
        <b>{t(`terms:verdicts.${verdict}`)}</b> <span className={voices.quiet}>{t(`terms:verdictsExplained.${verdict}`)}</span>
      </p>
      <Unpassed checks={outcome.checks} />
      {outcome.page === undefined ? null : <p className={voices.quiet}>{t(`declare:verifierPage.${outcome.page}`)}</p>}
      {outcome.unnoted === undefined ? null : (
        <>
          <p>{t('declare:exportUnnoted')}</p>
          <Refused refusal={outcome.unnoted} />
        </>
      )}
    </div>
  );
}

function Failed({ outcome }: { readonly outcome: Extract<ExportAnswer, { is: 'failed' }> }) {
  const { t } = useTranslation('declare');
  const { trouble, name, detail, checks = [] } = outcome;
  return (
    <div className={css.exported}>
      <p>
        <State shape="fails" tone="danger">
          {t('exportFailed')}
        </State>
      </p>
      <p>{t(`trouble.${trouble}`)}</p>
      {name === undefined ? null : <p className={css.file}>{name}</p>}
      {detail === undefined ? null : <p className={voices.code}>{detail}</p>}
      <Unpassed checks={checks} />
    </div>
  );
}

type Checks = Extract<ExportAnswer, { is: 'written' }>['checks'];

/** Every check that did not pass; the number of those that did. */
function Unpassed({ checks }: { readonly checks: Checks }) {
  const { t } = useTranslation(['declare', 'checks']);
  if (checks.length === 0) return null;
  const passed = checks.filter(({ status }) => status === 'passed').length;
  return (
    <ul className={css.checks} aria-label={t('declare:checks')}>
      <li>
        <State shape="passes">{t('declare:checksPassed', { number: passed, total: checks.length })}</State>
      </li>
      {checks
        .filter(({ status }) => status !== 'passed')
        .map(({ name, status }) => (
          <li key={name}>
            <State shape={status === 'failed' ? 'fails' : 'unknown'} tone={status === 'failed' ? 'danger' : undefined}>
              {t(`checks:${name}.name`)}: {t(`checks:status.${status}`)}
            </State>
          </li>
        ))}
    </ul>
  );
}
