/** How agents are refused, and officials who speak about agents (LIFECYCLE §3). */
import type { Command } from '../../core/decide.ts';
import { type RefusalCase, refused } from './refusal-case.ts';
import { byTwo, openWorld, signIn, signOut, type World } from './world.ts';
import {
  AGREE,
  accepting,
  bringTo,
  closing,
  HERE,
  OBJECT,
  openedIn,
  REFUSE,
  REFUSE_REASON,
  receive,
  remark,
  reopening,
  scanning,
  signing,
  turnout,
  type Word,
} from './world-forms.ts';
import { admitOnSite, jumpClock, revocation } from './world-people.ts';
import { answeringSummary, closingSummary, fill, makeReady, preparing } from './world-summary.ts';

const GONE = (agent: string): Command => ({ kind: 'agent-marked-gone', body: { agent, reason: 'Not seen since supper.' } });
const IN: Command = { kind: 'agent-signed-in', body: {} };
const OUT: Command = { kind: 'agent-signed-out', body: {} };

/** A form open for signing with these agents in the hall. */
function asked(...agents: readonly string[]): { world: World; form: string } {
  const world = openWorld();
  signIn(world, ...agents);
  return { world, form: bringTo(world, 'open') };
}

const attendance: readonly RefusalCase[] = [
  refused('R-SIGNED-IN', 'when an agent signs in twice', () => {
    const world = openWorld();
    signIn(world, 'red');
    const before = world.tries('red', IN);
    signOut(world, 'red');
    return [before, world.tries('red', IN)];
  }),
  refused('R-NOT-IN-ATTENDANCE', 'when an agent signs out who is not in', () => openWorld().tries('red', OUT)),
  refused('R-NOT-IN-ATTENDANCE', 'when an agent is marked gone who is not in', () => openWorld().tries('ro', GONE('red'))),
  refused('R-NOT-IN-ATTENDANCE', 'when an agent answers from outside', () => {
    const { world, form } = asked('red');
    signOut(world, 'red');
    const before = world.tries('red', signing(world, form));
    signIn(world, 'red');
    return [before, world.tries('red', signing(world, form))];
  }),
  refused('R-TOO-EARLY', 'when an agent is marked gone who did something within the wait', () => {
    const { world, form } = asked('red');
    world.wait(5);
    world.must('red', signing(world, form));
    world.wait(9.999);
    const before = world.tries('ro', GONE('red'));
    world.wait(0.001);
    return [before, world.tries('ro', GONE('red'))];
  }),
  refused('R-PARTY-FULL', 'when a party sends more agents on site than it may', () => {
    const world = openWorld();
    for (const agent of ['late1', 'late2']) admitOnSite(world, agent, 'Red');
    signIn(world, 'late1');
    const before = world.tries('late2', IN);
    signOut(world, 'late1');
    return [before, world.tries('late2', IN)];
  }),
  refused('R-NOT-ACCREDITED', 'when an agent signs in who stood down', () => {
    const world = openWorld();
    const before = world.tries('red', IN);
    world.must('red', { kind: 'accreditation-ended', body: {} });
    return [world.tries('red', IN), before];
  }),
  refused('R-NOT-ACCREDITED', 'when an agent stands down twice', () => {
    const world = openWorld();
    world.must('red', { kind: 'accreditation-ended', body: {} });
    return world.tries('red', { kind: 'accreditation-ended', body: {} });
  }),
  refused('R-NOT-ACCREDITED', 'when somebody is revoked who is no agent', () => {
    const world = openWorld();
    return [world.tries('ro', revocation('clerk1')), world.tries('ro', revocation('red'))];
  }),
  refused('R-NOT-ACCREDITED', 'when an agent is revoked twice before coming', () => {
    const world = openWorld({}, ['red']);
    byTwo(world, revocation('red'));
    return world.tries('ro', revocation('red'));
  }),
];

