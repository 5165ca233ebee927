/**
 * A journal written by somebody who does not ask: whatever `decide` fills in, `judge` derives again, so that an act with another
 * subject, other outcomes or another digest is refused by every reader. Each act here is a good one with one thing changed.
 */
import { describe, expect, test } from 'vitest';
import type { Act, Kind } from '../../core/acts.ts';
import { judge } from '../../core/centre.ts';
import type { Centre } from '../../core/state.ts';
import { openWorld, signIn, type World } from './world.ts';
import { acceptNow, bringTo, closing, entry, HERE, OBJECT, opening, receive, ruleAll, ruling, scanning, signing } from './world-forms.ts';
import { paper } from './world-papers.ts';
import { answeringSummary, correct, declareNow, makeReady, preparing, signingSummary } from './world-summary.ts';

const NONE = '0'.repeat(64);

/** The state before the last act of a world, and that act. */
function lastOf(play: (world: World) => void, kind: Kind): { centre: Centre; act: Act } {
  const states: Centre[] = [];
  const acts: Act[] = [];
  const world = openWorld();
  signIn(world, 'red');
  const watching: World = { ...world, must: (person, command, guise) => watch(() => world.must(person, command, guise)) };
  const watch = (done: () => Act): Act => {
    const before = world.centre();
    const act = done();
    states.push(before);
    acts.push(act);
    return act;
  };
  play(watching);
  const at = acts.findLastIndex((act) => act.kind === kind);
  const [centre, act] = [states[at], acts[at]];
  if (centre === undefined || act === undefined) throw new Error(`no ${kind}`);
  return { centre, act };
}

function opened(world: World): string {
  return bringTo(world, 'open');
}

function closed(world: World): void {
  const form = opened(world);
  world.wait(10);
  world.must('ro', closing(form, 'red'));
}

/** Red has objected and then agreed; the form is accepted. */
function accepted(world: World): void {
  const form = opened(world);
  world.must('red', signing(world, form, OBJECT));
  world.must('red', signing(world, form));
  acceptNow(world, form);
}

function declared(world: World): void {
  makeReady(world, 'west-ward');
  for (const official of ['ro', 'dro']) world.must(official, signingSummary(world, 'west-ward'));
  world.must('red', answeringSummary(world, 'west-ward', OBJECT));
  world.must('red', answeringSummary(world, 'west-ward'));
  declareNow(world, 'west-ward');
}

function superseded(world: World): void {
  declared(world);
  correct(world, ['west1'], 'west-ward');
  world.must('ro', preparing('west-ward', 'Noted wrongly.'));
}

