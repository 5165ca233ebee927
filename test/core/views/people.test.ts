/** The people of the centre as a screen shows them: the register, keys, who waits to be admitted, and what the viewer may do. */
import { describe, expect, test } from 'vitest';
import type { Role } from '../../../core/acts.ts';
import { RULES } from '../../../core/roles.ts';
import { peopleView } from '../../../core/views/people.ts';
import { PERSON_ACTS } from '../../../core/views/people-acts.ts';
import { openWorld, signIn, signOut, staffedWorld, type World } from '../world.ts';
import { certificateBy, keyOf } from '../world-election.ts';
import { AGREE, bringTo, OBJECT, REASON, signing } from '../world-forms.ts';
import { admission, admitOnSite, enrolAgain, enrolOnSite, failToUnlock, replacement, revocation, suspension } from '../world-people.ts';
import { EVERYBODY, seenBy } from './looking.ts';

function look(world: World, viewer?: string) {
  return peopleView(seenBy(world, viewer), () => true);
}
function row(world: World, id: string, viewer?: string) {
  const { agents, staff } = look(world, viewer);
  return [...agents, ...staff].find((one) => one.id === id);
}

describe('the register', () => {
  test('a stay begins with the agent’s own act, ends with the next, and each coming is a bar of its own', () => {
    const world = openWorld();
    const first = world.now();
    signIn(world, 'red');
    world.wait(20);
    const left = world.now();
    signOut(world, 'red');
    expect(row(world, 'red')).toMatchObject({ state: 'out', since: left, stays: [{ from: first, to: left }] });
    world.wait(5);
    const back = world.now();
    signIn(world, 'red');
    expect(row(world, 'red')).toMatchObject({ state: 'in', since: back, stays: [{ from: first, to: left }, { from: back }] });
    expect(row(world, 'blue')).toMatchObject({ state: 'not-come', stays: [] });
  });

  test('whom an official sent out is marked gone, and is not the same as out', () => {
    const world = openWorld();
    signIn(world, 'red');
    world.wait(30);
    world.must('ro', { kind: 'agent-marked-gone', body: { agent: 'red', reason: REASON } });
    expect(row(world, 'red')?.state).toBe('gone');
  });

  test('answers are counted out of the forms put to that agent’s contests, and never told', () => {
    const world = openWorld();
    signIn(world, 'red', 'blue', 'green');
    const president = bringTo(world, 'open');
    bringTo(world, 'open', { contest: 'governor' });
    world.must('red', signing(world, president, OBJECT));
    expect(row(world, 'red')?.answered).toEqual({ forms: 1, of: 2 });
    expect(row(world, 'green')?.answered).toEqual({ forms: 0, of: 1 });
    for (const viewer of EVERYBODY) {
      const text = JSON.stringify(look(world, viewer));
      expect(text).not.toContain(OBJECT.reason);
      expect(text).not.toContain('own-copy-differs');
    }
  });

  test('how an agent answered changes nothing that others see here', () => {
    const world = openWorld();
    signIn(world, 'red', 'blue');
    const form = bringTo(world, 'open');
    const other = world.fork();
    world.must('red', signing(world, form, AGREE));
    other.must('red', signing(other, form, OBJECT));
    expect(look(world, 'blue')).toEqual(look(other, 'blue'));
  });
});

