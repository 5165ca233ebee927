/** The correction that is open, or waits for a second official: which stations, and why. */
import { useTranslation } from 'react-i18next';
import type { DeclareContest } from '../../core/views/declare.ts';
import type { PaperStation } from '../../core/views/paper.ts';
import { Section } from '../parts/Room.tsx';
import { State } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './Declare.module.css';

export function CorrectionPart({ contest: { correction, proposed, declared } }: { readonly contest: DeclareContest }) {
  const { t } = useTranslation('declare');
  if (correction === undefined && proposed === undefined) return null;
  return (
    <Section title={t('correction')} note={declared === undefined ? null : t('versionNumber', { version: declared.number })}>
      {correction === undefined ? null : (
        <div className={css.line}>
          <State shape="waits" tone="attention">
            {t(correction.isAlone ? 'correctionAlone' : 'correctionOpen')}
          </State>
          <Which stations={correction.stations} reason={correction.reason} />
        </div>
      )}
      {proposed === undefined ? null : (
        <div className={css.line}>
          <State shape="waits" tone="attention">
            {t('correctionProposed', { name: proposed.by })}
          </State>
          <Which stations={proposed.stations} reason={proposed.reason} />
        </div>
      )}
    </Section>
  );
}

function Which({ stations, reason }: { readonly stations: readonly PaperStation[]; readonly reason: string }) {
  return (
    <>
      <p>{stations.map(({ name }) => name).join(', ')}</p>
      <p className={`${voices.quiet} ${css.reason}`}>{reason}</p>
    </>
  );
}
