/** The rulings of forms.csv: every one of them ends as it must, in the totals, the dispositions and the error report. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SUMMARY } from '../../core/bundle.ts';
import { parseCanonical } from '../../core/canonical.ts';
import { FINDING_RULES } from '../../core/finding-rules.ts';
import { must, present } from '../../core/result.ts';
import type { SummaryContent } from '../../core/summary.ts';
import { rehearse } from '../../main/commands/rehearse.ts';
import { sharedFolder } from '../db/folders.ts';
import { type Paper, paperOf, withoutPaper, writeForms } from './papers.ts';
import { demoElection } from './played-day.ts';
import { recorded } from './recorded.ts';
import { bytesOf, unpack } from './tampering.ts';

const folder = sharedFolder();
const election = await demoElection(folder);
const { stations } = election.definition.content;
const paper = (at: number, changes: Paper = {}) => paperOf(stations, at, changes);
const without = (at: number, ruling: string, reason: string) => withoutPaper(stations, at, ruling, reason);

async function summaryIn(folder: string, contest = 'president'): Promise<SummaryContent> {
  const members = await unpack(readFileSync(path.join(folder, `${contest}.bundle.zip`)));
  return must(parseCanonical(bytesOf(members, SUMMARY))) as unknown as SummaryContent;
}

const register = (at: number) => present(stations[at], 'station').registered;
const papers = [
  paper(0, { rejected: register(0), ruling: 'count', reason: 'Line 1 stands in line 2.' }),
  paper(1, {
    valid_foot: register(1) + 1,
    valid: register(1) + 1,
    v1: register(1) - 39,
    ruling: 'disregard',
    reason: 'Over the register.',
  }),
  paper(2, { ruling: 'set-aside', reason: 'Not the form of this station.' }),
  without(3, 'not-held', 'No road.'),
  without(4, 'postponed', 'Rain.'),
  without(5, 'lost', 'The bag fell into the river.'),
  without(6, 'cancelled', 'By order.'),
  paper(8, { reason: 'The original.' }),
  paper(8, { serial: 'S8-2', ruling: 'set-aside', reason: 'A carbon copy.' }),
  paper(9),
  paper(9, { serial: 'S9-2' }),
  paper(10, { v3: '?', ruling: 'count', reason: 'Somebody will read it.' }),
  paper(11, { rejected: '-', ruling: 'count', reason: 'Left blank.' }),
  paper(12, { objected: '?', ruling: 'count', reason: 'Washed out.' }),
  paper(13, { v5: '-', valid_foot: 96, valid: 96, ruling: 'count', reason: 'No vote for the fifth.' }),
  paper(14, { valid: 99, ruling: 'count', reason: 'The count line is one too few.' }),
  ...[15, 16, 17, 18, 19, 20, 21, 22, 23].map((at) => paper(at)),
];
const out = path.join(folder, 'ruled');
const forms = writeForms(path.join(folder, 'ruled.csv'), papers);
const played = await recorded(rehearse, '--definition', election.definitionFile, '--forms', forms, '--out', out);
const summary = await summaryIn(out);
const at = (place: number) => present(summary.stations[place], 'station line');

test('the rulings are all played', () => {
  expect(played.code, played.err).toBe(0);
});

test.each([
  [0, 'counted'],
  [1, 'disregarded'],
  [2, 'set-aside'],
  [3, 'not-held'],
  [4, 'postponed'],
  [5, 'lost'],
  [6, 'cancelled'],
  [7, 'not-held'],
  [8, 'counted'],
  [9, 'counted'],
  [10, 'set-aside'],
  [11, 'counted'],
  [12, 'counted'],
  [13, 'counted'],
  [14, 'counted'],
  [15, 'counted'],
])('station %i ends %s', (place, disposition) => {
  expect(at(place).disposition).toBe(disposition);
});

test('the rulings keep their reasons', () => {
  expect([2, 3, 4, 5, 6].map((place) => at(place).closed?.reason)).toEqual([
    'Practice: no paper of this station can be counted.',
    'No road.',
    'Rain.',
    'The bag fell into the river.',
    'By order.',
  ]);
  expect(at(2).setAside.map(({ reason }) => reason)).toEqual(['Not the form of this station.']);
  expect(at(7).closed?.reason).toBe('Practice: no form came from this station.');
  expect(at(0).form?.findings.find(({ code }) => code === 'F07')).toMatchObject({ ruling: 'count', reason: 'Line 1 stands in line 2.' });
});

test('the rulings count of two papers one, and name the other', () => {
  for (const place of [8, 9]) {
    expect(at(place).form?.particulars.serial).toBe(`S${place}`);
    expect(at(place).setAside.map(({ serial }) => serial)).toEqual([`S${place}-2`]);
    expect(
      at(place)
        .form?.findings.filter(({ ruling }) => ruling !== undefined)
        .map(({ code }) => code),
    ).toEqual(['F09']);
  }
});

test('the rulings keep a blank and an unreadable box as they are, and say how many a total lacks', () => {
  expect(at(11).form?.figures.rejected).toBe('blank');
  expect(at(12).form?.figures.objected).toBe('unreadable');
  expect(at(13).form?.figures.candidate5).toBe('blank');
  expect(summary.lacking).toMatchObject({ rejected: 1, objected: 1, candidate5: 1 });
  expect(summary.lacking).not.toHaveProperty('candidate1');
});

test('the rulings set a paper aside whose candidate nobody can read, and count nothing of it', () => {
  expect(at(10).form).toBeUndefined();
  expect(at(10).setAside.map(({ reason }) => reason)).toEqual(['Practice: a candidate’s figure cannot be read.']);
});

test('the rulings say what the totals would be with the disregarded station', () => {
  expect(summary.disregarded).toHaveLength(1);
  const [{ station, ground, totalsWith } = { station: '', ground: [], totalsWith: undefined }] = summary.disregarded;
  expect({ station, ground }).toEqual({ station: stations[1]?.code, ground: ['b'] });
  expect(totalsWith?.valid).toBe(summary.totals.valid + register(1) + 1);
});

test('the rulings are all in the error report, each with its ruling', () => {
  const found = summary.errorReport.map(({ station, code }) => [stations.findIndex((one) => one.code === station), code]);
  expect(found).toEqual(expect.arrayContaining([[0, 'F07'], [1, 'F04'], [8, 'F09'], [9, 'F09'], [11, 'F12'], [12, 'F13'], [13, 'F12'], [14, 'F02']])); // biome-ignore format: pairs
  for (const { code, ruling, reason } of summary.errorReport) {
    const needsRuling = FINDING_RULES.some((rule) => rule.code === code && rule.kind === 'needs ruling');
    expect([code, ruling !== undefined, reason !== undefined]).toEqual([code, needsRuling, needsRuling]);
  }
});

test('the rulings give totals that are the sums of the counted papers', () => {
  const counted = papers.filter(({ station_code, serial }) => {
    const line = summary.stations.find(({ station }) => station === station_code);
    return line?.disposition === 'counted' && line.form?.particulars.serial === serial;
  });
  const sum = (column: string) => counted.reduce((total, row) => total + (typeof row[column] === 'number' ? row[column] : 0), 0);
  expect(summary.stationCounts.counted).toBe(counted.length);
  expect(summary.totals).toEqual({
    registered: sum('registered'),
    rejected: sum('rejected'),
    objected: sum('objected'),
    disputed: sum('disputed'),
    tableTotal: sum('valid_foot'),
    valid: sum('valid'),
    votes: ['v1', 'v2', 'v3', 'v4', 'v5'].map(sum),
  });
});

test('the rulings close every station of a contest that the file does not mention as not held', async () => {
  const ward = await summaryIn(out, 'ward-wino');
  expect(ward.stationCounts).toMatchObject({ counted: 0, notHeld: 8 });
});

test('the rulings are told at the end, line by line', () => {
  const lines = played.out.split('\n');
  expect(lines[0]).toBe('REHEARSAL  Demonstration in a constituency that does not exist, Mfano');
  expect(lines[1]).toMatch(/^ {2}25 rows played, \d+ acts in the journal, \d+ scans, \d+ receipts, \d+\.\d s$/);
  expect(lines[2]).toMatch(/^ {2}entries made \d+, keying errors seeded \d+, differences caught \d+, readings made \d+$/);
  expect(lines[3]).toBe('  figures that differ from the paper after all: 0');
  expect(lines[4]).toMatch(/^ {2}rulings \d+; sign-offs: (\d+ [a-z-]+(, )?)+$/);
  expect(lines[5]).toMatch(/^ {2}president: 16 of 24 stations counted; votes \d+( \/ \d+){4}; valid \d+; rejected \d+$/);
  expect(lines[6]).toBe(`    ${path.join(out, 'president.bundle.zip')}`);
  expect(played.out).toMatch(/^ {2}definition ([0-9a-f]{4} ){15}[0-9a-f]{4}$/m);
  expect(played.err).toBe('');
});
