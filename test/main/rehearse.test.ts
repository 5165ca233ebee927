/** `rehearse` by its contract: every ruling of forms.csv ends as it must, and what it may not play it refuses. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SUMMARY } from '../../core/bundle.ts';
import { parseCanonical } from '../../core/canonical.ts';
import { must, present } from '../../core/result.ts';
import type { SummaryContent } from '../../core/summary.ts';
import { rehearse } from '../../main/commands/rehearse.ts';
import { type CsvCell, csvText } from '../../main/demo/csv-text.ts';
import { formsHeader } from '../../main/demo/figures.ts';
import { OFFICIALS } from '../../main/demo/mfano.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { demoElection, type Election } from './played-day.ts';
import { recorded } from './recorded.ts';
import { bytesOf, unpack } from './tampering.ts';

const folder = sharedFolder();
const election = await demoElection(folder);
const { stations } = election.definition.content;

type Paper = Readonly<Record<string, CsvCell>>;

/** A paper in order: 100 votes, 60 for the first candidate, 5 rejected. */
function paper(at: number, changes: Paper = {}): Paper {
  const station = present(stations[at], 'station');
  const counts = { registered: station.registered, rejected: 5, objected: 0, disputed: 0, valid_foot: 100, valid: 100 };
  const votes = { v1: 60, v2: 20, v3: 10, v4: 6, v5: 4 };
  return { station_code: station.code, contest: 'president', serial: `S${at}`, ...counts, ...votes, ...changes };
}

function without(at: number, ruling: string, reason = ''): Paper {
  return { station_code: present(stations[at], 'station').code, contest: 'president', ruling, reason };
}

function formsFile(papers: readonly Paper[]): string {
  const header = formsHeader(5);
  const file = path.join(temporaryFolder(), 'forms.csv');
  writeFileSync(
    file,
    csvText(
      header,
      papers.map((row) => header.map((column) => row[column] ?? '')),
    ),
  );
  return file;
}

async function play(papers: readonly Paper[], { definitionFile }: Election = election, ...more: readonly string[]) {
  const out = path.join(temporaryFolder(), 'day');
  const forms = formsFile(papers);
  return { folder: out, ...(await recorded(rehearse, '--definition', definitionFile, '--forms', forms, '--out', out, ...more)) };
}

async function summaryIn(folder: string, contest = 'president'): Promise<SummaryContent> {
  const members = await unpack(readFileSync(path.join(folder, `${contest}.bundle.zip`)));
  return must(parseCanonical(bytesOf(members, SUMMARY))) as unknown as SummaryContent;
}

