/** Every fault of a folder is reported in one run, each with file, line and column, and nothing is written. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { define } from '../../main/commands/define.ts';
import { readDefinitionFolder } from '../../main/define/definition-folder.ts';
import { temporaryFolder } from '../db/folders.ts';
import { ELECTION, type ElectionFile, electionFolder, TABLES } from './election-folder.ts';
import { recorded } from './recorded.ts';

const KEYS = [
  'MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
  'MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=',
] as const;
const SMALL_ORDER = 'MCowBQYDK2VwAyEAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

const BROKEN: Record<ElectionFile, string> = {
  'election.json': JSON.stringify({
    ...ELECTION,
    id: 'an election',
    date: '2027-02-30',
    kind: 'test',
    county: { code: '001' },
    stationCap: '700',
    station_cap: 700,
    responseMinutes: 10,
    thresholds: { rejectedNote: 350.5, rejectedNotes: 350, responseMinutes: 20 },
    parties: [{ name: 'Red', public_key: KEYS[0] }, { name: 'Red' }],
    contests: [
      ...ELECTION.contests,
      { id: 'president', title: 'Again', formA: '34A', formB: '34B' },
      { id: 'senator', title: 'Senator', formA: '38A', formB: '37B' },
      { id: 'ward-0099', title: 'Nowhere', formA: '36A', formB: '36B', ward: '0099' },
    ],
  }),
  'stations.csv': [
    'code,name,ward_code,ward_name,registered',
    '00200101,Primary School 1,0021,East,7o0',
    '',
    '00200102,"Primary',
    'School 2",0021,Far East,640',
    '00200101,Market,0022,West,-3',
    '0020 0202,,0022,West,99999999',
    '00200301,Hall,0022,West',
    '00200302,Hall,0022,West,300,1',
    '00200303,"Hall"e,0022,West,300',
  ].join('\n'),
  'candidates.csv': [
    'contest,number,name,party,party,remark,',
    'president,1,First,Red,Red,,',
    'president,01,Second,Blue,,,',
    'governor,1,Third,Red,,,',
    'ward-0021,0,Fourth,Red,,,',
    'ward-0099,1,Fifth,Red,,,',
  ].join('\n'),
  'agents.csv': [
    'id,name,party,contests,public_key',
    `A1,Agent One,Red,president governor,${KEYS[1]}`,
    `A1,Agent Two,Blue,president president,${KEYS[0]}`,
    `A3,Agent\u0007Three,Blue,,${SMALL_ORDER}`,
    'device,Agent Four,Blue,,not a key',
  ].join('\n'),
  'officials.csv': ['id,name,public_key', 'RO1,Officer,', `A1,Deputy,${KEYS[1]}`, 'RO1,Clerk,'].join('\n'),
};

const EXPECTED = [
  'election.json:station_cap  E-CONTENT  no field of this name; known are id, title, date, kind, commission,',
  'election.json:id  E-CONTENT  “an election” is not an id',
  'election.json:date  E-CONTENT  “2027-02-30” is not a day of the calendar',
  'election.json:kind  E-CONTENT  “test” is none of live, rehearsal',
  'election.json:county.name  E-CONTENT  the field is missing',
  'election.json:stationCap  E-CONTENT  “"700"” is not a number',
  'election.json:thresholds.rejectedNotes  E-CONTENT  no field of this name; known are rejectedNote, rejectedRuling,',
  'election.json:thresholds.rejectedNote  E-CONTENT  “350.5” is not a whole number',
  'election.json:thresholds.responseMinutes  E-CONTENT  20 here, but 10 at the top of the file',
  'election.json:contests[2].id  E-CONTENT  “president” stands already at contests[0]',
  'election.json:contests[3].formB  E-CONTENT  form 37B does not belong to form 38A',
  'election.json:parties[1].name  E-CONTENT  “Red” stands already at parties[0]',
  'stations.csv:2:registered  E-CSV  “7o0” is not a whole number',
  'stations.csv:4:name  E-CSV  “Primary\\u{a}School 2” holds a line break or a control character',
  'stations.csv:4:ward_name  E-CSV  ward 0021 is “East” in line 2, here “Far East”',
  'stations.csv:6:code  E-CSV  “00200101” stands already in line 2',
  'stations.csv:6:registered  E-CSV  “-3” is not a whole number',
  'stations.csv:7:code  E-CSV  “0020 0202” is not a code',
  'stations.csv:7:name  E-CSV  the cell is empty',
  'stations.csv:7:registered  E-CSV  99999999 is more than 9999999',
  'stations.csv:8:registered  E-CSV  the row has 4 cells, the header has 5',
  'stations.csv:9:column 6  E-CSV  the row has 6 cells, the header has 5',
  'stations.csv:10:name  E-CSV  a quotation mark stands inside the cell',
  'candidates.csv:1:column 5  E-CSV  the column “party” stands twice',
  'candidates.csv:1:remark  E-CSV  no column is called “remark”; known are contest, number, name, party',
  'candidates.csv:1:column 7  E-CSV  the column has no name',
  'candidates.csv:3:number  E-CSV  number 1 of contest president stands already in line 2',
  'candidates.csv:4:contest  E-CSV  no contest “governor” in election.json',
  'candidates.csv:5:number  E-CSV  0 is less than 1',
  'agents.csv:2:contests  E-CSV  no contest “governor” in election.json',
  'agents.csv:3:id  E-CSV  “A1” stands already in line 2',
  'agents.csv:3:contests  E-CSV  “president” stands twice in the cell',
  'agents.csv:3:public_key  E-CSV  the same key stands already at election.json:parties[0]',
  'agents.csv:4:name  E-CSV  “Agent\\u{7}Three” holds a line break or a control character',
  'agents.csv:4:public_key  E-CSV  “MCowBQYDK2VwAyEAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=” is not a usable Ed25519 public key',
  'agents.csv:5:id  E-CSV  no person may be called “device”',
  'agents.csv:5:public_key  E-CSV  “not a key” is not a usable Ed25519 public key',
  'officials.csv:1:role  E-CSV  the column is missing',
  'officials.csv:3:id  E-CSV  “A1” is already an agent at agents.csv:2',
  'officials.csv:3:public_key  E-CSV  the same key stands already at agents.csv:2',
  'officials.csv:4:id  E-CSV  “RO1” stands already in line 2',
];

test('every fault of every file is reported in one run, with its line and column, and nothing is written', async () => {
  const desk = temporaryFolder();
  const out = path.join(desk, 'definition.json');
  const {
    code,
    out: said,
    err,
  } = await recorded(define, '--dir', electionFolder(BROKEN), '--key', path.join(desk, 'key'), '--new-key', '--out', out);
  const lines = err.trimEnd().split('\n');
  expect(lines.slice(0, -1).map((line, at) => line.slice(0, EXPECTED[at]?.length))).toEqual(EXPECTED);
  expect(lines.at(-1)).toBe(`${EXPECTED.length} faults; nothing was written`);
  expect({ code, said, files: readdirSync(desk) }).toEqual({ code: 1, said: '', files: [] });
});

/** The faults of a folder in which some files are replaced, as `place: detail`. */
function faultsWith(changes: Partial<Record<ElectionFile, string | Uint8Array>>): readonly string[] {
  const reading = readDefinitionFolder(electionFolder(changes));
  return reading.ok ? [] : reading.faults.map(({ place, detail }) => `${place}: ${detail}`);
}

