/** How one form refuses (LIFECYCLE §1 and §2), but for what agents say about it. */
import type { Command } from '../../core/decide.ts';
import { type RefusalCase, refused } from './refusal-case.ts';
import { openWorld, signIn, type World } from './world.ts';
import {
  accepting,
  amending,
  bringingBack,
  bringTo,
  closingResult,
  entry,
  HERE,
  opening,
  owedOn,
  PAPER_DIFFERS,
  reading,
  receive,
  receiving,
  remark,
  reopening,
  ruleAll,
  ruling,
  settingAside,
  signing,
  turnout,
  withdrawingClosing,
} from './world-forms.ts';
import { paper, particulars } from './world-papers.ts';

/** A form in a stage of an open centre, and a command on it. */
function on(stage: Parameters<typeof bringTo>[1], wish: Parameters<typeof bringTo>[2] = {}): { world: World; form: string } {
  const world = openWorld();
  return { world, form: bringTo(world, stage, wish) };
}

const stages: readonly RefusalCase[] = [
  refused('R-PARTICULARS-MISSING', 'when an item of the paper is not answered', () => {
    const world = openWorld();
    const { stamp: _, ...unanswered } = particulars('1');
    const command = { kind: 'form-received', body: { ...HERE, particulars: unanswered } } as unknown as Command;
    return [world.tries('clerk1', command), world.tries('clerk1', receiving(HERE, '1'))];
  }),
  refused('R-PARTICULARS-MISSING', 'when an amendment leaves an item unanswered', () => {
    const { world, form } = on('received');
    return [world.tries('clerk1', amending(form, '')), world.tries('clerk1', amending(form, '-'))];
  }),
  refused('R-REVISION-STALE', 'when the screen shows the revision before', () => {
    const { world, form } = on('agreed');
    world.must('ro', reopening(form, 'none'));
    const figures = paper(world.centre(), HERE);
    const stale: Command = { kind: 'entry-sealed', body: { form, revision: 1, figures, decisions: [] } };
    return [world.tries('clerk1', stale), world.tries('clerk1', entry(form, figures))];
  }),
  refused('R-REVISION-STALE', 'when a form is restarted twice from one screen', () => {
    const { world, form } = on('agreed');
    const restart: Command = { kind: 'form-reopened', body: { form, revision: 2, keep: 'none', reason: 'Once.' } };
    world.must('ro', restart);
    return world.tries('dro', restart);
  }),
  refused('R-ENTRIES-COMPLETE', 'when a third person enters', () => {
    const { world, form } = on('differing');
    return world.tries('clerk3', entry(form, paper(world.centre(), HERE)));
  }),
  refused('R-NOTHING-TO-READ', 'when nothing differs and nothing is unreadable', () => {
    const { world, form } = on('agreed');
    return world.tries('clerk3', reading(world, form, {}));
  }),
  refused('R-NOT-AGREED', 'when a form is opened before its entries agree', () => {
    const { world, form } = on('differing');
    const before = world.tries('ro', opening(form));
    world.must('clerk3', reading(world, form, { rejected: 2 }));
    return [before, world.tries('ro', opening(form))];
  }),
  refused('R-FORM-OPEN', 'when a form that is being signed is to be set aside', () => {
    const { world, form } = on('open');
    return world.tries('ro', settingAside(form));
  }),
  refused('R-FORM-ACCEPTED', 'when an accepted form is entered again', () => {
    const { world, form } = on('accepted');
    return world.tries('clerk3', entry(form, paper(world.centre(), HERE)));
  }),
  refused('R-FORM-ASIDE', 'when a form that was set aside is entered', () => {
    const { world, form } = on('set-aside');
    const before = world.tries('clerk3', entry(form, paper(world.centre(), HERE)));
    world.must('ro', bringingBack(form));
    return [before, world.tries('clerk3', entry(form, paper(world.centre(), HERE)))];
  }),
  refused('R-FORM-NOT-OPEN', 'when a form is accepted that nobody opened', () => {
    const { world, form } = on('agreed');
    return world.tries('ro', accepting(world, form));
  }),
  refused('R-FORM-NOT-ACCEPTED', 'when a late remark comes before acceptance', () => {
    const world = openWorld();
    signIn(world, 'red');
    const form = bringTo(world, 'open');
    const before = world.tries('red', remark(world, form, 'agree'));
    world.must('red', signing(world, form));
    world.must('ro', accepting(world, form));
    return [before, world.tries('red', remark(world, form, 'agree'))];
  }),
  refused('R-FORM-NOT-ASIDE', 'when a form is brought back that was not set aside', () => {
    const { world, form } = on('received');
    return world.tries('ro', bringingBack(form));
  }),
  refused('R-NOTHING-TO-REOPEN', 'when nothing was typed that could be given up', () => {
    const { world, form } = on('received');
    return world.tries('ro', reopening(form, 'none'));
  }),
  refused('R-NOTHING-TO-REOPEN', 'when the figures are to be kept and nothing else is there', () => {
    const { world, form } = on('agreed');
    return [world.tries('ro', reopening(form, 'figures')), world.tries('ro', reopening(form, 'none'))];
  }),
];

