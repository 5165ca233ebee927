/** What is outstanding, station by station: arrows choose, Enter goes to the room that settles it. */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Outstanding, OutstandingKind } from '../../core/views/declare-outstanding.ts';
import type { FramePerson } from '../../core/views/frame.ts';
import type { StandingName } from '../../core/views/standing.ts';
import { showStation } from '../parts/figures.ts';
import { Section } from '../parts/Room.tsx';
import { useRoving } from '../parts/roving.ts';
import { State, type Tone } from '../parts/State.tsx';
import { STANDING_SHAPES } from '../parts/shapes.ts';
import voices from '../parts/voices.module.css';
import css from './Declare.module.css';

const LOOKS: Readonly<Record<OutstandingKind, readonly [StandingName, Tone?]>> = {
  awaited: ['awaited'],
  'all-aside': ['set-aside', 'attention'],
  entry: ['received'],
  differences: ['differing', 'attention'],
  rulings: ['rulings', 'danger'],
  opening: ['opening'],
  signing: ['signing'],
  acceptance: ['acceptance', 'attention'],
};

/** The room that settles it; whoever has no work there is shown the station's history. */
function placeOf({ kind, form, station }: Outstanding, contest: string, role: FramePerson['role'] | undefined): string {
  const history = `/station/${contest}/${station.code}`;
  const isOfficial = role === 'ro' || role === 'dro';
  if (role === undefined || role === 'agent' || kind === 'all-aside') return history;
  if (kind === 'awaited') return `/receive/${station.code}`;
  const named = encodeURIComponent(form ?? '');
  if (kind === 'entry') return role === 'clerk' ? `/entry/${named}` : history;
  if (kind === 'differences') return `/differences/${named}`;
  if (kind === 'rulings') return isOfficial ? `/rulings/${named}` : history;
  return `/sign/form/${named}`;
}

export interface OutstandingPartProps {
  readonly contest: string;
  readonly outstanding: readonly Outstanding[];
  readonly stations: number;
  readonly proposals: number;
  readonly role: FramePerson['role'] | undefined;
}

export function OutstandingPart({ contest, outstanding, stations, proposals, role }: OutstandingPartProps) {
  const { t } = useTranslation('declare');
  const [, go] = useLocation();
  const itemAt = useRoving(outstanding.length);
  return (
    <Section title={t('outstanding')} note={t('ofStations', { number: outstanding.length, total: stations })}>
      {outstanding.length === 0 ? (
        <p className={css.line}>
          <State shape="passes">{t('nothingOutstanding')}</State>
        </p>
      ) : (
        <ul aria-label={t('outstanding')}>
          {outstanding.map((item, place) => (
            <li key={item.form ?? item.station.code} className={css.item}>
              <button
                type="button"
                className={css.itemButton}
                {...itemAt(place)}
                onClick={() => go(placeOf(item, contest, role))}
                title={t('goSettle')}
              >
                <span className={css.itemName}>{item.station.name}</span>
                <span className={voices.code}>{showStation(item.station.code)}</span>
                <Why item={item} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {proposals === 0 ? null : (
        <p className={css.line}>
          <button type="button" className={css.itemButton} onClick={() => go('/people')}>
            <State shape="waits" tone="attention">
              {t('proposalsWait', { number: proposals })}
            </State>
          </button>
        </p>
      )}
    </Section>
  );
}

function Why({ item }: { readonly item: Outstanding }) {
  const { t } = useTranslation('declare');
  const { kind, findings = [], answered } = item;
  const [standing, tone] = LOOKS[kind];
  const words =
    kind === 'rulings' && findings.length > 0
      ? t('kind.rulingsOn', { findings: findings.join(', ') })
      : kind === 'signing' && answered !== undefined
        ? t('kind.signingLeft', { done: answered.done, total: answered.total })
        : t(`kind.${kind}`);
  return (
    <span className={css.itemState}>
      <State shape={STANDING_SHAPES[standing]} tone={tone}>
        {words}
      </State>
    </span>
  );
}
