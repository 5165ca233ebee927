/** Everybody who signed the summary, and how their key is known: named, certified, or only enrolled on site. */
import { useTranslation } from 'react-i18next';
import { showDigest } from '../parts/figures.ts';
import { State } from '../parts/State.tsx';
import type { JudgedSummary } from './judged.ts';
import { Region } from './Region.tsx';
import tables from './Tables.module.css';
import { nameIn } from './use-names.ts';

const SHAPES = { named: 'passes', certified: 'passes', 'on site': 'unknown' } as const;

export function Signers({ summary: { content, signers } }: { readonly summary: JudgedSummary }) {
  const { t } = useTranslation(['verify', 'terms']);
  if (signers.length === 0) return <p className={tables.words}>{t('verify:nobodySigned')}</p>;
  return (
    <Region label={t('verify:signers')}>
      <table className={tables.table} aria-label={t('verify:signers')}>
        <thead>
          <tr>
            {[t('verify:signer'), t('verify:standing'), t('verify:fingerprint')].map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {signers.map(({ person, role, keyId, standing }) => (
            <tr key={keyId}>
              <th scope="row" className={tables.name}>
                {nameIn(content, person)} <small>{t(`terms:roles.${role}`)}</small>
              </th>
              <td>
                <State shape={SHAPES[standing]} tone={standing === 'on site' ? 'attention' : undefined}>
                  {t(`verify:standings.${standing}`)}
                </State>
              </td>
              <td className={tables.digest}>{showDigest(keyId, 8)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}
