/** The room where a contest is declared: what it shows in every state of the summary, what it bars and why, and what it must hide. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../core/decide.ts';
import { present } from '../../../core/result.ts';
import { contestStateOf, personOf } from '../../../core/state.ts';
import { type DeclareContest, type DeclareDeed, declareView } from '../../../core/views/declare.ts';
import { sheetView } from '../../../core/views/declare-sheet.ts';
import type { Seen } from '../../../core/views/seen.ts';
import { byTwo, openWorld, signIn, signOut, type World } from '../world.ts';
import { AGREE, accept, bringTo, closingResult, HERE, OBJECT, REASON, receive, reopening, settingAside } from '../world-forms.ts';
import { jumpClock, suspension } from '../world-people.ts';
import {
  answeringSummary,
  closingSummary,
  correct,
  correcting,
  declare,
  declareReady,
  declaring,
  fill,
  makeReady,
  preparing,
  readyIn,
  signingSummary,
  withdrawing,
} from '../world-summary.ts';

const WARD = 'west-ward';
const WEST1 = { contest: WARD, station: 'west1' };
const WEST2 = { contest: WARD, station: 'west2' };

function seenBy(world: World, person?: string): Seen {
  const centre = world.centre();
  return { centre, now: world.now(), ...(person === undefined ? {} : { viewer: personOf(centre, person) }) };
}

function room(world: World, person?: string, contest = WARD): DeclareContest {
  return present(declareView(seenBy(world, person), contest).contest, 'a contest');
}

function readyWorld(...agents: readonly string[]): World {
  const world = openWorld();
  signIn(world, ...agents);
  makeReady(world, WARD);
  return world;
}

describe('what is outstanding', () => {
  test('is every station at the start, each awaited and closable, and nobody can prepare', () => {
    const { outstanding, counts, stations, barred, version } = room(openWorld(), 'ro');
    expect(outstanding.map(({ station, kind, isClosable }) => [station.code, kind, isClosable])).toEqual([
      ['west1', 'awaited', true],
      ['west2', 'awaited', true],
    ]);
    expect([counts.awaited, stations, version, barred.prepare?.code]).toEqual([2, 2, 0, 'R-RESULT-OUTSTANDING']);
  });

  test('names the work that a paper in hand needs, and its unruled findings', () => {
    const world = openWorld();
    bringTo(world, 'differing', WEST1);
    const agreed = bringTo(world, 'agreed', { ...WEST2, figures: { tableTotal: 1 } });
    const [first, second] = room(world, 'ro').outstanding;
    expect([first?.kind, second?.kind, second?.form]).toEqual(['differences', 'rulings', agreed]);
    expect(second?.findings).toContain('F01');
  });

  test('counts the outcomes of a form in signing without telling any', () => {
    const world = openWorld();
    signIn(world, 'red', 'blue');
    bringTo(world, 'open', WEST1);
    const [first] = room(world, 'blue').outstanding;
    expect([first?.kind, first?.answered]).toEqual(['signing', { done: 0, total: 2 }]);
  });

  test('is a second paper of a station that counts already', () => {
    const world = openWorld();
    fill(world, WARD);
    const extra = receive(world, WEST1);
    expect(room(world, 'ro').outstanding.map(({ form, kind }) => [form, kind])).toContainEqual([extra, 'entry']);
    expect(room(world, 'ro').barred.prepare?.code).toBe('R-FORM-UNFINISHED');
  });

  test('is a station whose every paper was set aside: it can be closed, and is listed with its witnesses', () => {
    const world = openWorld();
    signIn(world, 'red');
    world.must('ro', settingAside(receive(world, WEST1)));
    expect(room(world, 'ro').outstanding[0]).toMatchObject({ kind: 'all-aside', isClosable: true });
    expect(room(world, 'ro').witnesses.map(({ agent }) => agent)).toEqual(['red']);
    world.must('ro', closingResult(WEST1, 'set-aside'));
    const { closed, outstanding } = room(world, 'ro');
    expect(closed).toMatchObject([{ disposition: 'set-aside', reason: REASON, by: 'The returning officer' }]);
    expect(outstanding.map(({ station }) => station.code)).toEqual(['west2']);
  });

  test('a witness is never an agent of another contest', () => {
    const world = openWorld();
    signIn(world, 'red', 'green');
    expect(room(world, 'ro').witnesses.map(({ agent }) => agent)).toEqual(['red']);
    expect(room(world, 'ro', HERE.contest).witnesses.map(({ agent }) => agent)).toEqual(['red', 'green']);
  });
});

/** The worlds through which a contest goes, each with what may be tried in it. */
const MOMENTS: readonly (readonly [string, () => World])[] = [
  ['nothing has come', () => openWorld()],
  ['a form is in hand', () => inHand()],
  ['everything is settled', () => settled()],
  ['a version is ready', () => readyWorld('red')],
  ['one official signed', () => signed('ro')],
  ['two officials signed', () => signed('ro', 'dro')],
  ['the version is stale', () => stale()],
  ['it is declared', () => declared()],
  ['a correction is open', () => corrected()],
];
const COMMANDS: Readonly<Record<DeclareDeed, (world: World) => Command>> = {
  prepare: (world) => preparing(WARD, contestStateOf(world.centre(), WARD).declared === undefined ? undefined : REASON),
  withdraw: (world) => withdrawing(world, WARD),
  sign: (world) => signingSummary(world, WARD),
  declare: (world) => declaring(world, WARD),
  correct: (world) => correcting(world, ['west1'], WARD),
};

