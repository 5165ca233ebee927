/**
 * The error report of a contest: every finding that failed on a form that was accepted, with what was written, what was computed, how
 * it was ruled, why, by whom and before whom; before them the stations that were disregarded, with the totals without and with each, and
 * those closed without a form. It is taken from the summary: as it would be prepared now, or as it was frozen.
 */
import type { Figure } from '../count.ts';
import type { FindingCode } from '../findings.ts';
import { contestStateOf } from '../state.ts';
import type { Disposition, SummaryContent, SummaryFinding, SummaryStation } from '../summary.ts';
import { contentOf, hiddenFrom, versionShown } from './declare-content.ts';
import { type ClosedStation, closedInContent } from './declare-outstanding.ts';
import { inColumns, type SheetColumn, sheetColumns } from './declare-sheet.ts';
import { type SummaryState, summaryStateOf } from './frame.ts';
import { nameOf } from './named.ts';
import { type PaperRow, type PaperStation, paperRows, stationOf } from './paper.ts';
import { isAttentionAid, ruleOf, stationsNamed } from './rules-shown.ts';
import type { Seen } from './seen.ts';

export interface ReportRuling {
  readonly ruling: 'count' | 'disregard';
  readonly ground?: 'b' | 'c';
  readonly reason: string;
  readonly by: string;
  readonly witnesses: readonly string[];
}
export interface ReportFinding extends Pick<SummaryFinding, 'inputs' | 'difference'> {
  readonly code: FindingCode;
  readonly kind: 'needs ruling' | 'note';
  readonly isAid: boolean;
  readonly ruling?: ReportRuling;
  /** The stations that it names. */
  readonly stations: readonly PaperStation[];
}
export interface ReportStation {
  readonly station: PaperStation;
  readonly disposition: Disposition;
  readonly form: string;
  readonly revision: number;
  readonly findings: readonly ReportFinding[];
  /** Other papers of the station, set aside. */
  readonly aside: readonly { readonly form: string; readonly serial: string; readonly reason: string; readonly by: string }[];
}
export interface ReportDisregarded {
  readonly station: PaperStation;
  readonly rulings: readonly (ReportRuling & { readonly code: string })[];
  /** By column: as written on its form, and the totals with it. */
  readonly figures: readonly (Figure | undefined)[];
  readonly totalsWith: readonly number[];
}
export interface ReportCount {
  readonly code: FindingCode;
  readonly kind: 'needs ruling' | 'note';
  readonly isAid: boolean;
  readonly forms: number;
}
export interface ErrorReport {
  readonly election: string;
  readonly isRehearsal: boolean;
  readonly constituency: string;
  readonly title: string;
  readonly formA: string;
  readonly formB: string;
  readonly state: SummaryState;
  /** 0 for a provisional account. */
  readonly version: number;
  readonly digest?: string;
  /** A version is declared; anything else is provisional. */
  readonly isDeclared: boolean;
  readonly at: string;
  readonly rows: readonly PaperRow[];
  /** Forms with a finding, forms accepted, and stations of the contest. */
  readonly found: number;
  readonly accepted: number;
  readonly of: number;
  /** Stations that are not in it for this viewer, because a paper of theirs is being typed. */
  readonly hidden: number;
  readonly counts: readonly ReportCount[];
  readonly stations: readonly ReportStation[];
  readonly columns: readonly SheetColumn[];
  readonly totals: readonly number[];
  readonly disregarded: readonly ReportDisregarded[];
  readonly closed: readonly ClosedStation[];
}