test('what is missing altogether is missed only where the whole file could be read', () => {
  expect(faultsWith({ 'officials.csv': 'id,name,role\nC1,Clerk,clerk' })).toEqual([
    'officials.csv:1:role: no returning officer (role ro) is listed',
  ]);
  expect(faultsWith({ 'officials.csv': 'id,name,role\nC1,Clerk,RO' })).toEqual(['officials.csv:2:role: “RO” is none of ro, dro, clerk']);
  expect(faultsWith({ 'candidates.csv': 'contest,number,name,party\npresident,1,First,Red' })).toEqual([
    'election.json:contests[1].id: no candidate for “ward-0021” in candidates.csv',
  ]);
  expect(faultsWith({ 'candidates.csv': 'contest,number,name,party\npresident,1,First,Red\nward-0021,1,Third' })).toEqual([
    'candidates.csv:3:party: the row has 3 cells, the header has 4',
  ]);
  expect(faultsWith({ 'stations.csv': 'code,name,ward_code,ward_name,registered\n00200201,Market,0022,West,300' })).toEqual([
    'election.json:contests[1].ward: no station in stations.csv lies in ward “0021”',
  ]);
  expect(faultsWith({ 'stations.csv': 'code,name,ward_code,ward_name,registered' })).toContain('stations.csv:1:code: no station is listed');
});