describe('the rulings of forms.csv', async () => {
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
  const forms = path.join(folder, 'ruled.csv');
  const header = formsHeader(5);
  writeFileSync(forms, csvText(header, papers.map((row) => header.map((column) => row[column] ?? '')))); // biome-ignore format: short
  const played = await recorded(rehearse, '--definition', election.definitionFile, '--forms', forms, '--out', out);
  const summary = await summaryIn(out);
  const at = (place: number) => present(summary.stations[place], 'station line');

  test('are all played', () => {
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

  test('keep their reasons', () => {
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

  test('count of two papers one, and name the other', () => {
    for (const place of [8, 9]) {
      expect(at(place).form?.particulars.serial).toBe(`S${place}`);
      expect(at(place).setAside.map(({ serial }) => serial)).toEqual([`S${place}-2`]);
      expect(at(place).form?.findings.map(({ code }) => code)).toEqual(['F09']);
    }
  });

  test('keep a blank and an unreadable box as they are, and say how many a total lacks', () => {
    expect(at(11).form?.figures.rejected).toBe('blank');
    expect(at(12).form?.figures.objected).toBe('unreadable');
    expect(at(13).form?.figures.candidate5).toBe('blank');
    expect(summary.lacking).toMatchObject({ rejected: 1, objected: 1, candidate5: 1 });
    expect(summary.lacking).not.toHaveProperty('candidate1');
  });

  test('set a paper aside whose candidate nobody can read, and count nothing of it', () => {
    expect(at(10).form).toBeUndefined();
    expect(at(10).setAside.map(({ reason }) => reason)).toEqual(['Practice: a candidate’s figure cannot be read.']);
  });

  test('say what the totals would be with the disregarded station', () => {
    expect(summary.disregarded).toHaveLength(1);
    const [{ station, ground, totalsWith } = { station: '', ground: [], totalsWith: undefined }] = summary.disregarded;
    expect({ station, ground }).toEqual({ station: stations[1]?.code, ground: ['b'] });
    expect(totalsWith?.valid).toBe(summary.totals.valid + register(1) + 1);
  });

  test('are all in the error report, each with its ruling', () => {
    const found = summary.errorReport.map(({ station, code }) => [stations.findIndex((one) => one.code === station), code]);
    expect(found).toEqual(expect.arrayContaining([[0, 'F07'], [1, 'F04'], [8, 'F09'], [9, 'F09'], [11, 'F12'], [12, 'F13'], [13, 'F12'], [14, 'F02']])); // biome-ignore format: pairs
    for (const { ruling, reason } of summary.errorReport) expect([ruling !== undefined, reason !== undefined]).toEqual([true, true]);
  });

  test('give totals that are the sums of the counted papers', () => {
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

  test('close every station of a contest that the file does not mention as not held', async () => {
    const ward = await summaryIn(out, 'ward-wino');
    expect(ward.stationCounts).toMatchObject({ counted: 0, notHeld: 8 });
  });

  test('are told at the end, line by line', () => {
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
});

describe('keying errors', () => {
  test('that are seeded are all caught, with another seed others, and none reaches a figure', async () => {
    const papers = stations.map((_, at) => paper(at));
    const told = [];
    for (const seed of ['1', '2', '3']) {
      const { code, out } = await play(papers, election, '--seed', seed);
      const [, seeds, caught, readings] = /seeded (\d+), differences caught (\d+), readings made (\d+)/.exec(out) ?? [];
      expect({ code, caught }).toEqual({ code: 0, caught: seeds });
      expect(Number(readings)).toBeGreaterThan(0);
      told.push(seeds);
      expect(out).toContain('figures that differ from the paper after all: 0');
    }
    expect(new Set(told).size).toBeGreaterThan(1);
  });
});

describe('what is refused', () => {
  const altered = (change: (dir: string) => void) => demoElection(path.join(temporaryFolder(), 'election'), change);
  const inFile = (file: string, from: string | RegExp, to: string) => (dir: string) => {
    const place = path.join(dir, file);
    writeFileSync(place, readFileSync(place, 'utf8').replace(from, to));
  };

  function nameKey(dir: string): void {
    const key = 'MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=';
    const rows = OFFICIALS.map((row) => [...row, row[0] === 'RO1' ? key : '']);
    writeFileSync(path.join(dir, 'officials.csv'), csvText(['id', 'name', 'role', 'public_key'], rows));
  }

  test.each<readonly [string, string, () => Promise<Election>]>([
    ['the definition of a live election', 'R-LIVE-ELECTION', () => altered(inFile('election.json', '"rehearsal"', '"live"'))],
    ['a single official', 'R-OFFICIALS-TOO-FEW', () => altered(inFile('officials.csv', /DRO1.*\n/, ''))],
    ['a single clerk', 'R-OFFICIALS-TOO-FEW', () => altered(inFile('officials.csv', /C2.*\nC3.*\nC4.*\n/, ''))],
    ['keys that a rehearsal does not hold', 'R-KEY-NOT-NAMED', () => altered(nameKey)],
  ])('%s', async (_what, refusal, make) => {
    const { code, err, folder } = await play([paper(0)], await make());
    expect(code).toBe(1);
    expect(err).toContain(refusal);
    expect(err).toMatch(/nothing was played\n$/);
    expect(existsSync(folder)).toBe(false);
  });

  test('a folder in which a centre is already', async () => {
    const { folder } = await play([paper(0)]);
    const before = readFileSync(path.join(folder, 'centre.sqlite'));
    const args = ['--definition', election.definitionFile, '--forms', formsFile([paper(0)]), '--out', folder];
    const { code, err } = await recorded(rehearse, ...args);
    expect({ code, refused: err.includes('R-CENTRE-EXISTS') }).toEqual({ code: 1, refused: true });
    expect(readFileSync(path.join(folder, 'centre.sqlite'))).toEqual(before);
  });

  test('a folder that cannot be made, in words', async () => {
    const args = [
      '--definition',
      election.definitionFile,
      '--forms',
      formsFile([paper(0)]),
      '--out',
      path.join(election.definitionFile, 'day'),
    ];
    const { code, err } = await recorded(rehearse, ...args);
    expect(code).toBe(1);
    expect(err).toMatch(/^the rehearsal stopped: .*part of its path is not a folder\n$/);
  });

  test('a definition that another key than the anchor signed', async () => {
    const other = await altered(() => undefined);
    expect((await play([paper(0)], election, '--anchor', `${other.keyFile}.pub`)).err).toContain('E-SIGNATURE');
    expect((await play([paper(0)], election, '--anchor', `${election.keyFile}.pub`)).code).toBe(0);
  });

  test('a form to be disregarded that is not over the register', async () => {
    const { code, err } = await play([paper(0, { ruling: 'disregard', reason: 'I do not like it.' })]);
    expect(code).toBe(1);
    expect(err).toContain('forms.csv:2:ruling  R-NOT-DISREGARDABLE');
  });

  test('all faults of forms.csv in one run', async () => {
    const { err } = await play([paper(0, { v1: '12.5' }), paper(0, { serial: 'S0' }), paper(1, { contest: 'emperor' })]);
    expect(err.match(/forms\.csv:\d+:/g)).toEqual(['forms.csv:2:', 'forms.csv:3:', 'forms.csv:4:']);
  });

  test.each([
    [[], '--definition, --forms and --out are needed'],
    [['--definition', 'd', '--forms', 'f'], '--definition, --forms and --out are needed'],
    [['--definition', 'd', '--forms', 'f', '--out', 'o', '--seed', 'seven'], '--seed is a whole number'],
    [['--definition', 'd', '--forms', 'f', '--out', 'o', '--scrypt-cost', '1000'], '--scrypt-cost is a power of two'],
    [['--definition', 'd', '--forms', 'f', '--out', 'o', '--scrypt-cost', '512'], '--scrypt-cost is a power of two'],
    [['--definition', 'd', '--forms', 'f', '--out', 'o', 'more'], "Unexpected argument 'more'"],
  ])('unusable arguments %j', async (args, line) => {
    const { code, out, err } = await recorded(rehearse, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')[0]).toContain(line);
    expect(err.split('\n')[1]).toMatch(/^usage: countersign rehearse/);
  });
});
