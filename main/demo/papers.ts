/**
 * The papers of the demonstration. Nearly all are in order. Seven stations show what happens on a real night: line 1 written into
 * line 2, more votes than voters, a box left blank, one nobody can read, a wrong addition, a second paper for the same station, and
 * a station that could not open. Each needs a ruling, or an explanation, and all of it is in the error report afterwards.
 */
import { type Seeded, seeded } from '../seeded.ts';
import { type FormCells, formCells, inventFigures, type StationFigures, total } from './figures.ts';
import { DEMO_CONTESTS, type DemoContest, type DemoStation, WARDS } from './mfano.ts';

/** What became of one station's paper: usually one row as it is. */
type Mishap = (paper: FormCells, figures: StationFigures) => readonly FormCells[];

/** By the station's place in the gazetted list, for the first contest. */
const MISHAPS: Readonly<Record<number, Mishap>> = {
  3: (paper, { registered }) => [
    { ...paper, rejected: registered, ruling: 'count', reason: 'Line 1 was written into line 2; the votes are in order.' },
  ],
  6: (paper, figures) => [
    { ...moreVotesThanVoters(paper, figures), ruling: 'disregard', reason: 'More valid votes than registered voters.' },
  ],
  9: (paper) => [{ ...paper, objected: '-', ruling: 'count', reason: 'The box was left blank; no agent reports an objection.' }],
  12: (paper) => [{ ...paper, rejected: '?', ruling: 'count', reason: 'Water has washed the figure out; the votes can be read.' }],
  15: (paper) => [{ ...paper, valid_foot: Number(paper.valid) - 10, ruling: 'count', reason: 'The foot of the table is added wrongly.' }],
  18: (paper) => [
    { ...paper, ruling: 'count', reason: 'The original, from the first book.' },
    { ...paper, serial: `${paper.serial}-2`, ruling: 'set-aside', reason: 'A carbon of the same paper, from the second book.' },
  ],
  21: ({ station_code, contest }) => [
    {
      station_code: station_code ?? '',
      contest: contest ?? '',
      ruling: 'not-held',
      reason: 'The river took the bridge; the station did not open.',
    },
  ],
};

function moreVotesThanVoters(paper: FormCells, { registered, votes }: StationFigures): FormCells {
  const missing = registered + 25 - total(votes);
  const valid = registered + 25;
  return { ...paper, v1: Number(paper.v1) + missing, valid_foot: valid, valid };
}

/** How strong the candidates are in the country, first on the ballot first. */
const STRENGTHS = [38, 34, 16, 8, 4];

/** Every row of forms.csv, by column, contest after contest. */
export function inventForms(stations: readonly DemoStation[], seed: number): readonly FormCells[] {
  const random = seeded(seed + 1);
  return DEMO_CONTESTS.flatMap((contest, at) => {
    const held = stations.filter(({ wardCode }) => contest.ward === undefined || contest.ward === wardCode);
    const leanings = inventLeanings(random, contest);
    return held.flatMap((station, place) => {
      const figures = inventFigures(random, station.registered, leanings.get(station.wardCode) ?? STRENGTHS);
      const serial = `${contest.formA}-${String(1001 + place).padStart(6, '0')}`;
      const paper = { station_code: station.code, contest: contest.id, serial, ...formCells(figures) };
      return (at === 0 ? MISHAPS[place]?.(paper, figures) : undefined) ?? [paper];
    });
  });
}

/** Wards differ: each prefers somebody, and nobody is without friends anywhere. */
function inventLeanings(random: Seeded, { candidates }: DemoContest): ReadonlyMap<string, readonly number[]> {
  return new Map(WARDS.map(({ code }) => [code, candidates.map((_, at) => (STRENGTHS[at] ?? 1) * (0.7 + 0.9 * random.next()))]));
}
