/** The NIST report of a contest: it obeys the published schema, its references lead somewhere, its counts add up, and it says no more than is known. */

import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { fromUtf8 } from '../../core/bytes.ts';
import { nistReportBytes } from '../../core/open-data/nist-report.ts';
import { sortedJson } from '../../core/open-data/sorted-json.ts';
import { openWorld } from '../core/world.ts';
import { bringTo, reopening, settingAside } from '../core/world-forms.ts';
import { correct, declare, declaredIn, declareReady, makeReady } from '../core/world-summary.ts';
import { contestIn, reportOf, sumFaults } from './nist-report.ts';
import { referenceFaults, schemaFaults, schemaIsHere } from './nist-schema.ts';
import { oddSummary } from './summaries.ts';

const odd = oddSummary();
const report = reportOf(odd, 'provisional');
const declaredWorld = openWorld();
declare(declaredWorld, 'president');
declare(declaredWorld, 'west-ward');
const president = declaredIn(declaredWorld, 'president').content;
const ward = declaredIn(declaredWorld, 'west-ward').content;

describe.skipIf(!schemaIsHere)('against the published schema', () => {
  test.each([
    ['with everything odd', odd, 'provisional'],
    ['declared', president, 'declared'],
    ['of a ward', ward, 'declared'],
  ] as const)('a report %s validates, and its references lead somewhere', (_, content, state) => {
    const read = reportOf(content, state);
    expect(schemaFaults()(read)).toEqual([]);
    expect(referenceFaults(read)).toEqual([]);
  });

  test('a wrong type, a wrong reference and a name given twice would be noticed', () => {
    expect(schemaFaults()({ ...report, Status: 'final' })).not.toEqual([]);
    expect(schemaFaults()({ ...report, GeneratedDate: '2027-08-10T14:00:00.000Z' })).not.toEqual([]);
    const [unit, ...units] = report.GpUnit;
    expect(referenceFaults({ ...report, GpUnit: units })).toContain('ElectionScopeId constituency is nothing');
    expect(referenceFaults({ ...report, GpUnit: [...report.GpUnit, unit] })).toContain('constituency stands twice');
    expect(referenceFaults({ ...report, GpUnit: [{ ...unit, ComposingGpUnitIds: ['party-1'] }, ...units] })).not.toEqual([]);
  });
});
test.skipIf(schemaIsHere)('NOT TESTED against the published schema: it is not here (name its folder in COUNTERSIGN_STANDARDS)');

describe('the report', () => {
  test.each([
    ['with everything odd', odd],
    ['declared', president],
    ['of a ward', ward],
  ] as const)('%s adds up', (_, content) => {
    const read = reportOf(content, 'declared');
    expect(sumFaults(read)).toEqual([]);
    const totals = contestIn(read).ContestSelection.map(({ VoteCounts }) => VoteCounts[0]?.Count);
    expect(totals).toEqual(content.totals.votes);
  });

  test('a vote moved or a voter added would be noticed', () => {
    const moved = structuredClone(report) as unknown as {
      Election: { Contest: { ContestSelection: { VoteCounts: { Count: number }[] }[] }[] }[];
    };
    const counts = moved.Election[0]?.Contest[0]?.ContestSelection[0]?.VoteCounts;
    if (counts?.[1] !== undefined) counts[1].Count += 1;
    expect(sumFaults(moved as never)).toEqual(['votes of candidate-1']);
  });

  test('counts stations that were counted, and gives the others their word and no count', () => {
    const status = (id: string) =>
      report.GpUnit.find((unit) => unit['@id'] === id)?.CountStatus.map(({ Status, OtherType = '' }) => `${Status} ${OtherType}`);
    expect(status('station-west1')).toEqual(['completed ', 'completed counted']);
    expect(status('station-west2')).toEqual(['not-processed ', 'not-processed disregarded']);
    expect(status('station-east1')).toEqual(['not-processed ', 'not-processed not-held']);
    expect(status('station-east2')).toEqual(['not-processed ', 'not-processed awaited']);
    const units = contestIn(report).ContestSelection.flatMap(({ VoteCounts }) => VoteCounts.map(({ GpUnitId }) => GpUnitId));
    expect(new Set(units)).toEqual(new Set(['constituency', 'station-west1']));
    expect(contestIn(report)).toMatchObject({ TotalSubUnits: 4, SubUnitsReported: 1 });
  });

  test('leaves a blank out, and never calls it zero', () => {
    const [, second] = contestIn(report).ContestSelection;
    expect(second?.VoteCounts.map(({ GpUnitId }) => GpUnitId)).toEqual(['constituency']);
  });

  test('says how final it is: a collation travels on, a declaration is final, a new version is a correction', () => {
    expect(report.Status).toBe('unofficial-partial');
    expect(reportOf(president, 'ready').Status).toBe('unofficial-complete');
    expect(reportOf(president, 'declared').Status).toBe('unofficial-complete');
    expect(reportOf(ward, 'declared').Status).toBe('certified');
    const world = declaredWorld.fork();
    correct(world, ['west1']);
    world.must('ro', reopening('president.west1.1', 'none'));
    world.must('ro', settingAside('president.west1.1'));
    bringTo(world, 'accepted', { station: 'west1' });
    makeReady(world);
    declareReady(world);
    expect(reportOf(declaredIn(world).content, 'declared').Status).toBe('correction');
  });

  test('says that a rehearsal is a test, and takes its time from the summary', () => {
    expect(report).toMatchObject({ IsTest: true, TestType: 'rehearsal', GeneratedDate: `${odd.prepared.at.slice(0, 19)}Z` });
    const live = reportOf(oddSummary({ kind: 'live' }), 'provisional');
    expect([live.IsTest, 'TestType' in live]).toEqual([false, false]);
  });

  test('a ward’s contest is decided by the ward', () => {
    expect(contestIn(reportOf(ward, 'declared')).ElectionDistrictId).toBe('ward-west');
  });

  test('names the scans of the papers by digest', () => {
    const [paper] = odd.stations.flatMap(({ form }) => form?.scans ?? []);
    const named = report.GpUnit.flatMap(({ ExternalIdentifier }) =>
      ExternalIdentifier.filter(({ OtherType }) => OtherType === 'scan-sha256'),
    );
    expect(named.map(({ Value }) => Value)).toEqual([paper?.digest]);
  });

  test('is written as RFC 8785 writes it', () => {
    const text = fromUtf8(nistReportBytes(odd, '0'.repeat(64), 'provisional')) ?? '';
    expect(text).toBe(canonicalize(JSON.parse(text)));
    expect(() => sortedJson({ at: 1.5 })).toThrow('not for a report');
    expect(() => sortedJson([undefined])).toThrow('not for a report');
  });
});
