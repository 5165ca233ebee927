/**
 * Which refusal comes first when several would (LIFECYCLE §2, first hit wins): each test does everything wrong at once, mends one
 * thing after the other, and hears the next refusal each time.
 */
import { expect, test } from 'vitest';
import type { Command } from '../../core/decide.ts';
import { byTwo, openWorld, signIn, staffedWorld } from './world.ts';
import { confirming, openingCentre, restoring } from './world-centre.ts';
import {
  accepting,
  bringTo,
  closing,
  closingResult,
  entry,
  formIn,
  HERE,
  OBJECT,
  opening,
  PAPER_DIFFERS,
  REASON,
  reading,
  receive,
  receiving,
  reopening,
  ruleAll,
  ruling,
  settingAside,
  signing,
  withdrawingClosing,
} from './world-forms.ts';
import { paper, particulars } from './world-papers.ts';
import { failToUnlock, replaceKey, restoration, revocation, suspension } from './world-people.ts';
import { correct, declareReady, fill, makeReady, preparing } from './world-summary.ts';

const FORM = 'president.west1.1';

function silently(command: Command): Command {
  return { ...command, body: { ...command.body, reason: ' ' } } as Command;
}

test('the centre comes before the person, the person before the form, the form before the command', () => {
  const world = staffedWorld();
  const heard: string[] = [];
  world.must('ro', suspension('clerk1'));
  replaceKey(world, 'clerk1');
  failToUnlock(world, 'clerk1', 5);
  const { digest } = world.must('ro', restoring(world));
  const rule = (revision?: number): Command => ({
    kind: 'finding-ruled',
    body: {
      form: FORM,
      finding: 'F01',
      inputs: '0'.repeat(64),
      ruling: 'count',
      reason: REASON,
      witnesses: [],
      ...(revision === undefined ? {} : { revision }),
    },
  });
  heard.push(world.tries('clerk1', rule(), { key: 'clerk1' }));
  world.must('dro', confirming(digest));
  heard.push(world.tries('clerk1', rule(), { key: 'clerk1' }));
  byTwo(world, openingCentre());
  heard.push(world.tries('clerk1', rule(), { key: 'clerk1' }));
  world.wait(1);
  heard.push(world.tries('clerk1', rule(), { key: 'clerk1' }));
  heard.push(world.tries('clerk1', rule()));
  world.must('ro', restoration('clerk1'));
  heard.push(world.tries('clerk1', rule()));
  heard.push(world.tries('ro', rule(2)));
  receive(world);
  heard.push(world.tries('ro', rule(2)));
  heard.push(world.tries('ro', rule()));
  expect(heard).toEqual([
    'R-RESTORE-UNCONFIRMED',
    'R-CENTRE-NOT-OPEN',
    'R-LOCKED-OUT',
    'R-KEY-REVOKED',
    'R-SUSPENDED',
    'R-ROLE',
    'R-FORM-UNKNOWN',
    'R-REVISION-STALE',
    'R-NOT-AGREED',
  ]);
});

test('the form’s stage comes before what the command itself asks for', () => {
  const world = openWorld();
  const form = bringTo(world, 'differing');
  world.must('ro', reading(world, form, { rejected: 2 }));
  world.must('ro', opening(form));
  expect(world.tries('clerk1', entry(form, {}))).toBe('R-FORM-OPEN');
  expect(world.tries('ro', ruling(world, form, 'F04', { ruling: 'disregard', ground: 'b' }))).toBe('R-RULING-STANDS');
  expect(world.tries('ro', silently(settingAside(form)))).toBe('R-FORM-OPEN');
});

test('sealing an entry: the person, missing rows, rows too many', () => {
  const world = openWorld();
  const form = bringTo(world, 'entered-once');
  const { objected: _, ...incomplete } = paper(world.centre(), HERE, { candidate9: 1 });
  const surplus = { ...incomplete, objected: 1 };
  expect(world.tries('clerk1', entry(form, incomplete))).toBe('R-ENTRY-SAME-PERSON');
  expect(world.tries('clerk2', entry(form, incomplete))).toBe('R-FIGURES-INCOMPLETE');
  expect(world.tries('clerk2', entry(form, surplus))).toBe('R-ROWS-UNEXPECTED');
  expect(world.tries('clerk2', entry(form, paper(world.centre(), HERE)))).toBe('allowed');
});

