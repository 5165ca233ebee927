/** What the little centre does as a whole: opening and closing, restoring, proposals that wait for a second official. */
import type { Command } from '../../core/decide.ts';
import { contestStateOf } from '../../core/state.ts';
import type { World } from './world.ts';
import { keyOf } from './world-election.ts';
import { REASON } from './world-forms.ts';

export function openingCentre(...present: readonly string[]): Command {
  return { kind: 'centre-opened', body: { present: [...present] } };
}

/** Closes the centre with every contest at the version it is declared in. */
export function closingCentre(world: World): Command {
  const contests = world.centre().contests.map((contest) => {
    const { declared } = contestStateOf(world.centre(), contest);
    return { contest, version: declared?.number ?? 1 };
  });
  return { kind: 'centre-closed', body: { contests } };
}

/** A backup has been put back: the machine has a new device key, by name. */
export function restoring(world: World, device = 'restored device'): Command {
  const backup = { size: world.centre().size, root: 'c'.repeat(64) };
  return { kind: 'backup-restored', body: { backup, later: [], device: keyOf(device).text, reason: REASON } };
}

export function confirming(act: string, alone?: string): Command {
  return { kind: 'act-confirmed', body: { act, ...(alone === undefined ? {} : { alone }) } };
}

export function withdrawingProposal(act: string): Command {
  return { kind: 'proposal-withdrawn', body: { act } };
}

export const NOTE: Command = { kind: 'incident-noted', body: { text: REASON } };
