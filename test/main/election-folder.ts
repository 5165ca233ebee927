/** A small sound election in a folder, for tests to break one thing at a time. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../db/folders.ts';

export const ELECTION = {
  id: 'small-election',
  title: 'A small election',
  date: '2027-08-10',
  kind: 'rehearsal',
  commission: 'A commission',
  county: { code: '001', name: 'County' },
  constituency: { code: '002', name: 'Constituency' },
  stationCap: 700,
  contests: [
    { id: 'president', title: 'President', formA: '34A', formB: '34B' },
    { id: 'ward-0021', title: 'Ward', formA: '36A', formB: '36B', ward: '0021' },
  ],
};

export const TABLES = {
  'stations.csv': [
    'code,name,ward_code,ward_name,registered',
    '00200101,Primary School 1,0021,East,650',
    '00200102,Primary School 2,0021,East,640',
    '00200201,Market,0022,West,300',
  ].join('\n'),
  'candidates.csv': [
    'contest,number,name,party',
    'president,2,Second,Blue',
    'president,1,First,Red',
    'ward-0021,1,Third,Red',
    'ward-0021,2,Fourth,Green',
    'president,3,Fifth,Yellow',
  ].join('\n'),
  'agents.csv': ['id,name,party,contests', 'A1,Agent One,Red,', 'A2,Agent Two,Violet,president'].join('\n'),
  'officials.csv': ['id,name,role', 'RO1,Officer,ro', 'DRO1,Deputy,dro', 'C1,Clerk,clerk'].join('\n'),
};

export type ElectionFile = keyof typeof TABLES | 'election.json';

/** Writes the five files into a new folder; `changes` replaces whole files. */
export function electionFolder(changes: Partial<Record<ElectionFile, string | Uint8Array>> = {}): string {
  const folder = temporaryFolder();
  const files = { 'election.json': JSON.stringify(ELECTION, undefined, 2), ...TABLES, ...changes };
  for (const [file, content] of Object.entries(files)) writeFileSync(path.join(folder, file), content);
  return folder;
}