const answers: readonly RefusalCase[] = [
  refused('R-NOT-ACCREDITED', 'when an agent answers on a contest that is not his', () => {
    const world = openWorld();
    signIn(world, 'green');
    const elsewhere = bringTo(world, 'open', { contest: 'governor' });
    const before = world.tries('green', signing(world, elsewhere));
    const form = bringTo(world, 'open');
    return [before, world.tries('green', signing(world, form))];
  }),
  refused('R-NOT-ACCREDITED', 'when an agent answers who was revoked', () => {
    const { world, form } = asked('red');
    const before = world.tries('red', signing(world, form));
    byTwo(world, revocation('red'));
    return [world.tries('red', signing(world, form)), before];
  }),
  refused('R-NOT-ACCREDITED', 'when an agent answers who stood down', () => {
    const { world, form } = asked('red');
    world.must('red', { kind: 'accreditation-ended', body: {} });
    return world.tries('red', signing(world, form));
  }),
  refused('R-NOT-ACCREDITED', 'when what is closed is owed by nobody accredited for the contest', () => {
    const world = openWorld();
    const form = bringTo(world, 'open', { contest: 'governor' });
    world.wait(10);
    return [world.tries('ro', closing(form, 'green')), world.tries('ro', closing(form, 'red'))];
  }),
  refused('R-SUBJECT-STALE', 'when a scan arrived that the agent’s screen did not show', () => {
    const { world, form } = asked('red');
    const command = signing(world, form);
    world.must('clerk1', scanning(form));
    return [world.tries('red', command), world.tries('red', signing(world, form))];
  }),
  refused('R-SUBJECT-STALE', 'when a finding arose that the agent’s screen did not show', () => {
    const { world, form } = asked('red');
    const command = signing(world, form);
    receive(world);
    return [world.tries('red', command), world.tries('red', signing(world, form))];
  }),
  refused('R-SUBJECT-STALE', 'when the figures shown are not the form’s', () => {
    const { world, form } = asked('red');
    const command = signing(world, form) as Extract<Command, { kind: 'signoff-given' }>;
    const other = { ...command, body: { ...command.body, figures: { ...command.body.figures, rejected: 3 } } };
    return [world.tries('red', other), world.tries('red', command)];
  }),
  refused('R-SUBJECT-STALE', 'when a late remark names another subject', () => {
    const world = openWorld();
    const form = bringTo(world, 'accepted');
    signIn(world, 'red');
    const command = remark(world, form, 'agree') as Extract<Command, { kind: 'late-remark' }>;
    return [world.tries('red', { ...command, body: { ...command.body, subject: '0'.repeat(64) } }), world.tries('red', command)];
  }),
  ...[OBJECT, REFUSE].map((word) =>
    refused('R-REASON-MISSING', `when an agent says ${word.choice} and not why`, () => {
      const { world, form } = asked('red');
      const { reason: _, ...bare } = word;
      return [world.tries('red', signing(world, form, { ...bare, reason: ' ' })), world.tries('red', signing(world, form, word))];
    }),
  ),
  refused('R-REASON-MISSING', 'when a late objection says nothing', () => {
    const world = openWorld();
    const form = bringTo(world, 'accepted');
    signIn(world, 'red');
    return [world.tries('red', remark(world, form, 'object')), world.tries('red', remark(world, form, 'object', 'Not what I saw.'))];
  }),
  refused('R-CONTENT-WRONG', 'when an agent gives a reason and refuses to give one', () => {
    const { world, form } = asked('red');
    const both: Word = { choice: 'refuse', reason: 'None.', reasonRefused: true };
    return [world.tries('red', signing(world, form, both)), world.tries('red', signing(world, form, REFUSE_REASON))];
  }),
  refused('R-CONTENT-WRONG', 'when an agreement comes with a complaint', () => {
    const { world, form } = asked('red');
    return world.tries('red', signing(world, form, { ...AGREE, reason: 'But.' }));
  }),
  ...[AGREE, OBJECT, REFUSE, REFUSE_REASON].map((word) =>
    refused('R-OUTCOME-SAME', `when an agent says ${word.choice}${word.reasonRefused ? ' without a reason' : ''} twice`, () => {
      const { world, form } = asked('red');
      world.must('red', signing(world, form, word));
      return world.tries('red', signing(world, form, word));
    }),
  ),
  refused('R-OUTCOME-SAME', 'when an objection with the same figures of the agent’s own is repeated', () => {
    const { world, form } = asked('red');
    const figures = { ...openedIn(world, form).stage.figures, rejected: 9 };
    world.must('red', signing(world, form, { ...OBJECT, ownFigures: figures }));
    const repeated = world.tries('red', signing(world, form, { ...OBJECT, ownFigures: figures }));
    return [repeated, world.tries('red', signing(world, form, OBJECT))];
  }),
];

