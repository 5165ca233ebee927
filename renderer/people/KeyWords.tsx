/** A person's key: the first groups of its fingerprint and what vouches for it, or that a new one waits to be admitted. */
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../core/views/people.ts';
import { showDigest } from '../parts/figures.ts';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './People.module.css';

const WORDS = { named: 'named', certified: 'certified', 'on site': 'onSite' } as const;

export function KeyWords({ row }: { readonly row: PersonRow }) {
  const { t } = useTranslation('people');
  const key = row.key ?? (row.pending === undefined ? undefined : { id: row.pending.key, standing: row.pending.standing, isHere: true });
  if (key === undefined) return <span className={voices.missing}>{t('noKey')}</span>;
  if (row.pending?.replaces !== undefined) {
    return (
      <State shape="waits" tone="attention">
        {t('newKeyWaits')}
      </State>
    );
  }
  return (
    <>
      <span className={voices.digest}>{showDigest(key.id)}</span>{' '}
      <span className={`${voices.missing} ${css.standing}`}>{key.isHere ? t(`standing.${WORDS[key.standing]}`) : t('keyElsewhere')}</span>
    </>
  );
}