const REFUSED = { agent: 'red', outcome: 'refuse-with-reason', act: NONE };
const FORGED: readonly (readonly [what: string, kind: Kind, play: (world: World) => void, change: object, code: string])[] = [
  ['a paper’s number', 'form-received', (world) => receive(world), { form: 'president.west1.2' }, 'R-CONTENT-WRONG'],
  ['a paper’s first revision', 'form-received', (world) => receive(world), { revision: 2 }, 'R-CONTENT-WRONG'],
  ['a paper’s contest in its number', 'form-received', (world) => receive(world), { form: 'governor.west1.1' }, 'R-CONTENT-WRONG'],
  ['the subject opened', 'form-opened', opened, { subject: NONE }, 'R-CONTENT-WRONG'],
  ['the findings shown', 'form-opened', opened, { findings: ['F01'] }, 'R-CONTENT-WRONG'],
  ['who was asked: nobody', 'form-opened', opened, { asked: [] }, 'R-CONTENT-WRONG'],
  ['who was asked: somebody absent', 'form-opened', opened, { asked: ['blue', 'red'] }, 'R-CONTENT-WRONG'],
  ['what an answer replaces', 'signoff-given', accepted, { replaces: NONE }, 'R-SUBJECT-STALE'],
  ['that an answer replaces', 'signoff-given', accepted, { replaces: undefined }, 'R-SUBJECT-STALE'],
  ['the subject answered', 'signoff-given', accepted, { subject: NONE }, 'R-SUBJECT-STALE'],
  ['the figures answered', 'signoff-given', accepted, { figures: {} }, 'R-SUBJECT-STALE'],
  ['what is closed', 'signoff-closed', closed, { subject: NONE }, 'R-SUBJECT-STALE'],
  ['the disposition', 'form-accepted', accepted, { disposition: 'disregarded' }, 'R-CONTENT-WRONG'],
  ['an agent’s outcome', 'form-accepted', accepted, { outcomes: [REFUSED] }, 'R-CONTENT-WRONG'],
  ['that there were agents', 'form-accepted', accepted, { outcomes: [] }, 'R-CONTENT-WRONG'],
  ['a revision', 'form-accepted', accepted, { revision: 2 }, 'R-REVISION-STALE'],
  ['a summary’s digest', 'summary-prepared', declared, { digest: NONE }, 'R-CONTENT-WRONG'],
  ['a summary’s number', 'summary-prepared', declared, { version: 2 }, 'R-CONTENT-WRONG'],
  ['that a summary supersedes', 'summary-prepared', declared, { supersedes: { version: 1, digest: NONE } }, 'R-CONTENT-WRONG'],
  ['that a summary supersedes nothing', 'summary-prepared', superseded, { supersedes: undefined }, 'R-CONTENT-WRONG'],
  ['what a summary supersedes', 'summary-prepared', superseded, { supersedes: { version: 1, digest: NONE } }, 'R-CONTENT-WRONG'],
  ['a superseding reason', 'summary-prepared', superseded, { reason: 'Another.' }, 'R-CONTENT-WRONG'],
  ['the totals signed', 'summary-signed', declared, { totals: { votes: [] } }, 'R-CONTENT-WRONG'],
  ['the digest signed', 'summary-signed', declared, { digest: NONE }, 'R-SUBJECT-STALE'],
  ['what an answer on the summary replaces', 'summary-signoff-given', declared, { replaces: undefined }, 'R-SUBJECT-STALE'],
  ['the digest declared', 'summary-declared', declared, { digest: NONE }, 'R-SUBJECT-STALE'],
  ['the outcomes declared', 'summary-declared', declared, { outcomes: [] }, 'R-CONTENT-WRONG'],
];

describe('a reader refuses an act that changes', () => {
  test.each(FORGED)('%s', (_what, kind, play, change, code) => {
    const { centre, act } = lastOf(play, kind);
    expect(judge(centre, act)).toBeUndefined();
    expect(judge(centre, { ...act, body: { ...act.body, ...change } } as Act)?.code).toBe(code);
  });

  test.each([
    ['the election', { election: NONE }, 'R-CONTENT-WRONG'],
    ['the journal', { journal: NONE }, 'R-CONTENT-WRONG'],
    ['what was seen, to what is not yet', { saw: { size: 10_000, root: NONE } }, 'R-CONTENT-WRONG'],
    ['the time, to before the last act', { at: '2020-01-01T00:00:00.000Z' }, 'R-CLOCK-BACK'],
    ['who speaks, to somebody with another key', { by: { person: 'clerk2', role: 'clerk', key: NONE } }, 'R-KEY-REVOKED'],
  ])('%s', (_what, change, code) => {
    const { centre, act } = lastOf((world) => receive(world), 'form-received');
    expect(judge(centre, { ...act, ...change } as Act)?.code).toBe(code);
  });
});

describe('what decide fills in', () => {
  test('is the next number of the result’s papers', () => {
    const world = openWorld();
    expect([receive(world), receive(world), receive(world, { station: 'east1' })]).toEqual([
      'president.west1.1',
      'president.west1.2',
      'president.east1.1',
    ]);
  });

  test('is the form’s revision, unless the screen showed one', () => {
    const world = openWorld();
    const form = receive(world);
    expect(world.must('clerk1', scanning(form)).body).toMatchObject({ revision: 1 });
    const command = entry(form, paper(world.centre(), HERE));
    expect(world.tries('clerk1', { ...command, body: { ...command.body, revision: 3 } } as typeof command)).toBe('R-REVISION-STALE');
  });

  test('is a subject that changes with every ruling, so that agents answer one account of the paper', () => {
    const rulings = [{ ruling: 'count' } as const, { ruling: 'disregard', ground: 'b' } as const];
    const subjects = rulings.map((how) => {
      const world = openWorld();
      const form = bringTo(world, 'agreed', { figures: { valid: 401 } });
      world.must('ro', ruling(world, form, 'F04', how));
      ruleAll(world, form);
      return (world.must('ro', opening(form)).body as { subject: string }).subject;
    });
    expect(new Set(subjects).size).toBe(2);
  });
});
