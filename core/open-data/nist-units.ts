/**
 * The places of a NIST report: the constituency, its wards, and every polling station with its registered voters, its paper, its
 * scans, and what became of its result. A station that is not counted stands here with that word, and has no counts.
 */
import type { SummaryContent, SummaryStation } from '../summary.ts';
import {
  CONSTITUENCY_UNIT,
  countItemStatus,
  countStatus,
  givenCode,
  identifier,
  type NistObject,
  nist,
  stationUnit,
  text,
  wardUnit,
  wholeStatus,
} from './nist-words.ts';

/** The constituency, then the wards, then the stations, each in the order of the stations. */
export function unitsOf(content: SummaryContent): readonly NistObject[] {
  const wards = [...new Set(content.stations.map(({ ward }) => ward))];
  return [
    constituencyUnit(content, wards),
    ...wards.map((ward) =>
      wardReport(
        ward,
        content.stations.filter((one) => one.ward === ward),
      ),
    ),
    ...content.stations.map(stationReport),
  ];
}

function constituencyUnit({ constituency, county, stations }: SummaryContent, wards: readonly string[]): NistObject {
  return unit(CONSTITUENCY_UNIT, {
    Type: 'other',
    OtherType: 'constituency',
    Number: constituency.code,
    Name: text(constituency.name),
    ExternalIdentifier: [givenCode(constituency.code), identifier('county', county.code)],
    ComposingGpUnitIds: wards.map(wardUnit),
    ...sumsOf(stations),
  });
}

function wardReport(ward: string, stations: readonly SummaryStation[]): NistObject {
  return unit(wardUnit(ward), {
    Type: 'ward',
    Number: ward,
    ExternalIdentifier: [givenCode(ward)],
    ComposingGpUnitIds: stations.map(({ station }) => stationUnit(station)),
    ...sumsOf(stations),
  });
}

/** What holds for several stations together. */
function sumsOf(stations: readonly SummaryStation[]) {
  const dispositions = stations.map(({ disposition }) => disposition);
  return {
    VotersRegistered: stations.reduce((sum, { register }) => sum + register, 0),
    TotalSubUnits: stations.length,
    SubUnitsReported: dispositions.filter((disposition) => disposition === 'counted').length,
    CountStatus: [countStatus(wholeStatus(dispositions))],
  };
}

function stationReport({ station, name, register, disposition, form }: SummaryStation): NistObject {
  const status = countItemStatus(disposition);
  const papers = form === undefined ? [] : [identifier('form', form.form)];
  const scans = form?.scans.map(({ digest }) => identifier('scan-sha256', digest)) ?? [];
  return unit(stationUnit(station), {
    Type: 'polling-place',
    Number: station,
    Name: text(name),
    ExternalIdentifier: [givenCode(station), ...papers, ...scans],
    VotersRegistered: register,
    CountStatus: [countStatus(status), countStatus(status, { Type: 'other', OtherType: disposition })],
  });
}

function unit(id: string, fields: object): NistObject {
  return nist('ReportingUnit', { '@id': id, ...fields });
}
