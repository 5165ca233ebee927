/**
 * What the files of an election must say in agreement with each other: no code, number, person or key stands twice, every contest
 * and ward that is named exists, every contest has candidates, and there is exactly one returning officer. Rows with a fault of
 * their own take part as far as they could be read; nothing is called missing while part of a file is unreadable.
 */
import type { Refusal } from '../../core/result.ts';
import { quoted } from './cells.ts';
import type { CsvFault } from './csv.ts';
import { ELECTION_FILE, type Election, type WrittenContest } from './election-file.ts';
import { TABLE_FILES, type TableName, type Tables } from './tables.ts';

/** Faults between the files, by the file in which they have to be mended. */
export interface CrossFaults extends Readonly<Record<TableName, readonly CsvFault[]>> {
  readonly election: readonly Refusal[];
}

/** The election is undefined where election.json could not be read; what depends on it is then not judged. */
export function crossCheck(tables: Tables, election: Election | undefined): CrossFaults {
  const contests = election?.contests ?? [];
  const contestIds = completeContestIds(election);
  const keys = repeatedKeys(tables, election);
  return {
    election: [
      ...repeatedContests(contests),
      ...contests.flatMap((one) => checkContest(one, tables)),
      ...repeatedParties(election),
      ...keys.election,
    ],
    stations: checkStations(tables),
    candidates: [...checkCandidates(tables), ...unknownContests(tables, contestIds)],
    agents: [
      ...repeated(tables.agents.rows, 'id', ({ cells }) => cells.id),
      ...unknownContestsOfAgents(tables, contestIds),
      ...keys.agents,
    ],
    officials: [...checkOfficials(tables), ...keys.officials],
  };
}

interface CheckedRow {
  readonly line: number;
  readonly fault: (column: string, detail: string) => CsvFault;
}

/** Every row whose key a row above has already; rows without a key are passed over. */
function repeated<R extends CheckedRow>(
  rows: readonly R[],
  column: string,
  keyOf: (row: R) => string | undefined,
  what?: (row: R) => string,
) {
  const firstLines = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = keyOf(row);
    if (key === undefined) return [];
    const first = firstLines.get(key);
    if (first === undefined) firstLines.set(key, row.line);
    return first === undefined ? [] : [row.fault(column, `${what?.(row) ?? quoted(key)} stands already in line ${first}`)];
  });
}

function checkStations({ stations }: Tables): readonly CsvFault[] {
  const wardNames = new Map<string, { readonly name: string; readonly line: number }>();
  const renamed = stations.rows.flatMap(({ line, cells, fault }) => {
    const { ward_code: code, ward_name: name } = cells;
    if (code === undefined || name === undefined) return [];
    const first = wardNames.get(code);
    if (first === undefined) wardNames.set(code, { name, line });
    if (first === undefined || first.name === name) return [];
    return [fault('ward_name', `ward ${code} is ${quoted(first.name)} in line ${first.line}, here ${quoted(name)}`)];
  });
  const empty = stations.rows.length === 0 && !stations.partial ? [stations.headingFault('code', 'no station is listed')] : [];
  return [...empty, ...repeated(stations.rows, 'code', ({ cells }) => cells.code), ...renamed];
}

function checkCandidates({ candidates }: Tables): readonly CsvFault[] {
  return repeated(
    candidates.rows,
    'number',
    ({ cells }) => (cells.contest === undefined || cells.number === undefined ? undefined : `${cells.contest} ${cells.number}`),
    ({ cells }) => `number ${cells.number} of contest ${cells.contest}`,
  );
}

/** Undefined while an id is missing or at fault: a contest that seems unknown may be the one that could not be read. */
function completeContestIds(election: Election | undefined): ReadonlySet<string> | undefined {
  const ids = election?.contests?.map(({ value }) => value.id);
  return ids === undefined || ids.includes(undefined) ? undefined : new Set(ids.flatMap((id) => id ?? []));
}

function unknownContests({ candidates }: Tables, known: ReadonlySet<string> | undefined): readonly CsvFault[] {
  return candidates.rows.flatMap(({ cells, fault }) =>
    known === undefined || cells.contest === undefined || known.has(cells.contest) ? [] : [fault('contest', unknownContest(cells.contest))],
  );
}

function unknownContestsOfAgents({ agents }: Tables, known: ReadonlySet<string> | undefined): readonly CsvFault[] {
  if (known === undefined) return [];
  return agents.rows.flatMap(({ cells, fault }) =>
    (cells.contests ?? []).filter((id) => !known.has(id)).map((id) => fault('contests', unknownContest(id))),
  );
}

