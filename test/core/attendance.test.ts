/** The register of agents (LIFECYCLE §3): who is in the hall, who may come in, who lets whom go, and what that means for the forms. */
import { describe, expect, test } from 'vitest';
import { agentsInAttendance, agentsOf, isAccredited, staysOf } from '../../core/attendance.ts';
import type { Command } from '../../core/decide.ts';
import { admitNamed, byTwo, openWorld, signIn, signOut, type World } from './world.ts';
import { AGENTS } from './world-election.ts';
import { bringTo, openedIn, owedOn, signing } from './world-forms.ts';
import { admitOnSite, jumpClock, revocation } from './world-people.ts';

const IN: Command = { kind: 'agent-signed-in', body: {} };
const STAND_DOWN: Command = { kind: 'accreditation-ended', body: {} };
const GONE = (agent: string): Command => ({ kind: 'agent-marked-gone', body: { agent, reason: 'Not seen since supper.' } });

/** The agents who were asked when a form was opened now. */
function askedNow(world: World, contest = 'president'): readonly string[] {
  bringTo(world, 'open', { contest });
  const opened = world.acts().at(-1)?.act;
  return opened?.kind === 'form-opened' ? opened.body.asked : [];
}

describe('the register', () => {
  test('has every stay with its beginning and end, and who ended it', () => {
    const world = openWorld();
    signIn(world, 'red');
    world.wait(30);
    signOut(world, 'red');
    signIn(world, 'red');
    world.wait(30);
    world.must('ro', GONE('red'));
    expect(staysOf(world.centre(), 'red')).toMatchObject([
      { from: { at: '2027-08-10T14:00:00.000Z' }, to: { at: '2027-08-10T14:30:00.000Z', by: 'agent' } },
      { from: { at: '2027-08-10T14:30:00.000Z' }, to: { at: '2027-08-10T15:00:00.000Z', by: 'official' } },
    ]);
    expect(agentsInAttendance(world.centre())).toEqual([]);
  });

  test('lets an agent come back as often as he likes', () => {
    const world = openWorld();
    for (let times = 0; times < 3; times += 1) {
      signIn(world, 'red');
      signOut(world, 'red');
    }
    expect(staysOf(world.centre(), 'red')).toHaveLength(3);
  });

  test('counts the wait before an agent is marked gone from his last act, whatever it was', () => {
    const world = openWorld();
    signIn(world, 'red');
    const form = bringTo(world, 'open');
    world.wait(9);
    world.must('red', signing(world, form));
    world.wait(9);
    expect(world.tries('ro', GONE('red'))).toBe('R-TOO-EARLY');
    world.wait(1);
    expect(world.tries('ro', GONE('red'))).toBe('allowed');
  });

  test('counts it anew when the clock was set', () => {
    const world = openWorld();
    signIn(world, 'red');
    jumpClock(world, 100);
    expect(world.tries('ro', GONE('red'))).toBe('R-TOO-EARLY');
    world.wait(10);
    expect(world.tries('ro', GONE('red'))).toBe('allowed');
  });
});

describe('who is asked at an opening', () => {
  test('is every accredited agent in the hall, in the order of their names', () => {
    const world = openWorld();
    signIn(world, 'red', 'green', 'blue');
    expect(askedNow(world)).toEqual(['blue', 'green', 'red']);
  });

  test('is nobody whose accreditation is for another contest', () => {
    const world = openWorld();
    signIn(world, 'red', 'green');
    expect(askedNow(world, 'governor')).toEqual(['red']);
    expect(agentsOf(world.centre(), 'governor')).toEqual(['red', 'blue']);
    expect(agentsOf(world.centre(), 'president')).toEqual(['red', 'blue', 'green']);
  });

  test('is nobody who went, was sent out, stood down or was revoked before', () => {
    const world = openWorld({ agents: [...AGENTS, { id: 'grey', name: 'Agent of Grey', party: 'Grey', contests: [] }] });
    signIn(world, 'red', 'blue', 'green', 'grey');
    world.wait(10);
    signOut(world, 'red');
    world.must('ro', GONE('blue'));
    world.must('green', STAND_DOWN);
    byTwo(world, revocation('grey'));
    expect(askedNow(world)).toEqual([]);
  });

  test('is an agent enrolled on site, for every contest', () => {
    const world = openWorld();
    admitOnSite(world, 'late', 'Red');
    signIn(world, 'late');
    expect(askedNow(world, 'west-ward')).toEqual(['late']);
    expect(isAccredited(world.centre(), 'late', 'governor')).toBe(true);
  });
});