test('sealing a reading: nothing to read, who typed, who ruled, the rows', () => {
  const world = openWorld();
  const agreed = bringTo(world, 'agreed', { station: 'east1' });
  expect(world.tries('clerk1', reading(world, agreed, {}))).toBe('R-NOTHING-TO-READ');
  const form = bringTo(world, 'agreed', { figures: { objected: 'unreadable' } });
  ruleAll(world, form, 'ro');
  expect(world.tries('clerk1', reading(world, form, {}))).toBe('R-READ-SAME-PERSON');
  expect(world.tries('ro', reading(world, form, {}))).toBe('R-READ-RULED');
  expect(world.tries('dro', reading(world, form, {}))).toBe('R-ROWS-UNEXPECTED');
});

test('ruling: who typed, what is not found, what cannot be disregarded, what cannot be read', () => {
  const world = openWorld();
  const form = bringTo(world, 'differing', { figures: { candidate2: 'unreadable' } });
  world.must('dro', reading(world, form, { rejected: 2 }));
  const disregard = { ruling: 'disregard', ground: 'b' } as const;
  expect(world.tries('dro', ruling(world, form, 'F10'))).toBe('R-RULE-SAME-PERSON');
  expect(world.tries('ro', ruling(world, form, 'F10', disregard))).toBe('R-NO-FINDING');
  expect(world.tries('ro', ruling(world, form, 'F13', disregard))).toBe('R-NOT-DISREGARDABLE');
  expect(world.tries('ro', silently(ruling(world, form, 'F13')))).toBe('R-FIGURE-UNREADABLE');
});

test('ruling on an accepted form: the gate comes before the reason', () => {
  const world = openWorld();
  makeReady(world);
  receive(world);
  expect(world.tries('ro', silently(ruling(world, FORM, 'F09')))).toBe('R-SUMMARY-READY');
});

test('opening: what cannot be read, what is unruled, the closed result, the other paper, the gate', () => {
  const world = openWorld();
  world.must('ro', closingResult(HERE));
  const form = bringTo(world, 'agreed', { figures: { candidate2: 'unreadable', objected: 3 } });
  expect(world.tries('ro', opening(form))).toBe('R-FIGURE-UNREADABLE');
  for (const reader of ['clerk3', 'clerk4']) world.must(reader, reading(world, form, { candidate2: 41 }));
  expect(world.tries('ro', opening(form))).toBe('R-FINDING-UNRULED');
  ruleAll(world, form);
  expect(world.tries('ro', opening(form))).toBe('R-RESULT-CLOSED');
  world.must('ro', withdrawingClosing(HERE));
  const second = bringTo(world, 'agreed');
  ruleAll(world, form);
  world.must('ro', opening(form));
  ruleAll(world, second);
  expect(world.tries('ro', opening(second))).toBe('R-OTHER-FORM-OPEN');
});

test('opening: the closed result and the other paper come before the gate', () => {
  const world = openWorld();
  world.must('ro', closingResult(HERE));
  makeReady(world);
  const late = bringTo(world, 'agreed');
  const extra = bringTo(world, 'agreed', { station: 'west2' });
  ruleAll(world, extra);
  expect(world.tries('ro', opening(late))).toBe('R-RESULT-CLOSED');
  expect(world.tries('ro', opening(extra))).toBe('R-OTHER-FORM-OPEN');
});

test('accepting: the subject, who typed, what is unruled, who owes a word, the answer', () => {
  const world = openWorld();
  signIn(world, 'red');
  const form = bringTo(world, 'differing');
  world.must('ro', reading(world, form, { rejected: 2 }));
  world.must('ro', opening(form));
  receive(world);
  expect(world.tries('ro', { kind: 'form-accepted', body: { form, subject: '0'.repeat(64) } })).toBe('R-SUBJECT-STALE');
  expect(world.tries('ro', accepting(world, form))).toBe('R-ACCEPT-SAME-PERSON');
  expect(world.tries('dro', accepting(world, form))).toBe('R-FINDING-UNRULED');
  ruleAll(world, form, 'dro');
  expect(world.tries('dro', accepting(world, form))).toBe('R-OUTCOME-MISSING');
  world.must('red', signing(world, form, PAPER_DIFFERS));
  expect(world.tries('dro', accepting(world, form))).toBe('R-ANSWER-MISSING');
  expect(world.tries('dro', accepting(world, form, REASON))).toBe('allowed');
});

