/**
 * Finding the station whose paper is in hand: digits of its code or words of its name, arrows through what is found, Enter takes it.
 * A station says beside its name what is still awaited from it.
 */
import { type KeyboardEvent, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findStations, type ReceiveContest, type ReceiveStation } from '../../core/views/receive.ts';
import { showStation } from '../parts/figures.ts';
import { placeAfter } from '../parts/place-after.ts';
import { Shape } from '../parts/State.tsx';
import { STANDING_SHAPES } from '../parts/shapes.ts';
import css from './Finder.module.css';

export interface StationFinderProps {
  readonly stations: readonly ReceiveStation[];
  readonly contests: readonly ReceiveContest[];
  readonly chosen: string | undefined;
  readonly onTake: (station: string) => void;
  /** Nothing else is to be done in the room: the box has the focus from the start. */
  readonly isFirst: boolean;
  readonly ref: Ref<HTMLInputElement>;
}

/** More than anybody looks through: who sees this many types another letter. */
const MOST_SHOWN = 100;

export function StationFinder({ stations, contests, chosen, onTake, isFirst, ref }: StationFinderProps) {
  const { t } = useTranslation('receive');
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = findStations(stations, typed);
  const shown = found.slice(0, MOST_SHOWN);
  const here = Math.min(at, shown.length - 1);
  const current = shown[here];
  const take = (station: ReceiveStation | undefined) => {
    if (station === undefined) return;
    setTyped('');
    setAt(0);
    onTake(station.code);
  };
  const move = (event: KeyboardEvent) => {
    const to = placeAfter(event, here, shown.length, { page: 8, hasEnds: false });
    if (event.shiftKey || event.altKey) return;
    if (event.key === 'Enter') take(current);
    else if (to === undefined) return;
    else setAt(to);
    event.preventDefault();
  };
  return (
    <section className={css.finder} aria-label={t('findStation')}>
      <label htmlFor="find-station">{t('findStation')}</label>
      <input
        id="find-station"
        ref={ref}
        className={css.box}
        role="combobox"
        aria-expanded="true"
        aria-controls="stations-found"
        aria-autocomplete="list"
        aria-activedescendant={current === undefined ? undefined : `station-${current.code}`}
        value={typed}
        placeholder={t('findHint')}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: it is what one comes to this room for
        autoFocus={isFirst}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={move}
      />
      <p className={css.count} role="status">
        {t('found', { found: found.length, total: stations.length })}
      </p>
      <div id="stations-found" role="listbox" tabIndex={-1} aria-label={t('stations')} className={css.list}>
        {shown.map((station, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys
          <div
            key={station.code}
            id={`station-${station.code}`}
            ref={(line) => {
              if (place === here) line?.scrollIntoView({ block: 'nearest' });
            }}
            role="option"
            tabIndex={-1}
            aria-selected={place === here}
            aria-current={station.code === chosen ? 'true' : undefined}
            className={css.station}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(station)}
          >
            <span className={css.name}>{station.name}</span>
            <span className={css.code}>{showStation(station.code)}</span>
            <span className={css.states}>
              <Awaited station={station} contests={contests} />
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}

/** Each contest of a station by the number of its form, with the shape of how it stands; the word is read out. */
function Awaited({ station, contests }: { readonly station: ReceiveStation; readonly contests: readonly ReceiveContest[] }) {
  const { t } = useTranslation('terms');
  return station.results.map(({ contest, state }) => (
    <span key={contest} title={t(`results.${state}`)}>
      <Shape shape={STANDING_SHAPES[state]} /> {contests.find(({ id }) => id === contest)?.formA}{' '}
      <span className={css.word}>{t(`results.${state}`)}</span>
    </span>
  ));
}
