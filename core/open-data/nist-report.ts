/**
 * `results.nist.json`: one contest's result in the common data format of NIST SP 1500-100 version 2 (JSON), which programs for
 * election results read. Everything in it is in the summary; the time is that of the summary, never of a clock. A rehearsal says that
 * it is a test.
 */
import type { BundleState } from '../bundle.ts';
import { utf8 } from '../bytes.ts';
import type { SummaryContent } from '../summary.ts';
import { ballotCounts, contestReport } from './nist-counts.ts';
import { unitsOf } from './nist-units.ts';
import {
  CONSTITUENCY_UNIT,
  candidateObject,
  countStatus,
  identifier,
  type NistObject,
  nist,
  partyObject,
  text,
  wholeStatus,
} from './nist-words.ts';
import { sortedJson } from './sorted-json.ts';

/** The report's bytes: RFC 8785. `summary` is the digest of the summary. */
export function nistReportBytes(content: SummaryContent, summary: string, state: BundleState): Uint8Array {
  return utf8(sortedJson(nistReport(content, summary, state)));
}

function nistReport(content: SummaryContent, summary: string, state: BundleState): NistObject {
  const { constituency, county, election, journal, prepared, software, version } = content;
  return nist('ElectionReport', {
    Format: 'precinct-level',
    GeneratedDate: withoutMilliseconds(prepared.at),
    Issuer: `Constituency tallying centre, ${constituency.name} (${constituency.code}), ${county.name}`,
    IssuerAbbreviation: `CTC-${constituency.code}`,
    SequenceStart: 1,
    SequenceEnd: 1,
    Status: resultsStatus(content, state),
    VendorApplicationId: `countersign ${software.version}`,
    ...(election.kind === 'rehearsal' ? { IsTest: true, TestType: 'rehearsal' } : { IsTest: false }),
    ExternalIdentifier: [
      identifier('summary-sha256', summary),
      identifier('summary-version', String(version)),
      identifier('definition-sha256', election.digest),
      identifier('journal', journal),
    ],
    GpUnit: unitsOf(content),
    Party: parties(content).map((name, at) => nist('Party', { '@id': partyObject(at + 1), Name: text(name) })),
    Election: [electionReport(content)],
  });
}

/** The format has no fractions of seconds. */
function withoutMilliseconds(time: string): string {
  return `${time.slice(0, 19)}Z`;
}

/** *Certified* only what was declared here for good; a collation travels on and stays unofficial until the whole is declared. */
function resultsStatus({ word, supersedes, stations }: SummaryContent, state: BundleState): string {
  const isComplete = wholeStatus(stations.map(({ disposition }) => disposition)) === 'completed';
  if (state !== 'declared') return state === 'ready' && isComplete ? 'unofficial-complete' : 'unofficial-partial';
  if (supersedes !== undefined) return 'correction';
  return word === 'declared' ? 'certified' : 'unofficial-complete';
}

/** The candidates' parties in ballot order, each once. */
function parties({ contest }: SummaryContent): readonly string[] {
  return [...new Set(contest.candidates.map(({ party }) => party))];
}

function electionReport(content: SummaryContent): NistObject {
  const { contest, election, stations } = content;
  const named = parties(content);
  return nist('Election', {
    Name: text(election.title),
    Type: 'other',
    OtherType: 'as titled',
    StartDate: election.date,
    EndDate: election.date,
    ElectionScopeId: CONSTITUENCY_UNIT,
    ExternalIdentifier: [identifier('election', election.id)],
    Candidate: contest.candidates.map(({ number, name, party }) =>
      nist('Candidate', {
        '@id': candidateObject(number),
        BallotName: text(name),
        PartyId: partyObject(named.indexOf(party) + 1),
        ExternalIdentifier: [identifier('ballot-number', String(number))],
      }),
    ),
    Contest: [contestReport(content)],
    BallotCounts: ballotCounts(content),
    CountStatus: [countStatus(wholeStatus(stations.map(({ disposition }) => disposition)))],
  });
}
