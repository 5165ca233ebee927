/** The centre as a whole (LIFECYCLE §1): created, opened by two, closed when all is declared, opened again, restored; proposals. */
import { describe, expect, test } from 'vitest';
import { byTwo, creation, emptyWorld, openWorld, staffedWorld, type World } from './world.ts';
import { closingCentre, confirming, NOTE, openingCentre, restoring, withdrawingProposal } from './world-centre.ts';
import { keyOf } from './world-election.ts';
import { HERE, REASON, receive, receiving } from './world-forms.ts';
import { enrolOnSite, jumpClock, revocation } from './world-people.ts';
import { correct, correcting, declare } from './world-summary.ts';

function declaredWorld(): World {
  const world = openWorld();
  for (const contest of world.centre().contests) declare(world, contest);
  return world;
}

describe('a centre', () => {
  test('is created by its first act, which names journal, device and contests', () => {
    const world = emptyWorld();
    world.must('ro', creation(world.centre()));
    expect(world.centre()).toMatchObject({
      phase: 'preparing',
      journal: 'a'.repeat(64),
      device: keyOf('device').id,
      contests: ['president', 'governor', 'west-ward'],
      epoch: 1,
      size: 1,
    });
  });

  test('may hold some of the contests only, and knows nothing of the others', () => {
    const world = emptyWorld();
    const command = creation(world.centre());
    world.must('ro', { ...command, body: { ...command.body, contests: ['governor'] } });
    const other = (contests: string[]) => emptyWorld().tries('ro', { ...command, body: { ...command.body, contests } });
    expect(other(['mayor'])).toBe('R-NOT-IN-CONTEST');
    expect(other(['governor', 'governor'])).toBe('R-NOT-IN-CONTEST');
    expect(world.centre().contests).toEqual(['governor']);
  });

  test('is opened when the second official confirms, and not before', () => {
    const world = staffedWorld();
    const { digest } = world.must('dro', openingCentre('ro', 'clerk1'));
    expect(world.centre().phase).toBe('preparing');
    world.must('ro', confirming(digest));
    expect(world.centre()).toMatchObject({ phase: 'open', everOpened: true, alone: [] });
  });

  test('is opened by one alone after the time, and that stays known', () => {
    const world = staffedWorld();
    const { digest } = world.must('ro', openingCentre());
    world.wait(60);
    world.must('ro', confirming(digest, 'The deputy is on the road.'));
    expect(world.centre()).toMatchObject({ phase: 'open', alone: [digest] });
  });

  test('is closed when every contest is declared, and only read and exported from then on', () => {
    const world = declaredWorld();
    byTwo(world, closingCentre(world));
    expect(world.centre().phase).toBe('closed');
    expect(world.tries('clerk1', receiving(HERE, '1'))).toBe('R-CENTRE-NOT-OPEN');
    expect(world.tries('ro', correcting(world, ['west1']))).toBe('R-CENTRE-NOT-OPEN');
    expect(world.tries('ro', closingCentre(world))).toBe('R-CENTRE-NOT-OPEN');
    const body = { contest: 'president', edition: 'public', status: 'declared', version: 1, digest: '0'.repeat(64) } as const;
    expect(world.tries('ro', { kind: 'bundle-exported', body })).toBe('allowed');
    expect(world.tries('ro', NOTE)).toBe('allowed');
  });

  test('is opened again to correct', () => {
    const world = declaredWorld();
    byTwo(world, closingCentre(world));
    byTwo(world, openingCentre('ro', 'dro'));
    correct(world, ['west1']);
    expect(world.tries('ro', closingCentre(world))).toBe('R-NOT-DECLARED');
  });

  test('is closed with the versions that are declared, and no other', () => {
    const world = declaredWorld();
    const command = closingCentre(world) as { kind: 'centre-closed'; body: { contests: { contest: string; version: number }[] } };
    const [first, ...others] = command.body.contests;
    expect(world.tries('ro', { ...command, body: { contests: others } })).toBe('R-CONTENT-WRONG');
    const wrong = { contest: first?.contest ?? '', version: 2 };
    expect(world.tries('ro', { ...command, body: { contests: [wrong, ...others] } })).toBe('R-CONTENT-WRONG');
  });
});

