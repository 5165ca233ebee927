/**
 * The way back: whoever unlocks goes on in the room that was on the screen before, as far as that room is for them. Only the place in
 * the address is remembered, and only until the window is closed.
 */
import { useEffect } from 'react';
import type { FramePerson } from '../../core/views/frame.ts';

const KEPT = 'place';
const NOT_A_WAY_BACK: readonly string[] = ['', 'unlock', 'setup'];
const ROOMS_OF: Readonly<Record<FramePerson['role'], readonly string[]>> = {
  ro: ['board', 'receive', 'differences', 'rulings', 'sign', 'declare', 'people', 'journal', 'verify', 'station', 'setup'],
  dro: ['board', 'receive', 'differences', 'rulings', 'sign', 'declare', 'people', 'journal', 'verify', 'station', 'setup'],
  clerk: ['board', 'receive', 'entry', 'differences', 'people', 'journal', 'verify', 'station'],
  agent: ['people', 'declare', 'journal', 'verify', 'station'],
};
const FIRST_ROOM: Readonly<Record<FramePerson['role'], string>> = { ro: '/board', dro: '/board', clerk: '/board', agent: '/sign' };

export function useRememberedPlace(place: string): void {
  useEffect(() => {
    if (!NOT_A_WAY_BACK.includes(roomOf(place))) comeBackTo(place);
  }, [place]);
}

/** Where whoever unlocks next goes on. */
export function comeBackTo(place: string): void {
  sessionStorage.setItem(KEPT, place);
}

export function wayBackFor(role: FramePerson['role']): string {
  const kept = sessionStorage.getItem(KEPT) ?? '';
  return ROOMS_OF[role].includes(roomOf(kept)) ? kept : FIRST_ROOM[role];
}

function roomOf(place: string): string {
  return place.split('/')[1] ?? '';
}