const typing: readonly RefusalCase[] = [
  refused('R-ENTRY-SAME-PERSON', 'when one clerk makes both entries', () => {
    const { world, form } = on('entered-once');
    const command = entry(form, paper(world.centre(), HERE));
    return [world.tries('clerk1', command), world.tries('clerk2', command)];
  }),
  refused('R-FIGURES-INCOMPLETE', 'when a row of the paper was not entered', () => {
    const { world, form } = on('received');
    const { objected: _, ...rest } = paper(world.centre(), HERE);
    return [world.tries('clerk1', entry(form, rest)), world.tries('clerk1', entry(form, { ...rest, objected: 'blank' }))];
  }),
  refused('R-FIGURES-INCOMPLETE', 'when a row is missing and another is too many', () => {
    const { world, form } = on('received');
    const { objected: _, ...rest } = paper(world.centre(), HERE);
    return world.tries('clerk1', entry(form, { ...rest, candidate4: 0 }));
  }),
  refused('R-ROWS-UNEXPECTED', 'when a row is entered that the paper does not have', () => {
    const { world, form } = on('received');
    return world.tries('clerk1', entry(form, paper(world.centre(), HERE, { candidate4: 0 })));
  }),
  refused('R-ROWS-UNEXPECTED', 'when a reading has a row that was not asked', () => {
    const { world, form } = on('differing');
    const read = (figures: Record<string, number>) => world.tries('clerk3', reading(world, form, figures));
    return [read({ rejected: 2, objected: 1 }), read({ rejected: 2 })];
  }),
  refused('R-ROWS-UNEXPECTED', 'when a reading leaves out a row that was asked', () => {
    const { world, form } = on('differing');
    return world.tries('clerk3', reading(world, form, {}));
  }),
  refused('R-ROWS-UNEXPECTED', 'when a reading has decisions that were not asked', () => {
    const { world, form } = on('differing');
    return world.tries('clerk3', reading(world, form, { rejected: 2 }, []));
  }),
  refused('R-READ-SAME-PERSON', 'when a clerk reads what he entered', () => {
    const { world, form } = on('differing');
    const command = reading(world, form, { rejected: 2 });
    return [world.tries('clerk2', command), world.tries('dro', command)];
  }),
  refused('R-READ-SAME-PERSON', 'when somebody reads a second time', () => {
    const { world, form } = on('differing');
    world.must('clerk3', reading(world, form, { rejected: 7 }));
    const command = reading(world, form, { rejected: 7 });
    return [world.tries('clerk3', command), world.tries('clerk4', command)];
  }),
  refused('R-READ-RULED', 'when an official reads what he ruled on', () => {
    const { world, form } = on('agreed', { figures: { objected: 'unreadable' } });
    ruleAll(world, form, 'ro');
    const command = reading(world, form, { objected: 1 });
    return [world.tries('ro', command), world.tries('dro', command)];
  }),
];

