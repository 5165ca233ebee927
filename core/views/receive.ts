/**
 * Receiving: every station with what is awaited from it, the papers that have come for one of them, and what a paper about to be
 * received would be found to repeat. No figure of any form stands here, nor who typed it: clerks who receive also type.
 */

import { nextFormId } from '../lifecycle.ts';
import { isReadableSerial, type Particulars } from '../particulars.ts';
import { isOfficial } from '../roles.ts';
import { serialKey } from '../rules-papers.ts';
import { type Centre, type Form, formOf, resultOf, type Scan } from '../state.ts';
import { type Disposition, dispositionOfResult } from '../summary.ts';
import { cellOf, type StageName } from '../transitions.ts';
import { type PaperStation, stationOf } from './paper.ts';
import type { Seen } from './seen.ts';

export interface ReceiveContest {
  readonly id: string;
  readonly title: string;
  readonly formA: string;
}
/** One line of the list that is searched: the station, and how each of its contests stands. */
export interface ReceiveStation {
  readonly code: string;
  readonly name: string;
  readonly results: readonly { readonly contest: string; readonly state: Disposition; readonly papers: number }[];
}
/** A paper that has come, as far as whoever receives has to know it. */
export interface KnownPaper {
  readonly form: string;
  readonly contest: string;
  readonly station: PaperStation;
  readonly revision: number;
  readonly stage: StageName;
  readonly particulars: Particulars;
  readonly scans: readonly Scan[];
  readonly scanAbsent?: string;
  readonly receivedAt: string;
  readonly receivedSeq: number;
  /** Its particulars can still be put right: it was never opened for signing, nor set aside. */
  readonly mayAmend: boolean;
}
export interface ReceivePlace {
  readonly station: PaperStation;
  readonly contests: readonly (ReceiveContest & { readonly nextForm: string; readonly papers: readonly KnownPaper[] })[];
  readonly turnout: { readonly diary?: number; readonly tablet?: number };
  /** Whether the person at the keyboard may replace a turnout that stands. */
  readonly mayReplaceTurnout: boolean;
}
export interface ReceiveView {
  readonly contests: readonly ReceiveContest[];
  readonly stations: readonly ReceiveStation[];
  /** Results with a paper or a disposition, of all results. */
  readonly arrived: { readonly done: number; readonly total: number };
  readonly place?: ReceivePlace;
  /** What the person at the keyboard received, newest first. */
  readonly mine: readonly KnownPaper[];
}

const MOST_OF_MINE = 30;

export function receiveView(seen: Seen, asked: { readonly station?: string | undefined }): ReceiveView {
  const { centre, viewer } = seen;
  const stations = stationLines(centre);
  const results = stations.flatMap((station) => station.results);
  const mine = [...centre.forms.values()].filter(({ received }) => received.by === viewer?.id);
  return {
    contests: heldContests(centre),
    stations,
    arrived: { done: results.filter(({ state }) => state !== 'awaited').length, total: results.length },
    mine: mine
      .sort((a, b) => b.received.seq - a.received.seq)
      .slice(0, MOST_OF_MINE)
      .map((form) => knownPaper(centre, form)),
    ...(stations.some(({ code }) => code === asked.station) ? { place: placeOf(seen, String(asked.station)) } : {}),
  };
}

function heldContests({ definition, contests }: Centre): readonly ReceiveContest[] {
  return definition.content.contests.filter(({ id }) => contests.includes(id)).map(({ id, title, formA }) => ({ id, title, formA }));
}

function contestsAt(centre: Centre, station: string): readonly ReceiveContest[] {
  return heldContests(centre).filter(({ id }) => centre.roll.contests.get(id)?.stations.some(({ code }) => code === station));
}

/** The stations of the contests that this machine holds, in gazetted order. */
function stationLines(centre: Centre): readonly ReceiveStation[] {
  const held = heldContests(centre).map(({ id }) => ({
    id,
    codes: new Set(centre.roll.contests.get(id)?.stations.map(({ code }) => code)),
  }));
  return centre.definition.content.stations
    .map(({ code, name }) => ({
      ...{ code, name },
      results: held
        .filter(({ codes }) => codes.has(code))
        .map(({ id }) => ({
          contest: id,
          state: dispositionOfResult(centre, id, code).disposition,
          papers: resultOf(centre, id, code).forms.length,
        })),
    }))
    .filter(({ results }) => results.length > 0);
}

