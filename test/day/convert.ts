/**
 * Turns the public record into the folders that `define` and `rehearse` read: a whole constituency with the presidential contest as
 * it was, or with all six contests, of which five have made-up figures. Parties of the agents are numbered, not named, because who
 * stood where that night is not in the record.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { present } from '../../core/result.ts';
import { type CsvCell, csvText } from '../../main/demo/csv-text.ts';
import { formCells, formsHeader, inventFigures, total } from '../../main/demo/figures.ts';
import { seeded } from '../../main/seeded.ts';
import { constituencies, dataFolder, gazettedCandidates, presidentialCandidates, type StationRow, stationRows } from './public-record.ts';

export { constituencies, dataFolder };

export interface ConvertOptions {
  readonly kind?: 'live' | 'rehearsal';
  /** At most so many stations, from all wards. */
  readonly stations?: number;
}

export interface ExpectedTotals {
  readonly registered: number;
  readonly rejected: number;
  readonly valid: number;
  /** In ballot order. */
  readonly votes: readonly number[];
}

interface ConvertedCandidate {
  readonly name: string;
  readonly party: string;
}

/** A contest with the paper of each of its stations. */
interface ConvertedContest {
  readonly id: string;
  readonly title: string;
  readonly form: number;
  readonly ward?: string;
  readonly candidates: readonly ConvertedCandidate[];
  readonly paper: (row: StationRow) => Readonly<Record<string, CsvCell>>;
}

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const OFFICIALS = [
  ['RO1', 'Returning Officer One', 'ro'],
  ['DRO1', 'Deputy Returning Officer One', 'dro'],
  ...[1, 2, 3, 4, 5, 6].map((number) => [`C${number}`, `Clerk ${number}`, 'clerk']),
] as const;

/** The column sums of a constituency's rows, which a rehearsal that counts every form must reach exactly. */
export function expectedTotals(code: string, stations?: number): ExpectedTotals {
  const rows = stationRows(code, stations);
  const sum = (of: (row: StationRow) => number) => total(rows.map(of));
  return {
    registered: sum(({ registered }) => registered),
    rejected: sum(({ rejected }) => rejected),
    valid: sum(({ valid }) => valid),
    votes: presidentialCandidates().map((_, at) => sum(({ votes }) => votes[at] ?? 0)),
  };
}

/** The presidential contest of a constituency: five files of the definition, and forms.csv. */
export function writeConstituency(code: string, dir: string, options: ConvertOptions = {}): void {
  writeFolder(dir, stationRows(code, options.stations), [president()], eightAgents(), options.kind ?? 'rehearsal');
}

/** All six contests of a constituency, the ward contest once for each ward, with agents for some contests only. */
export function writeSixContests(code: string, dir: string, stationsLimit?: number): void {
  const rows = stationRows(code, stationsLimit);
  const first = present(rows[0], `constituency ${code}`);
  const county = Number(first.code.slice(0, 3));
  const inCounty = (file: string) => gazettedCandidates(file).filter((one) => one.county === county);
  const members = gazettedCandidates('candidates_national-assembly.csv').filter((one) => one.constituency === Number(code));
  const contests = [
    president(),
    invented('nationalAssembly', 'Member of National Assembly', 35, members),
    ...wardContests(rows),
    invented('governor', 'Governor', 37, inCounty('candidates_gov.csv')),
    invented('senator', 'Senator', 38, inCounty('candidates_senate.csv')),
    invented('womanRep', 'County Woman Member', 39, inCounty('candidates_women-rep.csv')),
  ];
  writeFolder(dir, rows, contests, [...eightAgents(), ...agentsForSome(contests)], 'rehearsal');
}

function president(): ConvertedContest {
  const candidates = presidentialCandidates().map((name, at) => ({ name, party: `Party ${at + 1}` }));
  return { id: 'president', title: 'President', form: 34, candidates, paper: asRecorded };
}

/** The row as it stands in the record, whether it adds up or not. */
function asRecorded({ registered, rejected, valid, votes }: StationRow): Readonly<Record<string, CsvCell>> {
  return { ...formCells({ registered, rejected, votes }), valid };
}

