/**
 * Voters who came, attacked by whoever would make one number of two: each source stands alone with who recorded it and when, a paper that
 * is not agreed lends no figure, and what may not be recorded again is said before it is tried.
 */
import { describe, expect, test } from 'vitest';
import { turnoutView } from '../../../core/views/turnout.ts';
import { openWorld, type World } from '../world.ts';
import { bringTo, HERE, settingAside, turnout } from '../world-forms.ts';
import { EVERYBODY, saidAbout, seenBy } from './looking.ts';

function shown(world: World, person?: string, station = HERE.station) {
  return turnoutView(seenBy(world, person), station, saidAbout(world, station));
}
/** Together 8,881,003 and 8,881,004 come to a number that stands nowhere else. */
const MARKED = { valid: 8_881_003, rejected: 8_881_004 };
const TELLTALE = /888100|17762007/;

describe('sources', () => {
  test('that nobody recorded are empty, not nought', () => {
    expect(shown(openWorld()).sources).toMatchObject([
      { source: 'diary', recorded: [] },
      { source: 'tablet', recorded: [] },
    ]);
  });

  test('stand apart, each with who recorded it and every number that it replaced', () => {
    const world = openWorld();
    world.must('clerk1', turnout(HERE.station, 120));
    world.must('clerk2', turnout(HERE.station, 122, 'tablet'));
    world.must('ro', turnout(HERE.station, 121, 'diary', 'A slip.'));
    const [diary, tablet] = shown(world).sources;
    expect(diary?.recorded).toMatchObject([
      { voters: 120, by: 'clerk1' },
      { voters: 121, by: 'The returning officer', reason: 'A slip.' },
    ]);
    expect(tablet?.recorded).toMatchObject([{ voters: 122, by: 'clerk2' }]);
  });

  test('of another station are not told here', () => {
    const world = openWorld();
    world.must('clerk1', turnout('west2', 99));
    expect(shown(world).sources.flatMap(({ recorded }) => recorded)).toEqual([]);
  });

  test.each([
    ['clerk1', 'R-TURNOUT-KNOWN', undefined],
    ['ro', undefined, undefined],
    ['red', 'R-ROLE', 'R-ROLE'],
    [undefined, 'R-NOT-UNLOCKED', 'R-NOT-UNLOCKED'],
  ] as const)('say to %s beforehand what would be refused', (person, diary, tablet) => {
    const world = openWorld();
    world.must('clerk1', turnout(HERE.station, 120));
    expect(shown(world, person).sources.map(({ barred }) => barred?.code)).toEqual([diary, tablet]);
    if (person !== undefined) expect(world.tries(person, turnout(HERE.station, 119, 'diary', 'Why.'))).toBe(diary ?? 'allowed');
  });
});

describe('papers', () => {
  test.each(EVERYBODY)('that are not agreed lend %s no figure', (person) => {
    const world = openWorld();
    bringTo(world, 'entered-once', { figures: MARKED });
    bringTo(world, 'differing', { figures: MARKED });
    expect(JSON.stringify(shown(world, person))).not.toMatch(TELLTALE);
    expect(shown(world, person).without.map(({ contest }) => contest)).toContain(HERE.contest);
  });

  test('are compared with each source by the ballots they account for, in every contest of the station', () => {
    const world = openWorld();
    world.must('clerk1', turnout(HERE.station, 120));
    world.must('clerk1', turnout(HERE.station, 130, 'tablet'));
    bringTo(world, 'agreed');
    bringTo(world, 'agreed', { contest: 'governor', figures: { valid: 118 } });
    expect(shown(world).papers.map(({ contest, cast, beyond }) => [contest, cast, beyond])).toEqual([
      ['president', 125, { diary: 5, tablet: -5 }],
      ['governor', 120, { diary: 0, tablet: -10 }],
    ]);
    expect(shown(world).without.map(({ contest }) => contest)).toEqual(['west-ward']);
  });

  test('with a figure missing are listed without a number', () => {
    const world = openWorld();
    world.must('clerk1', turnout(HERE.station, 120));
    bringTo(world, 'agreed', { figures: { rejected: 'blank' } });
    const [paper] = shown(world).papers;
    expect(paper).not.toHaveProperty('cast');
    expect(paper?.beyond).toEqual({});
  });

  test('that were set aside are not compared', () => {
    const world = openWorld();
    world.must('ro', settingAside(bringTo(world, 'agreed')));
    expect(shown(world).papers).toEqual([]);
  });
});
