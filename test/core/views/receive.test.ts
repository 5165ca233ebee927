/**
 * What the room *receive* shows, and what it must not: no figure, no typist; every station that this machine holds and no other; the
 * papers a new one would repeat, told before it is received and never a reason to refuse it.
 */
import { describe, expect, test } from 'vitest';
import { defectsOf } from '../../../core/particulars.ts';
import type { Centre } from '../../../core/state.ts';
import { personOf } from '../../../core/state.ts';
import { clashesOf, findStations, formsWithScan, receiveView } from '../../../core/views/receive.ts';
import { openWorld, type World } from '../world.ts';
import { HERE, receiving } from '../world-forms.ts';
import { paper, particulars } from '../world-papers.ts';

const SCAN = 'd'.repeat(64);

function seen(world: World, viewer = 'clerk1') {
  return { centre: world.centre(), viewer: personOf(world.centre(), viewer), now: world.now() };
}

/** Numbers that stand nowhere else in this little world. */
const TELLTALE = {
  candidate1: 7001,
  candidate2: 7002,
  candidate3: 7003,
  tableTotal: 21_006,
  valid: 21_007,
  rejected: 7009,
  objected: 7010,
};

function sealed(world: World, clerk: string, form: string, changes: Readonly<Record<string, number>> = {}) {
  world.must(clerk, { kind: 'entry-sealed', body: { form, figures: paper(world.centre(), HERE, changes), decisions: [] } });
}

function attached(world: World, form: string, scan = SCAN) {
  world.must('clerk1', { kind: 'scan-attached', body: { form, scan, mediaType: 'image/png', size: 10, source: 'scan.png' } });
}

/** Every number and text of a view, wherever it stands. */
function everythingIn(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everythingIn) : [value];
}

test('all stations of the contests held here stand in the list, each with its own contests', () => {
  const { stations, contests, arrived } = receiveView(seen(openWorld()), {});
  expect(contests.map(({ id }) => id)).toEqual(['president', 'governor', 'west-ward']);
  expect(stations.map(({ code, results }) => [code, results.map(({ contest }) => contest)])).toEqual([
    ['west1', ['president', 'governor', 'west-ward']],
    ['west2', ['president', 'governor', 'west-ward']],
    ['east1', ['president', 'governor']],
    ['east2', ['president', 'governor']],
  ]);
  expect(arrived).toEqual({ done: 0, total: 10 });
});

test('a contest that another machine holds is not offered, nor a station that has no contest here', () => {
  const centre: Centre = { ...openWorld().centre(), contests: ['west-ward'] };
  const { stations, contests, arrived } = receiveView({ centre, now: centre.at }, { station: 'east1' });
  expect(contests.map(({ id }) => id)).toEqual(['west-ward']);
  expect(stations.map(({ code }) => code)).toEqual(['west1', 'west2']);
  expect(arrived.total).toBe(2);
});

test('a station that is not here has no place, whatever the window asks for', () => {
  expect(receiveView(seen(openWorld()), { station: 'nowhere' })).not.toHaveProperty('place');
  expect(receiveView(seen(openWorld()), {})).not.toHaveProperty('place');
});

test('a paper received is counted, named for the next, and listed for whoever received it, newest first', () => {
  const world = openWorld();
  world.must('clerk1', receiving(HERE, 'A1'));
  world.wait(1);
  world.must('clerk2', receiving({ contest: 'governor', station: 'west1' }, 'G1'));
  world.must('clerk1', receiving({ contest: 'president', station: 'west2' }, 'A2'));
  const view = receiveView(seen(world), { station: 'west1' });
  expect(view.arrived).toEqual({ done: 3, total: 10 });
  expect(view.mine.map(({ form }) => form)).toEqual(['president.west2.1', 'president.west1.1']);
  expect(view.place?.contests.map(({ id, nextForm }) => [id, nextForm])).toEqual([
    ['president', 'president.west1.2'],
    ['governor', 'governor.west1.2'],
    ['west-ward', 'west-ward.west1.1'],
  ]);
  expect(view.stations[0]?.results[0]).toEqual({ contest: 'president', state: 'in-hand', papers: 1 });
});

test('no figure and no typist reaches whoever receives, whatever stage the form is in', () => {
  const world = openWorld();
  world.must('clerk1', receiving(HERE, 'A1'));
  for (const clerk of ['clerk2', 'clerk3']) {
    sealed(world, clerk, 'president.west1.1', TELLTALE);
    const view = receiveView(seen(world), { station: 'west1' });
    const told = everythingIn(view);
    expect(Object.values(TELLTALE).filter((figure) => told.includes(figure))).toEqual([]);
    expect(told).not.toContain(clerk);
  }
});

test('particulars may be amended until the form is opened, and not while it is set aside', () => {
  const world = openWorld();
  world.must('clerk1', receiving(HERE, 'A1'));
  const mayAmend = () => receiveView(seen(world), { station: 'west1' }).place?.contests[0]?.papers[0]?.mayAmend;
  expect(mayAmend()).toBe(true);
  sealed(world, 'clerk2', 'president.west1.1');
  sealed(world, 'clerk3', 'president.west1.1');
  expect(mayAmend()).toBe(true);
  const aside = world.fork();
  aside.must('ro', { kind: 'form-set-aside', body: { form: 'president.west1.1', reason: 'Another station.' } });
  expect(receiveView(seen(aside), { station: 'west1' }).place?.contests[0]?.papers[0]?.mayAmend).toBe(false);
  world.must('ro', { kind: 'form-opened', body: { form: 'president.west1.1' } });
  expect(mayAmend()).toBe(false);
});

