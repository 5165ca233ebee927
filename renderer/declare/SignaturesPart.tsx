/** The version on the table, and the lines for the two officials' signatures. */
import { useTranslation } from 'react-i18next';
import type { DeclareContest } from '../../core/views/declare.ts';
import { showTime } from '../parts/figures.ts';
import { Section } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Declare.module.css';
import { DigestGroups } from './DigestGroups.tsx';

export function SignaturesPart({ contest }: { readonly contest: DeclareContest }) {
  const { t } = useTranslation(['declare', 'terms']);
  const { signatures, ready, declared, state } = contest;
  const signed = signatures.filter(({ at }) => at !== undefined).length;
  const shown = ready ?? (state === 'declared' ? declared : undefined);
  return (
    <Section title={t('declare:signatures')} note={t('declare:ofOfficials', { number: signed })}>
      {ready?.isStale ? <Stale contest={contest} /> : null}
      {shown === undefined ? null : <DigestGroups digest={shown.digest} label={t('declare:digestOf', { version: shown.number })} />}
      <ul aria-label={t('declare:signatures')}>
        {signatures.map(({ person, name, role, at }) => (
          <li key={person} className={css.signature}>
            <b>{name}</b> <span className={`${voices.quiet} ${voices.small}`}>{t(`terms:roles.${role}`)}</span>
            <span className={css.signatureLine}>
              {at === undefined ? (
                <span className={voices.missing}>{t(ready === undefined ? 'declare:opensWhenPrepared' : 'declare:notSigned')}</span>
              ) : (
                <State shape="passes">{t('declare:signedAt', { time: showTime(at) })}</State>
              )}
            </span>
          </li>
        ))}
      </ul>
      {declared?.alone === undefined || state !== 'declared' ? null : (
        <p className={css.line}>
          <State shape="needs" tone="danger">
            {t('declare:oneAlone')}
          </State>{' '}
          <span className={voices.small}>{declared.alone}</span>
        </p>
      )}
    </Section>
  );
}

/** Why what was prepared is no longer what would be prepared. */
function Stale({ contest }: { readonly contest: DeclareContest }) {
  const { t } = useTranslation('declare');
  const changed = contest.ready?.changedSince ?? [];
  return (
    <div className={css.stale} role="status">
      <State shape="needs" tone="danger">
        {t('stale')}
      </State>
      <p className={voices.small}>
        {contest.outstanding.length > 0
          ? t('staleByForms', { number: contest.outstanding.length })
          : changed.length > 0
            ? t('staleByStations', { stations: changed.map(({ name }) => name).join(', ') })
            : t('staleByOther')}
      </p>
    </div>
  );
}
