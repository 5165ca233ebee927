/** Rounds of a torment, each with chance of its own, so that one that failed can be played again by its number alone. */
import { type Seeded, seeded } from '../../main/seeded.ts';
import type { Tally, Torment } from './torment.ts';

export type Settings = Parameters<Torment['run']>[0];

const SPREAD = 7919;

/** Plays until enough; what a round answers is its fault, and what it throws is one too. `counted` is told at the end. */
export async function playRounds(
  { seed, rounds, isOver, tell }: Settings,
  counts: Readonly<Record<string, number>>,
  play: (random: Seeded, round: number) => Promise<string | undefined>,
): Promise<Tally> {
  const faults: string[] = [];
  let tried = 0;
  while (tried < rounds && !isOver()) {
    const fault = await play(seeded(seed + tried * SPREAD), tried).catch((error: unknown) => `crashed: ${shown(error)}`);
    if (fault !== undefined) faults.push(`round ${tried}: ${fault}`);
    if (fault !== undefined) tell(`round ${tried}: ${fault}`);
    tried += 1;
  }
  return { tried, faults, counts };
}

function shown(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
