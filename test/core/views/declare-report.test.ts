/**
 * The error report attacked by whoever would have something forgotten: a finding that was ruled away, a note, a second paper, a witness,
 * a station that was left out of the totals. It must hold what the summary holds, live and frozen.
 */
import { describe, expect, test } from 'vitest';
import { contestStateOf } from '../../../core/state.ts';
import { type ErrorReport, errorReport } from '../../../core/views/declare-report.ts';
import { sheetView } from '../../../core/views/declare-sheet.ts';
import { openWorld, signIn, type World } from '../world.ts';
import {
  accept,
  acceptNow,
  bringTo,
  closingResult,
  HERE,
  opening,
  REASON,
  receive,
  ruleAll,
  ruling,
  settingAside,
  turnout,
} from '../world-forms.ts';
import { makeReady } from '../world-summary.ts';
import { EVERYBODY, seenBy } from './looking.ts';

function report(world: World, person = 'ro'): ErrorReport {
  return errorReport(seenBy(world, person), HERE.contest);
}
const TOO_MANY = { valid: 450, tableTotal: 450, candidate1: 348 };

/** West 1 is disregarded before two witnesses, west 2 has a note only, east 1 is sound but for its missing scan. */
function eventful(): World {
  const world = openWorld();
  signIn(world, 'red', 'blue');
  const form = bringTo(world, 'agreed', { figures: TOO_MANY });
  world.must('ro', ruling(world, form, 'F04', { ruling: 'disregard', ground: 'b' }, ['blue', 'red']));
  ruleAll(world, form);
  world.must('ro', opening(form));
  accept(world, form);
  bringTo(world, 'accepted', { station: 'west2', figures: { rejected: 5 } });
  bringTo(world, 'accepted', { station: 'east1' });
  return world;
}

describe('findings', () => {
  test('stand by station in gazetted order, with ruling, reason, official and witnesses', () => {
    const { stations } = report(eventful());
    expect(stations.map(({ station, findings }) => [station.code, findings.map(({ code }) => code)])).toEqual([
      ['west1', ['F04', 'F05', 'W03', 'W09']],
      ['west2', ['W01', 'W09']],
      ['east1', ['W09']],
    ]);
    expect(stations[0]?.findings[0]).toMatchObject({
      inputs: { valid: 450, register: 400 },
      difference: 50,
      ruling: {
        ruling: 'disregard',
        ground: 'b',
        reason: REASON,
        by: 'The returning officer',
        witnesses: ['Agent of Blue', 'Agent of Red'],
      },
    });
  });

  test('that are notes carry no ruling, and only statistical ones are called attention aids', () => {
    const notes = report(eventful()).stations.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'note'));
    expect(notes.every((note) => !('ruling' in note))).toBe(true);
    expect(new Set(notes.filter(({ isAid }) => isAid).map(({ code }) => code))).toEqual(new Set(['W01', 'W03']));
  });

  test('are counted by rule over the forms that were accepted, of all stations', () => {
    const { counts, found, accepted, of } = report(eventful());
    expect(counts.map(({ code, forms }) => [code, forms])).toEqual([
      ['F04', 1],
      ['F05', 1],
      ['W01', 1],
      ['W03', 1],
      ['W09', 3],
    ]);
    expect([found, accepted, of]).toEqual([3, 3, 4]);
  });

  test('are those of the summary, one for one, and the sheet counts the same', () => {
    const world = eventful();
    world.must('ro', closingResult({ contest: HERE.contest, station: 'east2' }));
    makeReady(world);
    const content = contestStateOf(world.centre(), HERE.contest).ready?.content;
    const told = report(world).stations.flatMap(({ station, findings }) => findings.map(({ code }) => `${station.code} ${code}`));
    expect(told).toEqual(content?.errorReport.map(({ station, code }) => `${station} ${code}`));
    const sheet = sheetView(seenBy(world, 'ro'), HERE.contest);
    expect(sheet.errors.length + sheet.notes).toBe(told.length);
  });

  test('of a form that is not accepted are on no report', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', { figures: TOO_MANY });
    ruleAll(world, form);
    world.must('ro', opening(form));
    expect(report(world)).toMatchObject({ stations: [], found: 0, accepted: 0 });
    acceptNowWhenMay(world, form);
    expect(report(world)).toMatchObject({ found: 1, accepted: 1 });
  });
});

function acceptNowWhenMay(world: World, form: string): void {
  world.wait(world.centre().definition.content.responseMinutes);
  acceptNow(world, form);
}

describe('what adds nothing to the totals', () => {
  test('a disregarded station stands with its figures and the totals without it and with it', () => {
    const { disregarded, columns, totals } = report(eventful());
    const [one] = disregarded;
    expect(one).toMatchObject({
      station: { code: 'west1' },
      rulings: [{ code: 'F04', ground: 'b', witnesses: ['Agent of Blue', 'Agent of Red'] }],
    });
    for (const at of columns.keys()) expect(one?.totalsWith[at]).toBe((totals[at] ?? 0) + Number(one?.figures[at]));
  });

  test('a station closed without a form stands with reason and official', () => {
    const world = openWorld();
    world.must('ro', closingResult({ contest: HERE.contest, station: 'east2' }, 'lost', 'The lorry burned.'));
    expect(report(world).closed).toMatchObject([
      { station: { code: 'east2' }, disposition: 'lost', reason: 'The lorry burned.', by: 'The returning officer', witnesses: [] },
    ]);
  });

  test('another paper of a counted station stands with why it was set aside', () => {
    const world = openWorld();
    const second = receive(world, { serial: 'carbon 7' });
    const form = bringTo(world, 'agreed');
    world.must('ro', settingAside(second, 'A carbon copy.'));
    ruleAll(world, form);
    world.must('ro', opening(form));
    accept(world, form);
    const [line] = report(world).stations;
    expect(line?.findings.map(({ code }) => code)).toContain('F09');
    expect(line?.aside).toEqual([{ form: second, serial: 'carbon 7', reason: 'A carbon copy.', by: 'The returning officer' }]);
  });
});

describe('the version', () => {
  test('is none while nothing is prepared, and what comes in shows at once', () => {
    const world = openWorld();
    expect(report(world)).toMatchObject({ version: 0, isDeclared: false, isRehearsal: true, found: 0 });
    expect(report(world)).not.toHaveProperty('digest');
    bringTo(world, 'accepted');
    expect(report(world).found).toBe(1);
  });

  test('once prepared is frozen with its digest: a count of voters that comes later changes nothing', () => {
    const world = openWorld();
    makeReady(world);
    const before = report(world);
    expect(before).toMatchObject({ version: 1, state: 'ready', digest: contestStateOf(world.centre(), HERE.contest).ready?.digest });
    world.must('ro', turnout('west1', 1));
    expect({ ...report(world), state: 'ready' }).toEqual(before);
  });
});

test.each(EVERYBODY)('while another paper of a station is typed, %s sees its figures only as no clerk', (person) => {
  const world = openWorld();
  bringTo(world, 'accepted', { figures: { rejected: 8_881_001 } });
  makeReady(world);
  receive(world);
  const seen = errorReport(seenBy(world, person), HERE.contest);
  const isClerk = person === undefined || person.startsWith('clerk');
  expect(/8,?881,?001/.test(JSON.stringify(seen))).toBe(!isClerk);
  expect([seen.hidden, seen.stations.some(({ station }) => station.code === HERE.station)]).toEqual(isClerk ? [1, false] : [0, true]);
});
