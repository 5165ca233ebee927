/** Papers as they come in from the stations: sound in every line unless a test says otherwise. */
import type { Figures } from '../../core/acts.ts';
import { candidateRow, TABLE_TOTAL } from '../../core/form.ts';
import type { Particulars } from '../../core/particulars.ts';
import { type Centre, contestOf } from '../../core/state.ts';

/** Where a paper belongs. */
export interface Place {
  readonly contest: string;
  readonly station: string;
}

/** A paper without a defect. */
export function particulars(serial: string, changes: Partial<Particulars> = {}): Particulars {
  return {
    serial,
    book: '1',
    copy: 'original',
    stamp: 'yes',
    watermark: 'yes',
    presidingOfficerSigned: 'yes',
    presidingOfficerDated: 'yes',
    deputySigned: 'yes',
    deputyDated: 'yes',
    pagesComplete: 'yes',
    alterations: 'none',
    stationAsExpected: 'yes',
    ...changes,
  };
}

/**
 * The figures of a sound paper: candidate n has 20 n votes and as many more as the station's place in the register, two ballots are
 * rejected, one of them objected to. `changes` are written over it and nothing else is adjusted.
 */
export function paper(centre: Centre, { contest, station }: Place, changes: Figures = {}): Figures {
  const { candidates } = contestOf(centre, contest).contest;
  const place = [...centre.roll.stations.keys()].indexOf(station) + 1;
  const votes = candidates.map(({ number }) => [candidateRow(number), 20 * number + place] as const);
  const valid = votes.reduce((sum, [, count]) => sum + count, 0);
  const registered = centre.roll.stations.get(station)?.registered ?? 0;
  const counts = { [TABLE_TOTAL]: valid, registered, rejected: 2, objected: 1, disputed: 0, valid };
  return { ...Object.fromEntries(votes), ...counts, ...changes };
}
