/** An agent's word on a form (LIFECYCLE §3): what each agent's outcome is at acceptance, and how words are changed, closed and lost. */
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import { byTwo, openWorld, signIn, signOut, type World } from './world.ts';
import {
  AGREE,
  accept,
  accepting,
  bringTo,
  closing,
  formIn,
  OBJECT,
  openedIn,
  owedOn,
  PAPER_DIFFERS,
  REASON,
  REFUSE,
  REFUSE_REASON,
  remark,
  reopening,
  signing,
  type Word,
} from './world-forms.ts';
import { jumpClock, replaceKey, revocation } from './world-people.ts';

const GONE: Command = { kind: 'agent-marked-gone', body: { agent: 'red', reason: 'Not seen since supper.' } };
const STAND_DOWN: Command = { kind: 'accreditation-ended', body: {} };

type Step = (world: World, form: string) => void;
const answers =
  (word: Word): Step =>
  (world, form) =>
    void world.must('red', signing(world, form, word));
const isClosed: Step = (world, form) => {
  world.wait(10);
  world.must('ro', closing(form, 'red'));
};
const leaves: Step = (world) => signOut(world, 'red');
const returns: Step = (world) => signIn(world, 'red');
const isSentOut: Step = (world) => {
  world.wait(10);
  world.must('ro', GONE);
};
const standsDown: Step = (world) => void world.must('red', STAND_DOWN);
const isRevoked: Step = (world) => void byTwo(world, revocation('red'));
const hasNewKey: Step = (world) => void replaceKey(world, 'red');

/** A form open for signing, with Red's agent in the hall if he is `present`. */
function opened(present = true): { world: World; form: string } {
  const world = openWorld();
  if (present) signIn(world, 'red');
  return { world, form: bringTo(world, 'open') };
}

/** The outcome of Red's agent, `owed` where acceptance would be refused for it. */
function outcomeAfter(present: boolean, steps: readonly Step[]): string {
  const { world, form } = opened(present);
  for (const step of steps) step(world, form);
  if (owedOn(world, form).includes('red')) {
    expect(world.tries('ro', accepting(world, form, REASON))).toBe('R-OUTCOME-MISSING');
    return 'owed';
  }
  world.must('ro', accepting(world, form, REASON));
  return outcomeOf(world, form).outcome;
}

function outcomeOf(world: World, form: string, agent = 'red'): Outcome {
  const { stage } = formIn(world, form);
  const found = stage.stage === 'accepted' ? stage.outcomes.find((outcome) => outcome.agent === agent) : undefined;
  if (found === undefined) throw new Error(`${agent} has no outcome on ${form}`);
  return found;
}

const HERE = true;
const AWAY = false;

/** The table of outcomes, line by line; the first line that fits is the outcome. */
const OUTCOMES: readonly (readonly [situation: string, present: boolean, steps: readonly Step[], outcome: string])[] = [
  ['is revoked', HERE, [isRevoked], 'revoked'],
  ['agrees and is revoked', HERE, [answers(AGREE), isRevoked], 'revoked'],
  ['is closed and revoked', HERE, [isClosed, isRevoked], 'revoked'],
  ['never came and is revoked', AWAY, [isRevoked], 'revoked'],
  ['agrees', HERE, [answers(AGREE)], 'agree'],
  ['objects', HERE, [answers(OBJECT)], 'agree-with-objection'],
  ['refuses with a reason', HERE, [answers(REFUSE)], 'refuse-with-reason'],
  ['refuses and refuses to say why', HERE, [answers(REFUSE_REASON)], 'refuse-reason-refused'],
  ['signs in late and agrees', AWAY, [returns, answers(AGREE)], 'agree'],
  ['agrees and leaves', HERE, [answers(AGREE), leaves], 'agree'],
  ['agrees and stands down', HERE, [answers(AGREE), standsDown], 'agree'],
  ['agrees and is sent out', HERE, [answers(AGREE), isSentOut], 'agree'],
  ['is closed', HERE, [isClosed], 'did-not-respond'],
  ['is closed and leaves', HERE, [isClosed, leaves], 'did-not-respond'],
  ['is closed, leaves and returns', HERE, [isClosed, leaves, returns], 'did-not-respond'],
  ['is closed and answers after all', HERE, [isClosed, answers(OBJECT)], 'agree-with-objection'],
  ['is present, will not sign in and is closed', AWAY, [isClosed], 'did-not-respond'],
  ['will not sign in, is closed, then signs in', AWAY, [isClosed, returns], 'did-not-respond'],
  ['never came', AWAY, [], 'absent'],
  ['leaves', HERE, [leaves], 'left'],
  ['stands down', HERE, [standsDown], 'left'],
  ['comes late and leaves', AWAY, [returns, leaves], 'left'],
  ['is sent out, returns and leaves', HERE, [isSentOut, returns, leaves], 'left'],
  ['is sent out and stands down', HERE, [isSentOut, standsDown], 'left'],
  ['stands down without having come', AWAY, [standsDown], 'absent'],
  ['is silent', HERE, [], 'owed'],
  ['leaves and returns', HERE, [leaves, returns], 'owed'],
  ['is sent out', HERE, [isSentOut], 'owed'],
  ['is sent out and returns', HERE, [isSentOut, returns], 'owed'],
  ['leaves, returns and is sent out', HERE, [leaves, returns, isSentOut], 'owed'],
  ['answers and gets a new key', HERE, [answers(AGREE), hasNewKey], 'owed'],
  ['answers, gets a new key and answers again', HERE, [answers(AGREE), hasNewKey, answers(AGREE)], 'agree'],
  ['answers, gets a new key and is closed', HERE, [answers(AGREE), hasNewKey, isClosed], 'did-not-respond'],
  ['is closed, answers and gets a new key', HERE, [isClosed, answers(AGREE), hasNewKey], 'did-not-respond'],
  ['answers, gets a new key and leaves', HERE, [answers(AGREE), hasNewKey, leaves], 'left'],
];

