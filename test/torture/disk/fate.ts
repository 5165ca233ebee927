/**
 * What a power cut leaves of what was on its way to the disk: nothing, everything, what came first, or whatever arrived by chance; and
 * of a write any of its sectors.
 */
import type { Seeded } from '../../../main/seeded.ts';
import type { Change, Fate } from './disk.ts';

const SECTOR = 512;

/** One fate by chance; names and contents have each their own. */
export function drawFate(random: Seeded): Fate {
  const chosenNames = drawChoice(random);
  const chosenChanges = drawChoice(random);
  const isTorn = random.chance(0.6);
  return {
    names: chosenNames,
    changes: (pending) => {
      const arrived = chosenChanges(pending);
      return isTorn ? arrived.flatMap((change) => torn(change, random)) : arrived;
    },
  };
}

type Choice = <T>(pending: readonly T[]) => readonly T[];

function drawChoice(random: Seeded): Choice {
  const kind = random.below(5);
  if (kind === 0) return () => [];
  if (kind === 1) return (pending) => pending;
  if (kind === 2) return (pending) => pending.slice(0, random.below(pending.length + 1));
  const share = random.next();
  return (pending) => pending.filter(() => random.chance(share));
}

/** The sectors of a write that arrived: each by itself. What lies in one sector arrives whole. */
function torn(change: Change, random: Seeded): readonly Change[] {
  if ('length' in change || random.chance(0.5)) return [change];
  const share = random.next();
  const pieces: Change[] = [];
  for (let at = 0; at < change.bytes.length; ) {
    const end = Math.min(change.bytes.length, at + SECTOR - ((change.offset + at) % SECTOR));
    if (random.chance(share)) pieces.push({ offset: change.offset + at, bytes: change.bytes.subarray(at, end) });
    at = end;
  }
  return pieces;
}
