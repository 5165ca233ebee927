/** The parts of a verified summary: its digest as on the papers, the totals in ballot order with what they are out of, the signers. */
import { useTranslation } from 'react-i18next';
import { groupsOf } from '../../core/groups.ts';
import type { VerifiedSigner, VerifiedSummary } from '../../core/views/verify.ts';
import { showCount, showDigest, showShare } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Verify.module.css';

export function Digest({ digest }: { readonly digest: string }) {
  const { t } = useTranslation('verify');
  const groups = groupsOf(digest);
  return (
    <Section title={t('digest')}>
      <ol className={css.groups} aria-label={t('digest')}>
        {groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is named by its place
          <li key={at}>
            <span aria-hidden="true">{at + 1}</span>
            {group}
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function Totals({ summary }: { readonly summary: VerifiedSummary }) {
  const { t } = useTranslation('verify');
  const { contest, version, candidates, totals, counts, stations } = summary;
  const of = { title: contest.title, form: contest.formB, version };
  const out = t('totalsOf', { counted: showCount(counts.counted), stations: showCount(stations.length) });
  return (
    <Section title={t('totals')} note={version === 0 ? t('provisionalAccount', of) : t('version', of)}>
      <table className={ledger.ledger} aria-label={t('totals')}>
        <thead>
          <tr>
            <td className={css.lineColumn} />
            <th scope="col">{t('candidate')}</th>
            <th scope="col" className={ledger.number}>
              {out}
            </th>
            <th scope="col" className={`${ledger.number} ${css.shareColumn}`}>
              {t('valid')}, %
            </th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ number, name, party, votes }) => (
            <tr key={number}>
              <td className={voices.code}>{number}</td>
              <th scope="row" className={ledger.cut}>
                {name} <small className={voices.quiet}>{party}</small>
              </th>
              <td className={ledger.number}>{showCount(votes)}</td>
              <td className={`${ledger.number} ${voices.small}`}>{showShare(votes, totals.valid)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row">{t('valid')}</th>
            <td className={ledger.number}>{showCount(totals.valid)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <dl className={css.counts}>
        <div>
          <dt>{t('rejected')}</dt>
          <dd>{showCount(totals.rejected)}</dd>
        </div>
        <div>
          <dt>{t('registered')}</dt>
          <dd>{showCount(totals.registered)}</dd>
        </div>
      </dl>
    </Section>
  );
}

const STANDINGS = { named: 'passes', certified: 'passes', 'on site': 'unknown' } as const;

export function Signers({ signers }: { readonly signers: readonly VerifiedSigner[] }) {
  const { t } = useTranslation(['verify', 'terms']);
  return (
    <Section title={t('verify:signers')} note={showCount(signers.length)}>
      {signers.length === 0 ? (
        <p className={css.means}>{t('verify:nobodySigned')}</p>
      ) : (
        <table className={ledger.ledger} aria-label={t('verify:signers')}>
          <thead>
            <tr>
              <th scope="col">{t('verify:signer')}</th>
              <th scope="col">{t('verify:standing')}</th>
              <th scope="col" className={css.fingerprintColumn}>
                {t('verify:fingerprint')}
              </th>
            </tr>
          </thead>
          <tbody>
            {signers.map(({ person, role, name, keyId, standing }) => (
              <tr key={keyId}>
                <th scope="row" className={ledger.cut}>
                  {name} <small className={voices.quiet}>{`${t(`terms:roles.${role}`)} ${person}`}</small>
                </th>
                <td>
                  <State shape={STANDINGS[standing]} tone={standing === 'on site' ? 'attention' : undefined}>
                    {t(`verify:standings.${standing}`)}
                  </State>
                </td>
                <td className={css.fingerprint}>{showDigest(keyId, 8)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
