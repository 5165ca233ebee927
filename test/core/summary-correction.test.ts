/** Corrections after declaration (LIFECYCLE §4): a door for the stations named, a new version that names the old one and each change. */
import { describe, expect, test } from 'vitest';
import { contestStateOf } from '../../core/state.ts';
import { byTwo, openWorld, signIn, type World } from './world.ts';
import { confirming } from './world-centre.ts';
import { accept, bringTo, enterTwice, formIn, HERE, opening, REASON, reopening, ruleAll, settingAside } from './world-forms.ts';
import { correct, correcting, declare, declaredIn, declareReady, preparing, readyIn, withdrawing } from './world-summary.ts';

const FORM = 'president.west1.1';

function declaredWorld(): World {
  const world = openWorld();
  declare(world);
  return world;
}

function stateIn(world: World) {
  return contestStateOf(world.centre(), 'president');
}

/** Restarts the form of west1 and brings it through with another number of rejected ballots. */
function correctRejected(world: World, rejected: number): void {
  world.must('ro', reopening(FORM, 'none'));
  enterTwice(world, FORM, { figures: { rejected } });
  world.must('ro', opening(FORM));
  accept(world, FORM);
}

describe('a correction', () => {
  test('is opened by two officials and opens the stations it names, no others', () => {
    const world = declaredWorld();
    const { digest } = world.must('ro', correcting(world, ['west1']));
    expect(world.tries('ro', reopening(FORM, 'none'))).toBe('R-DECLARED');
    world.must('dro', confirming(digest));
    expect(world.tries('ro', reopening(FORM, 'none'))).toBe('allowed');
    expect(world.tries('ro', reopening('president.west2.1', 'none'))).toBe('R-DECLARED');
  });

  test('leaves other contests as they are', () => {
    const world = declaredWorld();
    declare(world, 'west-ward');
    correct(world, ['west1']);
    expect(world.tries('ro', reopening('west-ward.west1.1', 'none'))).toBe('R-DECLARED');
  });

  test('may name further stations later, and the first stay open', () => {
    const world = declaredWorld();
    correct(world, ['west1']);
    correct(world, ['east2']);
    expect(stateIn(world).correction?.stations).toEqual(['east2', 'west1']);
  });

  test('by one alone, late, bears the name of that act for ever', () => {
    const world = declaredWorld();
    const { digest } = world.must('ro', correcting(world, ['west1']));
    world.wait(60);
    world.must('ro', confirming(digest, 'The deputy is ill.'));
    expect(stateIn(world).correction).toMatchObject({ alone: digest });
    expect(world.centre().alone).toEqual([digest]);
  });

  test('by two bears no such name', () => {
    const world = declaredWorld();
    correct(world, ['west1']);
    expect(stateIn(world).correction).not.toHaveProperty('alone');
    expect(world.centre().alone).toEqual([]);
  });

  test('is closed by the declaration of the version it led to', () => {
    const world = declaredWorld();
    correct(world, ['west1']);
    correctRejected(world, 3);
    world.must('ro', preparing('president', REASON));
    declareReady(world);
    expect(stateIn(world).correction).toBeUndefined();
    expect(world.tries('ro', reopening(FORM, 'none'))).toBe('R-DECLARED');
  });

  test('stays open when the new version is withdrawn', () => {
    const world = declaredWorld();
    correct(world, ['west1']);
    world.must('ro', preparing('president', REASON));
    world.must('ro', withdrawing(world));
    expect(stateIn(world).correction?.stations).toEqual(['west1']);
    expect(world.tries('ro', reopening(FORM, 'none'))).toBe('allowed');
  });
});