function inHand(): World {
  const world = openWorld();
  fill(world, WARD);
  receive(world, WEST1);
  return world;
}
function settled(): World {
  const world = openWorld();
  fill(world, WARD);
  return world;
}
function signed(...officials: readonly string[]): World {
  const world = readyWorld('red');
  for (const official of officials) world.must(official, signingSummary(world, WARD));
  return world;
}
function stale(): World {
  const world = signed('ro');
  receive(world, WEST1);
  return world;
}
function declared(): World {
  const world = openWorld();
  declare(world, WARD);
  return world;
}
function corrected(): World {
  const world = declared();
  correct(world, ['west1'], WARD);
  return world;
}

describe.each(MOMENTS)('when %s', (_, make) => {
  test.each(Object.keys(COMMANDS) as DeclareDeed[])('%s is barred exactly where the office would refuse it, with its code', (deed) => {
    const world = make();
    for (const person of ['ro', 'dro', 'clerk1', 'red']) {
      const said = world.tries(person, COMMANDS[deed](world));
      expect([person, room(world, person).barred[deed]?.code ?? 'allowed']).toEqual([person, said]);
    }
    expect(room(world).barred[deed]?.code).toBe('R-NOT-UNLOCKED');
  });
});

describe('a version that is ready', () => {
  test('shows its digest, who prepared it, and exactly the totals that are signed', () => {
    const world = readyWorld();
    const { number, digest, content } = readyIn(world, WARD);
    const { ready, state, version } = room(world, 'clerk1');
    expect(ready).toMatchObject({ number, digest, totals: content.totals, preparedBy: 'The returning officer', isStale: false });
    expect([state, version]).toEqual(['ready', 1]);
  });

  test('has a line for each official, filled in the order of signing', () => {
    const world = readyWorld();
    expect(room(world, 'ro').signatures.map(({ person, at }) => [person, at === undefined])).toEqual([
      ['ro', true],
      ['dro', true],
    ]);
    world.must('dro', signingSummary(world, WARD));
    expect(room(world, 'ro').signatures.map(({ person, at }) => [person, at === undefined])).toEqual([
      ['dro', false],
      ['ro', true],
    ]);
  });

  test('that is stale names the stations that changed, and what came in', () => {
    const world = readyWorld();
    world.must('clerk1', { kind: 'turnout-recorded', body: { station: 'west2', source: 'diary', voters: 1 } });
    const { state, ready } = room(world, 'ro');
    expect([state, ready?.isStale]).toEqual(['stale', true]);
    expect(ready?.changedSince.map(({ code }) => code)).toEqual(['west2']);
    receive(world, WEST1);
    expect(room(world, 'ro').outstanding.map(({ kind }) => kind)).toContain('entry');
  });

  test('lets one who signed alone know from when, also after the clock jumped', () => {
    const world = signed('ro');
    const { soloMinutes } = world.centre().definition.content;
    expect(room(world, 'dro').alone).toBeUndefined();
    expect(room(world, 'ro').alone).toMatchObject({ may: 'from', isNow: false });
    jumpClock(world, -5);
    const alone = room(world, 'ro').alone;
    expect(alone).toEqual({ may: 'from', at: new Date(Date.parse(world.now()) + soloMinutes * 60_000).toISOString(), isNow: false });
    world.wait(soloMinutes);
    expect(room(world, 'ro').alone).toMatchObject({ isNow: true });
    world.must('ro', closingSummary(world, 'red', WARD));
    expect(world.tries('ro', declaring(world, WARD, REASON))).toBe('allowed');
  });

  test('never offers to go on alone where the definition does not', () => {
    const world = openWorld({ soloMinutes: 0 });
    makeReady(world, WARD);
    world.must('ro', signingSummary(world, WARD));
    expect(room(world, 'ro').alone).toEqual({ may: 'never' });
  });
});

