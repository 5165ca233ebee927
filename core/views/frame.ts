/**
 * What stands around every room: the place and the election, the stamps, who is at the keyboard, what waits in which room, and the
 * instruments (journal, head, clock).
 */

import type { Role } from '../acts.ts';
import { isInAttendance } from '../attendance.ts';
import { contestStateOf, type Person } from '../state.ts';
import { type Work, waitingOf } from './queues.ts';
import type { Seen } from './seen.ts';

export type SummaryState = 'provisional' | 'ready' | 'stale' | 'declared' | 'correction';

export interface FrameContest {
  readonly id: string;
  readonly title: string;
  readonly formA: string;
  readonly formB: string;
  readonly ward?: string;
  readonly candidates: readonly { readonly number: number; readonly name: string; readonly party: string }[];
  readonly state: SummaryState;
  readonly version?: number;
}

export interface FramePerson {
  readonly id: string;
  readonly role: Exclude<Role, 'device'>;
  readonly name: string;
  readonly party?: string;
  readonly inAttendance: boolean;
}

export interface CentreFrame {
  readonly title: string;
  readonly date: string;
  readonly kind: 'live' | 'rehearsal';
  readonly constituency: { readonly code: string; readonly name: string };
  readonly phase: 'empty' | 'preparing' | 'open' | 'closed';
  /** Contests this machine holds, in the definition's order. */
  readonly contests: readonly FrameContest[];
  readonly waiting: Readonly<Record<Work, number>>;
  readonly stations: number;
  readonly proposals: number;
  readonly size: number;
  /** How often the centre was restored from its second medium. */
  readonly restores: number;
}

export function frameView({ centre }: Seen): CentreFrame {
  const { title, date, kind, constituency, contests, stations } = centre.definition.content;
  return {
    title,
    date,
    kind,
    constituency,
    phase: centre.phase,
    contests: contests
      .filter(({ id }) => centre.contests.includes(id))
      .map(({ id, title: name, formA, formB, ward, candidates }) => ({
        ...{ id, title: name, formA, formB, candidates, ...summaryStateOf(centre, id) },
        ...(ward === undefined ? {} : { ward }),
      })),
    waiting: waitingOf(centre),
    stations: stations.length,
    proposals: centre.proposals.size,
    size: centre.size,
    restores: Math.max(0, centre.epoch - 1),
  };
}

/** The state of a contest's summary, and the version it speaks of. */
export function summaryStateOf(centre: Seen['centre'], contest: string): { readonly state: SummaryState; readonly version?: number } {
  const { ready, declared, correction } = contestStateOf(centre, contest);
  if (ready !== undefined) return { state: ready.stale ? 'stale' : 'ready', version: ready.number };
  if (declared === undefined) return { state: 'provisional' };
  return { state: correction === undefined ? 'declared' : 'correction', version: declared.number };
}

export function framePerson({ centre }: Seen, { id, role, name, party }: Person): FramePerson {
  return { id, role, name, ...(party === undefined ? {} : { party }), inAttendance: isInAttendance(centre, id) };
}
