/**
 * The notes that look further than one paper's figures: at what the hand found on it (W08), at its scan (W09), and at the other
 * stations (W06, W07), which come and go with every form that is accepted.
 */
import { describe, expect, test } from 'vitest';
import type { Figures } from '../../core/acts.ts';
import { checkForm, type Finding, type FindingCode, failedFindings, failedOnPaper, unruledFindings } from '../../core/findings.ts';
import { present } from '../../core/result.ts';
import { summarise } from '../../core/summary.ts';
import { openWorld, type World } from './world.ts';
import type { election } from './world-election.ts';
import { amending, bringTo, formIn, opening, reopening, scanning, settingAside } from './world-forms.ts';

function foundIn(world: World, form: string, code: FindingCode): Finding {
  return present(
    checkForm(world.centre(), formIn(world, form)).find((finding) => finding.code === code),
    code,
  );
}

describe('the paper itself', () => {
  test('each defect is named by its item, with what was answered; none of them has to be ruled', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed');
    expect(foundIn(world, form, 'W08')).toMatchObject({ check: 'passes', fields: [] });
    world.must('clerk1', amending(form, '?', { book: '2', copy: 'carbon', stamp: 'no', alterations: 'not-countersigned' }));
    expect(foundIn(world, form, 'W08')).toMatchObject({
      check: 'fails',
      kind: 'note',
      fields: ['serial', 'book', 'copy', 'stamp', 'alterations'],
      inputs: { serial: '?', book: '2', copy: 'carbon', stamp: 'no', alterations: 'not-countersigned' },
    });
    expect(unruledFindings(world.centre(), formIn(world, form))).toEqual([]);
    expect(world.tries('ro', opening(form))).toBe('allowed');
  });

  test('a form without a scan is noted until one is attached', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed');
    expect(foundIn(world, form, 'W09')).toMatchObject({ check: 'fails', inputs: { scans: 0 } });
    world.must('clerk1', scanning(form));
    expect(foundIn(world, form, 'W09')).toMatchObject({ check: 'passes', inputs: { scans: 1 } });
  });
});

/** One ward of twelve stations: candidate 3 has twenty votes in each, and 400 are registered. */
const STATIONS = Array.from({ length: 12 }, (_, at) => `west${at + 1}`);
function ward(): World {
  return openWorld({
    stations: [
      ...STATIONS.map((code) => ({ code, name: `Station ${code}`, ward: 'west', registered: 400 })),
      { code: 'east1', name: 'East Market Hall', ward: 'east', registered: 400 },
    ],
  });
}
const votes = (one: number, two: number, three: number): Figures => {
  const valid = one + two + three;
  return { candidate1: one, candidate2: two, candidate3: three, tableTotal: valid, valid };
};
function accepted(world: World, stations: readonly string[], figures: Figures): void {
  for (const station of stations) bringTo(world, 'accepted', { station, figures, serial: station });
}
const LAST = STATIONS[11] ?? '';

describe('a candidate without a vote who is strong in the ward', () => {
  const strongAt = (count: number, three: number) => {
    const world = ward();
    accepted(world, STATIONS.slice(0, count), votes(100 - three, 0, three));
    return { world, form: bringTo(world, 'agreed', { station: LAST, figures: votes(100, 1, 0) }) };
  };

  test('is noted when more than 5 % of the ward’s other counted votes are theirs', () => {
    const { world, form } = strongAt(10, 6);
    expect(foundIn(world, form, 'W06')).toMatchObject({
      check: 'fails',
      kind: 'note',
      fields: ['candidate3'],
      inputs: { stations: 10, wardVotes: 1000, rows: ['candidate3'], candidate3InWard: 60, missingCandidate: 500 },
    });
  });

  test('is not at 5 % exactly, nor below', () => {
    for (const three of [5, 4]) {
      const { world, form } = strongAt(10, three);
      expect(foundIn(world, form, 'W06').check).toBe('passes');
    }
  });

  test('cannot be looked for before ten other stations count', () => {
    const { world, form } = strongAt(9, 50);
    expect(foundIn(world, form, 'W06').check).toBe('cannot-check');
    accepted(world, [STATIONS[9] ?? ''], votes(50, 0, 50));
    expect(foundIn(world, form, 'W06').check).toBe('fails');
  });

  test('a blank is no nought, and other wards say nothing', () => {
    const { world } = strongAt(10, 50);
    const blank = bringTo(world, 'agreed', { station: STATIONS[10] ?? '', figures: { ...votes(100, 1, 0), candidate3: 'blank' } });
    expect(foundIn(world, blank, 'W06').check).toBe('cannot-check');
    const east = bringTo(world, 'agreed', { station: 'east1', figures: votes(100, 1, 0) });
    expect(foundIn(world, east, 'W06').check).toBe('cannot-check');
  });
});