describe('a restored backup', () => {
  test('is a new device in a new epoch from the moment it is proposed, and lets nothing else be done until it is confirmed', () => {
    const world = openWorld();
    const { digest } = world.must('ro', restoring(world));
    expect(world.centre()).toMatchObject({ device: keyOf('restored device').id, epoch: 2 });
    expect(world.tries('ro', NOTE)).toBe('R-RESTORE-UNCONFIRMED');
    expect(world.tries('red', { kind: 'agent-signed-in', body: {} })).toBe('R-RESTORE-UNCONFIRMED');
    expect(world.tries('device', { kind: 'app-stopped', body: {} })).toBe('allowed');
    world.must('dro', confirming(digest));
    expect(world.tries('ro', NOTE)).toBe('allowed');
  });

  test('may be confirmed by one alone after the time', () => {
    const world = openWorld();
    const { digest } = world.must('ro', restoring(world));
    world.wait(60);
    world.must('ro', confirming(digest, 'The deputy is on the road.'));
    expect(world.centre().alone).toEqual([digest]);
    expect(world.tries('ro', NOTE)).toBe('allowed');
  });

  test('may be withdrawn and proposed anew, and is unconfirmed until then', () => {
    const world = openWorld();
    const { digest } = world.must('ro', restoring(world));
    expect(world.tries('dro', restoring(world))).toBe('R-PROPOSAL-PENDING');
    world.must('dro', withdrawingProposal(digest));
    expect(world.tries('ro', NOTE)).toBe('R-RESTORE-UNCONFIRMED');
    byTwo(world, restoring(world, 'third device'));
    expect(world.centre()).toMatchObject({ device: keyOf('third device').id, epoch: 3 });
    expect(world.tries('ro', NOTE)).toBe('allowed');
  });

  test('is not held up by a proposal that the backup brought along', () => {
    const world = staffedWorld();
    const waiting = world.must('ro', openingCentre());
    byTwo(world, restoring(world));
    expect(world.tries('dro', confirming(waiting.digest))).toBe('allowed');
  });
});

describe('a proposal', () => {
  test('changes nothing until it is confirmed', () => {
    const world = openWorld();
    const before = world.centre().people;
    world.must('ro', revocation('red'));
    expect(world.centre().people).toBe(before);
  });

  test('is about one thing: others about other things may wait beside it', () => {
    const world = openWorld();
    for (const agent of ['red', 'blue', 'green']) world.must('ro', revocation(agent));
    expect(world.centre().proposals.size).toBe(3);
    const enrolled = enrolOnSite(world, 'late');
    world.must('ro', { kind: 'person-admitted', body: { enrolment: enrolled, basis: 'letter', party: 'Red' } });
    expect(world.centre().proposals.size).toBe(4);
  });

  test('is confirmed once', () => {
    const world = openWorld();
    const { digest } = byTwo(world, revocation('red'));
    expect(world.tries('dro', confirming(digest))).toBe('R-NO-PROPOSAL');
  });

  test('is withdrawn by either official', () => {
    const world = openWorld();
    const { digest } = world.must('ro', revocation('red'));
    expect(world.tries('dro', withdrawingProposal(digest))).toBe('allowed');
    expect(world.tries('ro', withdrawingProposal(digest))).toBe('allowed');
    expect(world.tries('clerk1', withdrawingProposal(digest))).toBe('R-ROLE');
  });

  test('is completed alone by the proposer only, and only where the specification marks it', () => {
    const world = openWorld();
    const { digest } = world.must('ro', revocation('red'));
    world.wait(600);
    expect(world.tries('ro', confirming(digest, REASON))).toBe('R-SECOND-SAME-PERSON');
    const restore = world.must('ro', restoring(world));
    world.wait(60);
    expect(world.tries('dro', confirming(restore.digest, REASON))).toBe('R-SECOND-SAME-PERSON');
    expect(world.tries('dro', confirming(restore.digest))).toBe('allowed');
  });

  test('waits alone anew when the clock jumps', () => {
    const world = staffedWorld();
    const { digest } = world.must('ro', openingCentre());
    jumpClock(world, 120);
    expect(world.tries('ro', confirming(digest, REASON))).toBe('R-TOO-EARLY');
    world.wait(60);
    expect(world.tries('ro', confirming(digest, REASON))).toBe('allowed');
  });
});

describe('time', () => {
  test('never goes back in a journal but by a note that the clock jumped', () => {
    const world = openWorld();
    receive(world);
    world.wait(-30);
    expect(world.tries('clerk1', receiving(HERE, '2'))).toBe('R-CLOCK-BACK');
    jumpClock(world, 0);
    receive(world);
    const times = world.acts().map(({ act }) => [act.kind, act.at] as const);
    times.forEach(([kind, at], place) => {
      if (kind !== 'clock-jumped') expect(at >= (times[place - 1]?.[1] ?? '')).toBe(true);
    });
  });
});
