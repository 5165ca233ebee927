/** Which stations the board lists, and what it listed when it was last left: whoever comes back from a station finds the same place. */
import { tidy } from '../../core/text.ts';
import type { BoardStation } from '../../core/views/board.ts';
import type { StandingName } from '../../core/views/standing.ts';

export interface Listing {
  /** Part of a code or of a name. */
  readonly text: string;
  readonly ward?: string;
  readonly standing?: StandingName;
}
export const EVERYTHING: Listing = { text: '' };

/** A station fits by its code with or without spaces, or by all words typed, wherever they stand in its name. */
export function isListed(station: BoardStation, { text, ward, standing }: Listing): boolean {
  if (ward !== undefined && station.ward !== ward) return false;
  if (standing !== undefined && station.standing !== standing) return false;
  const typed = tidy(text).toLowerCase();
  const name = station.name.toLowerCase();
  return station.code.toLowerCase().includes(typed.replaceAll(' ', '')) || typed.split(/\s+/).every((word) => name.includes(word));
}

interface Place {
  readonly listing: Listing;
  readonly station?: string;
}
const places = new Map<string, Place>();

export function lastPlace(contest: string): Place {
  return places.get(contest) ?? { listing: EVERYTHING };
}
export function keepPlace(contest: string, place: Place): void {
  places.set(contest, place);
}
