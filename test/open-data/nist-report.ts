/** A NIST report as the tests read it, and whether its counts add up. */

import type { BundleState } from '../../core/bundle.ts';
import { fromUtf8 } from '../../core/bytes.ts';
import { nistReportBytes } from '../../core/open-data/nist-report.ts';
import { present } from '../../core/result.ts';
import { type SummaryContent, summaryDigest } from '../../core/summary.ts';

interface Counted {
  readonly GpUnitId: string;
  readonly Count: number;
}
interface Ballots {
  readonly GpUnitId: string;
  readonly BallotsRejected: number;
  readonly BallotsCast?: number;
}
interface Unit {
  readonly '@id': string;
  readonly Type: string;
  readonly VotersRegistered: number;
  readonly ComposingGpUnitIds?: readonly string[];
  readonly CountStatus: readonly { readonly Status: string; readonly Type: string; readonly OtherType?: string }[];
  readonly ExternalIdentifier: readonly { readonly OtherType?: string; readonly Value: string }[];
}
interface Contest {
  readonly ElectionDistrictId: string;
  readonly TotalSubUnits: number;
  readonly SubUnitsReported: number;
  readonly ContestSelection: readonly { readonly CandidateIds: readonly string[]; readonly VoteCounts: readonly Counted[] }[];
}
export interface Report {
  readonly Status: string;
  readonly IsTest: boolean;
  readonly TestType?: string;
  readonly GeneratedDate: string;
  readonly GpUnit: readonly Unit[];
  readonly Election: readonly { readonly BallotCounts: readonly Ballots[]; readonly Contest: readonly Contest[] }[];
}

export function reportOf(content: SummaryContent, state: BundleState): Report {
  return JSON.parse(fromUtf8(nistReportBytes(content, summaryDigest(content), state)) ?? '');
}

export function contestIn(report: Report): Contest {
  return present(report.Election[0]?.Contest[0], 'contest');
}

/** Where parts do not add up to their whole: votes over stations, ballots over stations, registered voters over wards. */
export function sumFaults(report: Report): readonly string[] {
  const { ElectionDistrictId: district, ContestSelection } = contestIn(report);
  const faults = ContestSelection.flatMap(({ CandidateIds, VoteCounts }) => {
    const counts = VoteCounts.map(({ GpUnitId, Count }) => [GpUnitId, Count] as const);
    return wholeAndParts(district, counts) ? [] : [`votes of ${CandidateIds.join()}`];
  });
  const ballots = present(report.Election[0], 'election').BallotCounts;
  const rejected = ballots.map(({ GpUnitId, BallotsRejected }) => [GpUnitId, BallotsRejected] as const);
  if (!wholeAndParts(district, rejected)) faults.push('rejected ballots');
  const cast = ballots.flatMap(({ GpUnitId, BallotsCast }) => (BallotsCast === undefined ? [] : [[GpUnitId, BallotsCast] as const]));
  if (cast.some(([unit]) => unit === district) && !wholeAndParts(district, cast)) faults.push('ballots cast');
  return [...faults, ...unitFaults(report)];
}

function wholeAndParts(district: string, counts: readonly (readonly [string, number])[]): boolean {
  const whole = counts.filter(([unit]) => unit === district);
  const parts = counts.filter(([unit]) => unit !== district).reduce((sum, [, count]) => sum + count, 0);
  return whole.length === 1 && whole[0]?.[1] === parts;
}

function unitFaults({ GpUnit }: Report): readonly string[] {
  const voters = new Map(GpUnit.map((unit) => [unit['@id'], unit.VotersRegistered]));
  return GpUnit.flatMap(({ '@id': id, ComposingGpUnitIds, VotersRegistered }) => {
    if (ComposingGpUnitIds === undefined) return [];
    const sum = ComposingGpUnitIds.reduce((voted, part) => voted + (voters.get(part) ?? Number.NaN), 0);
    return sum === VotersRegistered ? [] : [`registered voters of ${id}`];
  });
}
