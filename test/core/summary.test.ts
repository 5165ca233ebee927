/** The sequence of a summary (LIFECYCLE §4): prepared, signed by two, signed off by the agents, declared; stale, withdrawn, alone. */
import { describe, expect, test } from 'vitest';
import { contestStateOf } from '../../core/state.ts';
import { summarise, summaryDigest } from '../../core/summary.ts';
import { openWorld, signIn, signOut, type World } from './world.ts';
import { OFFICIALS } from './world-election.ts';
import { HERE, OBJECT, REASON, receive, ruleAll, settingAside } from './world-forms.ts';
import { jumpClock, replaceKey } from './world-people.ts';
import {
  answeringSummary,
  closingSummary,
  declare,
  declaredIn,
  declareNow,
  declareReady,
  declaring,
  makeReady,
  owedOnSummary,
  preparing,
  readyIn,
  signingSummary,
  withdrawing,
} from './world-summary.ts';

const WARD = 'west-ward';

function readyWorld(...agents: readonly string[]): World {
  const world = openWorld();
  signIn(world, ...agents);
  makeReady(world, WARD);
  return world;
}

function stateIn(world: World, contest = WARD) {
  return contestStateOf(world.centre(), contest);
}

describe('a version', () => {
  test('is numbered from 1 and bears the digest of its content', () => {
    const world = readyWorld();
    const { number, digest, content } = readyIn(world, WARD);
    expect([number, content.version]).toEqual([1, 1]);
    expect(digest).toBe(summaryDigest(content));
  });

  test('names who prepared it, when, and the head of the journal that was seen', () => {
    const world = openWorld();
    makeReady(world, WARD);
    const { at, saw } = world.acts().at(-1)?.act ?? {};
    expect(readyIn(world, WARD).content.prepared).toEqual({ at, by: 'ro', head: saw });
  });

  test('is frozen when it is prepared: what happens afterwards is not in it', () => {
    const world = readyWorld();
    const { content, digest } = readyIn(world, WARD);
    const before = JSON.stringify(content);
    receive(world, { contest: WARD });
    world.must('ro', { kind: 'incident-noted', body: { text: REASON } });
    expect(JSON.stringify(readyIn(world, WARD).content)).toBe(before);
    expect(readyIn(world, WARD).digest).toBe(digest);
  });

  test('that is ready and not stale is what would be prepared now', () => {
    const world = readyWorld('red');
    const { content } = readyIn(world, WARD);
    world.wait(30);
    signOut(world, 'red');
    signIn(world, 'blue');
    world.must('dro', signingSummary(world, WARD));
    const { by, ...prepared } = content.prepared;
    const occasion = { version: content.version, ...prepared, ...(by === undefined ? {} : { by }) };
    expect(summarise(world.centre(), WARD, occasion)).toEqual(content);
  });

  test('is of one contest: another contest’s papers neither enter it nor make it stale', () => {
    const world = readyWorld();
    receive(world, { contest: 'governor' });
    expect(readyIn(world, WARD).stale).toBe(false);
    expect(readyIn(world, WARD).content.stations.map(({ station }) => station)).toEqual(['west1', 'west2']);
  });
});

describe('a stale version', () => {
  test('is neither signed nor answered nor declared, only withdrawn; the next one has a number of its own', () => {
    const world = readyWorld('red');
    const extra = receive(world, { contest: WARD });
    expect(readyIn(world, WARD).stale).toBe(true);
    world.wait(10);
    for (const [person, command] of [
      ['ro', signingSummary(world, WARD)],
      ['red', answeringSummary(world, WARD)],
      ['ro', closingSummary(world, 'red', WARD)],
      ['ro', declaring(world, WARD)],
    ] as const)
      expect(world.tries(person, command)).toBe('R-SUMMARY-STALE');
    world.must('ro', withdrawing(world, WARD));
    world.must('ro', settingAside(extra));
    ruleAll(world, `${WARD}.west1.1`);
    world.must('dro', preparing(WARD));
    expect(readyIn(world, WARD)).toMatchObject({ number: 2, stale: false, signatures: [] });
  });

  test('takes the signatures and answers given to it with it', () => {
    const world = readyWorld('red');
    world.must('ro', signingSummary(world, WARD));
    world.must('red', answeringSummary(world, WARD));
    world.must('ro', withdrawing(world, WARD));
    world.must('ro', preparing(WARD));
    expect(readyIn(world, WARD)).toMatchObject({ signatures: [], asking: { answers: [], closings: [] } });
  });
});

describe('numbers', () => {
  test('are never used again, also when a version was withdrawn', () => {
    const world = readyWorld();
    for (const number of [1, 2, 3]) {
      expect(readyIn(world, WARD).number).toBe(number);
      world.must('ro', withdrawing(world, WARD));
      world.must('ro', preparing(WARD));
    }
    declareReady(world, WARD);
    expect(declaredIn(world, WARD).number).toBe(4);
  });

  test('are each contest’s own', () => {
    const world = readyWorld();
    makeReady(world, 'governor');
    expect(readyIn(world, 'governor').number).toBe(1);
  });
});