export function errorReport(seen: Seen, contestId: string): ErrorReport {
  const { centre } = seen;
  const content = contentOf(centre, contestId);
  const isHidden = hiddenFrom(seen, contestId);
  const version = versionShown(centre, contestId);
  const lines = content.stations.filter(({ station, form }) => form === undefined || !isHidden(station));
  const stations = lines.flatMap((line) => stationLine(seen, line));
  return {
    ...headOf(seen, content),
    isDeclared: version !== undefined && version === contestStateOf(centre, contestId).declared,
    at: version === undefined ? seen.now : content.prepared.at,
    rows: paperRows(centre, contestId),
    found: stations.filter(({ findings }) => findings.length > 0).length,
    accepted: lines.filter(({ form }) => form !== undefined).length,
    of: content.stations.length,
    hidden: content.stations.length - lines.length,
    counts: countsOf(stations),
    stations,
    columns: sheetColumns(content.contest),
    totals: inColumns(content.totals),
    disregarded: content.disregarded.filter(({ station }) => !isHidden(station)).map((one) => disregardedLine(seen, content, one)),
    closed: closedInContent(centre, lines),
    ...(version === undefined ? {} : { digest: version.digest }),
  };
}

function headOf({ centre }: Seen, { election, constituency, contest, version }: SummaryContent) {
  const { title, formA, formB } = contest;
  const { state } = summaryStateOf(centre, contest.id);
  return {
    ...{ election: election.title, isRehearsal: election.kind === 'rehearsal', constituency: `${constituency.name} ${constituency.code}` },
    ...{ title, formA, formB, state, version },
  };
}

/** Nothing of a station without findings and without another paper. */
function stationLine(seen: Seen, { station, disposition, form, setAside }: SummaryStation): readonly ReportStation[] {
  if (form === undefined || form.findings.length + setAside.length === 0) return [];
  const { centre } = seen;
  return [
    {
      ...{ station: stationOf(centre, station), disposition, form: form.form, revision: form.revision },
      findings: form.findings.map((finding) => findingLine(seen, finding)),
      aside: setAside.map(({ form: id, serial, reason, by }) => ({ form: id, serial, reason, by: nameOf(centre, by) })),
    },
  ];
}

function findingLine(seen: Seen, finding: SummaryFinding): ReportFinding {
  const { inputs, difference } = finding;
  // A summary names the codes of the rule table, and no others.
  const code = finding.code as FindingCode;
  const ruling = rulingOf(seen, finding);
  return {
    ...{ code, inputs, kind: ruleOf(code).kind, isAid: isAttentionAid(code), stations: stationsNamed(seen.centre, finding) },
    ...(difference === undefined ? {} : { difference }),
    ...(ruling === undefined ? {} : { ruling }),
  };
}

function rulingOf({ centre }: Seen, { ruling, ground, reason, by, witnesses = [] }: SummaryFinding): ReportRuling | undefined {
  if (ruling === undefined || reason === undefined || by === undefined) return undefined;
  const names = witnesses.map((witness) => nameOf(centre, witness));
  return { ruling, reason, by: nameOf(centre, by), witnesses: names, ...(ground === undefined ? {} : { ground }) };
}

/** How many forms each rule failed on; rules that no form failed are left out. */
function countsOf(stations: readonly ReportStation[]): readonly ReportCount[] {
  const forms = new Map<FindingCode, number>();
  for (const { code } of stations.flatMap(({ findings }) => findings)) forms.set(code, (forms.get(code) ?? 0) + 1);
  const codes = [...forms.keys()].sort();
  return codes.map((code) => ({ code, kind: ruleOf(code).kind, isAid: isAttentionAid(code), forms: forms.get(code) ?? 0 }));
}

function disregardedLine(seen: Seen, content: SummaryContent, disregarded: SummaryContent['disregarded'][number]): ReportDisregarded {
  const { station, figures, totalsWith } = disregarded;
  const findings = content.stations.find((line) => line.station === station)?.form?.findings ?? [];
  return {
    station: stationOf(seen.centre, station),
    rulings: findings.flatMap((finding) => {
      const ruling = rulingOf(seen, finding);
      return ruling?.ruling === 'disregard' ? [{ ...ruling, code: finding.code }] : [];
    }),
    figures: sheetColumns(content.contest).map(({ code }) => figures[code]),
    totalsWith: inColumns(totalsWith),
  };
}
