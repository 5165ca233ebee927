/** The rooms in the order of the work, each with its place in the address, its key, and which waiting work its number counts. */
import type { Work } from '../../core/views/queues.ts';

export interface RoomPlace {
  readonly name: 'board' | 'receive' | 'entry' | 'differences' | 'rulings' | 'sign' | 'declare' | 'people' | 'journal' | 'verify' | 'setup';
  /** Pressed together with Alt. */
  readonly key: string;
  readonly waiting: readonly Work[];
}

export const WORK_ROOMS: readonly RoomPlace[] = [
  { name: 'board', key: '1', waiting: [] },
  { name: 'receive', key: '2', waiting: [] },
  { name: 'entry', key: '3', waiting: ['entry'] },
  { name: 'differences', key: '4', waiting: ['differences'] },
  { name: 'rulings', key: '5', waiting: ['rulings'] },
  { name: 'sign', key: '6', waiting: ['opening', 'signing', 'acceptance'] },
  { name: 'declare', key: '7', waiting: [] },
];
export const HOUSE_ROOMS: readonly RoomPlace[] = [
  { name: 'people', key: '8', waiting: [] },
  { name: 'journal', key: '9', waiting: [] },
  { name: 'verify', key: '0', waiting: [] },
  { name: 'setup', key: 'S', waiting: [] },
];

/** The room that the rail marks for a place in the address: a station is looked at from the board. */
export function markedRoom(place: string): string {
  const name = place.split('/')[1] ?? '';
  return name === 'station' ? 'board' : name;
}
