/**
 * The four tables of an election: stations as gazetted, candidates by contest, accredited agents, and officials. Empty `contests`
 * means all of them; an empty `public_key` means that the person's key is made on site.
 */
import { areaCode, contestId, listOf, name, oneOf, personId, publicKey, wholeNumber } from './cells.ts';
import { optional, readSheet, required, type Sheet } from './csv.ts';

const STATIONS = {
  code: required(areaCode),
  name: required(name),
  ward_code: required(areaCode),
  ward_name: required(name),
  registered: required(wholeNumber()),
};
const CANDIDATES = {
  contest: required(contestId),
  number: required(wholeNumber(1, 999)),
  name: required(name),
  party: required(name),
};
const AGENTS = {
  id: required(personId),
  name: required(name),
  party: required(name),
  contests: optional(listOf(contestId), []),
  public_key: optional(publicKey, undefined),
};
const OFFICIALS = {
  id: required(personId),
  name: required(name),
  role: required(oneOf(['ro', 'dro', 'clerk'])),
  public_key: optional(publicKey, undefined),
};

export interface Tables {
  readonly stations: Sheet<typeof STATIONS>;
  readonly candidates: Sheet<typeof CANDIDATES>;
  readonly agents: Sheet<typeof AGENTS>;
  readonly officials: Sheet<typeof OFFICIALS>;
}

export const TABLE_FILES = {
  stations: 'stations.csv',
  candidates: 'candidates.csv',
  agents: 'agents.csv',
  officials: 'officials.csv',
} as const;
export type TableName = keyof typeof TABLE_FILES;

/** Reads all four, each with the faults it has by itself. A file that could not be had is undefined, and a table without rows. */
export function readTables(read: (file: string) => Uint8Array | undefined): Tables {
  const { stations, candidates, agents, officials } = TABLE_FILES;
  return {
    stations: readSheet(stations, read(stations), STATIONS),
    candidates: readSheet(candidates, read(candidates), CANDIDATES),
    agents: readSheet(agents, read(agents), AGENTS),
    officials: readSheet(officials, read(officials), OFFICIALS),
  };
}
