/** The open data of whole constituencies: the report and the table of each, on the real figures of the public record. */
import { parse } from 'csv-parse/sync';
import { describe, expect, test, vi } from 'vitest';
import { resultsCsv } from '../../core/open-data/results-csv.ts';
import { constituencies, dataFolder, expectedTotals } from '../day/convert.ts';
import { contestIn, reportOf, sumFaults } from './nist-report.ts';
import { referenceFaults, schemaFaults, schemaIsHere } from './nist-schema.ts';
import { recordedSummary } from './summaries.ts';

vi.setConfig({ testTimeout: 120_000 });
const codes = dataFolder() === undefined ? [] : constituencies();

describe.skipIf(codes.length === 0)('a constituency of the public record', () => {
  const faultsOf = schemaIsHere ? schemaFaults() : undefined;
  test.each(codes)('%s: the report validates and adds up to the record, and so does the table', (code) => {
    const summary = recordedSummary(code);
    const report = reportOf(summary, 'ready');
    const { votes, rejected } = expectedTotals(code);
    if (faultsOf !== undefined) expect([...faultsOf(report), ...referenceFaults(report)]).toEqual([]);
    expect(sumFaults(report)).toEqual([]);
    expect(contestIn(report).ContestSelection.map(({ VoteCounts }) => VoteCounts[0]?.Count)).toEqual(votes);
    expect(report.Election[0]?.BallotCounts[0]?.BallotsRejected).toBe(rejected);
    expect(columnSums(resultsCsv(summary, 'ready'), votes.length)).toEqual([...votes, rejected]);
  });
});
test.skipIf(codes.length > 0)('NOT TESTED on the 30 constituencies: the public record is not here (name its folder in COUNTERSIGN_DATA)');
test.skipIf(schemaIsHere)('NOT TESTED against the published schema: it is not here (name its folder in COUNTERSIGN_STANDARDS)');

/** Each candidate’s column in ballot order, and the rejected ballots, summed over the counted stations. */
function columnSums(csv: string, candidates: number): readonly number[] {
  const rows = [...Array.from({ length: candidates }, (_, at) => `candidate${at + 1}`), 'rejected'];
  const sums = new Map(rows.map((row) => [row, 0]));
  for (const { row = '', count, disposition } of parse<Readonly<Record<string, string>>>(csv, { columns: true })) {
    const sum = sums.get(row);
    if (sum !== undefined && disposition === 'counted') sums.set(row, sum + Number(count));
  }
  return [...sums.values()];
}