test('reopening: the gate comes before the reason', () => {
  const world = openWorld();
  makeReady(world);
  expect(world.tries('ro', silently(reopening(FORM, 'none')))).toBe('R-SUMMARY-READY');
  declareReady(world);
  expect(world.tries('ro', silently(reopening(FORM, 'none')))).toBe('R-DECLARED');
  correct(world, ['west1']);
  expect(world.tries('ro', silently(reopening(FORM, 'none')))).toBe('R-REASON-MISSING');
});

test('an agent’s word: accreditation, attendance, the screen, the reason, the same again', () => {
  const world = openWorld();
  signIn(world, 'red', 'blue');
  const form = bringTo(world, 'open');
  world.must('blue', signing(world, form, OBJECT));
  const shown = silently(signing(world, form, OBJECT));
  const stale = { ...shown, body: { ...shown.body, scans: ['0'.repeat(64)] } } as Command;
  byTwo(world, revocation('red'));
  world.must('red', { kind: 'agent-signed-out', body: {} });
  expect(world.tries('red', stale)).toBe('R-NOT-ACCREDITED');
  const inside = world.fork();
  world.must('blue', { kind: 'agent-signed-out', body: {} });
  expect(world.tries('blue', stale)).toBe('R-NOT-IN-ATTENDANCE');
  expect(inside.tries('blue', stale)).toBe('R-SUBJECT-STALE');
  expect(inside.tries('blue', shown)).toBe('R-REASON-MISSING');
  expect(inside.tries('blue', signing(inside, form, OBJECT))).toBe('R-OUTCOME-SAME');
});

test('closing what an agent owes: whether it is owed, the wait, the reason', () => {
  const world = openWorld();
  signIn(world, 'red', 'blue');
  const form = bringTo(world, 'open');
  world.must('red', signing(world, form));
  expect(world.tries('ro', closing(form, 'red', ' '))).toBe('R-OUTCOME-NOT-OWED');
  expect(world.tries('ro', closing(form, 'blue', ' '))).toBe('R-TOO-EARLY');
  world.wait(10);
  expect(world.tries('ro', closing(form, 'blue', ' '))).toBe('R-REASON-MISSING');
});

test('receiving: the result comes before the particulars', () => {
  const world = openWorld();
  const { copy: _, ...unanswered } = particulars('1');
  const body = { contest: 'west-ward', station: 'east1', particulars: unanswered };
  expect(world.tries('clerk1', { kind: 'form-received', body } as unknown as Command)).toBe('R-NOT-IN-CONTEST');
});

test('preparing: the version, the declaration, what is outstanding, unfinished, unruled, the reason', () => {
  const world = openWorld();
  const heard: string[] = [];
  makeReady(world);
  heard.push(world.tries('ro', preparing()));
  declareReady(world);
  const extra = receive(world);
  heard.push(world.tries('ro', preparing()));
  correct(world, ['west1', 'west2']);
  world.must('ro', reopening('president.west2.1', 'none'));
  heard.push(world.tries('ro', preparing()));
  world.must('ro', settingAside('president.west2.1'));
  world.must('ro', closingResult({ contest: 'president', station: 'west2' }, 'set-aside'));
  heard.push(world.tries('ro', preparing()));
  world.must('ro', settingAside(extra));
  heard.push(world.tries('ro', preparing()));
  ruleAll(world, FORM);
  heard.push(world.tries('ro', preparing()));
  expect(heard).toEqual([
    'R-SUMMARY-READY',
    'R-DECLARED',
    'R-RESULT-OUTSTANDING',
    'R-FORM-UNFINISHED',
    'R-FINDING-UNRULED',
    'R-REASON-MISSING',
  ]);
  expect(world.tries('ro', preparing('president', REASON))).toBe('allowed');
});

test('closing a result: the closed result, the accepted paper, the unfinished one, none at all, the gate', () => {
  const world = openWorld();
  const other = { contest: 'president', station: 'east1' };
  world.must('ro', closingResult(other));
  receive(world, other);
  expect(world.tries('ro', closingResult(other))).toBe('R-RESULT-CLOSED');
  fill(world);
  receive(world);
  expect(world.tries('ro', closingResult(HERE))).toBe('R-FORM-ACCEPTED');
  expect(formIn(world, FORM).stage.stage).toBe('accepted');
  expect(world.tries('clerk1', receiving({ contest: 'west-ward', station: 'west1' }, '1'))).toBe('allowed');
});
