/** Several papers of one result, none, and one that comes when nobody waits for it any more (LIFECYCLE §2). */
import { describe, expect, test } from 'vitest';
import { dispositionOfResult } from '../../core/summary.ts';
import { openWorld, signIn, type World } from './world.ts';
import {
  accept,
  acceptNow,
  amending,
  bringTo,
  closingResult,
  enterTwice,
  formIn,
  HERE,
  opening,
  PAPER_DIFFERS,
  receive,
  reopening,
  ruleAll,
  settingAside,
  signing,
  stageIn,
  withdrawingClosing,
} from './world-forms.ts';
import type { Place } from './world-papers.ts';
import { makeReady, preparing, readyIn } from './world-summary.ts';

function dispositionIn(world: World, { contest, station }: Place = HERE): string {
  return dispositionOfResult(world.centre(), contest, station).disposition;
}

describe('the state of a result', () => {
  test('is awaited, in hand, counted; and closed whatever papers there are', () => {
    const world = openWorld();
    const seen = [dispositionIn(world)];
    const form = bringTo(world, 'open');
    seen.push(dispositionIn(world));
    accept(world, form);
    seen.push(dispositionIn(world));
    world.must('ro', reopening(form, 'none'));
    seen.push(dispositionIn(world));
    world.must('ro', settingAside(form));
    seen.push(dispositionIn(world));
    world.must('ro', closingResult(HERE, 'set-aside'));
    seen.push(dispositionIn(world));
    receive(world);
    seen.push(dispositionIn(world));
    world.must('ro', withdrawingClosing(HERE));
    seen.push(dispositionIn(world));
    expect(seen).toEqual(['awaited', 'in-hand', 'counted', 'in-hand', 'in-hand', 'set-aside', 'set-aside', 'in-hand']);
  });
});

describe('a further paper', () => {
  test.each(['received', 'agreed', 'open', 'accepted', 'set-aside'] as const)(
    'is received when the first is %s, and does not change it',
    (stage) => {
      const world = openWorld();
      const first = bringTo(world, stage);
      const before = formIn(world, first);
      receive(world);
      expect(formIn(world, first)).toBe(before);
    },
  );

  test('is received while a version is ready, and after declaration', () => {
    const world = openWorld();
    makeReady(world, 'west-ward');
    receive(world, { contest: 'west-ward' });
    expect(readyIn(world, 'west-ward').content.stationCounts.counted).toBe(2);
  });

  test('ends set aside, entered for comparison or not, and the summary says so of each', () => {
    const world = openWorld();
    makeReady(world, 'west-ward');
    const second = bringTo(world, 'agreed', { contest: 'west-ward', serial: 'second' });
    const third = bringTo(world, 'received', { contest: 'west-ward', serial: 'third' });
    for (const form of [second, third]) world.must('ro', settingAside(form, 'Another paper is counted.'));
    world.must('ro', { kind: 'summary-withdrawn', body: { contest: 'west-ward', version: 1, reason: 'Two more papers.' } });
    ruleAll(world, 'west-ward.west1.1');
    world.must('ro', preparing('west-ward'));
    const [station] = readyIn(world, 'west-ward').content.stations;
    expect(station?.setAside.map(({ serial, reason }) => [serial, reason])).toEqual([
      ['second', 'Another paper is counted.'],
      ['third', 'Another paper is counted.'],
    ]);
  });

  test('may be preferred, the original to the carbon: the first gives way, the second is brought through', () => {
    const world = openWorld();
    const carbon = bringTo(world, 'accepted');
    const original = bringTo(world, 'agreed', { figures: { rejected: 5 } });
    ruleAll(world, original);
    expect(world.tries('ro', opening(original))).toBe('R-OTHER-FORM-OPEN');
    world.must('ro', reopening(carbon, 'none'));
    expect(world.tries('ro', opening(original))).toBe('allowed');
    world.must('ro', settingAside(carbon));
    world.must('ro', opening(original));
    accept(world, original);
    expect(dispositionOfResult(world.centre(), HERE.contest, HERE.station).accepted?.id).toBe(original);
  });

  test('filed under the wrong station is set aside and received again where it belongs', () => {
    const world = openWorld();
    const wrong = bringTo(world, 'received', { station: 'east1', serial: 'A7' });
    world.must('ro', settingAside(wrong, 'Filed under the wrong station.'));
    const right = bringTo(world, 'agreed', { station: 'east2', serial: 'A7' });
    expect(world.tries('ro', opening(right))).toBe('R-FINDING-UNRULED');
    ruleAll(world, right);
    expect(world.tries('ro', opening(right))).toBe('allowed');
  });
});

describe('a paper that comes after the result was closed', () => {
  test('is received, entered and ruled on, and opened when the closing is withdrawn', () => {
    const world = openWorld();
    world.must('ro', closingResult(HERE, 'lost'));
    const form = bringTo(world, 'agreed', { figures: { objected: 3 } });
    ruleAll(world, form);
    expect(world.tries('ro', opening(form))).toBe('R-RESULT-CLOSED');
    world.must('ro', withdrawingClosing(HERE));
    world.must('ro', opening(form));
    expect(stageIn(world, form)).toBe('open');
  });

  test('or is set aside, and the result stays closed', () => {
    const world = openWorld();
    world.must('ro', closingResult(HERE, 'lost'));
    world.must('ro', settingAside(receive(world)));
    expect(dispositionIn(world)).toBe('lost');
  });
});

describe('what was wrong', () => {
  test('in the keying, found at read-back or by an agent, is typed anew from the paper, and everybody is asked again', () => {
    const world = openWorld();
    signIn(world, 'red');
    const form = bringTo(world, 'open', { figures: { rejected: 20 } });
    world.must('red', signing(world, form, PAPER_DIFFERS));
    world.must('ro', reopening(form, 'none', 'Line 2 says 2.'));
    enterTwice(world, form);
    world.must('ro', opening(form));
    expect(world.tries('ro', { kind: 'form-accepted', body: { form, subject: subjectOf(world, form) } })).toBe('R-OUTCOME-MISSING');
    world.must('red', signing(world, form));
    acceptNow(world, form);
    const { revision, stage } = formIn(world, form);
    expect([revision, stage]).toMatchObject([2, { figures: { rejected: 2 } }]);
    expect(stage).not.toHaveProperty('answer');
  });

  test('in the particulars, once open, is amended on a new revision that keeps the figures', () => {
    const world = openWorld();
    const form = bringTo(world, 'open', { serial: 'A1' });
    expect(world.tries('clerk1', amending(form, 'A2'))).toBe('R-FORM-OPEN');
    world.must('ro', reopening(form, 'figures'));
    world.must('clerk1', amending(form, 'A2'));
    world.must('ro', opening(form));
    expect(formIn(world, form)).toMatchObject({ revision: 2, particulars: { serial: 'A2' }, stage: { stage: 'open' } });
  });
});

function subjectOf(world: World, form: string): string {
  const { stage } = formIn(world, form);
  return 'subject' in stage ? stage.subject : '';
}
