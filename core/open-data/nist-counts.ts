/**
 * The counts of a NIST report: each candidate's votes at every counted station and in total, and the ballots rejected and cast. What
 * is blank or unreadable on a form is left out, never zero; ballots cast are added up (valid and rejected), because no form has them.
 */
import { type Figure, isCount } from '../count.ts';
import { candidateRow } from '../form.ts';
import type { SummaryContent, SummaryForm } from '../summary.ts';
import {
  CONSTITUENCY_UNIT,
  CONTEST_OBJECT,
  candidateObject,
  countStatus,
  identifier,
  type NistObject,
  nist,
  selectionObject,
  stationUnit,
  wardUnit,
  wholeStatus,
} from './nist-words.ts';

/** The area whose voters choose: the whole constituency, or one ward of it. */
export function districtUnit({ contest }: SummaryContent): string {
  return contest.ward === undefined ? CONSTITUENCY_UNIT : wardUnit(contest.ward);
}

export function contestReport(content: SummaryContent): NistObject {
  const { contest, stations, stationCounts } = content;
  return nist('CandidateContest', {
    '@id': CONTEST_OBJECT,
    Name: contest.title,
    ElectionDistrictId: districtUnit(content),
    VotesAllowed: 1,
    NumberElected: 1,
    ExternalIdentifier: [identifier('contest', contest.id), identifier('form', contest.formB)],
    SubUnitsReported: stationCounts.counted,
    TotalSubUnits: stations.length,
    CountStatus: [countStatus(wholeStatus(stations.map(({ disposition }) => disposition)))],
    ContestSelection: contest.candidates.map((_, place) => selection(content, place)),
  });
}

function selection(content: SummaryContent, place: number): NistObject {
  const number = content.contest.candidates[place]?.number ?? 0;
  const votes = countedForms(content).flatMap(({ station, form }) => voteCount(stationUnit(station), form.figures[candidateRow(number)]));
  return nist('CandidateSelection', {
    '@id': selectionObject(number),
    CandidateIds: [candidateObject(number)],
    SequenceOrder: place + 1,
    VoteCounts: [...voteCount(districtUnit(content), content.totals.votes[place]), ...votes],
  });
}

function voteCount(unit: string, figure: Figure | undefined): readonly NistObject[] {
  return isCount(figure) ? [nist('VoteCounts', { GpUnitId: unit, Type: 'total', Count: figure })] : [];
}

/** For the whole, and for each counted station. */
export function ballotCounts(content: SummaryContent): readonly NistObject[] {
  const { totals, lacking } = content;
  const isWhole = lacking.valid === undefined && lacking.rejected === undefined;
  return [
    ballotCount(districtUnit(content), totals.rejected, isWhole ? totals.valid + totals.rejected : undefined),
    ...countedForms(content).flatMap(({ station, form }) => stationBallots(station, form)),
  ];
}

function stationBallots(station: string, { figures }: SummaryForm): readonly NistObject[] {
  const { valid, rejected } = figures;
  if (!isCount(rejected)) return [];
  return [ballotCount(stationUnit(station), rejected, isCount(valid) ? valid + rejected : undefined)];
}

function ballotCount(unit: string, rejected: number, cast: number | undefined): NistObject {
  return nist('BallotCounts', {
    GpUnitId: unit,
    Type: 'total',
    BallotsRejected: rejected,
    ...(cast === undefined ? {} : { BallotsCast: cast }),
  });
}

function countedForms({ stations }: SummaryContent): readonly { readonly station: string; readonly form: SummaryForm }[] {
  return stations.flatMap(({ station, disposition, form }) => (disposition === 'counted' && form !== undefined ? [{ station, form }] : []));
}