const rulings: readonly RefusalCase[] = [
  refused('R-RULE-SAME-PERSON', 'when an official rules on what he read', () => {
    const { world, form } = on('differing', { figures: { objected: 'blank' } });
    world.must('ro', reading(world, form, { rejected: 2 }));
    return [world.tries('ro', ruling(world, form, 'F12')), world.tries('dro', ruling(world, form, 'F12'))];
  }),
  refused('R-NO-FINDING', 'when nothing of that code was found', () => {
    const { world, form } = on('agreed');
    return world.tries('ro', ruling(world, form, 'F04'));
  }),
  refused('R-NO-FINDING', 'when the finding has other inputs by now', () => {
    const { world, form } = on('agreed');
    world.must('clerk1', turnout('west1', 100));
    const command = ruling(world, form, 'F06');
    const before = world.tries('ro', command);
    world.must('dro', turnout('west1', 90, 'diary', 'The diary was read again.'));
    return [world.tries('ro', command), before];
  }),
  refused('R-RULING-SAME', 'when the same is ruled again', () => {
    const { world, form } = on('agreed', { figures: { valid: 401 } });
    const command = ruling(world, form, 'F04');
    world.must('ro', command);
    const other: Command = { ...command, body: { ...command.body, ruling: 'disregard', ground: 'b' } } as Command;
    return [world.tries('dro', command), world.tries('dro', other)];
  }),
  refused('R-NOT-DISREGARDABLE', 'when a form is to be disregarded on a finding that the law does not name', () => {
    const { world, form } = on('agreed', { figures: { objected: 3 } });
    const disregard = ruling(world, form, 'F10', { ruling: 'disregard', ground: 'b' });
    return [world.tries('ro', disregard), world.tries('ro', ruling(world, form, 'F10'))];
  }),
  refused('R-NOT-DISREGARDABLE', 'when a form is to be disregarded on another finding’s ground', () => {
    const { world, form } = on('agreed', { figures: { valid: 401 } });
    const on4 = (ground: 'b' | 'c') => world.tries('ro', ruling(world, form, 'F04', { ruling: 'disregard', ground }));
    return [on4('c'), on4('b')];
  }),
  refused('R-FIGURE-UNREADABLE', 'when an unreadable candidate’s row is to be ruled to count', () => {
    const { world, form } = on('agreed', { figures: { candidate2: 'unreadable' } });
    return world.tries('ro', ruling(world, form, 'F13'));
  }),
  refused('R-FIGURE-UNREADABLE', 'when a candidate’s row is among others that cannot be read', () => {
    const { world, form } = on('agreed', { figures: { candidate2: 'unreadable', objected: 'unreadable' } });
    return world.tries('ro', ruling(world, form, 'F13'));
  }),
  refused('R-FIGURE-UNREADABLE', 'when a form with an unreadable candidate’s row is opened', () => {
    const { world, form } = on('agreed', { figures: { candidate2: 'unreadable' } });
    const before = world.tries('ro', opening(form));
    for (const reader of ['clerk3', 'clerk4']) world.must(reader, reading(world, form, { candidate2: 41 }));
    return [before, world.tries('ro', opening(form))];
  }),
  refused('R-RULING-STANDS', 'when a form that is being signed is to be disregarded', () => {
    const { world, form } = on('open', { figures: { valid: 401 } });
    return world.tries('ro', ruling(world, form, 'F04', { ruling: 'disregard', ground: 'b' }));
  }),
];

