/** How a contest's summary refuses (LIFECYCLE §4). */
import type { Command } from '../../core/decide.ts';
import { type RefusalCase, refused } from './refusal-case.ts';
import { openWorld, signIn, type World } from './world.ts';
import { bringTo, closingResult, HERE, receive, ruleAll, settingAside } from './world-forms.ts';
import {
  answeringSummary,
  correct,
  declare,
  declareReady,
  declaring,
  fill,
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

const preparings: readonly RefusalCase[] = [
  refused('R-RESULT-OUTSTANDING', 'when a station is still awaited', () => {
    const world = openWorld();
    bringTo(world, 'accepted', { contest: WARD });
    const before = world.tries('ro', preparing(WARD));
    world.must('ro', closingResult({ contest: WARD, station: 'west2' }));
    return [before, world.tries('ro', preparing(WARD))];
  }),
  refused('R-RESULT-OUTSTANDING', 'when a station’s paper is still in hand', () => {
    const world = openWorld();
    bringTo(world, 'open', { contest: WARD });
    fill(world, WARD);
    return world.tries('ro', preparing(WARD));
  }),
  refused('R-RESULT-OUTSTANDING', 'when a station’s only paper is set aside and the result is not closed', () => {
    const world = openWorld();
    bringTo(world, 'set-aside', { contest: WARD });
    fill(world, WARD);
    const before = world.tries('ro', preparing(WARD));
    world.must('ro', closingResult({ contest: WARD, station: HERE.station }, 'set-aside'));
    return [before, world.tries('ro', preparing(WARD))];
  }),
  refused('R-FORM-UNFINISHED', 'when a second paper of an accepted result is neither accepted nor set aside', () => {
    const world = openWorld();
    fill(world, WARD);
    const extra = receive(world, { contest: WARD });
    ruleAll(world, `${WARD}.west1.1`);
    const before = world.tries('ro', preparing(WARD));
    world.must('ro', settingAside(extra));
    return [before, world.tries('ro', preparing(WARD))];
  }),
  refused('R-FINDING-UNRULED', 'when something arose on an accepted form', () => {
    const world = openWorld();
    fill(world, WARD);
    world.must('ro', settingAside(receive(world, { contest: WARD })));
    const before = world.tries('ro', preparing(WARD));
    ruleAll(world, `${WARD}.west1.1`);
    return [before, world.tries('ro', preparing(WARD))];
  }),
  refused('R-SUMMARY-READY', 'when a version is ready', () => {
    const world = readyWorld();
    const before = world.tries('dro', preparing(WARD));
    world.must('ro', withdrawing(world, WARD));
    return [before, world.tries('dro', preparing(WARD))];
  }),
  refused('R-DECLARED', 'when a version is declared and no correction is open', () => {
    const world = openWorld();
    declare(world, WARD);
    const before = world.tries('ro', preparing(WARD, 'Again.'));
    correct(world, ['west1'], WARD);
    return [before, world.tries('ro', preparing(WARD, 'Again.'))];
  }),
  refused('R-REASON-MISSING', 'when a superseding version has no reason', () => {
    const world = openWorld();
    declare(world, WARD);
    correct(world, ['west1'], WARD);
    return [world.tries('ro', preparing(WARD)), world.tries('ro', preparing(WARD, 'A figure was keyed wrongly.'))];
  }),
];

const readies: readonly RefusalCase[] = [
  refused('R-SUMMARY-NOT-READY', 'when nothing is ready to be signed', () => {
    const world = openWorld();
    return world.tries('ro', signingSummary(world, WARD));
  }),
  refused('R-SUMMARY-NOT-READY', 'when the version that was shown has been withdrawn', () => {
    const world = readyWorld();
    const command = signingSummary(world, WARD);
    world.must('ro', withdrawing(world, WARD));
    makeReady(world, WARD);
    return [world.tries('ro', command), world.tries('ro', signingSummary(world, WARD))];
  }),
  refused('R-SUMMARY-NOT-READY', 'when nothing is ready to be withdrawn', () => {
    const world = openWorld();
    return world.tries('ro', withdrawing(world, WARD));
  }),
  refused('R-SUMMARY-STALE', 'when a paper arrived since it was prepared', () => {
    const world = readyWorld();
    receive(world, { contest: WARD });
    return world.tries('ro', signingSummary(world, WARD));
  }),
  refused('R-SUMMARY-STALE', 'when a stale version is declared that both had signed', () => {
    const world = readyWorld();
    for (const official of ['ro', 'dro']) world.must(official, signingSummary(world, WARD));
    const before = world.tries('ro', declaring(world, WARD));
    receive(world, { contest: WARD });
    return [world.tries('ro', declaring(world, WARD)), before];
  }),
  refused('R-SUMMARY-STALE', 'when an agent answers on a stale version', () => {
    const world = readyWorld('red');
    receive(world, { contest: WARD });
    return world.tries('red', answeringSummary(world, WARD));
  }),
  refused('R-SUBJECT-STALE', 'when another digest is signed than that of the version', () => {
    const world = readyWorld();
    const command = signingSummary(world, WARD);
    return world.tries('ro', { ...command, body: { ...command.body, digest: '0'.repeat(64) } } as Command);
  }),
  refused('R-SIGNED-ALREADY', 'when one official signs twice', () => {
    const world = readyWorld();
    world.must('ro', signingSummary(world, WARD));
    return [world.tries('ro', signingSummary(world, WARD)), world.tries('dro', signingSummary(world, WARD))];
  }),
  refused('R-CONTENT-WRONG', 'when other totals are signed than those of the version', () => {
    const world = readyWorld();
    const { totals } = readyIn(world, WARD).content;
    const [first = 0, ...others] = totals.votes;
    const command = signingSummary(world, WARD);
    const moved = { ...totals, votes: [first + 1, ...others] };
    return [world.tries('ro', { ...command, body: { ...command.body, totals: moved } } as Command), world.tries('ro', command)];
  }),
];

const declarations: readonly RefusalCase[] = [
  refused('R-TWO-OFFICIALS', 'when one official signed', () => {
    const world = readyWorld();
    world.must('ro', signingSummary(world, WARD));
    const before = world.tries('ro', declaring(world, WARD));
    world.must('dro', signingSummary(world, WARD));
    return [before, world.tries('ro', declaring(world, WARD))];
  }),
  refused('R-TWO-OFFICIALS', 'when somebody declares who did not sign', () => {
    const world = readyWorld();
    world.must('dro', signingSummary(world, WARD));
    return world.tries('ro', declaring(world, WARD, 'The deputy is ill.'));
  }),
  refused('R-TWO-OFFICIALS', 'when one declares alone and the definition never allows it', () => {
    const world = openWorld({ soloMinutes: 0 });
    makeReady(world, WARD);
    world.must('ro', signingSummary(world, WARD));
    world.wait(600);
    return world.tries('ro', declaring(world, WARD, 'The deputy is ill.'));
  }),
  refused('R-TOO-EARLY', 'when one declares alone before the time', () => {
    const world = readyWorld();
    world.must('ro', signingSummary(world, WARD));
    world.wait(59.999);
    const before = world.tries('ro', declaring(world, WARD, 'The deputy is ill.'));
    world.wait(0.001);
    return [before, world.tries('ro', declaring(world, WARD, 'The deputy is ill.'))];
  }),
  refused('R-REASON-MISSING', 'when one declares alone without a reason', () => {
    const world = readyWorld();
    world.must('ro', signingSummary(world, WARD));
    world.wait(60);
    return world.tries('ro', declaring(world, WARD, ' '));
  }),
  refused('R-CONTENT-WRONG', 'when one claims to be alone and two signed', () => {
    const world = readyWorld();
    for (const official of ['ro', 'dro']) world.must(official, signingSummary(world, WARD));
    world.wait(60);
    return [world.tries('ro', declaring(world, WARD, 'The deputy is ill.')), world.tries('ro', declaring(world, WARD))];
  }),
  refused('R-OUTCOME-MISSING', 'when an agent in the hall has not answered on the summary', () => {
    const world = readyWorld('red', 'blue');
    for (const official of ['ro', 'dro']) world.must(official, signingSummary(world, WARD));
    world.must('red', answeringSummary(world, WARD));
    const before = world.tries('ro', declaring(world, WARD));
    for (const agent of owedOnSummary(world, WARD)) world.must(agent, answeringSummary(world, WARD));
    return [before, world.tries('ro', declaring(world, WARD))];
  }),
  refused('R-SUMMARY-NOT-READY', 'when what is declared is declared again', () => {
    const world = readyWorld();
    const command = { ...declaring(world, WARD) };
    declareReady(world, WARD);
    return world.tries('ro', command);
  }),
];

export const SUMMARY_REFUSALS: readonly RefusalCase[] = [...preparings, ...readies, ...declarations];