function unknownContest(id: string): string {
  return `no contest ${quoted(id)} in ${ELECTION_FILE}`;
}

function checkOfficials({ officials, agents }: Tables): readonly CsvFault[] {
  const officers = officials.rows.filter(({ cells }) => cells.role === 'ro');
  const [first, ...others] = officers;
  const roleUnread = officials.partial || officials.rows.some(({ cells }) => cells.role === undefined);
  const none = first === undefined && !roleUnread ? [officials.headingFault('role', 'no returning officer (role ro) is listed')] : [];
  const second = others.map(({ fault }) => fault('role', `a second returning officer; the first stands in line ${first?.line}`));
  const alsoAgents = officials.rows.flatMap(({ cells: { id }, fault }) => {
    const agent = id === undefined ? undefined : agents.rows.find(({ cells }) => cells.id === id);
    return agent === undefined ? [] : [fault('id', `${quoted(id ?? '')} is already an agent at ${TABLE_FILES.agents}:${agent.line}`)];
  });
  return [...none, ...second, ...repeated(officials.rows, 'id', ({ cells }) => cells.id), ...alsoAgents];
}

function repeatedContests(contests: readonly WrittenContest[]): readonly Refusal[] {
  return contests.flatMap(({ at, value }, index) => {
    const first = contests.slice(0, index).find((other) => other.value.id === value.id);
    if (value.id === undefined || first === undefined) return [];
    return [inElection(`${at.path}.id`, `${quoted(value.id)} stands already at ${first.at.path}`)];
  });
}

function checkContest({ at, value }: WrittenContest, { stations, candidates }: Tables): readonly Refusal[] {
  const { id, formA, formB, ward } = value;
  const faults: Refusal[] = [];
  if (formA !== undefined && formB !== undefined && formA.slice(0, 2) !== formB.slice(0, 2)) {
    faults.push(inElection(`${at.path}.formB`, `form ${formB} does not belong to form ${formA}`));
  }
  const wardUnread = stations.partial || stations.rows.some(({ cells }) => cells.ward_code === undefined);
  if (ward !== undefined && !wardUnread && !stations.rows.some(({ cells }) => cells.ward_code === ward)) {
    faults.push(inElection(`${at.path}.ward`, `no station in ${TABLE_FILES.stations} lies in ward ${quoted(ward)}`));
  }
  const contestUnread = candidates.partial || candidates.rows.some(({ cells }) => cells.contest === undefined);
  if (id !== undefined && !contestUnread && !candidates.rows.some(({ cells }) => cells.contest === id)) {
    faults.push(inElection(`${at.path}.id`, `no candidate for ${quoted(id)} in ${TABLE_FILES.candidates}`));
  }
  return faults;
}

function repeatedParties(election: Election | undefined): readonly Refusal[] {
  const parties = election?.parties ?? [];
  return parties.flatMap(({ at, value }, index) => {
    const first = parties.slice(0, index).find((other) => other.value.name === value.name);
    if (value.name === undefined || first === undefined) return [];
    return [inElection(`${at.path}.name`, `${quoted(value.name)} stands already at ${first.at.path}`)];
  });
}

function inElection(path: string, detail: string): Refusal {
  return { code: 'E-CONTENT', detail, place: `${ELECTION_FILE}:${path}` };
}

/** One key is one person's: whoever holds it elsewhere could speak in that person's name. */
function repeatedKeys({ agents, officials }: Tables, election: Election | undefined) {
  const holders = new Map<string, string>();
  const check = <F>(key: string | undefined, place: string, fault: (detail: string) => F): readonly F[] => {
    if (key === undefined) return [];
    const first = holders.get(key);
    if (first === undefined) holders.set(key, place);
    return first === undefined ? [] : [fault(`the same key stands already at ${first}`)];
  };
  const ofRow = ({ line, cells, fault }: (typeof agents.rows)[number] | (typeof officials.rows)[number], file: string) =>
    check(cells.public_key, `${file}:${line}`, (detail) => fault('public_key', detail));
  return {
    election: (election?.parties ?? []).flatMap(({ at, value }) =>
      check(value.public_key, `${ELECTION_FILE}:${at.path}`, (detail) => inElection(`${at.path}.public_key`, detail)),
    ),
    agents: agents.rows.flatMap((row) => ofRow(row, TABLE_FILES.agents)),
    officials: officials.rows.flatMap((row) => ofRow(row, TABLE_FILES.officials)),
  };
}