describe('what agents say', () => {
  function answered(): World {
    const world = readyWorld('red', 'blue');
    world.must('red', answeringSummary(world, WARD, OBJECT));
    return world;
  }
  function outcomes(world: World, person?: string): readonly (string | undefined)[] {
    return room(world, person).agents.map(({ outcome }) => outcome?.outcome);
  }

  test('is hidden from an agent whose own answer is not given, from clerks and from an empty keyboard', () => {
    const world = answered();
    for (const person of ['blue', 'clerk1', undefined]) {
      const shown = JSON.stringify(room(world, person));
      expect([person, outcomes(world, person)]).toEqual([person, [undefined, undefined]]);
      expect([person, shown.includes(REASON), shown.includes('own-copy-differs')]).toEqual([person, false, false]);
      expect(room(world, person).agents.map(({ answered: done, owes }) => [done, owes])).toEqual([
        [true, false],
        [false, true],
      ]);
    }
  });

  test('is shown to officials at once, with its words', () => {
    const world = answered();
    expect(room(world, 'dro').agents[0]?.outcome).toEqual({ outcome: 'agree-with-objection', code: 'own-copy-differs', reason: REASON });
  });

  test('is shown to an agent once the own answer is given', () => {
    const world = answered();
    world.must('blue', answeringSummary(world, WARD, AGREE));
    expect(outcomes(world, 'blue')).toEqual(['agree-with-objection', 'agree']);
  });

  test('stays hidden from an agent for whom an official recorded that there was no answer', () => {
    const world = answered();
    world.wait(10);
    world.must('ro', closingSummary(world, 'blue', WARD));
    expect(outcomes(world, 'blue')).toEqual([undefined, undefined]);
    expect(room(world, 'ro').agents[1]?.outcome).toEqual({
      outcome: 'did-not-respond',
      reason: REASON,
      closedBy: 'The returning officer',
    });
  });

  test('is public once declared', () => {
    const world = answered();
    declareReady(world, WARD);
    expect(outcomes(world)).toEqual(['agree-with-objection', 'did-not-respond']);
  });

  test('the agent at the keyboard may answer, others are not asked there', () => {
    const world = answered();
    expect(room(world, 'red').own).toMatchObject({ answer: { choice: 'object' } });
    expect(room(world, 'red').own?.barred).toBeUndefined();
    expect(room(world, 'blue').own).toEqual({ name: 'Agent of Blue', party: 'Blue' });
    expect(room(world, 'green').own).toBeUndefined();
    expect(room(world, 'ro').own).toBeUndefined();
  });

  test('an agent who agreed may still change that word', () => {
    const world = readyWorld('red');
    world.must('red', answeringSummary(world, WARD, AGREE));
    expect(room(world, 'red').own?.barred).toBeUndefined();
  });

  test('an agent who is not in the hall is told so', () => {
    const world = readyWorld('red');
    signOut(world, 'red');
    expect(room(world, 'red').own?.barred?.code).toBe('R-NOT-IN-ATTENDANCE');
  });

  test('nobody is asked about a version that is stale', () => {
    const world = readyWorld('red');
    receive(world, WEST1);
    expect(room(world, 'red').own?.barred?.code).toBe('R-SUMMARY-STALE');
  });

  test('an official may close after the wait and not before', () => {
    const world = readyWorld('red');
    world.wait(9);
    expect(room(world, 'ro').waiting?.isOver).toBe(false);
    expect(world.tries('ro', closingSummary(world, 'red', WARD))).toBe('R-TOO-EARLY');
    world.wait(1);
    expect(room(world, 'ro').waiting).toEqual({ until: world.now(), isOver: true });
    expect(world.tries('ro', closingSummary(world, 'red', WARD))).toBe('allowed');
  });
});

