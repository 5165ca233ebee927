/**
 * The versions of a contest's summary as the room shows them: the one that is ready for signing, the declared one, those it
 * superseded, and the correction that is proposed or open.
 */
import { acknowledgementsOf } from '../acknowledged.ts';
import type { Role, Totals } from '../acts.ts';
import { isSame } from '../canonical.ts';
import type { Refusal } from '../result.ts';
import { isOfficial } from '../roles.ts';
import {
  type Centre,
  type ContestState,
  contestStateOf,
  type DeclaredVersion,
  hasPassed,
  type Proposal,
  timeAfter,
  type Version,
} from '../state.ts';
import { type FigureChange, type SummaryStation, stationLines } from '../summary.ts';
import { nameOf } from './named.ts';
import { type PaperStation, stationOf } from './paper.ts';
import type { Seen } from './seen.ts';
import { refusalOf } from './tried.ts';

export interface SignatureLine {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  /** When signed; the line is empty before. */
  readonly at?: string;
}

interface VersionHead {
  readonly number: number;
  readonly digest: string;
  readonly preparedAt: string;
  readonly reason?: string;
  readonly supersedes?: { readonly version: number; readonly digest: string };
}

export interface ReadyVersion extends VersionHead {
  readonly preparedBy: string;
  /** What is signed, word for word. */
  readonly totals: Totals;
  readonly isStale: boolean;
  /** Stations whose line is no longer what was prepared. */
  readonly changedSince: readonly PaperStation[];
}

export interface DeclaredLine extends VersionHead {
  readonly declaredAt: string;
  readonly declaredBy: string;
  readonly signatures: readonly SignatureLine[];
  /** The reason of an official who declared alone. */
  readonly alone?: string;
  /** Who acknowledged that it arrived, in their own words, and when. */
  readonly acknowledged: readonly { readonly by: string; readonly at: string }[];
}

export interface ProposedCorrection {
  readonly digest: string;
  readonly by: string;
  readonly at: string;
  readonly stations: readonly PaperStation[];
  readonly reason: string;
  readonly isOwn: boolean;
  /** Why the person at the keyboard cannot confirm it. */
  readonly barred?: Refusal;
  readonly alone: Alone;
}

/** When one official alone may go on, with a reason that verification shows; never, where the definition says so. */
export type Alone = { readonly may: 'never' } | { readonly may: 'from'; readonly at: string; readonly isNow: boolean };

export interface OpenCorrection {
  readonly stations: readonly PaperStation[];
  readonly reason: string;
  readonly isAlone: boolean;
}

function headOf({ number, digest, content }: Version): VersionHead {
  const { prepared, reason, supersedes } = content;
  return {
    ...{ number, digest, preparedAt: prepared.at },
    ...(reason === undefined ? {} : { reason }),
    ...(supersedes === undefined ? {} : { supersedes }),
  };
}

export function readyView(centre: Centre, contest: string): ReadyVersion | undefined {
  const { ready } = contestStateOf(centre, contest);
  if (ready === undefined) return undefined;
  const { prepared, totals, stations } = ready.content;
  return {
    ...headOf(ready),
    preparedBy: prepared.by === undefined ? '' : nameOf(centre, prepared.by),
    totals,
    isStale: ready.stale,
    changedSince: ready.stale ? changedSince(centre, contest, stations) : [],
  };
}

function changedSince(centre: Centre, contest: string, prepared: readonly SummaryStation[]): readonly PaperStation[] {
  return stationLines(centre, contest)
    .filter((line, at) => !isSame(line, prepared[at]))
    .map(({ station }) => stationOf(centre, station));
}

export function declaredView(centre: Centre, version: DeclaredVersion): DeclaredLine {
  const { declared, alone } = version;
  return {
    ...headOf(version),
    declaredAt: declared.at,
    declaredBy: nameOf(centre, declared.by),
    signatures: signedLines(centre, version),
    acknowledged: acknowledgementsOf(centre, version.content.contest.id, version.number).map(({ by, at }) => ({ by, at })),
    ...(alone === undefined ? {} : { alone }),
  };
}

function signedLines(centre: Centre, { signatures }: Version): readonly SignatureLine[] {
  return signatures.map(({ person, role, moment }) => ({ person, role, name: nameOf(centre, person), at: moment.at }));
}

/** Two lines at least: those who signed, then the officials who may. */
export function signatureLines(centre: Centre, { ready, declared, correction }: ContestState): readonly SignatureLine[] {
  const version = ready ?? (correction === undefined ? declared : undefined);
  const signed = version === undefined ? [] : signedLines(centre, version);
  if (version !== undefined && version === declared) return signed;
  const others = [...centre.people.values()].filter(({ id, role }) => isOfficial(role) && !signed.some(({ person }) => person === id));
  const order = (role: Role) => (role === 'ro' ? 0 : 1);
  const open = others.sort((a, b) => order(a.role) - order(b.role) || (a.id < b.id ? -1 : 1));
  return [...signed, ...open.map(({ id, name, role }) => ({ person: id, name, role }))];
}

export function correctionView(centre: Centre, contest: string): OpenCorrection | undefined {
  const { correction } = contestStateOf(centre, contest);
  if (correction === undefined) return undefined;
  const { stations, reason, alone } = correction;
  return { stations: stations.map((code) => stationOf(centre, code)), reason, isAlone: alone !== undefined };
}

/** A correction that one official signed for and no second one confirmed. */
export function proposedCorrection(seen: Seen, contest: string): ProposedCorrection | undefined {
  const { centre, viewer } = seen;
  for (const proposal of centre.proposals.values()) {
    const { act } = proposal;
    if (act.kind !== 'correction-opened' || act.body.contest !== contest) continue;
    const barred = refusalOf(seen, { kind: 'act-confirmed', body: { act: act.digest } });
    return {
      ...{ digest: act.digest, by: nameOf(centre, act.by.person), at: act.at, reason: act.body.reason },
      stations: act.body.stations.map((code) => stationOf(centre, code)),
      isOwn: act.by.person === viewer?.id,
      ...(barred === undefined ? {} : { barred }),
      alone: aloneAfter(seen, proposal.moment),
    };
  }
  return undefined;
}

export function aloneAfter({ centre, now }: Seen, since: Proposal['moment']): Alone {
  const { soloMinutes } = centre.definition.content;
  if (soloMinutes === 0) return { may: 'never' };
  return { may: 'from', at: timeAfter(centre, since, soloMinutes), isNow: hasPassed(centre, since, soloMinutes, now) };
}

/** A change with the station's name, as people read it. */
export interface NamedChange extends Omit<FigureChange, 'station'> {
  readonly station: PaperStation;
}
export function namedChanges(centre: Centre, changes: readonly FigureChange[]): readonly NamedChange[] {
  return changes.map((change) => ({ ...change, station: stationOf(centre, change.station) }));
}
