/**
 * A folder becomes an election: election.json and four tables, as the commission prepares them in a spreadsheet, are read, held
 * against each other, and put together as the draft of a definition. Nothing is missing from the draft but the commission's key.
 * If anything is wrong in any of the files, all of it is reported at once and there is no draft.
 */
import path from 'node:path';
import * as z from 'zod/mini';
import { type Contest, contradictionsOf, type Definition, definitionSchema } from '../../core/definition.ts';
import { present, type Refusal } from '../../core/result.ts';
import { crossCheck } from './cross-checks.ts';
import { type Cells, type Columns, inFileOrder, type Sheet } from './csv.ts';
import { ELECTION_FILE, type Election, readElectionFile, type WrittenContest } from './election-file.ts';
import { readBytes } from './files.ts';
import { readTables, TABLE_FILES, type TableName, type Tables } from './tables.ts';

/** A definition that nobody has signed yet. */
export type DefinitionDraft = Omit<Definition, 'commission'> & { readonly commission: { readonly name: string } };

export type DraftReading =
  | { readonly ok: true; readonly value: DefinitionDraft }
  | { readonly ok: false; readonly faults: readonly Refusal[] };

/** A key everybody has (RFC 8032 section 7.1, test 1), to check a draft before its own key is known. */
const STAND_IN_KEY = 'MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
const TABLE_NAMES = Object.keys(TABLE_FILES) as readonly TableName[];

/** Reads DIR. Faults carry E-FILE (a file is not there), E-CONTENT (election.json) or E-CSV, each with its place. */
export function readDefinitionFolder(dir: string): DraftReading {
  const unread: Refusal[] = [];
  const read = (file: string) => readOrReport(dir, file, unread);
  const electionBytes = read(ELECTION_FILE);
  const tables = readTables((file) => read(file));
  const { election, faults } = electionBytes === undefined ? { election: undefined, faults: [] } : readElectionFile(electionBytes);
  const found = [...unread, ...faults, ...faultsOf(tables, election)];
  if (found.length > 0 || election === undefined) return { ok: false, faults: found };
  const draft = assemble(election, tables);
  const overlooked = faultsOfDraft(draft);
  return overlooked.length > 0 ? { ok: false, faults: overlooked } : { ok: true, value: draft };
}

function readOrReport(dir: string, file: string, unread: Refusal[]): Uint8Array | undefined {
  const bytes = readBytes(path.join(dir, file));
  if (bytes.ok) return bytes.value;
  unread.push({ ...bytes.refusal, place: file });
  return undefined;
}

/** Faults of the tables by themselves and with each other, in the order in which one would mend them. */
function faultsOf(tables: Tables, election: Election | undefined): readonly Refusal[] {
  const between = crossCheck(tables, election);
  return [...between.election, ...TABLE_NAMES.flatMap((table) => inFileOrder([...tables[table].faults, ...between[table]]))];
}

/** The draft of a folder without faults; whatever is missing now is a defect of the checks. */
function assemble(election: Election, tables: Tables): DefinitionDraft {
  const { id, title, date, kind, commission, county, constituency, stationCap } = election;
  return {
    id: present(id, 'id'),
    title: present(title, 'title'),
    date: present(date, 'date'),
    kind: present(kind, 'kind'),
    commission: { name: present(commission, 'commission') },
    county: areaOf(county),
    constituency: areaOf(constituency),
    stationCap: present(stationCap, 'stationCap'),
    thresholds: election.thresholds,
    ...election.settings,
    wards: wardsOf(tables),
    stations: wholeRows(tables.stations).map(({ code, name, ward_code: ward, registered }) => ({ code, name, ward, registered })),
    contests: (election.contests ?? []).map(({ value }) => contestOf(value, tables)),
    parties: partiesOf(election, tables),
    agents: wholeRows(tables.agents).map(({ id, name, party, contests, public_key }) => ({
      id,
      name,
      party,
      contests: [...contests],
      ...keyOf(public_key),
    })),
    officials: wholeRows(tables.officials).map(({ id, name, role, public_key }) => ({ id, name, role, ...keyOf(public_key) })),
  };
}

function wholeRows<C extends Columns>({ rows }: Sheet<C>): readonly Cells<C>[] {
  return rows.flatMap((row) => (row.whole ? [row.cells] : []));
}

function keyOf(key: string | undefined): { readonly key?: string } {
  return key === undefined ? {} : { key };
}

function areaOf(area: { readonly code?: string | undefined; readonly name?: string | undefined } | undefined) {
  return { code: present(area?.code, 'area code'), name: present(area?.name, 'area name') };
}

/** In the order in which the stations first name them. */
function wardsOf({ stations }: Tables): Definition['wards'] {
  const names = new Map(wholeRows(stations).map(({ ward_code: code, ward_name: name }) => [code, name]));
  return [...names].map(([code, name]) => ({ code, name }));
}

/** Candidates in ballot order. */
function contestOf({ id, title, formA, formB, ward }: WrittenContest['value'], { candidates }: Tables): Contest {
  const own = wholeRows(candidates).filter((row) => row.contest === id);
  return {
    id: present(id, 'contest id'),
    title: present(title, 'contest title'),
    formA: present(formA, 'formA'),
    formB: present(formB, 'formB'),
    ...(ward === undefined ? {} : { ward }),
    candidates: own.map(({ number, name, party }) => ({ number, name, party })).sort((left, right) => left.number - right.number),
  };
}

/** Those election.json lists, then those of candidates and agents as they come. */
function partiesOf(election: Election, { candidates, agents }: Tables): Definition['parties'] {
  const listed = (election.parties ?? []).map(({ value }) => ({ name: present(value.name, 'party name'), ...keyOf(value.public_key) }));
  const known = new Set(listed.map(({ name }) => name));
  const mentioned = new Set([...wholeRows(candidates), ...wholeRows(agents)].map(({ party }) => party));
  return [...listed, ...[...mentioned].filter((name) => !known.has(name)).map((name) => ({ name }))];
}

/** The reader's own checks, as a net under ours: what would not be accepted later is not signed now. */
function faultsOfDraft(draft: DefinitionDraft): readonly Refusal[] {
  const parsed = definitionSchema.safeParse({ ...draft, commission: { ...draft.commission, key: STAND_IN_KEY } });
  const details = parsed.success ? contradictionsOf(parsed.data) : [z.prettifyError(parsed.error)];
  return details.map((detail) => ({ code: 'E-CONTENT', detail, place: ELECTION_FILE }));
}
