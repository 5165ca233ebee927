/** Rulings: they cover a finding only while it is the same finding on the same inputs, and what they say makes the disposition. */
import { describe, expect, test } from 'vitest';
import { rulingOn, unruledFindings } from '../../core/findings.ts';
import { openWorld, type World } from './world.ts';
import { accept, bringTo, formIn, opening, REASON, reading, receive, reopening, ruleAll, ruling, turnout } from './world-forms.ts';

function unruledOn(world: World, form: string): readonly string[] {
  return unruledFindings(world.centre(), formIn(world, form)).map(({ code }) => code);
}

/** A paper with 401 valid votes in a station of 400: F04 with F01, F02 and F05 beside it. */
const TOO_MANY = { figures: { valid: 401 } } as const;

describe('a ruling covers its finding', () => {
  test('and no other finding', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', TOO_MANY);
    expect(unruledOn(world, form)).toEqual(['F02', 'F04', 'F05']);
    world.must('ro', ruling(world, form, 'F04'));
    expect(unruledOn(world, form)).toEqual(['F02', 'F05']);
  });

  test('only on these inputs: another paper of the result asks again', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed');
    receive(world);
    ruleAll(world, form);
    expect(unruledOn(world, form)).toEqual([]);
    receive(world);
    expect(unruledOn(world, form)).toEqual(['F09']);
  });

  test('only while the inputs are the same, and again when they are the same again', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed');
    world.must('clerk1', turnout('west1', 100));
    ruleAll(world, form);
    world.must('ro', turnout('west1', 101, 'diary', REASON));
    expect(unruledOn(world, form)).toEqual(['F06']);
    world.must('ro', turnout('west1', 100, 'diary', REASON));
    expect(unruledOn(world, form)).toEqual([]);
  });

  test('not after a reading has changed what was found', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', { figures: { objected: 'unreadable', disputed: 'unreadable' } });
    ruleAll(world, form, 'ro');
    for (const reader of ['clerk3', 'clerk4']) world.must(reader, reading(world, form, { objected: 1, disputed: 'unreadable' }));
    expect(unruledOn(world, form)).toEqual(['F13']);
  });

  test('not on a new revision, even when the figures are kept', () => {
    const world = openWorld();
    const form = bringTo(world, 'open', TOO_MANY);
    world.must('ro', reopening(form, 'figures'));
    expect(unruledOn(world, form)).toEqual(['F02', 'F04', 'F05']);
  });
});

describe('of several rulings on one finding', () => {
  test('the last stands and all stay in sight', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', TOO_MANY);
    const count = ruling(world, form, 'F04');
    const disregard = ruling(world, form, 'F04', { ruling: 'disregard', ground: 'b' });
    for (const one of [count, disregard, count]) world.must('ro', one);
    const { rulings } = formIn(world, form);
    expect(rulings.map((one) => one.ruling)).toEqual(['count', 'disregard', 'count']);
    expect(rulings.map(({ by }) => by)).toEqual(['ro', 'ro', 'ro']);
  });

  test('the ground is part of the ruling', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', TOO_MANY);
    world.must('ro', ruling(world, form, 'F04', { ruling: 'disregard', ground: 'b' }));
    const [finding] = unruledFindings(world.centre(), { ...formIn(world, form), rulings: [] }).filter(({ code }) => code === 'F04');
    expect(finding && rulingOn(formIn(world, form), finding)).toMatchObject({ ruling: 'disregard', ground: 'b' });
  });
});

/** The disposition of the paper once accepted, when F04 was ruled so. */
function acceptedAfter(how: Parameters<typeof ruling>[3]): unknown {
  const world = openWorld();
  const form = bringTo(world, 'agreed', TOO_MANY);
  world.must('ro', ruling(world, form, 'F04', how));
  ruleAll(world, form);
  world.must('ro', opening(form));
  accept(world, form, 'dro');
  const { stage } = formIn(world, form);
  return 'disposition' in stage ? stage.disposition : stage.stage;
}

describe('an accepted form', () => {
  test('is counted when every ruling says so', () => {
    expect(acceptedAfter({ ruling: 'count' })).toBe('counted');
  });

  test('is disregarded when one ruling says so, whatever the others say', () => {
    expect(acceptedAfter({ ruling: 'disregard', ground: 'b' })).toBe('disregarded');
  });

  test('may be disregarded under F06 on ground c, and on no other', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed');
    world.must('clerk1', turnout('west1', 100));
    expect(world.tries('ro', ruling(world, form, 'F06', { ruling: 'disregard', ground: 'b' }))).toBe('R-NOT-DISREGARDABLE');
    expect(world.tries('ro', ruling(world, form, 'F06', { ruling: 'disregard', ground: 'c' }))).toBe('allowed');
  });

  test.each(['F01', 'F02', 'F03', 'F05', 'F07', 'F08', 'F09', 'F10', 'F11', 'F12'])('is never disregarded under %s', (code) => {
    const world = openWorld();
    const figures = { candidate1: 9, registered: 701, rejected: 701, objected: 702, disputed: 5, tableTotal: 'blank', valid: 100 } as const;
    const form = bringTo(world, 'agreed', { figures: code === 'F01' || code === 'F02' ? { ...figures, tableTotal: 1 } : figures });
    receive(world);
    expect(unruledOn(world, form)).toContain(code);
    for (const ground of ['b', 'c'] as const)
      expect(world.tries('ro', ruling(world, form, code, { ruling: 'disregard', ground }))).toBe('R-NOT-DISREGARDABLE');
  });
});
