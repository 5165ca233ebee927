/**
 * What a restore from this medium will lose, as far as anybody can know: receipts and checkpoints that were brought are held against
 * it, and the medium's own list of heads. Each loss is said in a whole sentence, with the paper that knows of it.
 */
import { useTranslation } from 'react-i18next';
import type { BroughtHead, RestoreView } from '../../core/contract/restore.ts';
import { showCount } from '../parts/figures.ts';
import ledger from '../parts/ledger.module.css';
import { Section } from '../parts/Room.tsx';
import { type ShapeName, State, type Tone } from '../parts/State.tsx';
import css from './Restore.module.css';

type Offered = Extract<RestoreView, { is: 'offered' }>;

export function WillBeLost({ offered }: { readonly offered: Offered }) {
  const { t } = useTranslation('restore');
  const { brought, isWeighing } = offered;
  return (
    <div>
      <Section title={t('newer')}>
        <p className={css.told}>{t('newerAbout')}</p>
        {brought.length === 0 ? null : <Brought heads={brought} />}
        {isWeighing ? (
          <p role="status" className={css.told}>
            <State shape="once">{t('weighing')}</State>
          </p>
        ) : null}
      </Section>
      <Section title={t('willBeLost')}>
        <div role="status">
          <Losses offered={offered} />
        </div>
      </Section>
    </div>
  );
}

const VERDICTS: Readonly<Record<BroughtHead['verdict'], { readonly shape: ShapeName; readonly tone?: Tone }>> = {
  held: { shape: 'passes' },
  lost: { shape: 'needs', tone: 'attention' },
  contradicted: { shape: 'fails', tone: 'danger' },
};

function Brought({ heads }: { readonly heads: readonly BroughtHead[] }) {
  const { t } = useTranslation('restore');
  return (
    <table className={ledger.ledger} aria-label={t('newer')}>
      <thead>
        <tr>
          <th scope="col" className={css.file}>
            {t('file')}
          </th>
          <th scope="col">{t('agent')}</th>
          <th scope="col" className={`${ledger.number} ${css.acts}`}>
            {t('sawActs')}
          </th>
          <th scope="col">{t('verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {heads.map(({ source, agent, size, verdict }) => (
          <tr key={source}>
            <td className={ledger.cut}>{source}</td>
            <td className={ledger.cut}>{agent}</td>
            <td className={ledger.number}>{showCount(size)}</td>
            <td>
              <State shape={VERDICTS[verdict].shape} tone={VERDICTS[verdict].tone}>
                {t(`verdicts.${verdict}`)}
              </State>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Losses({ offered: { brought, lost, centre } }: { readonly offered: Offered }) {
  const { t } = useTranslation('restore');
  const end = showCount(centre.size);
  const contradicted = brought.filter(({ verdict }) => verdict === 'contradicted');
  const newer = brought.filter(({ verdict }) => verdict === 'lost');
  if (lost === 0 && contradicted.length === 0) return <p className={css.told}>{t('nothingLost')}</p>;
  return (
    <>
      {contradicted.map(({ source }) => (
        <p key={source} className={css.lost}>
          {t('contradictedBy', { source })}
        </p>
      ))}
      {newer.map(({ source, size }) => (
        <p key={source} className={css.lost}>
          {t('lostBy', { source, size: showCount(size), end, lost: showCount(size - centre.size) })}
        </p>
      ))}
      {centre.knownBeyond === 0 ? null : (
        <p className={css.lost}>
          {t('lostByMedium', { size: showCount(centre.size + centre.knownBeyond), end, lost: showCount(centre.knownBeyond) })}
        </p>
      )}
    </>
  );
}