describe('the version after', () => {
  function supersededWorld(): World {
    const world = declaredWorld();
    correct(world, ['west1']);
    correctRejected(world, 3);
    world.must('ro', preparing('president', 'Line 2 was keyed wrongly.'));
    return world;
  }

  test('names the one it supersedes, the reason, and each figure that changed', () => {
    const world = supersededWorld();
    const { number, digest } = declaredIn(world);
    expect(readyIn(world).content).toMatchObject({
      version: 2,
      supersedes: { version: number, digest },
      reason: 'Line 2 was keyed wrongly.',
      changes: [{ station: 'west1', row: 'rejected', from: '2', to: '3' }],
    });
    const act = world.acts().at(-1)?.act;
    expect(act?.body).toMatchObject({ supersedes: { version: 1, digest } });
  });

  test('takes its place only when it is declared; until then the first is the result', () => {
    const world = supersededWorld();
    const first = declaredIn(world);
    expect(first.content.totals.rejected).toBe(8);
    declareReady(world);
    expect(declaredIn(world)).toMatchObject({ number: 2, content: { totals: { rejected: 9 } } });
    expect(stateIn(world).superseded).toEqual([first]);
  });

  test('lists a changed disposition, with every figure that went with it', () => {
    const world = declaredWorld();
    correct(world, ['west1']);
    world.must('ro', reopening(FORM, 'none'));
    world.must('ro', settingAside(FORM));
    signIn(world, 'red');
    world.must('ro', {
      kind: 'result-closed',
      body: { ...HERE, disposition: 'set-aside', reason: 'Of another station.', witnesses: ['red'] },
    });
    world.must('ro', preparing('president', REASON));
    const changes = readyIn(world).content.changes ?? [];
    expect(changes).toContainEqual({ station: 'west1', row: 'disposition', from: 'counted', to: 'set-aside' });
    expect(changes).toContainEqual({ station: 'west1', row: 'candidate3', from: '61', to: 'none' });
    expect(changes).toHaveLength(10);
    expect(new Set(changes.map(({ station }) => station))).toEqual(new Set(['west1']));
  });

  test('may change nothing, and says so', () => {
    const world = declaredWorld();
    correct(world, ['west1']);
    world.must('ro', preparing('president', 'The provenance was noted wrongly.'));
    expect(readyIn(world).content.changes).toEqual([]);
  });

  test('goes on being superseded, one after the other', () => {
    const world = supersededWorld();
    declareReady(world);
    correct(world, ['west1']);
    correctRejected(world, 4);
    world.must('ro', preparing('president', REASON));
    declareReady(world);
    expect([...stateIn(world).superseded, declaredIn(world)].map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(declaredIn(world).content.supersedes).toEqual({ version: 2, digest: stateIn(world).superseded[1]?.digest });
  });
});

describe('while a correction is open', () => {
  test('a restarted form is out of the next tally and not out of the declared one', () => {
    const world = declaredWorld();
    const declared = declaredIn(world);
    correct(world, ['west1']);
    world.must('ro', reopening(FORM, 'figures'));
    expect(declaredIn(world)).toBe(declared);
    expect(world.tries('ro', preparing('president', REASON))).toBe('R-RESULT-OUTSTANDING');
  });

  test('a later paper may be preferred: the first is set aside, the second brought through', () => {
    const world = declaredWorld();
    correct(world, ['west1']);
    const original = bringTo(world, 'agreed', { figures: { rejected: 3 } });
    world.must('ro', reopening(FORM, 'none'));
    world.must('ro', settingAside(FORM));
    ruleAll(world, original);
    world.must('ro', opening(original));
    accept(world, original);
    world.must('ro', preparing('president', 'The original came after the carbon.'));
    expect(formIn(world, FORM).stage.stage).toBe('set-aside');
    expect(readyIn(world).content.changes).toEqual([{ station: 'west1', row: 'rejected', from: '2', to: '3' }]);
  });

  test('what arose at a station it does not name has to be let in first', () => {
    const world = declaredWorld();
    correct(world, ['west1']);
    world.must('ro', settingAside(bringTo(world, 'received', { station: 'east1' })));
    expect(world.tries('ro', preparing('president', REASON))).toBe('R-FINDING-UNRULED');
    byTwo(world, correcting(world, ['east1']));
    ruleAll(world, 'president.east1.1');
    expect(world.tries('ro', preparing('president', REASON))).toBe('allowed');
  });
});