describe('a correction', () => {
  test('that is proposed is told with its stations; the proposer cannot confirm it, the other can', () => {
    const world = declared();
    const { digest } = world.must('ro', correcting(world, ['west2'], WARD));
    expect(room(world, 'ro').proposed).toMatchObject({ digest, isOwn: true, barred: { code: 'R-SECOND-SAME-PERSON' } });
    const { proposed } = room(world, 'dro');
    expect([proposed?.isOwn, proposed?.barred, proposed?.stations.map(({ code }) => code)]).toEqual([false, undefined, ['west2']]);
    expect(room(world, 'ro').correction).toBeUndefined();
    expect(declareView(seenBy(world, 'ro'), WARD).proposals).toBe(0);
  });

  test('a proposal of another kind is counted and not taken for one', () => {
    const world = declared();
    world.must('ro', { kind: 'accreditation-revoked', body: { agent: 'red', reason: REASON } });
    expect(room(world, 'ro').proposed).toBeUndefined();
    expect(declareView(seenBy(world, 'ro'), WARD).proposals).toBe(1);
  });

  test('shows what changed, before and after, and keeps the declared version and its digest', () => {
    const world = corrected();
    const before = present(contestStateOf(world.centre(), WARD).declared, 'declared');
    const form = present(before.content.stations[0]?.form?.form, 'form');
    world.must('ro', reopening(form, 'none'));
    for (const clerk of ['clerk1', 'clerk2'])
      world.must(clerk, {
        kind: 'entry-sealed',
        body: { form, figures: { ...before.content.stations[0]?.form?.figures, rejected: 3 }, decisions: [] },
      });
    world.must('ro', { kind: 'form-opened', body: { form } });
    accept(world, form);
    const { changes, state, declared: line, version } = room(world, 'ro');
    expect(changes.map(({ station, row, from, to }) => [station.code, row, from, to])).toEqual([
      ['west1', 'rejected', String(before.content.stations[0]?.form?.figures.rejected), '3'],
    ]);
    expect([state, line?.digest, version]).toEqual(['correction', before.digest, 2]);
    world.must('ro', preparing(WARD, REASON));
    declareReady(world, WARD);
    expect(room(world, 'ro').superseded.map(({ number, digest }) => [number, digest])).toEqual([[1, before.digest]]);
    expect(room(world, 'ro').declared).toMatchObject({ number: 2, reason: REASON, supersedes: { version: 1 } });
  });

  test('hides from clerks and an empty keyboard what stood on a paper that is being typed again', () => {
    const world = openWorld();
    bringTo(world, 'accepted', { ...WEST1, figures: { rejected: 7, candidate1: 61, candidate2: 40, tableTotal: 101, valid: 101 } });
    declare(world, WARD);
    correct(world, ['west1'], WARD);
    const form = present(contestStateOf(world.centre(), WARD).declared?.content.stations[0]?.form?.form, 'form');
    world.must('ro', reopening(form, 'none'));
    for (const person of ['clerk1', undefined]) {
      expect([person, room(world, person).changes]).toEqual([person, []]);
      expect([person, JSON.stringify(sheetView(seenBy(world, person), WARD)).includes('101')]).toEqual([person, false]);
    }
    expect(room(world, 'ro').changes.map(({ row, from }) => [row, from])).toContainEqual(['candidate1', '61']);
    expect(room(world, 'red').changes.length).toBeGreaterThan(0);
  });
});

describe('the room', () => {
  test('shows the contest asked for, else the first; one that is not held is not shown', () => {
    const world = openWorld();
    expect(declareView(seenBy(world), WARD).contest?.id).toBe(WARD);
    expect(declareView(seenBy(world), undefined).contest?.id).toBe('president');
    expect(declareView(seenBy(world), 'senator').contest?.id).toBe('president');
  });

  test('says collated or declared, as the law does of the form', () => {
    const world = openWorld();
    expect([room(world, 'ro', 'president').word, room(world, 'ro', WARD).word]).toEqual(['collated', 'declared']);
  });

  test('bars everything while the centre is not open, and for a suspended clerk', () => {
    const world = openWorld();
    fill(world, WARD);
    for (const contest of ['president', 'governor', WARD]) declare(world, contest);
    const contests = ['president', 'governor', WARD].map((contest) => ({ contest, version: 1 }));
    byTwo(world, { kind: 'centre-closed', body: { contests } });
    expect(room(world, 'ro').barred.correct?.code).toBe('R-CENTRE-NOT-OPEN');
    world.must('ro', suspension('clerk1'));
    expect(room(world, 'clerk1').barred.sign?.code).toBe('R-CENTRE-NOT-OPEN');
  });

  test('tells what disregarded forms would add, and how many forms lack a scan', () => {
    const world = openWorld();
    fill(world, WARD);
    expect(room(world, 'ro')).toMatchObject({ withoutScan: 2, disregarded: [] });
  });
});
