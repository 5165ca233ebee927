/**
 * Form 34B, or its kin, before it is printed: every station's line in gazetted order with the paper's columns, their total, what was
 * disregarded and what that does to the total, and the error report that travels with the form.
 */
import type { Figure } from '../count.ts';
import { constituencyColumns } from '../form.ts';
import { contestOf } from '../state.ts';
import type { Disposition, SummaryContent, SummaryFinding } from '../summary.ts';
import { contentOf, hiddenFrom } from './declare-content.ts';
import { type SummaryState, summaryStateOf } from './frame.ts';
import { type PaperStation, stationOf } from './paper.ts';
import { ruleOf } from './rules-shown.ts';
import type { Seen } from './seen.ts';

export interface SheetColumn {
  readonly code: string;
  readonly candidate?: { readonly number: number; readonly name: string; readonly party: string };
}
export interface SheetLine {
  readonly code: string;
  readonly name: string;
  readonly disposition: Disposition;
  /** By column; none where the station has no form that counts or was disregarded. */
  readonly figures?: readonly (Figure | undefined)[];
  /** Being typed again, and not for this viewer to see. */
  readonly isHidden?: true;
  readonly hasScan: boolean;
}
export interface SheetError extends Pick<SummaryFinding, 'code' | 'difference' | 'ruling' | 'ground' | 'reason'> {
  readonly station: PaperStation;
}
export interface SummarySheet {
  readonly title: string;
  readonly formB: string;
  readonly state: SummaryState;
  readonly version: number;
  readonly columns: readonly SheetColumn[];
  readonly lines: readonly SheetLine[];
  readonly totals: readonly number[];
  readonly counted: number;
  /** By column, what the total would be with this station. */
  readonly disregarded: readonly {
    readonly station: PaperStation;
    readonly ground: readonly string[];
    readonly totals: readonly number[];
  }[];
  readonly withoutScan: readonly { readonly station: PaperStation; readonly reason?: string }[];
  /** Findings that needed a ruling; the error report has them written out. */
  readonly errors: readonly SheetError[];
  /** Findings that are notes: the error report lists them. */
  readonly notes: number;
}

export function sheetView(seen: Seen, contestId: string): SummarySheet {
  const { centre } = seen;
  const { contest } = contestOf(centre, contestId);
  const content = contentOf(centre, contestId);
  const isHidden = hiddenFrom(seen, contestId);
  const codes = constituencyColumns(contest);
  const reported = content.errorReport.filter(({ station }) => !isHidden(station));
  return {
    ...{ title: contest.title, formB: contest.formB, version: content.version, state: summaryStateOf(centre, contestId).state },
    columns: sheetColumns(contest),
    lines: content.stations.map((line) => lineOf(line, codes, isHidden(line.station))),
    totals: inColumns(content.totals),
    counted: content.stationCounts.counted,
    disregarded: content.disregarded
      .filter(({ station }) => !isHidden(station))
      .map(({ station, ground, totalsWith }) => ({ station: stationOf(centre, station), ground, totals: inColumns(totalsWith) })),
    withoutScan: content.stations.flatMap(({ station, form }) =>
      form === undefined || form.scans.length > 0
        ? []
        : [{ station: stationOf(centre, station), ...(form.scanAbsent === undefined ? {} : { reason: form.scanAbsent }) }],
    ),
    notes: reported.filter(({ code }) => ruleOf(code).kind === 'note').length,
    errors: reported
      .filter(({ code }) => ruleOf(code).kind === 'needs ruling')
      .map(({ station, form: _, figures: __, fields: ___, inputs: ____, ...error }) => ({ ...error, station: stationOf(centre, station) })),
  };
}

function lineOf(line: SummaryContent['stations'][number], codes: readonly string[], isHidden: boolean): SheetLine {
  const { station: code, name, disposition, form } = line;
  const common = { code, name, disposition, hasScan: form !== undefined && form.scans.length > 0 };
  if (form === undefined) return common;
  return isHidden ? { ...common, isHidden } : { ...common, figures: codes.map((column) => form.figures[column]) };
}

export function sheetColumns(contest: SummaryContent['contest']): readonly SheetColumn[] {
  return constituencyColumns(contest).map((code) => {
    const candidate = contest.candidates.find(({ number }) => code === `candidate${number}`);
    return { code, ...(candidate === undefined ? {} : { candidate }) };
  });
}

/** In the paper's columns, as `constituencyColumns` lists them. */
export function inColumns({ registered, votes, valid, rejected }: SummaryContent['totals']): readonly number[] {
  return [registered, ...votes, valid, rejected];
}