describe('the same votes as another station', () => {
  const twoStations = (first: Figures, second: Figures) => {
    const world = ward();
    const before = bringTo(world, 'agreed', { station: 'west1', figures: first });
    return { world, before, form: bringTo(world, 'agreed', { station: 'east1', figures: second }) };
  };

  test('are noted on both, in whichever ward', () => {
    const { world, before, form } = twoStations(votes(20, 30, 1), votes(20, 30, 1));
    expect(foundIn(world, form, 'W07')).toMatchObject({ check: 'fails', kind: 'note', inputs: { sameVotes: ['west1'], candidate2: 30 } });
    expect(foundIn(world, before, 'W07').inputs).toMatchObject({ sameVotes: ['east1'] });
  });

  test('mean nothing up to 50 valid votes, or when one candidate differs', () => {
    const small = twoStations(votes(20, 30, 0), votes(20, 30, 0));
    expect(foundIn(small.world, small.form, 'W07').check).toBe('passes');
    const other = twoStations(votes(20, 30, 1), votes(20, 29, 2));
    expect(foundIn(other.world, other.form, 'W07').check).toBe('passes');
  });

  test('of a paper that is set aside or reopened count no longer; a blank cannot be compared', () => {
    const { world, before, form } = twoStations(votes(20, 30, 1), votes(20, 30, 1));
    const fork = world.fork();
    fork.must('ro', settingAside(before));
    expect(foundIn(fork, form, 'W07').check).toBe('passes');
    world.must('ro', reopening(before, 'none'));
    expect(foundIn(world, form, 'W07').check).toBe('passes');
    const blank = twoStations(votes(20, 30, 1), { ...votes(20, 30, 1), candidate3: 'blank' });
    expect(foundIn(blank.world, blank.form, 'W07').check).toBe('cannot-check');
  });
});

test('how a form compares with others is told at its opening and in the summary, and is no part of what agents sign', () => {
  const world = ward();
  accepted(world, ['west1'], votes(20, 30, 1));
  const form = bringTo(world, 'agreed', { station: LAST, figures: votes(20, 30, 1) });
  const opened = world.must('ro', opening(form));
  expect(opened).toMatchObject({ body: { findings: ['W01', 'W04', 'W07', 'W09'] } });
  expect(failedOnPaper(world.centre(), formIn(world, form)).map(({ code }) => code)).toEqual(['W01', 'W04', 'W09']);
  const [line] = summarise(world.centre(), 'president', { version: 0, at: world.now(), head: { size: 0, root: '' } }).stations;
  expect(line?.form?.findings.map(({ code }) => code)).toEqual(['W01', 'W04', 'W07', 'W09']);
});

test('a contest of one candidate has nothing to compare', () => {
  const contests = [
    { id: 'president', title: 'President', formA: '34A', formB: '34B', candidates: [{ number: 1, name: 'Asha', party: 'Red' }] },
  ] as const;
  const world = openWorld({ contests: contests as unknown as ReturnType<typeof election>['content']['contests'] });
  const form = bringTo(world, 'agreed', { figures: { candidate1: 200, tableTotal: 200, valid: 200 } });
  for (const code of ['W05', 'W07'] as const) expect(foundIn(world, form, code).check).toBe('cannot-check');
  expect(failedFindings(world.centre(), formIn(world, form)).map(({ code }) => code)).toEqual(['W09']);
});