describe('signing', () => {
  test('is by two different officials, in any order, and either of them declares', () => {
    for (const [first, second] of [
      ['ro', 'dro'],
      ['dro', 'ro'],
    ] as const) {
      const world = readyWorld();
      world.must(first, signingSummary(world, WARD));
      world.must(second, signingSummary(world, WARD));
      expect(world.tries(first, declaring(world, WARD))).toBe('allowed');
      expect(world.tries(second, declaring(world, WARD))).toBe('allowed');
    }
  });

  test('under a new key is still the same person', () => {
    const world = openWorld({ officials: [...OFFICIALS, { id: 'dro2', name: 'The second deputy', role: 'dro' }] });
    makeReady(world, WARD);
    world.must('dro', signingSummary(world, WARD));
    replaceKey(world, 'dro', 'lost', 'dro2');
    expect(world.tries('dro', signingSummary(world, WARD))).toBe('R-SIGNED-ALREADY');
  });

  test('keeps who signed, in which role, with which key', () => {
    const world = readyWorld();
    const acts = ['ro', 'dro'].map((official) => world.must(official, signingSummary(world, WARD)));
    expect(readyIn(world, WARD).signatures).toMatchObject(acts.map(({ by, digest }) => ({ ...by, act: digest })));
  });
});

describe('one official alone', () => {
  test('declares after the time, with a reason that stays on the version', () => {
    const world = readyWorld();
    world.must('ro', signingSummary(world, WARD));
    world.wait(60);
    expect(world.tries('ro', declaring(world, WARD))).toBe('R-TWO-OFFICIALS');
    world.must('ro', declaring(world, WARD, 'The deputy is ill.'));
    expect(declaredIn(world, WARD)).toMatchObject({ alone: 'The deputy is ill.', signatures: [{ person: 'ro' }] });
  });

  test('waits from his own signature, and anew when the clock jumps', () => {
    const world = readyWorld();
    world.wait(60);
    world.must('ro', signingSummary(world, WARD));
    expect(world.tries('ro', declaring(world, WARD, REASON))).toBe('R-TOO-EARLY');
    jumpClock(world, 600);
    world.wait(59.999);
    expect(world.tries('ro', declaring(world, WARD, REASON))).toBe('R-TOO-EARLY');
    world.wait(0.001);
    expect(world.tries('ro', declaring(world, WARD, REASON))).toBe('allowed');
  });

  test('is nowhere named where two signed', () => {
    const world = openWorld();
    declare(world, WARD);
    expect(declaredIn(world, WARD)).not.toHaveProperty('alone');
    expect(declaredIn(world, WARD).signatures.map(({ person }) => person)).toEqual(['ro', 'dro']);
  });
});

describe('the agents’ word on a version', () => {
  test('is owed by whoever is in the hall, and the wait is counted from preparing', () => {
    const world = readyWorld('red');
    expect(owedOnSummary(world, WARD)).toEqual(['red']);
    world.wait(9);
    signIn(world, 'blue');
    expect(owedOnSummary(world, WARD)).toEqual(['red', 'blue']);
    expect(world.tries('ro', closingSummary(world, 'blue', WARD))).toBe('R-TOO-EARLY');
    world.wait(1);
    expect(world.tries('ro', closingSummary(world, 'blue', WARD))).toBe('allowed');
  });

  test('does not stand in the way, whatever it is: objections and refusals are declared with it', () => {
    const world = readyWorld('red', 'blue');
    world.must('red', answeringSummary(world, WARD, OBJECT));
    world.must('blue', answeringSummary(world, WARD, { choice: 'refuse', reasonRefused: true }));
    for (const official of ['ro', 'dro']) world.must(official, signingSummary(world, WARD));
    declareNow(world, WARD);
    expect(declaredIn(world, WARD).outcomes.map(({ agent, outcome }) => [agent, outcome])).toEqual([
      ['red', 'agree-with-objection'],
      ['blue', 'refuse-reason-refused'],
    ]);
  });

  test('may change until it is declared, and lapses with the key', () => {
    const world = readyWorld('red');
    world.must('red', answeringSummary(world, WARD));
    world.must('red', answeringSummary(world, WARD, OBJECT));
    expect(owedOnSummary(world, WARD)).toEqual([]);
    replaceKey(world, 'red');
    expect(owedOnSummary(world, WARD)).toEqual(['red']);
  });

  test('is asked only of agents of that contest', () => {
    const world = openWorld();
    signIn(world, 'red', 'green');
    makeReady(world, 'governor');
    expect(owedOnSummary(world, 'governor')).toEqual(['red']);
    makeReady(world);
    expect(owedOnSummary(world, HERE.contest)).toEqual(['red', 'green']);
  });
});

describe('after declaration', () => {
  test('nothing is ready and the declared version stays as it was signed', () => {
    const world = readyWorld();
    const { content, digest } = readyIn(world, WARD);
    declareReady(world, WARD);
    expect(stateIn(world).ready).toBeUndefined();
    expect(declaredIn(world, WARD)).toMatchObject({ number: 1, digest, declared: { by: 'ro', at: world.now() } });
    expect(declaredIn(world, WARD).content).toBe(content);
  });

  test('a paper that arrives is received, and the declared version stands', () => {
    const world = openWorld();
    declare(world, WARD);
    const before = declaredIn(world, WARD);
    receive(world, { contest: WARD });
    expect(declaredIn(world, WARD)).toBe(before);
    expect(stateIn(world).correction).toBeUndefined();
  });
});