const results: readonly RefusalCase[] = [
  refused('R-FINDING-UNRULED', 'when a form is opened on which something is not ruled', () => {
    const { world, form } = on('agreed', { figures: { objected: 3 } });
    const before = world.tries('ro', opening(form));
    ruleAll(world, form);
    return [before, world.tries('ro', opening(form))];
  }),
  refused('R-FINDING-UNRULED', 'when a form is accepted on which something arose', () => {
    const { world, form } = on('open');
    receive(world);
    const before = world.tries('ro', accepting(world, form));
    ruleAll(world, form);
    return [before, world.tries('ro', accepting(world, form))];
  }),
  refused('R-RESULT-CLOSED', 'when a form of a closed result is opened', () => {
    const world = openWorld();
    world.must('ro', closingResult(HERE));
    const form = bringTo(world, 'agreed');
    const before = world.tries('ro', opening(form));
    world.must('ro', withdrawingClosing(HERE));
    return [before, world.tries('ro', opening(form))];
  }),
  refused('R-RESULT-CLOSED', 'when a result is closed twice', () => {
    const world = openWorld();
    world.must('ro', closingResult(HERE));
    return world.tries('dro', closingResult(HERE, 'lost'));
  }),
  refused('R-RESULT-NOT-CLOSED', 'when a closing is withdrawn that nobody made', () => openWorld().tries('ro', withdrawingClosing(HERE))),
  refused('R-OTHER-FORM-OPEN', 'when another paper of the result is open', () => {
    const { world } = on('open');
    const second = bringTo(world, 'agreed');
    ruleAll(world, second);
    return world.tries('ro', opening(second));
  }),
  refused('R-OTHER-FORM-OPEN', 'when another paper of the result is accepted, until that one gives way', () => {
    const { world, form } = on('accepted');
    const second = bringTo(world, 'agreed');
    ruleAll(world, second);
    const before = world.tries('ro', opening(second));
    world.must('ro', reopening(form, 'none'));
    world.must('ro', settingAside(form));
    return [before, world.tries('ro', opening(second))];
  }),
  refused('R-FORM-UNFINISHED', 'when a result is closed of which a paper is in hand', () => {
    const { world, form } = on('received');
    const before = world.tries('ro', closingResult(HERE));
    world.must('ro', settingAside(form));
    return [before, world.tries('ro', closingResult(HERE))];
  }),
  refused('R-FORM-ACCEPTED', 'when a result is closed of which a paper is accepted', () => {
    const { world } = on('accepted');
    return world.tries('ro', closingResult(HERE));
  }),
  refused('R-NO-FORM', 'when a result is closed as set aside without a paper', () => {
    const world = openWorld();
    const before = world.tries('ro', closingResult(HERE, 'set-aside'));
    bringTo(world, 'set-aside');
    return [before, world.tries('ro', closingResult(HERE, 'set-aside'))];
  }),
  refused('R-ACCEPT-SAME-PERSON', 'when an official accepts what he read', () => {
    const { world, form } = on('differing');
    world.must('ro', reading(world, form, { rejected: 2 }));
    world.must('ro', opening(form));
    return [world.tries('ro', accepting(world, form)), world.tries('dro', accepting(world, form))];
  }),
  refused('R-SUBJECT-STALE', 'when what is accepted is not what was opened', () => {
    const { world, form } = on('open');
    const accept: Command = { kind: 'form-accepted', body: { form, subject: '0'.repeat(64) } };
    return [world.tries('ro', accept), world.tries('ro', accepting(world, form))];
  }),
  refused('R-ANSWER-MISSING', 'when nobody answered that the paper says something else', () => {
    const world = openWorld();
    signIn(world, 'red');
    const form = bringTo(world, 'open');
    world.must('red', signing(world, form, PAPER_DIFFERS));
    return [world.tries('ro', accepting(world, form, ' ')), world.tries('ro', accepting(world, form, 'Shown beside the paper.'))];
  }),
  refused('R-OUTCOME-MISSING', 'when an agent who was asked has not answered', () => {
    const world = openWorld();
    signIn(world, 'red');
    const form = bringTo(world, 'open');
    const before = world.tries('ro', accepting(world, form));
    for (const agent of owedOn(world, form)) world.must(agent, signing(world, form));
    return [before, world.tries('ro', accepting(world, form))];
  }),
];

const withoutReason: readonly RefusalCase[] = [
  refused('R-REASON-MISSING', 'when a turnout is replaced without a reason', () => {
    const world = openWorld();
    world.must('clerk1', turnout('west1', 100));
    return [world.tries('ro', turnout('west1', 101)), world.tries('ro', turnout('west1', 101, 'diary', 'Misread.'))];
  }),
  refused('R-REASON-MISSING', 'when the diary is written without a word', () =>
    openWorld().tries('ro', { kind: 'incident-noted', body: { text: ' ' } }),
  ),
];

export const FORM_REFUSALS: readonly RefusalCase[] = [...stages, ...typing, ...rulings, ...results, ...withoutReason];