test('only an official may replace a turnout that stands', () => {
  const world = openWorld();
  world.must('clerk1', { kind: 'turnout-recorded', body: { station: 'west1', source: 'diary', voters: 205 } });
  const placeFor = (viewer: string) => receiveView(seen(world, viewer), { station: 'west1' }).place;
  expect(placeFor('clerk1')).toMatchObject({ turnout: { diary: 205 }, mayReplaceTurnout: false });
  expect(placeFor('dro')?.mayReplaceTurnout).toBe(true);
});

describe('what a paper repeats', () => {
  const asked = { contest: 'president', station: 'west2', scans: [] };

  test('the serial of another form of the contest is told before the paper is received', () => {
    const world = openWorld();
    world.must('clerk1', receiving(HERE, 'A1'));
    expect(clashesOf(seen(world), { ...asked, serial: 'A1' }).map(({ is, form }) => [is, form])).toEqual([['serial', 'president.west1.1']]);
    expect(clashesOf(seen(world), { ...asked, serial: 'A2' })).toEqual([]);
    expect(clashesOf(seen(world), { ...asked, contest: 'governor', serial: 'A1' })).toEqual([]);
  });

  test('papers without a readable serial do not repeat one another', () => {
    const world = openWorld();
    world.must('clerk1', receiving(HERE, '-'));
    expect(clashesOf(seen(world), { ...asked, serial: '-' })).toEqual([]);
  });

  test('another paper of the same station and contest is told, and the one in hand is not another', () => {
    const world = openWorld();
    world.must('clerk1', receiving(HERE, 'A1'));
    const here = { ...asked, station: 'west1' };
    expect(clashesOf(seen(world), here).map(({ is }) => is)).toEqual(['result']);
    expect(clashesOf(seen(world), { ...here, serial: 'A1', form: 'president.west1.1' })).toEqual([]);
  });

  test('the same picture on a form of any contest is told', () => {
    const world = openWorld();
    world.must('clerk1', receiving({ contest: 'governor', station: 'east1' }, 'G1'));
    attached(world, 'governor.east1.1');
    expect(formsWithScan(world.centre(), SCAN)).toEqual(['governor.east1.1']);
    expect(clashesOf(seen(world), { ...asked, scans: ['e'.repeat(64), SCAN] })).toMatchObject([
      { is: 'scan', form: 'governor.east1.1', contest: 'governor', station: { code: 'east1' } },
    ]);
  });

  test('nothing that is told here is a reason to refuse the paper', () => {
    const world = openWorld();
    world.must('clerk1', receiving(HERE, 'A1'));
    expect(clashesOf(seen(world), { ...asked, station: 'west1', serial: 'A1' }).map(({ is }) => is)).toEqual(['serial', 'result']);
    expect(world.tries('clerk1', receiving(HERE, 'A1'))).toBe('allowed');
  });
});

describe('defects', () => {
  test('a sound paper has none, and an item that is not answered yet is none', () => {
    expect(defectsOf(particulars('A1'))).toEqual([]);
    expect(defectsOf(particulars('A1', { alterations: 'countersigned' }))).toEqual([]);
    expect(defectsOf({})).toEqual([]);
  });

  test.each([
    ['serial', '-'],
    ['serial', '?'],
    ['book', '2'],
    ['book', 'unknown'],
    ['copy', 'carbon'],
    ['copy', 'photocopy'],
    ['stamp', 'no'],
    ['watermark', 'no'],
    ['presidingOfficerSigned', 'no'],
    ['presidingOfficerDated', 'no'],
    ['deputySigned', 'no'],
    ['deputyDated', 'no'],
    ['pagesComplete', 'no'],
    ['alterations', 'not-countersigned'],
    ['stationAsExpected', 'no'],
  ] as const)('%s answered with %s is one', (item, answer) => {
    expect(defectsOf({ ...particulars('A1'), [item]: answer })).toEqual([item]);
  });
});

describe('finding a station', () => {
  const stations = [
    { code: '051117058301001', name: 'Meza Primary School, stream 1' },
    { code: '051117058301002', name: 'Meza Primary School, stream 2' },
    { code: '051117058401001', name: 'Ng’ombe Health Centre' },
    { code: '051117058501001', name: 'Chuo cha Ufundi' },
  ];
  const found = (typed: string) => findStations(stations, typed).map((station) => stations.indexOf(station));

  test.each([
    ['', [0, 1, 2, 3]],
    ['0583', [0, 1]],
    ['8301002', [1]],
    ['051 117 0583 010 02', [1]],
    ['school meza', [0, 1]],
    ['MEZA 2', [1]],
    ['ngom', [2]],
    ["ng'ombe centre", [2]],
    ['ombe', []],
    ['ufu chu', [3]],
    ['nothing', []],
    ['   ', [0, 1, 2, 3]],
  ] as const)('%j finds %j', (typed, places) => {
    expect(found(typed)).toEqual(places);
  });
});