function wardContests(rows: readonly StationRow[]): readonly ConvertedContest[] {
  const wards = new Map(rows.map(({ wardCode, ward }) => [wardCode, ward]));
  const members = gazettedCandidates('candidates_county-assembly.csv');
  return [...wards].map(([code, name]) => ({
    ...invented(
      `ward-${code}`,
      `Member of County Assembly, ${name}`,
      36,
      members.filter(({ ward }) => ward === Number(code)),
    ),
    ward: code,
  }));
}

/** A contest whose candidates are gazetted and whose figures are made up, the same in every run. */
function invented(id: string, title: string, form: number, gazetted: readonly ConvertedCandidate[]): ConvertedContest {
  const candidates = gazetted.length > 1 ? gazetted : [1, 2].map((number) => ({ name: `Candidate ${number}`, party: `Party ${number}` }));
  const random = seeded(form);
  const leaning = candidates.map(() => 1 + random.below(20));
  const paper = ({ code, registered }: StationRow) =>
    formCells(inventFigures(seeded(form * 100_003 + Number(code.slice(-9))), registered, leaning));
  return { id, title, form, candidates, paper };
}

function eightAgents(): readonly (readonly string[])[] {
  return EIGHT.map((number) => [`A${number}`, `Agent ${number}`, `Party ${number}`, '']);
}

/** Four more: for one contest, for two, for one ward, for two of the county. */
function agentsForSome(contests: readonly ConvertedContest[]): readonly (readonly string[])[] {
  const ward = present(
    contests.find((one) => one.ward !== undefined),
    'a ward contest',
  ).id;
  const some = ['president', 'governor senator', ward, 'nationalAssembly womanRep'];
  return some.map((ids, at) => [`A${at + 9}`, `Agent ${at + 9}`, `Party ${at + 9}`, ids]);
}

function writeFolder(
  dir: string,
  rows: readonly StationRow[],
  contests: readonly ConvertedContest[],
  agents: readonly (readonly string[])[],
  kind: string,
): void {
  mkdirSync(dir, { recursive: true });
  const write = (file: string, text: string) => writeFileSync(path.join(dir, file), text);
  write('election.json', `${JSON.stringify(electionOf(present(rows[0], 'a station'), contests, kind), undefined, 2)}\n`);
  const stations = rows.map(({ code, name, wardCode, ward, registered }) => [code, name, wardCode, ward, registered]);
  write('stations.csv', csvText(['code', 'name', 'ward_code', 'ward_name', 'registered'], stations));
  const candidates = contests.flatMap(({ id, candidates }) => candidates.map(({ name, party }, at) => [id, at + 1, name, party]));
  write('candidates.csv', csvText(['contest', 'number', 'name', 'party'], candidates));
  write('agents.csv', csvText(['id', 'name', 'party', 'contests'], agents));
  write('officials.csv', csvText(['id', 'name', 'role'], OFFICIALS));
  write('forms.csv', formsText(rows, contests));
}

function electionOf({ code, county, constituencyCode, constituency }: StationRow, contests: readonly ConvertedContest[], kind: string) {
  return {
    id: `constituency-${constituencyCode}`,
    title: 'General election, from the public record',
    date: '2017-08-08',
    kind,
    commission: 'Commission of the rehearsal',
    county: { code: code.slice(0, 3), name: county },
    constituency: { code: constituencyCode, name: constituency },
    stationCap: 700,
    contests: contests.map(({ id, title, form, ward }) => ({
      id,
      title,
      formA: `${form}A`,
      formB: `${form}B`,
      ...(ward === undefined ? {} : { ward }),
    })),
  };
}

/** Station after station, as papers arrive, each with one paper for every contest held there. */
function formsText(rows: readonly StationRow[], contests: readonly ConvertedContest[]): string {
  const header = formsHeader(Math.max(...contests.map(({ candidates }) => candidates.length)));
  const lines = rows.flatMap((row) =>
    contests
      .filter(({ ward }) => ward === undefined || ward === row.wardCode)
      .map((contest) => ({
        station_code: row.code,
        contest: contest.id,
        serial: `${contest.form}A-${row.code}`,
        ...contest.paper(row),
      })),
  );
  return csvText(
    header,
    lines.map((line: Readonly<Record<string, CsvCell>>) => header.map((column) => line[column] ?? '')),
  );
}
