/** A refusal names what it is about: the rows, the findings, the agents, the stations somebody has to look at. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../core/decide.ts';
import { openWorld, signIn, type World } from './world.ts';
import {
  accepting,
  amending,
  bringTo,
  closingResult,
  entry,
  HERE,
  opening,
  reading,
  receive,
  ruleAll,
  settingAside,
} from './world-forms.ts';
import { paper } from './world-papers.ts';
import { declare, fill, preparing } from './world-summary.ts';

function detailOf(world: World, person: string, command: Command): string | undefined {
  const done = world.does(person, command);
  return done.ok ? 'allowed' : done.refusal.detail;
}

describe('a refusal names', () => {
  test('the items of the paper that are not answered', () => {
    const world = openWorld();
    const form = receive(world);
    const unanswered = amending(form, '', { stamp: 'maybe' as 'yes' });
    expect(detailOf(world, 'clerk1', unanswered)).toBe('serial, stamp');
  });

  test('the rows that are missing, and those that are too many', () => {
    const world = openWorld();
    const form = receive(world);
    const { objected: _, rejected: __, ...rest } = paper(world.centre(), HERE);
    expect(detailOf(world, 'clerk1', entry(form, rest))).toBe('rejected, objected');
    expect(detailOf(world, 'clerk1', entry(form, { ...rest, rejected: 2, objected: 1, candidate8: 0, candidate9: 0 }))).toBe(
      'candidate8, candidate9',
    );
    const differing = bringTo(world, 'differing', { station: 'east1' });
    expect(detailOf(world, 'clerk3', reading(world, differing, { objected: 1 }))).toBe('rejected, objected');
  });

  test('the rows that cannot be read, and the findings that are not ruled', () => {
    const world = openWorld();
    const figures = { candidate1: 'unreadable', candidate3: 'unreadable', objected: 3 } as const;
    const unreadable = bringTo(world, 'agreed', { figures });
    expect(detailOf(world, 'ro', opening(unreadable))).toBe('candidate1, candidate3');
    const unruled = bringTo(world, 'agreed', { station: 'east1', figures: { objected: 3, registered: 299 } });
    expect(detailOf(world, 'ro', opening(unruled))).toBe('F03, F10');
  });

  test('the agents who owe a word', () => {
    const world = openWorld();
    signIn(world, 'red', 'green');
    const form = bringTo(world, 'open');
    expect(detailOf(world, 'ro', accepting(world, form))).toBe('red, green');
  });

  test('the stations that are outstanding, and the papers that are unfinished, five at most and how many more', () => {
    const world = openWorld();
    world.must('ro', closingResult(HERE));
    expect(detailOf(world, 'ro', preparing())).toBe('west2, east1, east2');
    fill(world);
    const extra = Array.from({ length: 5 }, () => receive(world));
    expect(detailOf(world, 'ro', preparing())).toBe(extra.join(', '));
    for (let more = 0; more < 2; more += 1) receive(world);
    expect(detailOf(world, 'ro', preparing())).toBe(`${extra.join(', ')} and 2 more`);
  });

  test('the accepted papers on which something is not ruled', () => {
    const world = openWorld();
    fill(world, 'west-ward');
    for (const station of ['west1', 'west2']) world.must('ro', settingAside(receive(world, { contest: 'west-ward', station })));
    ruleAll(world, 'west-ward.west1.1');
    expect(detailOf(world, 'ro', preparing('west-ward'))).toBe('west-ward.west2.1');
  });

  test('the version that stands in the way', () => {
    const world = openWorld();
    declare(world, 'west-ward');
    expect(detailOf(world, 'ro', preparing('west-ward'))).toBe('version 1');
  });
});
