/** What an agent sees on the signing desk, and above all what not: nobody else's word on a form as long as the agent owes an answer. */
import { describe, expect, test } from 'vitest';
import { type AgentView, agentView } from '../../../core/views/sign-agent.ts';
import { openWorld, signIn, signOut, type World } from '../world.ts';
import { accept, bringTo, closing, OBJECT, PAPER_DIFFERS, REASON, REFUSE, reopening, signing } from '../world-forms.ts';
import { replaceKey } from '../world-people.ts';
import { seenBy } from './looking.ts';

function viewOf(world: World, agent: string, form?: string): AgentView {
  const view = agentView(seenBy(world, agent), { form });
  if (view === undefined) throw new Error(`${agent} is no agent`);
  return view;
}

/** Red, Blue and Green are in the hall; one form is open. */
function hall(): { readonly world: World; readonly form: string } {
  const world = openWorld();
  signIn(world, 'red', 'blue', 'green');
  return { world, form: bringTo(world, 'open') };
}

/** Every word and name that would give away what somebody else said. */
const TELLING = ['object', 'refuse', 'disagree', 'paper-differs', 'agree-with-objection', 'refuse-with-reason', 'did-not-respond', REASON];

describe('an agent who still owes an answer', () => {
  test('finds no trace of the answers of others in the page or in the lists', () => {
    const { world, form } = hall();
    const before = JSON.stringify(viewOf(world, 'red', form));
    world.must('blue', signing(world, form, PAPER_DIFFERS));
    world.must('green', signing(world, form, REFUSE));
    expect(JSON.stringify(viewOf(world, 'red', form))).toBe(before);
  });

  test('finds no trace of a colleague whose silence was recorded', () => {
    const { world, form } = hall();
    const before = JSON.stringify(viewOf(world, 'red', form));
    world.wait(10);
    world.must('ro', closing(form, 'blue'));
    expect(JSON.stringify(viewOf(world, 'red', form))).toBe(before);
  });

  test('sees the others as soon as the own answer is given', () => {
    const { world, form } = hall();
    world.must('blue', signing(world, form, PAPER_DIFFERS));
    expect(viewOf(world, 'red', form).page).not.toHaveProperty('others');
    world.must('red', signing(world, form));
    const others = viewOf(world, 'red', form).page?.others ?? [];
    expect(others.map(({ agent, outcome, owes }) => [agent.id, outcome, owes])).toEqual([
      ['blue', 'agree-with-objection', false],
      ['green', undefined, true],
    ]);
    expect(others[0]?.answer).toMatchObject({ code: 'paper-differs', reason: REASON });
  });

  test('is blind again when a new key has made the own answer lapse', () => {
    const { world, form } = hall();
    world.must('blue', signing(world, form, OBJECT));
    world.must('red', signing(world, form));
    replaceKey(world, 'red');
    const said = JSON.stringify(viewOf(world, 'red', form));
    for (const word of TELLING) expect(said).not.toContain(`"${word}"`);
  });

  test('is blind again on the next revision', () => {
    const { world, form } = hall();
    world.must('blue', signing(world, form, OBJECT));
    world.must('red', signing(world, form));
    world.must('ro', reopening(form, 'figures'));
    world.must('ro', { kind: 'form-opened', body: { form } });
    expect(viewOf(world, 'red', form).page).not.toHaveProperty('others');
    expect(viewOf(world, 'red', form).page).not.toHaveProperty('own');
  });
});

describe('the stack', () => {
  test('holds the waiting forms by the time of their opening, not of their coming', () => {
    const world = openWorld();
    signIn(world, 'red');
    const early = bringTo(world, 'agreed', { station: 'west1' });
    const late = bringTo(world, 'open', { station: 'west2' });
    world.must('ro', { kind: 'form-opened', body: { form: early } });
    expect(viewOf(world, 'red').waiting.map(({ form }) => form)).toEqual([late, early]);
  });

  test('counts the answers of the forms that were opened for this agent', () => {
    const { world, form } = hall();
    bringTo(world, 'open', { station: 'west2' });
    world.must('red', signing(world, form));
    expect(viewOf(world, 'red')).toMatchObject({ answered: 1, asked: 2 });
    accept(world, form);
    expect(viewOf(world, 'red')).toMatchObject({ answered: 1, asked: 2 });
  });

  test('does not count a form that was accepted before the agent came', () => {
    const world = openWorld();
    bringTo(world, 'accepted');
    signIn(world, 'red');
    expect(viewOf(world, 'red')).toMatchObject({ answered: 0, asked: 0 });
    expect(viewOf(world, 'red').missed).toHaveLength(1);
  });

  test('has no form of a contest for which the agent is not accredited', () => {
    const world = openWorld();
    signIn(world, 'green');
    const form = bringTo(world, 'open', { contest: 'governor' });
    expect(viewOf(world, 'green', form)).toMatchObject({ waiting: [], given: [], missed: [] });
    expect(viewOf(world, 'green', form)).not.toHaveProperty('page');
  });

  test('shows no page of a form whose figures are not agreed', () => {
    const { world } = hall();
    const form = bringTo(world, 'differing', { station: 'west2' });
    expect(viewOf(world, 'red', form)).not.toHaveProperty('page');
  });

  test('shows no page to an agent who is not signed in, and offers to sign in', () => {
    const { world, form } = hall();
    signOut(world, 'red');
    const view = viewOf(world, 'red', form);
    expect(view).toMatchObject({ isHere: false, comeIn: {} });
    expect(view.comeIn.barred).toBeUndefined();
    expect(view).not.toHaveProperty('page');
  });

  test('keeps an open form whose silence was recorded: the agent may still answer', () => {
    const { world, form } = hall();
    world.wait(10);
    world.must('ro', closing(form, 'red'));
    expect(viewOf(world, 'red').waiting.map((one) => one.form)).toEqual([form]);
  });

  test('is nobody’s but an agent’s', () => {
    const { world } = hall();
    expect(agentView(seenBy(world, 'clerk1'), {})).toBeUndefined();
    expect(agentView(seenBy(world, 'ro'), {})).toBeUndefined();
  });
});

test('what the page shows is exactly what the office accepts as an echo', () => {
  const { world, form } = hall();
  const page = viewOf(world, 'red', form).page;
  if (page === undefined) throw new Error('no page');
  const body = { form, revision: page.paper.revision, ...page.screen, choice: 'agree' as const };
  expect(world.tries('red', { kind: 'signoff-given', body })).toBe('allowed');
  world.must('clerk1', {
    kind: 'scan-attached',
    body: { form, scan: 'c'.repeat(64), mediaType: 'image/png', size: 10, source: 'a scanner' },
  });
  expect(world.tries('red', { kind: 'signoff-given', body })).toBe('R-SUBJECT-STALE');
});
