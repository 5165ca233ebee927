/** No sequence of one agent's acts keeps the officials from acceptance or declaration (LIFECYCLE §6, invariants 7 and 8). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../core/decide.ts';
import { openWorld, signIn, type World } from './world.ts';
import {
  accept,
  acceptNow,
  bringTo,
  closing,
  formIn,
  OBJECT,
  openedIn,
  owedOn,
  PAPER_DIFFERS,
  REFUSE,
  REFUSE_REASON,
  remark,
  signing,
  stageIn,
  type Word,
} from './world-forms.ts';
import { enrolAgain } from './world-people.ts';
import { answeringSummary, closingSummary, declaredIn, declareNow, declareReady, makeReady, signingSummary } from './world-summary.ts';

const WORDS: readonly Word[] = [{ choice: 'agree' }, OBJECT, PAPER_DIFFERS, REFUSE, REFUSE_REASON];
const MOVES = ['in', 'out', 'stand down', 'enrol', 'remark', 'wait', ...WORDS.keys()] as const;
type Move = (typeof MOVES)[number];

/** One thing Red's agent may try; whether he is allowed to is not the question. */
function move(world: World, form: string, what: Move, at: number): void {
  const commands: Readonly<Record<string, () => Command>> = {
    in: () => ({ kind: 'agent-signed-in', body: {} }),
    out: () => ({ kind: 'agent-signed-out', body: {} }),
    'stand down': () => ({ kind: 'accreditation-ended', body: {} }),
    remark: () => remark(world, form, 'object', 'No.'),
  };
  if (what === 'wait') world.wait(1);
  else if (what === 'enrol') enrolAgain(world, 'red', `red's key ${at}`);
  else if (typeof what === 'number') world.does('red', signing(world, form, WORDS[what]));
  else world.does('red', (commands[what] as () => Command)());
}

const anyMoves = fc.array(fc.constantFrom(...MOVES), { maxLength: 25 });

test('whatever one agent does on a form, after the wait the officials can accept it at once', () =>
  fc.assert(
    fc.property(fc.boolean(), anyMoves, (present, moves) => {
      const world = openWorld();
      if (present) signIn(world, 'red');
      const form = bringTo(world, 'open');
      moves.forEach((what, at) => {
        move(world, form, what, at);
      });
      world.wait(10);
      acceptNow(world, form);
      expect(stageIn(world, form)).toBe('accepted');
    }),
    { numRuns: 200 },
  ));

test('between any two acts of an agent the officials get one step nearer, and nothing he does undoes it', () =>
  fc.assert(
    fc.property(anyMoves, (moves) => {
      const world = openWorld();
      signIn(world, 'red', 'blue');
      const form = bringTo(world, 'open');
      world.wait(10);
      for (const agent of owedOn(world, form)) world.must('ro', closing(form, agent));
      moves.forEach((what, at) => {
        move(world, form, what, at);
        expect(owedOn(world, form)).toEqual([]);
      });
    }),
    { numRuns: 200 },
  ));

test('at acceptance every accredited agent has an outcome, and whoever is in the hall a word or did not respond', () =>
  fc.assert(
    fc.property(fc.boolean(), anyMoves, (present, moves) => {
      const world = openWorld();
      signIn(world, 'blue');
      if (present) signIn(world, 'red');
      const form = bringTo(world, 'open');
      moves.forEach((what, at) => {
        move(world, form, what, at);
      });
      accept(world, form);
      const { stage } = formIn(world, form);
      const outcomes = stage.stage === 'accepted' ? stage.outcomes : [];
      expect(outcomes.map(({ agent }) => agent)).toEqual(['red', 'blue', 'green']);
      const isHere = world.centre().stays.get('red')?.at(-1)?.to === undefined && world.centre().stays.has('red');
      if (isHere) expect(['absent', 'left', 'revoked']).not.toContain(outcomes[0]?.outcome);
      const acts = new Set(
        [...openedIn(world, form).stage.asking.answers, ...openedIn(world, form).stage.asking.closings].map(({ act }) => act),
      );
      for (const { act } of outcomes) if (act !== undefined) expect(acts.has(act)).toBe(true);
    }),
    { numRuns: 100 },
  ));

test('whatever one agent does while a summary is ready, after the wait the officials can declare it', () =>
  fc.assert(
    fc.property(anyMoves, (moves) => {
      const world = openWorld();
      signIn(world, 'red');
      makeReady(world, 'west-ward');
      for (const official of ['ro', 'dro']) world.must(official, signingSummary(world, 'west-ward'));
      moves.forEach((what, at) => {
        if (typeof what === 'number') world.does('red', answeringSummary(world, 'west-ward', WORDS[what]));
        else move(world, 'west-ward.west1.1', what, at);
      });
      world.wait(10);
      declareNow(world, 'west-ward');
      expect(declaredIn(world, 'west-ward').number).toBe(1);
    }),
    { numRuns: 60 },
  ));

test('did not respond on a summary stands, whoever comes and goes', () => {
  const world = openWorld();
  signIn(world, 'red');
  makeReady(world, 'west-ward');
  world.wait(10);
  world.must('ro', closingSummary(world, 'red', 'west-ward'));
  move(world, 'west-ward.west1.1', 'out', 0);
  move(world, 'west-ward.west1.1', 'in', 1);
  declareReady(world, 'west-ward');
  expect(declaredIn(world, 'west-ward').outcomes[0]).toMatchObject({ agent: 'red', outcome: 'did-not-respond' });
});