describe('keys and admission', () => {
  test('a key is named, certified or enrolled here, and a certificate changes only the person it is for', () => {
    const world = openWorld();
    expect(row(world, 'red')?.key?.standing).toBe('on site');
    const certificate = certificateBy('commission', { key: keyOf('red').text, person: 'red' });
    world.must('ro', { kind: 'certificate-recorded', body: { certificate } });
    expect(row(world, 'red')?.key).toMatchObject({ id: keyOf('red').id, standing: 'certified' });
    expect(row(world, 'blue')?.key?.standing).toBe('on site');
  });

  test('somebody named who has not come is shown as not enrolled, and can do nothing', () => {
    const world = openWorld({}, ['clerk4', 'blue']);
    expect(row(world, 'clerk4', 'ro')).toMatchObject({ state: 'not-enrolled', isNamed: true });
    expect(row(world, 'blue', 'ro')?.state).toBe('not-enrolled');
    expect(row(world, 'blue', 'ro')?.key).toBeUndefined();
  });

  test('whom the definition does not name is admitted by letter, for a party, by two; a clerk cannot admit at all', () => {
    const world = openWorld();
    enrolOnSite(world, 'newcomer');
    expect(row(world, 'newcomer', 'ro')).toMatchObject({ state: 'enrolled', isNamed: false });
    expect(row(world, 'newcomer', 'ro')?.pending?.admissions).toEqual([{ basis: 'letter', needsParty: true, two: true }]);
    expect(row(world, 'newcomer', 'clerk1')?.pending?.admissions).toEqual([]);
    expect(row(world, 'newcomer')?.pending?.admissions).toEqual([]);
  });

  test('an offer of admission is what the centre then does: one official or two', () => {
    const world = openWorld();
    const digest = enrolOnSite(world, 'newcomer');
    const proposed = world.must('ro', admission(digest, 'letter', 'Red'));
    expect(row(world, 'newcomer')?.state).toBe('enrolled');
    expect(look(world, 'dro').proposals).toMatchObject([{ act: proposed.digest, kind: 'person-admitted', concerns: 'newcomer', by: 'ro' }]);
    expect(look(world, 'dro').proposals[0]?.confirm.barred).toBeUndefined();
    expect(look(world, 'ro').proposals[0]?.confirm.barred?.code).toBe('R-SECOND-SAME-PERSON');
    expect(look(world, 'red').proposals[0]?.confirm.barred?.code).toBe('R-ROLE');
    expect(look(world).proposals[0]?.confirm.barred?.code).toBe('R-NOT-UNLOCKED');
    world.must('dro', { kind: 'act-confirmed', body: { act: proposed.digest } });
    expect(row(world, 'newcomer')).toMatchObject({ state: 'not-come', party: 'Red' });
    expect(look(world, 'dro').proposals).toEqual([]);
  });

  test('a new key of somebody admitted waits beside the old one until it is replaced, and its owner cannot replace it', () => {
    const world = openWorld();
    const digest = enrolAgain(world, 'dro', 'dro again');
    expect(row(world, 'dro', 'ro')?.pending).toMatchObject({ enrolment: digest, replaces: { key: keyOf('dro').id, tried: { two: true } } });
    expect(row(world, 'dro', 'dro')?.pending?.replaces?.tried.barred?.code).toBe('R-SELF-ADMIT');
    const clerk = enrolAgain(world, 'clerk1', 'clerk1 again');
    const proposed = world.must('ro', replacement(world, 'clerk1', clerk));
    world.must('dro', { kind: 'act-confirmed', body: { act: proposed.digest } });
    expect(row(world, 'clerk1', 'ro')?.pending).toBeUndefined();
    expect(row(world, 'clerk1', 'ro')?.key?.id).toBe(keyOf('clerk1 again').id);
  });
});

