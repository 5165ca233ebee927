/** forms.csv by its contract: papers as written, and every fault in one run. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Definition } from '../../core/definition.ts';
import { present } from '../../core/result.ts';
import { readDefinitionFolder } from '../../main/define/definition-folder.ts';
import { readFormsFile } from '../../main/forms-file.ts';
import { temporaryFolder } from '../db/folders.ts';
import { electionFolder } from './election-folder.ts';

const HEADER = 'station_code,contest,serial,registered,rejected,objected,disputed,valid_foot,valid,v1,v2,v3,ruling,reason';

/** Three candidates for president, two in ward 0021, to which the first two stations belong. */
function definition(): Definition {
  const reading = readDefinitionFolder(electionFolder());
  if (!reading.ok) throw new Error('the small election has a fault');
  return { ...reading.value, commission: { ...reading.value.commission, key: '' } };
}

function read(...lines: readonly string[]) {
  const file = path.join(temporaryFolder(), 'forms.csv');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return readFormsFile(file, definition());
}

function forms(...lines: readonly string[]) {
  const reading = read(HEADER, ...lines);
  return reading.ok ? reading.forms : reading.faults.map(({ place, detail }) => `${place}: ${detail}`);
}

function faults(...lines: readonly string[]) {
  const reading = read(...lines);
  return reading.ok ? [] : reading.faults.map(({ place, code, detail }) => `${place} ${code} ${detail}`);
}

test('figures are taken as written, by the codes of the form: blank and unreadable are not zero', () => {
  expect(forms('00200101,president,S1,650,-,?,0,0400,399,100,?,-,,')).toEqual([
    {
      line: 2,
      station: '00200101',
      contest: 'president',
      serial: 'S1',
      figures: {
        candidate1: 100,
        candidate2: 'unreadable',
        candidate3: 'blank',
        tableTotal: 400,
        registered: 650,
        rejected: 'blank',
        objected: 'unreadable',
        disputed: 0,
        valid: 399,
      },
    },
  ]);
});

test('a contest with fewer candidates leaves the surplus cells empty', () => {
  const [form] = forms('00200102,ward-0021,S2,640,0,0,0,300,300,200,100,,count,Counted again.');
  expect(form).toMatchObject({ contest: 'ward-0021', ruling: 'count', reason: 'Counted again.' });
  expect(Object.keys(present((form as { figures?: object }).figures, 'figures'))).not.toContain('candidate3');
  expect(faults(HEADER, '00200102,ward-0021,S2,640,0,0,0,300,300,200,100,0,,')).toEqual([
    'forms.csv:2:v3 E-CSV contest ward-0021 has 2 candidates; the cell must be empty',
  ]);
});

test('a station without a paper has a row without figures', () => {
  expect(forms('00200201,president,,,,,,,,,,,not-held,No road.', '00200101,president,,,,,,,,,,,lost,')).toEqual([
    { line: 2, station: '00200201', contest: 'president', serial: '', ruling: 'not-held', reason: 'No road.' },
    { line: 3, station: '00200101', contest: 'president', serial: '', ruling: 'lost' },
  ]);
});

test('two papers with different serials, or without readable ones, may stand for one station', () => {
  const row = (serial: string) => `00200101,president,${serial},650,0,0,0,400,400,100,200,100,,`;
  expect(forms(row('S1'), row('S2'), row('-'), row('-'))).toHaveLength(4);
});

test('the columns for ruling and reason may be missing', () => {
  const reading = read(HEADER.replace(',ruling,reason', ''), '00200101,president,S1,650,0,0,0,400,400,100,200,100');
  expect(reading.ok).toBe(true);
});

test('every fault is reported in one run, by line and column', () => {
  const figures = '650,0,0,0,400,400,100,200,100';
  const found = faults(
    HEADER,
    `00200999,president,S1,${figures},,`,
    `00200101,governor,S1,${figures},,`,
    '00200201,ward-0021,S1,300,0,0,0,200,200,100,100,,,',
    '00200101,president,S1,650,12.5,1e3,,400,12345678,100,200,-1,,',
    `00200102,president,,${figures},,`,
    `00200102,president,S9,${figures},discard,`,
    '00200102,president,S8,,,,,,,,,,,',
    '00200201,president,S7,300,,,,,,,,,postponed,',
    '',
    `00200101,president,S1,${figures},,`,
    `00200201,president,S3,${figures},,`,
    '00200101,president,,,,,,,,,,,cancelled,',
    '00200101,president,S2,650',
  );
  expect(found).toEqual([
    'forms.csv:2:station_code E-CSV no station “00200999” in the definition',
    'forms.csv:3:contest E-CSV no contest “governor” in the definition',
    'forms.csv:4:contest E-CSV contest ward-0021 is held in ward 0021, station 00200201 lies in ward 0022',
    'forms.csv:5:rejected E-CSV “12.5” is not a whole number of at most seven digits, nor - nor ?',
    'forms.csv:5:objected E-CSV “1e3” is not a whole number of at most seven digits, nor - nor ?',
    'forms.csv:5:disputed E-CSV the cell is empty; write - for a box left blank on the paper, ? for an unreadable one',
    'forms.csv:5:valid E-CSV “12345678” is not a whole number of at most seven digits, nor - nor ?',
    'forms.csv:5:v3 E-CSV “-1” is not a whole number of at most seven digits, nor - nor ?',
    'forms.csv:6:serial E-CSV the cell is empty; write - where the paper bears no serial',
    'forms.csv:7:ruling E-CSV “discard” is none of count, disregard, set-aside, not-held, postponed, lost, cancelled',
    'forms.csv:8:registered E-CSV the row has no figures, and no ruling that explains it, such as not-held',
    'forms.csv:9:serial E-CSV a serial stands beside the ruling postponed, which is for stations without a paper',
    'forms.csv:9:registered E-CSV a figure stands beside the ruling postponed, which is for stations without a paper',
    'forms.csv:11:serial E-CSV “S1” stands already in line 5 for this station and contest',
    'forms.csv:12:serial E-CSV there is no paper according to line 9',
    'forms.csv:13:ruling E-CSV line 5 stands for the same station and contest',
    'forms.csv:14:rejected E-CSV the row has 4 cells, the header has 14',
  ]);
});

test('too few columns for the votes, or a count column missing, is said once and not for every row', () => {
  const header = 'station_code,contest,serial,registered,rejected,objected,valid_foot,valid,v1,v2,w3';
  expect(faults(header, '00200101,president,S1,650,0,0,400,400,100,200,100', '00200102,president,S2,650,0,0,400,400,100,200,100')).toEqual([
    expect.stringMatching(/^forms\.csv:1:w3 E-CSV no column is called “w3”; known are station_code, contest, serial, /),
    'forms.csv:1:disputed E-CSV the column is missing',
    'forms.csv:1:v3 E-CSV the column is missing',
  ]);
});

test('a header that cannot be read is the only fault, wherever it stands', () => {
  expect(faults('', 'station_code,"contest"s', '00200101,president,S1')).toEqual([
    'forms.csv:2:column 2 E-CSV a quotation mark stands inside the cell',
  ]);
  expect(faults('', 'station_code;contest', '00200101;president')).toEqual([
    'forms.csv:2:column 1 E-CSV the columns are separated by semicolons, not by commas',
  ]);
});

test('a file that is not there is a fault', () => {
  const file = path.join(temporaryFolder(), 'forms.csv');
  expect(readFormsFile(file, definition())).toEqual({
    ok: false,
    faults: [{ code: 'E-FILE', detail: 'no such file or folder', place: file }],
  });
});