function placeOf({ centre, viewer }: Seen, station: string): ReceivePlace {
  return {
    station: stationOf(centre, station),
    contests: contestsAt(centre, station).map((contest) => ({
      ...contest,
      nextForm: nextFormId(centre, contest.id, station),
      papers: resultOf(centre, contest.id, station).forms.map((id) => knownPaper(centre, formOf(centre, id))),
    })),
    turnout: centre.turnout.get(station) ?? {},
    mayReplaceTurnout: viewer !== undefined && isOfficial(viewer.role),
  };
}

function knownPaper(centre: Centre, form: Form): KnownPaper {
  const { id, contest, station, revision, stage, particulars, scans, scanAbsent, received } = form;
  return {
    ...{ form: id, contest, station: stationOf(centre, station), revision, stage: stage.stage, particulars, scans },
    ...(scanAbsent === undefined ? {} : { scanAbsent }),
    receivedAt: received.at,
    receivedSeq: received.seq,
    mayAmend: cellOf('particulars-amended', stage.stage) === 'ok',
  };
}

// ---- what a paper repeats ----------------------------------------------------------------------------------------------------

export interface Clash {
  /** Serial number, station and contest, or the very same picture. The first two will be finding F09. */
  readonly is: 'serial' | 'result' | 'scan';
  readonly form: string;
  readonly contest: string;
  readonly station: PaperStation;
}

/** What the paper in hand repeats, before it is received: told, never refused. `form` is the paper itself where it is known already. */
export function clashesOf(
  { centre }: Seen,
  paper: {
    readonly contest: string;
    readonly station: string;
    readonly serial?: string | undefined;
    readonly scans: readonly string[];
    readonly form?: string | undefined;
  },
): readonly Clash[] {
  const { contest, station, serial } = paper;
  const sameSerial = serial !== undefined && isReadableSerial(serial) ? (centre.serials.get(serialKey(contest, serial)) ?? []) : [];
  const found = [
    ...sameSerial.map((id) => ({ is: 'serial', id }) as const),
    ...resultOf(centre, contest, station).forms.map((id) => ({ is: 'result', id }) as const),
    ...paper.scans.flatMap((scan) => formsWithScan(centre, scan)).map((id) => ({ is: 'scan', id }) as const),
  ];
  return found.filter(({ id }) => id !== paper.form).map(({ is, id }) => ({ is, form: id, ...whereOf(centre, formOf(centre, id)) }));
}

function whereOf(centre: Centre, { contest, station }: Form): Pick<Clash, 'contest' | 'station'> {
  return { contest, station: stationOf(centre, station) };
}

/** The forms that carry this very picture. */
export function formsWithScan(centre: Centre, wanted: string): readonly string[] {
  return [...centre.forms.values()].filter(({ scans }) => scans.some(({ digest }) => digest === wanted)).map(({ id }) => id);
}

// ---- for the window, while it is typed ---------------------------------------------------------------------------------------

/** Stations by what was typed: digits stand anywhere in the code, words begin words of the name, in any order. */
export function findStations<Station extends Pick<ReceiveStation, 'code' | 'name'>>(
  stations: readonly Station[],
  typed: string,
): readonly Station[] {
  const parts = plain(typed)
    .split(' ')
    .filter((part) => part !== '');
  const digits = parts.filter((part) => /^[0-9]+$/.test(part));
  const asCode = digits.join('');
  return stations.filter(({ code, name }) => {
    const words = plain(name).split(' ');
    const inName = (part: string) => words.some((word) => word.startsWith(part));
    const inCode = (part: string) => code.toLowerCase().includes(part);
    if (digits.length === parts.length && inCode(asCode)) return true;
    return parts.every((part) => inName(part) || inCode(part));
  });
}

/** Small letters without accents or marks, words apart. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