describe('what the viewer may do', () => {
  test('no act is ever offered to a role for which the rules have no row', () => {
    const world = openWorld();
    signIn(world, 'red', 'blue');
    failToUnlock(world, 'clerk2', 5);
    for (const viewer of EVERYBODY) {
      const role: Role | undefined = viewer === undefined ? undefined : world.centre().people.get(viewer)?.role;
      for (const { acts } of [...look(world, viewer).agents, ...look(world, viewer).staff])
        for (const act of PERSON_ACTS)
          if (acts[act] !== undefined) expect([act, role !== undefined && RULES[act].by.includes(role)]).toEqual([act, true]);
    }
  });

  test('only an agent’s own row offers signing in, signing out and standing down', () => {
    const world = openWorld();
    expect(Object.keys(row(world, 'red', 'red')?.acts ?? {})).toEqual(['agent-signed-in', 'agent-signed-out', 'accreditation-ended']);
    expect(row(world, 'blue', 'red')?.acts).toEqual({});
    expect(row(world, 'red', 'red')?.acts['agent-signed-in']?.barred).toBeUndefined();
    expect(row(world, 'red', 'red')?.acts['agent-signed-out']?.barred?.code).toBe('R-NOT-IN-ATTENDANCE');
  });

  test('before the centre is open nobody is offered to sign in', () => {
    expect(row(staffedWorld(), 'red', 'red')?.acts['agent-signed-in']?.barred?.code).toBe('R-CENTRE-NOT-OPEN');
  });

  test('what is tried for a screen changes nothing', () => {
    const world = openWorld();
    signIn(world, 'red');
    const before = world.centre();
    look(world, 'ro');
    expect(world.centre()).toBe(before);
  });

  test('revoking is offered as an act of two officials, suspending as an act of one', () => {
    const world = openWorld();
    expect(row(world, 'red', 'ro')?.acts['accreditation-revoked']).toEqual({ two: true });
    expect(row(world, 'clerk1', 'ro')?.acts['person-suspended']).toEqual({ two: false });
    world.must('ro', revocation('red'));
    expect(row(world, 'red', 'dro')?.acts['accreditation-revoked']?.barred?.code).toBe('R-PROPOSAL-PENDING');
    world.must('ro', suspension('clerk1'));
    expect(row(world, 'clerk1', 'ro')?.state).toBe('suspended');
    expect(row(world, 'clerk1', 'ro')?.acts['person-restored']?.barred).toBeUndefined();
  });

  test('a lock-out is shown with its end, and an official may end another’s but not his own', () => {
    const world = openWorld();
    failToUnlock(world, 'clerk1', 5);
    failToUnlock(world, 'dro', 1);
    expect(row(world, 'clerk1', 'ro')).toMatchObject({ failures: 5, lockedUntil: expect.any(String) });
    expect(row(world, 'clerk1', 'ro')?.acts['lockout-cleared']).toEqual({ two: false });
    expect(row(world, 'dro', 'dro')?.acts['lockout-cleared']).toBeUndefined();
    expect(row(world, 'clerk2', 'ro')?.acts['lockout-cleared']?.barred?.code).toBe('R-PERSON-UNKNOWN');
  });

  test('only the proposer is told from when on it may be completed alone, and only where the rules allow it', () => {
    const world = staffedWorld();
    world.must('ro', { kind: 'centre-opened', body: { present: ['ro'] } });
    const from = new Date(Date.parse(world.now()) + 60 * 60_000).toISOString();
    expect(look(world, 'ro').proposals[0]?.alone).toMatchObject({ from, barred: { code: 'R-TOO-EARLY' } });
    expect(look(world, 'dro').proposals[0]?.alone).toBeUndefined();
    world.wait(60);
    expect(look(world, 'ro').proposals[0]?.alone?.barred).toBeUndefined();
    const open = openWorld();
    open.must('ro', revocation('red'));
    expect(look(open, 'ro').proposals[0]?.alone).toBeUndefined();
  });

  test('the centre is offered to be closed only with every contest declared', () => {
    const world = openWorld();
    expect(look(world, 'ro').closing.barred?.code).toBe('R-NOT-DECLARED');
    expect(look(world, 'ro').closing.contests).toEqual([]);
    expect(look(world, 'ro').opening.barred?.code).toBe('R-CENTRE-OPEN');
  });
});

test('somebody on site stands once among the people, with the party that admitted them', () => {
  const world = openWorld();
  admitOnSite(world, 'late', 'Blue');
  expect(look(world).agents.filter(({ id }) => id === 'late')).toHaveLength(1);
  expect(row(world, 'late')).toMatchObject({ isNamed: false, party: 'Blue', state: 'not-come' });
});
