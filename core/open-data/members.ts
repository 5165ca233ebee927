/**
 * The open data of a contest: three files that follow from the summary alone, so that whoever verifies a bundle derives the same
 * bytes and compares. They are for programs and spreadsheets; what was signed is the summary.
 */
import type { BundleState } from '../bundle.ts';
import { utf8 } from '../bytes.ts';
import { type SummaryContent, summaryDigest } from '../summary.ts';
import { dataPackageBytes } from './datapackage.ts';
import { nistReportBytes } from './nist-report.ts';
import { resultsCsv } from './results-csv.ts';

/** In their order in the bundle. */
export const OPEN_DATA = ['results.csv', 'datapackage.json', 'results.nist.json'] as const;
export type OpenDataName = (typeof OPEN_DATA)[number];

export interface OpenDataMember {
  readonly name: OpenDataName;
  readonly bytes: Uint8Array;
}

export function openDataMembers(content: SummaryContent, state: BundleState): readonly OpenDataMember[] {
  const digest = summaryDigest(content);
  const csv = utf8(resultsCsv(content, state));
  return [
    { name: 'results.csv', bytes: csv },
    { name: 'datapackage.json', bytes: dataPackageBytes(content, digest, csv) },
    { name: 'results.nist.json', bytes: nistReportBytes(content, digest, state) },
  ];
}
