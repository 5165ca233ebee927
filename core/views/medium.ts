/**
 * The second medium (a memory stick or another disk that receives every act as it is done) as the screens show it: in one word around
 * every room, and in full on its own page. It also says when officials must be told, without ever standing in anybody's way.
 */
/**
 * *none*: no medium was chosen. *current*: every act, scan and key file is on it. *behind*: some are still on their way. *missing*: its
 * folder is not there, a pulled stick; it is tried again every few seconds. *failed*: it is there and will not take what it should.
 * *other*: what lies there is not a copy of this journal's beginning; nothing is written to it.
 */
export type MediumState = 'none' | 'current' | 'behind' | 'missing' | 'failed' | 'other';

/**
 * *full*, *read-only* and *unwritable* are the disk's answers. *damaged*: what was written reads back otherwise. *newer*: it has acts
 * that this database lacks. *forked*: it has other acts of the same centre. *foreign*: it cannot be read as a second medium at all.
 */
export type MediumFault = 'full' | 'read-only' | 'unwritable' | 'damaged' | 'newer' | 'forked' | 'foreign';

/** A full, verified copy of the database: how many acts it holds, and when it was made. */
export interface MediumCopy {
  readonly size: number;
  readonly at: string;
}

/** What the program knows of the medium; where it lies is told by the folder's own name only. */
export interface MediumStanding {
  readonly state: MediumState;
  readonly name?: string;
  /** It lies on the same disk as the database, and would be lost with it. */
  readonly isSameDisk: boolean;
  /** Acts that are on it. */
  readonly size: number;
  /** Acts that are not on it yet. */
  readonly behind: number;
  /** Scans and key files that are not on it yet. */
  readonly filesBehind: number;
  /** When the oldest act that is not on it was done. */
  readonly oldestBehind?: string;
  /** When the last act reached it, by this machine’s clock. */
  readonly currentAt?: string;
  /** Since when it has been missing or failing. */
  readonly troubleSince?: string;
  readonly fault?: { readonly code: MediumFault; readonly detail: string };
  readonly copied?: MediumCopy;
  /** A full copy that is being made: entries verified, and in all. */
  readonly copying?: { readonly done: number; readonly total: number };
}

/** *late*: an act has waited for the medium longer than it may. */
export type MediumAlarm = 'missing' | 'failed' | 'other' | 'late';

export interface MediumInstrument {
  readonly state: MediumState;
  readonly behind: number;
  /** When the last act reached it. */
  readonly at?: string;
  /** Since when it has been missing, failing, or behind. */
  readonly since?: string;
  readonly fault?: MediumFault;
  /** What officials must see to. */
  readonly alarm?: MediumAlarm;
  /** A practice election needs no second medium. */
  readonly isExpected: boolean;
}

export interface MediumView extends MediumStanding {
  readonly now: string;
  readonly alarm?: MediumAlarm;
  readonly isExpected: boolean;
}

/** An act may wait as long as a full copy may be old. */
const LATE_MINUTES = 30;
const MINUTE = 60_000;

export function mediumInstrument(standing: MediumStanding, now: string, isExpected: boolean): MediumInstrument {
  const { state, behind, currentAt, troubleSince, oldestBehind, fault } = standing;
  const since = troubleSince ?? oldestBehind;
  const alarm = alarmOf(standing, now);
  return {
    ...{ state, behind, isExpected },
    ...(currentAt === undefined ? {} : { at: currentAt }),
    ...(since === undefined ? {} : { since }),
    ...(fault === undefined ? {} : { fault: fault.code }),
    ...(alarm === undefined ? {} : { alarm }),
  };
}

export function mediumView(standing: MediumStanding, now: string, isExpected: boolean): MediumView {
  const alarm = alarmOf(standing, now);
  return { ...standing, now, isExpected, ...(alarm === undefined ? {} : { alarm }) };
}

/** Without a medium there is nothing to see to: whoever went on without one was told what that means. */
function alarmOf({ state, oldestBehind }: MediumStanding, now: string): MediumAlarm | undefined {
  if (state === 'missing' || state === 'failed' || state === 'other') return state;
  const isLate = oldestBehind !== undefined && Date.parse(now) - Date.parse(oldestBehind) >= LATE_MINUTES * MINUTE;
  return state === 'behind' && isLate ? 'late' : undefined;
}