describe('while a form is open', () => {
  test('an agent who signs in is asked', () => {
    const world = openWorld();
    const form = bringTo(world, 'open');
    expect(owedOn(world, form)).toEqual([]);
    signIn(world, 'red');
    expect(owedOn(world, form)).toEqual(['red']);
  });

  test('his own sign-out releases an agent, an official’s does not', () => {
    const world = openWorld();
    signIn(world, 'red', 'blue');
    const form = bringTo(world, 'open');
    world.wait(10);
    signOut(world, 'red');
    world.must('ro', GONE('blue'));
    expect(owedOn(world, form)).toEqual(['blue']);
  });

  test('an agent who was sent out may come back and answer, or go by himself', () => {
    const world = openWorld();
    signIn(world, 'red', 'blue');
    const form = bringTo(world, 'open');
    world.wait(10);
    for (const agent of ['red', 'blue']) world.must('ro', GONE(agent));
    signIn(world, 'red', 'blue');
    world.must('red', signing(world, form));
    signOut(world, 'blue');
    expect(owedOn(world, form)).toEqual([]);
  });

  test('an agent who was sent out before it was opened is not asked', () => {
    const world = openWorld();
    signIn(world, 'red');
    world.wait(10);
    world.must('ro', GONE('red'));
    const form = bringTo(world, 'open');
    expect(owedOn(world, form)).toEqual([]);
    expect(openedIn(world, form).stage.asking.answers).toEqual([]);
  });
});

describe('agents of one party', () => {
  test('whom the definition names are never too many', () => {
    const twins = ['red2', 'red3'].map((id) => ({ id, name: `Agent ${id}`, party: 'Red', contests: [] }));
    const world = openWorld({ agents: [...AGENTS, ...twins] });
    signIn(world, 'red', 'red2', 'red3');
    expect(agentsInAttendance(world.centre())).toEqual(['red', 'red2', 'red3']);
  });

  test('enrolled on site are as many at a time as the definition allows', () => {
    const world = openWorld({ agentsPerParty: 2 });
    for (const agent of ['late1', 'late2', 'late3']) admitOnSite(world, agent, 'Red');
    signIn(world, 'late1', 'late2');
    expect(world.tries('late3', IN)).toBe('R-PARTY-FULL');
    expect(world.tries('red', IN)).toBe('allowed');
    signOut(world, 'late2');
    expect(world.tries('late3', IN)).toBe('allowed');
  });

  test('do not take the places of another party', () => {
    const world = openWorld();
    admitOnSite(world, 'late-red', 'Red');
    admitOnSite(world, 'late-blue', 'Blue');
    signIn(world, 'late-red');
    expect(world.tries('late-blue', IN)).toBe('allowed');
  });
});

describe('accreditation', () => {
  test('is added by a replacement and never ended by it', () => {
    const world = openWorld();
    signIn(world, 'red');
    admitOnSite(world, 'late', 'Red');
    signIn(world, 'late');
    expect(askedNow(world)).toEqual(['late', 'red']);
  });

  test('of one who stands down ends with his stay', () => {
    const world = openWorld();
    signIn(world, 'red');
    world.must('red', STAND_DOWN);
    expect(staysOf(world.centre(), 'red')).toMatchObject([{ to: { by: 'agent' } }]);
    expect(world.tries('red', IN)).toBe('R-NOT-ACCREDITED');
  });

  test('of one who was revoked before he came is not renewed by enrolling', () => {
    const world = openWorld({}, ['red']);
    byTwo(world, revocation('red'));
    admitNamed(world, 'red');
    expect(world.tries('red', IN)).toBe('R-NOT-ACCREDITED');
  });
});