describe('the outcome of an agent who', () => {
  test.each(OUTCOMES)('%s', (_situation, present, steps, outcome) => {
    expect(outcomeAfter(present, steps)).toBe(outcome);
  });
});

describe('the outcomes of a form', () => {
  test('are of every agent of the contest, and of no other', () => {
    const world = openWorld();
    signIn(world, 'red', 'green');
    const president = bringTo(world, 'accepted');
    const governor = bringTo(world, 'accepted', { contest: 'governor' });
    expect(['red', 'blue', 'green'].map((agent) => outcomeOf(world, president, agent).outcome)).toEqual([
      'did-not-respond',
      'absent',
      'did-not-respond',
    ]);
    expect(() => outcomeOf(world, governor, 'green')).toThrow();
  });

  test('name the act that each rests on', () => {
    const world = openWorld();
    signIn(world, 'red', 'green');
    const form = bringTo(world, 'open');
    const { digest } = world.must('red', signing(world, form));
    accept(world, form);
    const closed = world.acts().find(({ act }) => act.kind === 'signoff-closed');
    expect(outcomeOf(world, form)).toEqual({ agent: 'red', outcome: 'agree', act: digest });
    expect(outcomeOf(world, form, 'green')).toEqual({ agent: 'green', outcome: 'did-not-respond', act: closed?.act.digest });
    expect(outcomeOf(world, form, 'blue')).toEqual({ agent: 'blue', outcome: 'absent' });
  });

  test('stand on an accepted form, whatever becomes of the agent', () => {
    const { world, form } = opened();
    world.must('red', signing(world, form));
    accept(world, form);
    const before = outcomeOf(world, form);
    hasNewKey(world, form);
    isRevoked(world, form);
    expect(outcomeOf(world, form)).toBe(before);
  });
});

describe('the wait', () => {
  test('is counted from the opening and never from a sign-in', () => {
    const { world, form } = opened(AWAY);
    world.wait(9);
    signIn(world, 'red');
    world.wait(1);
    expect(world.tries('ro', closing(form, 'red'))).toBe('allowed');
  });

  test('is not begun again by going and coming, nor by a new key', () => {
    const { world, form } = opened();
    world.wait(9);
    signOut(world, 'red');
    signIn(world, 'red');
    hasNewKey(world, form);
    world.wait(1);
    expect(world.tries('ro', closing(form, 'red'))).toBe('allowed');
  });

  test.each([300, -300])('is counted anew when the clock jumps by %i minutes', (minutes) => {
    const { world, form } = opened();
    world.wait(9);
    jumpClock(world, minutes);
    world.wait(9.999);
    expect(world.tries('ro', closing(form, 'red'))).toBe('R-TOO-EARLY');
    world.wait(0.001);
    expect(world.tries('ro', closing(form, 'red'))).toBe('allowed');
  });

  test('is not touched by a jump of the clock before the opening', () => {
    const world = openWorld();
    jumpClock(world, 300);
    signIn(world, 'red');
    const form = bringTo(world, 'open');
    world.wait(10);
    expect(world.tries('ro', closing(form, 'red'))).toBe('allowed');
  });

  test('begins anew with a new opening', () => {
    const { world, form } = opened();
    world.wait(10);
    world.must('ro', reopening(form, 'figures'));
    world.must('ro', { kind: 'form-opened', body: { form } });
    expect(world.tries('ro', closing(form, 'red'))).toBe('R-TOO-EARLY');
  });

  test('is as long as the definition says', () => {
    const world = openWorld({ responseMinutes: 0 });
    signIn(world, 'red');
    const form = bringTo(world, 'open');
    expect(world.tries('ro', closing(form, 'red'))).toBe('allowed');
  });
});

