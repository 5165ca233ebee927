/**
 * What keeps a contest from being prepared, station by station in gazetted order: papers that have not come, papers in hand, findings
 * without a ruling; and the stations that were closed without a form. The list is empty exactly when the office would prepare.
 */
import { agentsInAttendance, agentsOf, isAccredited } from '../attendance.ts';
import { unruledFindings } from '../findings.ts';
import { outcomesOf } from '../signoff.ts';
import { type Centre, contestOf, type Form, formOf, personOf, resultOf } from '../state.ts';
import { type Disposition, dispositionOfResult, type SummaryStation } from '../summary.ts';
import { nameOf } from './named.ts';
import { type PaperStation, stationOf } from './paper.ts';
import { type Work, workOf } from './queues.ts';

/** `awaited`: no paper came; `all-aside`: every paper that came was set aside; else the work that a paper in hand needs next. */
export type OutstandingKind = 'awaited' | 'all-aside' | Work;

export interface Outstanding {
  readonly station: PaperStation;
  readonly kind: OutstandingKind;
  readonly form?: string;
  /** Findings that wait for a ruling, by code. */
  readonly findings?: readonly string[];
  /** For a form in signing: who has answered, of how many. */
  readonly answered?: { readonly done: number; readonly total: number };
  /** Whether the station may be closed without a form. */
  readonly isClosable: boolean;
}

export interface ClosedStation {
  readonly station: PaperStation;
  readonly disposition: Disposition;
  readonly reason: string;
  readonly by: string;
  readonly witnesses: readonly string[];
}

export interface Witness {
  readonly agent: string;
  readonly name: string;
  readonly party: string;
}

export function outstandingOf(centre: Centre, contest: string): readonly Outstanding[] {
  return contestOf(centre, contest).stations.flatMap(({ code }) => outstandingAt(centre, contest, code));
}

function outstandingAt(centre: Centre, contest: string, code: string): readonly Outstanding[] {
  const station = stationOf(centre, code);
  const { forms, closed } = resultOf(centre, contest, code);
  const waiting = forms.map((id) => formOf(centre, id)).flatMap((form) => outstandingForm(centre, station, form));
  if (waiting.length > 0 || closed !== undefined) return waiting;
  const { disposition } = dispositionOfResult(centre, contest, code);
  if (disposition === 'awaited') return [{ station, kind: 'awaited', isClosable: true }];
  return disposition === 'in-hand' ? [{ station, kind: 'all-aside', isClosable: true }] : [];
}

function outstandingForm(centre: Centre, station: PaperStation, form: Form): readonly Outstanding[] {
  const kind = workOf(centre, form);
  if (kind === undefined) return [];
  const findings = unruledFindings(centre, form).map(({ code }) => code);
  return [
    {
      ...{ station, kind, form: form.id, isClosable: false },
      ...(findings.length > 0 ? { findings } : {}),
      ...(form.stage.stage === 'open' ? { answered: answeredOn(centre, form.contest, form.stage.asking) } : {}),
    },
  ];
}

function answeredOn(centre: Centre, contest: string, asking: Parameters<typeof outcomesOf>[2]) {
  const { outcomes, owed } = outcomesOf(centre, contest, asking);
  return { done: outcomes.length, total: outcomes.length + owed.length };
}

export function closedStationsOf(centre: Centre, contest: string): readonly ClosedStation[] {
  return contestOf(centre, contest).stations.flatMap(({ code }) => {
    const { closed } = resultOf(centre, contest, code);
    if (closed === undefined) return [];
    const { disposition, reason, by, witnesses } = closed;
    const names = witnesses.map((agent) => nameOf(centre, agent));
    return [{ station: stationOf(centre, code), disposition, reason, by: nameOf(centre, by), witnesses: names }];
  });
}

/** The same, of stations as a summary has them. */
export function closedInContent(centre: Centre, stations: readonly SummaryStation[]): readonly ClosedStation[] {
  return stations.flatMap(({ station, disposition, closed }) => {
    if (closed === undefined) return [];
    const { reason, by, witnesses } = closed;
    const names = witnesses.map((agent) => nameOf(centre, agent));
    return [{ station: stationOf(centre, station), disposition, reason, by: nameOf(centre, by), witnesses: names }];
  });
}

/** Who is in the hall and may witness that a station is closed. */
export function witnessesOf(centre: Centre, contest: string): readonly Witness[] {
  const here = new Set(agentsInAttendance(centre));
  return agentsOf(centre, contest)
    .filter((agent) => here.has(agent) && isAccredited(centre, agent, contest))
    .map((agent) => {
      const { name, party } = personOf(centre, agent);
      return { agent, name, party: party ?? '-' };
    });
}
