/** The table of results: what stands on the forms stands in it, and nothing in it can be mistaken for a figure or obeyed as a formula. */
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { CSV_COLUMNS, type CsvColumn, resultsCsv } from '../../core/open-data/results-csv.ts';
import { oddSummary } from './summaries.ts';

type Line = Readonly<Record<CsvColumn, string>>;
const summary = oddSummary();
const csv = resultsCsv(summary, 'provisional');
const lines = parse<Line>(csv, { columns: true, relax_column_count: false });
const at = (station: string, row: string) => lines.find((line) => line.station === station && line.row === row);

describe('results.csv', () => {
  test('has a line for each station and each row of its form, whatever became of the station', () => {
    expect(lines).toHaveLength(4 * (5 + 6));
    expect(Object.keys(lines[0] ?? {})).toEqual(CSV_COLUMNS);
    const dispositions = new Map(lines.map(({ station, disposition }) => [station, disposition]));
    expect([...dispositions]).toEqual([
      ['west1', 'counted'],
      ['west2', 'disregarded'],
      ['east1', 'not-held'],
      ['east2', 'awaited'],
    ]);
  });

  test('ends every line as RFC 4180 has it, and has no line end elsewhere', () => {
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(lines.length + 2);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('gives every figure as it is written on the paper', () => {
    for (const { station, form } of summary.stations) {
      for (const [row, figure] of Object.entries(form?.figures ?? {})) {
        const { count, status } = at(station, row) ?? { count: 'none', status: 'none' };
        expect([station, row, status === 'written' ? Number(count) : status]).toEqual([station, row, figure]);
        expect(count).toMatch(/^(|0|[1-9][0-9]*)$/);
      }
    }
    expect(at('west2', 'valid')).toMatchObject({ count: '5000', status: 'written', register: '350' });
  });

  test('leaves the cell empty where a box is blank or unreadable, or where there is no form, and says which', () => {
    expect(at('west1', 'candidate2')).toMatchObject({ count: '', status: 'blank', candidate: '2' });
    expect(at('west1', 'tableTotal')).toMatchObject({ count: '', status: 'unreadable', row_kind: 'total', candidate: '' });
    for (const station of ['east1', 'east2']) expect(at(station, 'candidate1')).toMatchObject({ count: '', status: 'no-form' });
  });

  test('the counted stations’ candidates add up to the totals of the summary', () => {
    const sums = summary.contest.candidates.map(({ number }) => {
      const counted = lines.filter(({ disposition, candidate }) => disposition === 'counted' && candidate === String(number));
      return counted.reduce((sum, { count }) => sum + Number(count), 0);
    });
    expect(sums).toEqual(summary.totals.votes);
  });

  test('puts an apostrophe before a name that a spreadsheet would obey, and leaves other names alone', () => {
    expect(lines.slice(0, 5).map(({ candidate_name }) => candidate_name)).toEqual([
      "'=1+1",
      "'+254 Party",
      "'-x",
      "'@home",
      'O\'Connor, "Mama" Wa=mbui',
    ]);
    expect(at('west1', 'valid')?.station_name).toBe('\'=HYPERLINK("x")');
    for (const line of lines) for (const cell of Object.values(line)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  test('says how far the summary had come, and that a rehearsal is one', () => {
    expect(new Set(lines.map(({ election_kind, state, version }) => `${election_kind} ${state} ${version}`))).toEqual(
      new Set(['rehearsal provisional 0']),
    );
    const [live] = parse<Line>(resultsCsv(oddSummary({ kind: 'live' }), 'declared'), { columns: true });
    expect(live).toMatchObject({ election_kind: 'live', state: 'declared' });
  });
});
