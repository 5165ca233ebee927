/** The wall is for everybody in the hall: it must not show a candidate's votes where the definition says that it does not. */
import { describe, expect, test } from 'vitest';
import { wallView } from '../../../core/views/wall.ts';
import { openWorld, signIn } from '../world.ts';
import { bringTo, enterTwice, PAPER_DIFFERS, receive, reopening, signing } from '../world-forms.ts';
import { declare } from '../world-summary.ts';
import { seenBy } from './looking.ts';

const VOTES = { candidate1: 177, candidate2: 88, candidate3: 66, tableTotal: 331, valid: 331 };

describe('the wall', () => {
  test('shows every contest with its denominators', () => {
    const world = openWorld();
    bringTo(world, 'accepted', { figures: VOTES });
    const [president, governor, ward] = wallView(seenBy(world)).contests;
    expect(president).toMatchObject({ forms: 1, stations: 4, registered: { counted: 400, all: 1300 }, state: 'provisional' });
    expect(president?.sums).toMatchObject({ candidates: [{ votes: 177 }, { votes: 88 }, { votes: 66 }], valid: 331, rejected: 2 });
    expect(governor).toMatchObject({ forms: 0, stations: 4 });
    expect(ward).toMatchObject({ forms: 0, stations: 2, wards: [{ name: 'West', forms: 0, stations: 2 }] });
  });

  test('holds no votes at all where the definition keeps totals off the wall', () => {
    const world = openWorld({ wallShowsTotals: false });
    bringTo(world, 'accepted', { figures: VOTES });
    const view = wallView(seenBy(world, 'ro'));
    expect(JSON.stringify(view)).not.toMatch(/\b(177|88|66|331)\b/);
    expect(view.contests[0]).toMatchObject({
      forms: 1,
      wards: [
        { name: 'West', forms: 1, stations: 2 },
        { forms: 0, stations: 2 },
      ],
    });
  });

  test('its states add up to all stations, and leave out those where no station is', () => {
    const world = openWorld();
    bringTo(world, 'accepted');
    bringTo(world, 'differing', { station: 'east1' });
    const stages = wallView(seenBy(world)).contests[0]?.stages ?? [];
    expect(stages).toEqual([
      { name: 'awaited', stations: 2 },
      { name: 'differing', stations: 1 },
      { name: 'counted', stations: 1 },
    ]);
  });

  test('holds no figure of a form that is not accepted, and nothing that an agent said', () => {
    const world = openWorld();
    signIn(world, 'red');
    const open = bringTo(world, 'open', { figures: { objected: 0 } });
    const before = JSON.stringify(wallView(seenBy(world)).contests[0]?.sums);
    world.must('red', signing(world, open, PAPER_DIFFERS));
    enterTwice(world, receive(world, { station: 'east1' }), { figures: VOTES }, { candidate1: 178 });
    const after = wallView(seenBy(world, 'ro')).contests[0];
    expect(JSON.stringify(after?.sums)).toBe(before);
    expect(JSON.stringify(after)).not.toMatch(/paper-differs|\b17[78]\b/);
  });

  test('a declared contest says so, and a reopened form leaves the sums before that', () => {
    const world = openWorld();
    const form = bringTo(world, 'accepted');
    const reopened = world.fork();
    reopened.must('ro', reopening(form, 'figures'));
    expect(wallView(seenBy(reopened)).contests[0]).toMatchObject({ forms: 0, sums: { valid: 0 } });
    declare(world);
    expect(wallView(seenBy(world)).contests[0]?.state).toBe('declared');
  });
});
