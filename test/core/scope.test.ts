/** What one contest's bundle may show: its own acts and everything about people, hall, centre and device; nothing of other contests. */
import { describe, expect, test } from 'vitest';
import type { Act } from '../../core/acts.ts';
import { contestOfForm, isShownIn, scopeFollower } from '../../core/scope.ts';
import { openWorld, signIn, type World } from './world.ts';
import { confirming, restoring } from './world-centre.ts';
import { bringTo, closingResult, receive, turnout } from './world-forms.ts';
import { correct, correcting, declare } from './world-summary.ts';

/** For each act of a world, which contests it concerns. */
function scopesIn(world: World): readonly (readonly [Act, readonly string[]])[] {
  const concerned = scopeFollower();
  return world.acts().map(({ act }) => [act, concerned(act)] as const);
}

function scopeOfLast(world: World): readonly string[] {
  return scopesIn(world).at(-1)?.[1] ?? ['nothing was said'];
}

describe('an act concerns', () => {
  test('the contest of its form', () => {
    const world = openWorld();
    signIn(world, 'red');
    const before = world.acts().length;
    bringTo(world, 'accepted', { contest: 'governor' });
    for (const [, scope] of scopesIn(world).slice(before)) expect(scope).toEqual(['governor']);
  });

  test('the contest it names: closings, summaries, corrections', () => {
    const world = openWorld();
    const before = world.acts().length;
    world.must('ro', closingResult({ contest: 'west-ward', station: 'west1' }));
    declare(world, 'west-ward');
    correct(world, ['west2'], 'west-ward');
    for (const [, scope] of scopesIn(world).slice(before)) expect(scope).toEqual(['west-ward']);
  });

  test('as a confirmation or a withdrawal, what its proposal concerns', () => {
    const world = openWorld();
    declare(world, 'west-ward');
    const { digest } = world.must('ro', correcting(world, ['west1'], 'west-ward'));
    const other = world.fork();
    world.must('dro', confirming(digest));
    other.must('dro', { kind: 'proposal-withdrawn', body: { act: digest } });
    expect([scopeOfLast(world), scopeOfLast(other)]).toEqual([['west-ward'], ['west-ward']]);
    const restore = world.must('ro', restoring(world));
    world.must('dro', confirming(restore.digest));
    expect(scopeOfLast(world)).toEqual([]);
  });

  test('as a receipt, none: it tells which papers an agent answered and no figures, and nobody can hide one', () => {
    const world = openWorld();
    const word = { contest: 'governor', form: 'governor.west1.1', revision: 1, kind: 'signoff-given', choice: 'agree' } as const;
    const forms = [{ ...word, act: '0'.repeat(64), seq: 1 }];
    world.must('device', { kind: 'receipt-issued', body: { agent: 'red', head: { size: 0, root: '0'.repeat(64) }, forms } });
    expect(scopeOfLast(world)).toEqual([]);
  });

  test('no contest when it is about people, the hall, the centre, a station’s turnout or the device', () => {
    const world = openWorld();
    signIn(world, 'red');
    world.must('clerk1', turnout('west1', 300));
    for (const [, scope] of scopesIn(world)) expect(scope).toEqual([]);
  });
});

describe('a bundle shows', () => {
  test('what concerns its contest or none, and nothing that concerns another beside it', () => {
    expect(isShownIn('governor', [])).toBe(true);
    expect(isShownIn('governor', ['governor'])).toBe(true);
    expect(isShownIn('governor', ['president'])).toBe(false);
    expect(isShownIn('governor', ['governor', 'president'])).toBe(false);
  });

  test('each paper under the contest that stands in its number, dots in the contest’s name or not', () => {
    const world = openWorld();
    expect(contestOfForm(receive(world, { contest: 'west-ward' }))).toBe('west-ward');
    expect(contestOfForm('ward.12.b.west1.3')).toBe('ward.12.b');
  });
});