/** The words of Red's agent on an open form, in order. */
function wordsOn(world: World, form: string): readonly string[] {
  return openedIn(world, form).stage.asking.answers.map(({ choice }) => choice);
}

describe('a change of mind', () => {
  test('names what it replaces; the last word stands and all stay in sight', () => {
    const { world, form } = opened();
    const first = world.must('red', signing(world, form, AGREE));
    const second = world.must('red', signing(world, form, OBJECT));
    const third = world.must('red', signing(world, form, AGREE));
    expect([first, second, third].map(({ body }) => (body as { replaces?: string }).replaces)).toEqual([
      undefined,
      first.digest,
      second.digest,
    ]);
    expect(wordsOn(world, form)).toEqual(['agree', 'object', 'agree']);
    accept(world, form);
    expect(outcomeOf(world, form)).toMatchObject({ outcome: 'agree', act: third.digest });
  });

  test('replaces did not respond, and names its closing', () => {
    const { world, form } = opened();
    world.wait(10);
    const closed = world.must('ro', closing(form, 'red'));
    const { body } = world.must('red', signing(world, form));
    expect(body).toMatchObject({ replaces: closed.digest });
    expect(openedIn(world, form).stage.asking.closings).toHaveLength(1);
  });

  test('may be in the reason alone, or in the figures of one’s own', () => {
    const { world, form } = opened();
    const { figures } = openedIn(world, form).stage;
    world.must('red', signing(world, form, OBJECT));
    world.must('red', signing(world, form, { ...OBJECT, reason: 'For another reason.' }));
    world.must('red', signing(world, form, { ...OBJECT, ownFigures: figures }));
    world.must('red', signing(world, form, { ...OBJECT, ownFigures: { ...figures, rejected: 4 } }));
    world.must('red', signing(world, form, OBJECT));
    expect(wordsOn(world, form)).toHaveLength(5);
  });

  test('takes back the need for an answer with the objection', () => {
    const { world, form } = opened();
    world.must('red', signing(world, form, PAPER_DIFFERS));
    expect(world.tries('ro', accepting(world, form))).toBe('R-ANSWER-MISSING');
    world.must('red', signing(world, form, OBJECT));
    expect(world.tries('ro', accepting(world, form))).toBe('allowed');
  });

  test('is over at acceptance', () => {
    const { world, form } = opened();
    world.must('red', signing(world, form));
    accept(world, form);
    expect(world.tries('red', signing(world, form, OBJECT))).toBe('R-FORM-ACCEPTED');
  });
});

describe('a late remark', () => {
  test('stands beside absent and changes nothing else', () => {
    const world = openWorld();
    const form = bringTo(world, 'accepted');
    const before = formIn(world, form);
    signIn(world, 'red');
    const { digest } = world.must('red', remark(world, form, 'object', 'I came too late.'));
    expect(formIn(world, form)).toEqual({ ...before, remarks: [digest] });
    expect(outcomeOf(world, form).outcome).toBe('absent');
  });

  test('is not for agents of other contests, nor for whoever is not in the hall', () => {
    const world = openWorld();
    const form = bringTo(world, 'accepted', { contest: 'governor' });
    signIn(world, 'green');
    expect(world.tries('green', remark(world, form, 'agree'))).toBe('R-NOT-ACCREDITED');
    expect(world.tries('red', remark(world, form, 'agree'))).toBe('R-NOT-IN-ATTENDANCE');
  });
});