test('a second returning officer is one too many', () => {
  expect(faultsWith({ 'officials.csv': `${TABLES['officials.csv']}\nRO2,Another,ro` })).toEqual([
    'officials.csv:5:role: a second returning officer; the first stands in line 2',
  ]);
});

test.each([
  ['{"id": "x",}', 'election.json:1:12: “}” stands where a name in quotation marks is wanted'],
  ['{\n  "id": "x"\n  "title": "y"\n}', 'election.json:3:3: “"” stands where a comma or “}” is wanted'],
  ['{"id": x}', 'election.json:1:8: “x” stands where a value is wanted'],
  ['{"id": "x', 'election.json:1:8: a text is opened and not closed on its line'],
  ['{"id": "x",\n "id": "y"}', 'election.json:2:2: “id” stands twice'],
  ['{"id" "x"}', 'election.json:1:7: “"” stands where “:” is wanted'],
  ['{} {}', 'election.json:1:4: “{” stands after the end'],
  ['[1, 2', 'election.json:1:6: the file ends where a comma or “]” is wanted'],
  ['[1, 2]', 'election.json: “[1,2]” is not an object'],
  ['', 'election.json:1:1: the file ends where a value is wanted'],
  ['['.repeat(5000), 'election.json:1:66: brackets within brackets too deep'],
])('JSON slip %# is reported by line and column', (text, fault) => {
  expect(faultsWith({ 'election.json': text })).toEqual([fault]);
});

test('files that are absent, empty, not UTF-8, or separated by semicolons are each said to be so, once', () => {
  const folder = electionFolder({
    'stations.csv': '',
    'candidates.csv': Uint8Array.of(0x63, 0xff, 0x0a),
    'officials.csv': 'id;name;role\nRO1;Officer, Senior;ro\n',
  });
  rmSync(path.join(folder, 'agents.csv'));
  const reading = readDefinitionFolder(folder);
  expect(reading.ok ? [] : reading.faults.map(({ place, code, detail }) => `${place} ${code} ${detail}`)).toEqual([
    'agents.csv E-FILE no such file or folder',
    'stations.csv:1:column 1 E-CSV the file is empty',
    'candidates.csv:1:column 1 E-CSV the file is not UTF-8 text',
    'officials.csv:1:column 1 E-CSV the columns are separated by semicolons, not by commas',
  ]);
});

test('one slip with a quotation mark hides neither the lines below it nor a second slip', () => {
  const text = ['id,name,role', 'RO1,"Officer,ro', 'C1,Clerk "A",clerk', 'C 2,Clerk,clerk', 'C3,"Clerk ""C""",clerk', 'C4,"Clerk'].join(
    '\n',
  );
  expect(faultsWith({ 'officials.csv': text })).toEqual([
    'officials.csv:2:name: a quotation mark is opened and never closed',
    'officials.csv:3:name: a quotation mark stands inside the cell',
    expect.stringMatching(/^officials\.csv:4:id: “C 2” is not an id/),
    'officials.csv:6:name: a quotation mark is opened and never closed',
  ]);
});

test('a folder that is not there is a fault, not a stack trace', async () => {
  const desk = temporaryFolder();
  writeFileSync(path.join(desk, 'file'), '');
  const { code, err } = await recorded(define, '--dir', path.join(desk, 'file'), '--key', 'k', '--print-pae');
  expect(code).toBe(1);
  expect(err.trimEnd().split('\n')).toHaveLength(6);
  expect(err).toContain('stations.csv  E-FILE  part of its path is not a folder');
});
