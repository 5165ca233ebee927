import { describe, expect, test } from 'vitest';
import type { Contest } from '../../core/definition.ts';
import { CONSTITUENCY_FORMS, candidateRows, closingWord, constituencyColumns, figureRows, STATION_FORMS } from '../../core/form.ts';

const contest: Contest = {
  id: 'ward',
  title: 'Ward representative',
  formA: '36A',
  formB: '36B',
  candidates: [
    { number: 1, name: 'First', party: 'One' },
    { number: 3, name: 'Third', party: 'Three' },
  ],
};

describe('the paper forms, described once', () => {
  test('the rows of a station form stand in the order of the paper', () => {
    const codes = figureRows(contest).map(({ code }) => code);
    expect(codes).toEqual(['candidate1', 'candidate3', 'tableTotal', 'registered', 'rejected', 'objected', 'disputed', 'valid']);
  });

  test('the five polling station counts bear the line numbers of the paper', () => {
    const lines = figureRows(contest).flatMap(({ code, line }) => (line === undefined ? [] : [[line, code]]));
    expect(lines).toEqual([
      [1, 'registered'],
      [2, 'rejected'],
      [3, 'objected'],
      [4, 'disputed'],
      [5, 'valid'],
    ]);
  });

  test('a candidate row is named by the ballot number, also where a number is missing', () => {
    expect(candidateRows(contest).map(({ candidate }) => candidate)).toEqual([1, 3]);
  });

  test('a line of the constituency form shows registered voters, each candidate, valid votes and rejected ballots', () => {
    expect(constituencyColumns(contest)).toEqual(['registered', 'candidate1', 'candidate3', 'valid', 'rejected']);
  });

  test('every station form has its constituency form, and the law’s word for what happens there', () => {
    expect(STATION_FORMS.map((form) => form.replace('A', 'B'))).toEqual([...CONSTITUENCY_FORMS]);
    const words = CONSTITUENCY_FORMS.map((form) => `${form} ${closingWord(form)}`);
    expect(words).toEqual(['34B collated', '35B declared', '36B declared', '37B collated', '38B collated', '39B collated']);
  });
});