const closings: readonly RefusalCase[] = [
  refused('R-OUTCOME-NOT-OWED', 'when an answer was given', () => {
    const { world, form } = asked('red');
    world.must('red', signing(world, form));
    world.wait(10);
    return world.tries('ro', closing(form, 'red'));
  }),
  refused('R-OUTCOME-NOT-OWED', 'when the agent left by his own act', () => {
    const { world, form } = asked('red');
    signOut(world, 'red');
    world.wait(10);
    return world.tries('ro', closing(form, 'red'));
  }),
  refused('R-OUTCOME-NOT-OWED', 'when it was closed before', () => {
    const { world, form } = asked('red');
    world.wait(10);
    world.must('ro', closing(form, 'red'));
    return world.tries('dro', closing(form, 'red'));
  }),
  refused('R-OUTCOME-NOT-OWED', 'when the agent had stood down before the form was opened', () => {
    const world = openWorld();
    world.must('red', { kind: 'accreditation-ended', body: {} });
    const form = bringTo(world, 'open');
    world.wait(10);
    return world.tries('ro', closing(form, 'red'));
  }),
  refused('R-TOO-EARLY', 'when an answer is closed within the wait', () => {
    const { world, form } = asked('red');
    world.wait(9.999);
    const before = world.tries('ro', closing(form, 'red'));
    world.wait(0.001);
    return [before, world.tries('ro', closing(form, 'red'))];
  }),
  refused('R-TOO-EARLY', 'when the clock jumped since the form was opened', () => {
    const { world, form } = asked('red');
    jumpClock(world, 600);
    const before = world.tries('ro', closing(form, 'red'));
    world.wait(10);
    return [before, world.tries('ro', closing(form, 'red'))];
  }),
  refused('R-TOO-EARLY', 'when an answer on the summary is closed within the wait', () => {
    const world = openWorld();
    signIn(world, 'red');
    makeReady(world);
    world.wait(9.999);
    const before = world.tries('ro', closingSummary(world, 'red'));
    world.wait(0.001);
    return [before, world.tries('ro', closingSummary(world, 'red'))];
  }),
];

const summaries: readonly RefusalCase[] = [
  refused('R-NOT-ACCREDITED', 'when an agent answers on the summary of a contest that is not his', () => {
    const world = openWorld();
    signIn(world, 'green');
    fill(world, 'governor');
    world.must('ro', preparing('governor'));
    return world.tries('green', answeringSummary(world, 'governor'));
  }),
  refused('R-OUTCOME-SAME', 'when an agent says the same on the summary twice', () => {
    const world = openWorld();
    signIn(world, 'red');
    makeReady(world);
    world.must('red', answeringSummary(world));
    return [world.tries('red', answeringSummary(world)), world.tries('red', answeringSummary(world, HERE.contest, OBJECT))];
  }),
  refused('R-OUTCOME-NOT-OWED', 'when an agent has answered on the summary', () => {
    const world = openWorld();
    signIn(world, 'red');
    makeReady(world);
    world.must('red', answeringSummary(world));
    world.wait(10);
    return world.tries('ro', closingSummary(world, 'red'));
  }),
];

const silences: readonly RefusalCase[] = [
  refused('R-OUTCOME-MISSING', 'when an official sent out an agent who was asked', () => {
    const { world, form } = asked('red');
    world.wait(10);
    world.must('ro', GONE('red'));
    const before = world.tries('ro', accepting(world, form));
    world.must('ro', closing(form, 'red'));
    return [before, world.tries('ro', accepting(world, form))];
  }),
  refused('R-FORM-NOT-OPEN', 'when an agent answers on a form that was restarted meanwhile', () => {
    const { world, form } = asked('red');
    const command = signing(world, form);
    world.must('ro', reopening(form, 'figures'));
    return world.tries('red', { ...command, body: { ...command.body, revision: 2 } } as Command);
  }),
  refused('R-SUBJECT-STALE', 'when what was ruled changed with a turnout that arrived', () => {
    const { world, form } = asked('red');
    const command = signing(world, form);
    world.must('clerk1', turnout('west1', 100));
    return [world.tries('red', command), world.tries('red', signing(world, form))];
  }),
];

export const AGENT_REFUSALS: readonly RefusalCase[] = [...attendance, ...answers, ...closings, ...summaries, ...silences];
