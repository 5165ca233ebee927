/** The stations with the box that finds them and the filter that shortens the list. */
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { BoardContest } from '../../core/views/board.ts';
import { Button } from '../parts/Button.tsx';
import { Key, useKey } from '../parts/keys.tsx';
import voices from '../parts/voices.module.css';
import { FilterDialog } from './BoardDialogs.tsx';
import lists from './Lists.module.css';
import { isListed, keepPlace, type Listing, lastPlace } from './listed.ts';
import css from './StationsList.module.css';
import { StationsTable } from './StationsTable.tsx';

export interface StationsListProps {
  readonly shown: BoardContest;
  readonly scroller: HTMLElement | null;
}

export function StationsList({ shown, scroller }: StationsListProps) {
  const { t } = useTranslation('board');
  const { contest, stations } = shown;
  const [place, setPlace] = useState(() => lastPlace(contest));
  const [isFiltering, setFiltering] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const keep = (changed: typeof place) => {
    keepPlace(contest, changed);
    setPlace(changed);
  };
  const { listing } = place;
  const list = (changed: Listing) => keep({ ...place, listing: changed });
  const listed = stations.filter((station) => isListed(station, listing));
  return (
    <section aria-labelledby="stations-title">
      <div className={css.head}>
        <h2 id="stations-title">{t('stationsTitle')}</h2>
        <p className={voices.missing} role="status">
          <Listed shown={shown} listing={listing} listed={listed.length} />
        </p>
        <FindBox
          text={listing.text}
          onText={(text) => list({ ...listing, text })}
          first={listed[0]?.code}
          contest={contest}
          table={table}
        />
        <Button keys="F3" look="plain" onPress={() => setFiltering(true)}>
          {t('filter')}
        </Button>
      </div>
      {listed.length === 0 ? (
        <p className={lists.none}>{t('noneListed')}</p>
      ) : (
        <StationsTable
          key={`${listing.ward} ${listing.standing}`}
          contest={contest}
          stations={listed}
          total={listed.length}
          first={place.station}
          scroller={scroller}
          table={table}
          onActive={(station) => keepPlace(contest, { ...place, station })}
        />
      )}
      {isFiltering ? <FilterDialog shown={shown} listing={listing} onChange={list} onLeave={() => setFiltering(false)} /> : null}
    </section>
  );
}

/** How many are listed of how many, and by what. */
function Listed({ shown, listing, listed }: { readonly shown: BoardContest; readonly listing: Listing; readonly listed: number }) {
  const { t } = useTranslation('board');
  const { text, ward, standing } = listing;
  const stations = shown.stations.length;
  const wardName = shown.wards.find(({ code }) => code === ward)?.name;
  const filter = [
    wardName,
    standing === undefined ? undefined : t(`states.${standing}`),
    text.trim() === '' ? undefined : `“${text.trim()}”`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
  return <>{filter === '' ? t('listedAll', { stations }) : t('listed', { listed, stations, filter })}</>;
}

interface FindBoxProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly first: string | undefined;
  readonly contest: string;
  readonly table: RefObject<HTMLTableElement | null>;
}

/** Typing narrows the list; Enter goes to the first that fits, the arrow down into the list, Escape empties the box. */
function FindBox({ text, onText, first, contest, table }: FindBoxProps) {
  const { t } = useTranslation('board');
  const [, go] = useLocation();
  const box = useRef<HTMLInputElement>(null);
  useKey('F6', () => {
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.select();
    box.current?.focus();
  });
  return (
    <label className={css.find}>
      <span className={voices.unseen}>{t('findLabel')}</span>
      <Key name="F6" />
      <input
        ref={box}
        value={text}
        placeholder={t('find')}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && first !== undefined) go(`/station/${contest}/${first}`);
          else if (event.key === 'ArrowDown') table.current?.focus();
          else if (event.key === 'Escape') {
            onText('');
            table.current?.focus();
          } else return;
          event.preventDefault();
        }}
      />
    </label>
  );
}
