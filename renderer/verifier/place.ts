/**
 * Where the reader is: at the table, at one bundle, or at one station of it. It stands behind the # of the address, so that the
 * browser's own way back works on a telephone; anything else there leads to the beginning.
 */
import { useSyncExternalStore } from 'react';

export type Place =
  | { readonly is: 'table' }
  | { readonly is: 'bundle'; readonly bundle: number }
  | { readonly is: 'station'; readonly bundle: number; readonly station: string };

const PLACE = /^#\/([0-9]{1,4})(?:\/([A-Za-z0-9-]{1,32}))?$/;

export function readPlace(hash: string): Place {
  const [, bundle, station] = PLACE.exec(hash) ?? [];
  if (bundle === undefined) return { is: 'table' };
  return station === undefined ? { is: 'bundle', bundle: Number(bundle) } : { is: 'station', bundle: Number(bundle), station };
}

export function addressOf(place: Place): string {
  switch (place.is) {
    case 'table':
      return '#';
    case 'bundle':
      return `#/${place.bundle}`;
    case 'station':
      return `#/${place.bundle}/${place.station}`;
  }
}

export function go(place: Place): void {
  location.hash = addressOf(place);
}

function follow(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

export function usePlace(): Place {
  return readPlace(useSyncExternalStore(follow, () => location.hash));
}
