/** Looks at a little centre: as one of its people, or as somebody who passes by a locked keyboard. */
import { personOf } from '../../../core/state.ts';
import type { Seen } from '../../../core/views/seen.ts';
import type { SaidAct } from '../../../core/views/station-acts.ts';
import type { World } from '../world.ts';

export function seenBy(world: World, person?: string): Seen {
  const seen = { centre: world.centre(), now: world.now() };
  return person === undefined ? seen : { ...seen, viewer: personOf(world.centre(), person) };
}

/** Everything said so far that names a station's papers or the station itself, as the journal would tell it. */
export function saidAbout(world: World, station: string): readonly SaidAct[] {
  return world
    .acts()
    .map(({ act }, seq) => ({ seq, act }))
    .filter(({ act: { body } }) => ('form' in body ? body.form.includes(`.${station}.`) : 'station' in body && body.station === station));
}

/** Who may look at a board. */
export const EVERYBODY = [undefined, 'ro', 'dro', 'clerk1', 'clerk3', 'red', 'blue'] as const;
