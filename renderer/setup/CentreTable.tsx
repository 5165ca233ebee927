/**
 * The centres on this machine, one a row: what kind of election, where, the first groups of the definition's digest, and whether it was
 * founded here or restored: of two centres of one election, one went on from the other.
 */
import { useTranslation } from 'react-i18next';
import type { ListedCentre, ListedRestore } from '../../core/contract/setup.ts';
import { showDay, showDigest, showTime } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import type { Rows } from '../parts/rows.ts';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Setup.module.css';

export function CentreTable({ centres, rows }: { readonly centres: readonly ListedCentre[]; readonly rows: Rows }) {
  const { t } = useTranslation('setup');
  return (
    <table aria-label={t('centresHere')} className={`${ledger.ledger} ${ledger.typed}`}>
      <thead>
        <tr>
          <th scope="col" className={css.kind}>
            {t('kind')}
          </th>
          <th scope="col">{t('constituency')}</th>
          <th scope="col">{t('election')}</th>
          <th scope="col" className={css.digestColumn}>
            {t('digest')}
          </th>
          <th scope="col" className={css.originColumn}>
            {t('origin')}
          </th>
          <th scope="col" className={css.state}>
            {t('state')}
          </th>
        </tr>
      </thead>
      <tbody>
        {centres.map((centre) => (
          <tr key={centre.centre} {...rows.rowProps(centre.centre)} className={centre.centre === rows.chosen ? ledger.active : undefined}>
            <td>{t(`kinds.${centre.kind}`)}</td>
            <td className={ledger.cut}>{centre.constituency ?? <span className={voices.missing}>{centre.reason}</span>}</td>
            <td className={ledger.cut}>{centre.title}</td>
            <td className={voices.digest}>{centre.digest === undefined ? '' : showDigest(centre.digest)}</td>
            <td className={css.origin}>{centre.kind === 'damaged' ? null : <Origin restored={centre.restored} />}</td>
            <td>{centre.isOpen ? <State shape="full">{t('isOpen')}</State> : <State shape="awaited">{t('isClosed')}</State>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Origin({ restored }: { readonly restored: ListedRestore | undefined }) {
  const { t, i18n } = useTranslation('setup');
  if (restored === undefined) return <span className={voices.quiet}>{t('origins.founded')}</span>;
  const { stage, epoch, at } = restored;
  const when = at === undefined ? { day: '', time: '' } : { day: showDay(at, i18n.language), time: showTime(at) };
  const words = t(`origins.${stage}`, { epoch, ...when });
  return stage === 'settled' ? (
    words
  ) : (
    <State shape="needs" tone="attention">
      {words}
    </State>
  );
}
