/**
 * A constituency that does not exist, for the demonstration: 24 stations in three wards, a President and one ward representative to
 * elect, six agents, six officials. The figures come from a seed; the same seed gives the same files, byte for byte.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { seeded } from '../seeded.ts';
import { csvText } from './csv-text.ts';
import { formsHeader } from './figures.ts';
import { AGENTS, CONSTITUENCY, COUNTY, DEMO_CONTESTS, type DemoContest, type DemoStation, OFFICIALS, STREAMS, WARDS } from './mfano.ts';
import { inventForms } from './papers.ts';

/** Where the demonstration's papers are, beside the definition's files. */
export const FORMS_FILE = 'forms.csv';

const ELECTION = {
  id: 'mfano-demonstration',
  title: 'Demonstration in a constituency that does not exist',
  date: '2031-02-03',
  kind: 'rehearsal',
  commission: 'Commission of the Demonstration',
  county: COUNTY,
  constituency: CONSTITUENCY,
  stationCap: 700,
  contests: DEMO_CONTESTS.map(({ candidates, ...contest }) => contest),
};

/** The five files of the definition and forms.csv, into a folder that is made where it is missing. */
export function writeDemoFolder(dir: string, seed: number): void {
  const stations = inventStations(seed);
  mkdirSync(dir, { recursive: true });
  const write = (file: string, text: string) => writeFileSync(path.join(dir, file), text);
  write('election.json', `${JSON.stringify(ELECTION, undefined, 2)}\n`);
  write('stations.csv', csvText(['code', 'name', 'ward_code', 'ward_name', 'registered'], stations.map(stationCells)));
  write('candidates.csv', csvText(['contest', 'number', 'name', 'party'], DEMO_CONTESTS.flatMap(candidateCells)));
  write('agents.csv', csvText(['id', 'name', 'party', 'contests'], AGENTS));
  write('officials.csv', csvText(['id', 'name', 'role'], OFFICIALS));
  const header = formsHeader(Math.max(...DEMO_CONTESTS.map(({ candidates }) => candidates.length)));
  const forms = inventForms(stations, seed);
  write(
    FORMS_FILE,
    csvText(
      header,
      forms.map((form) => header.map((column) => form[column] ?? '')),
    ),
  );
}

export function inventStations(seed: number): readonly DemoStation[] {
  const random = seeded(seed);
  return WARDS.flatMap((ward) =>
    ward.centres.flatMap((centre, at) =>
      STREAMS.map((stream) => ({
        code: `${COUNTY.code}${CONSTITUENCY.code}${ward.code}${String(at + 1).padStart(3, '0')}${stream}`,
        name: `${centre} Primary School, stream ${Number(stream)}`,
        wardCode: ward.code,
        wardName: ward.name,
        registered: 280 + random.below(400),
      })),
    ),
  );
}

function stationCells({ code, name, wardCode, wardName, registered }: DemoStation) {
  return [code, name, wardCode, wardName, registered];
}

function candidateCells({ id, candidates }: DemoContest) {
  return candidates.map(([name, party], at) => [id, at + 1, name, party]);
}
