/**
 * A station's page attacked by the curious: the second clerk who would look at the first entry, the clerk who types a form anew and
 * would look at what it held before, the agent who would answer as the others did.
 */
import { describe, expect, test } from 'vitest';
import { present } from '../../../core/result.ts';
import { type StationView, stationView } from '../../../core/views/station.ts';
import { openWorld, signIn, type World } from '../world.ts';
import {
  accept,
  bringingBack,
  bringTo,
  closing,
  closingResult,
  enterTwice,
  entry,
  formIn,
  HERE,
  OBJECT,
  opening,
  REASON,
  receive,
  remark,
  reopening,
  ruleAll,
  settingAside,
  signing,
  turnout,
} from '../world-forms.ts';
import { paper } from '../world-papers.ts';
import { EVERYBODY, saidAbout, seenBy } from './looking.ts';

function shownTo(world: World, person?: string, station = HERE.station): StationView {
  return present(stationView(seenBy(world, person), HERE.contest, station, saidAbout(world, station)), 'a station');
}
/** Figures that stand nowhere else in a view. */
const MARKED = { candidate1: 8_881_001, candidate2: 8_881_002, rejected: 8_881_003 };
const OTHER = { candidate1: 8_882_001 };
const FIGURES = /888[12]00[1-3]/;

/** A little paper has no scan: W09 is a note on every one of them. */
function toRule(view: StationView) {
  return view.forms[0]?.findings.filter(({ kind }) => kind === 'needs ruling');
}

function told(view: StationView): readonly string[] {
  return view.acts.map(({ kind }) => kind);
}

describe('figures', () => {
  test.each(EVERYBODY)('are hidden from %s before two people have typed the same', (person) => {
    const world = openWorld();
    const form = receive(world);
    world.must('clerk1', entry(form, paper(world.centre(), HERE, MARKED)));
    expect(JSON.stringify(shownTo(world, person))).not.toMatch(FIGURES);
    world.must('clerk2', entry(form, paper(world.centre(), HERE, { ...MARKED, ...OTHER })));
    expect(JSON.stringify(shownTo(world, person))).not.toMatch(FIGURES);
  });

  test.each(EVERYBODY)('are hidden from %s again when a form is typed anew, and with them every text that may repeat them', (person) => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', { figures: MARKED });
    ruleAll(world, form);
    world.must('ro', reopening(form, 'none', 'Candidate 1 had 8881001, the paper says 8882001.'));
    const view = shownTo(world, person);
    const isOfficial = person === 'ro' || person === 'dro';
    expect(FIGURES.test(JSON.stringify(view))).toBe(isOfficial);
    expect(view.forms[0]?.figures).toBeUndefined();
    expect(view.acts.find(({ kind }) => kind === 'form-reopened')).toMatchObject(
      isOfficial ? { text: expect.stringMatching(FIGURES) } : { isTextWithheld: true, keep: 'none' },
    );
  });

  test('are shown to everybody once they agree, exactly as written', () => {
    const world = openWorld();
    enterTwice(world, receive(world), { figures: { ...MARKED, objected: 'unreadable', disputed: 'blank' } });
    expect(shownTo(world).forms[0]?.figures).toEqual(paper(world.centre(), HERE, { ...MARKED, objected: 'unreadable', disputed: 'blank' }));
  });

  test('a paper set aside keeps the silence of the stage it was set aside from', () => {
    const world = openWorld();
    const once = bringTo(world, 'entered-once', { figures: MARKED });
    world.must('ro', settingAside(once, 'It shows 8881001.'));
    expect(JSON.stringify(shownTo(world, 'clerk2'))).not.toMatch(FIGURES);
    world.must('ro', bringingBack(once));
    const agreed = bringTo(world, 'agreed', { station: 'west2', figures: MARKED });
    world.must('ro', settingAside(agreed, 'It shows 8881001.'));
    expect(shownTo(world, 'clerk2', 'west2').forms[0]).toMatchObject({ figures: MARKED, asideReason: 'It shows 8881001.' });
  });
});

describe('what agents say', () => {
  function answered(): { readonly world: World; readonly form: string } {
    const world = openWorld();
    signIn(world, 'red', 'blue');
    const form = bringTo(world, 'open');
    world.must('red', signing(world, form, OBJECT));
    return { world, form };
  }

  test.each([undefined, 'clerk1', 'blue'])('on an open form is not for %s, only that it was said', (person) => {
    const { world } = answered();
    const view = shownTo(world, person);
    expect(view.forms[0]?.outcomes).toBeUndefined();
    expect(view.forms[0]?.agents).toEqual({ answered: 1, of: 3 });
    const answer = view.acts.find(({ kind }) => kind === 'signoff-given');
    expect(answer).toMatchObject({ by: 'Agent of Red' });
    expect(answer).not.toHaveProperty('choice');
    expect(answer).not.toHaveProperty('text');
    expect(JSON.stringify(view)).not.toMatch(/own-copy-differs|agree-with-objection/);
  });

  test.each(['ro', 'red'])('on an open form is for %s', (person) => {
    const { world } = answered();
    const view = shownTo(world, person);
    expect(view.forms[0]?.outcomes).toContainEqual({
      ...{ agent: 'Agent of Red', party: 'Red', outcome: 'agree-with-objection', code: 'own-copy-differs', reason: REASON },
    });
    expect(view.forms[0]?.outcomes).toContainEqual({ agent: 'Agent of Blue', party: 'Blue', outcome: 'owed' });
    expect(view.acts.find(({ kind }) => kind === 'signoff-given')).toMatchObject({ choice: 'object', text: REASON });
  });

  test('that somebody did not respond is an answer too: the act is withheld, and said to be', () => {
    const { world, form } = answered();
    world.wait(10);
    world.must('ro', closing(form, 'green'));
    expect(shownTo(world, 'blue')).toMatchObject({ withheld: 1 });
    expect(told(shownTo(world, 'blue'))).not.toContain('signoff-closed');
    expect(told(shownTo(world, 'ro'))).toContain('signoff-closed');
    world.must('blue', signing(world, form));
    expect(shownTo(world, 'blue')).toMatchObject({ withheld: 0 });
  });

  test('is for everybody once the form is accepted, late remarks included', () => {
    const { world, form } = answered();
    accept(world, form);
    world.must('blue', remark(world, form, 'object', 'I came too late.'));
    const view = shownTo(world);
    expect(view.forms[0]?.outcomes?.map(({ outcome }) => outcome)).toEqual(['agree-with-objection', 'did-not-respond', 'absent']);
    expect(view.acts.at(-1)).toMatchObject({ kind: 'late-remark', stance: 'object', text: 'I came too late.' });
  });

  test('on an earlier revision stays readable after a form is reopened and opened again', () => {
    const { world, form } = answered();
    world.must('ro', reopening(form, 'figures'));
    world.must('ro', opening(form));
    expect(shownTo(world, 'blue').acts.find(({ kind }) => kind === 'signoff-given')).toMatchObject({ revision: 1, choice: 'object' });
  });
});

describe('the page', () => {
  test('tells every act about the station in order, and none about another', () => {
    const world = openWorld();
    bringTo(world, 'entered-once', { station: 'west2' });
    const form = receive(world);
    world.must('clerk1', turnout(HERE.station, 300));
    enterTwice(world, form);
    expect(told(shownTo(world))).toEqual(['form-received', 'turnout-recorded', 'entry-sealed', 'entry-sealed']);
    expect(shownTo(world).turnout.sources.map(({ recorded }) => recorded.map(({ voters }) => voters))).toEqual([[300], []]);
  });

  test('names findings with their rulings, and clerks by their number', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', { figures: { registered: 399 } });
    expect(toRule(shownTo(world))).toEqual([{ code: 'F03', kind: 'needs ruling', isAid: false, difference: -1 }]);
    ruleAll(world, form);
    expect(toRule(shownTo(world))).toMatchObject([
      { code: 'F03', ruling: { ruling: 'count', reason: REASON, by: 'The returning officer' } },
    ]);
    expect(shownTo(world).forms[0]).toMatchObject({
      received: { by: 'clerk1' },
      typists: [{ by: 'clerk1' }, { by: 'clerk2' }],
    });
  });

  test('tells notes from findings that need a ruling, and attention aids from other notes', () => {
    const world = openWorld();
    bringTo(world, 'agreed', { figures: { rejected: 5 } });
    expect(shownTo(world).forms[0]?.findings.map(({ code, kind, isAid }) => [code, kind, isAid])).toEqual([
      ['W01', 'note', true],
      ['W09', 'note', false],
    ]);
  });

  test('names the defects of a paper in the order in which the hand turns it', () => {
    const world = openWorld();
    const form = receive(world, { serial: '?' });
    const { particulars } = formIn(world, form);
    const worn = { ...particulars, copy: 'carbon', stamp: 'no', alterations: 'not-countersigned' } as const;
    world.must('clerk1', { kind: 'particulars-amended', body: { form, particulars: worn, reason: REASON } });
    expect(shownTo(world).forms[0]?.defects).toEqual(['serial', 'copy', 'stamp', 'alterations']);
  });

  test('says why a station was closed without a form', () => {
    const world = openWorld();
    world.must('ro', closingResult(HERE));
    expect(shownTo(world)).toMatchObject({ standing: 'not-held', closed: { reason: REASON, by: 'The returning officer' }, forms: [] });
  });

  test.each([
    ['clerk1', undefined],
    ['clerk3', 'differences'],
    ['ro', 'differences'],
    ['red', undefined],
    [undefined, undefined],
  ] as const)('offers %s the reading of a difference only where they may do it', (person, work) => {
    const world = openWorld();
    bringTo(world, 'differing');
    expect(shownTo(world, person).forms[0]?.work).toBe(work);
  });

  test('is not there for a station where the contest is not held', () => {
    const world = openWorld();
    expect(stationView(seenBy(world), 'west-ward', 'east1', [])).toBeUndefined();
    expect(stationView(seenBy(world), 'president', 'nowhere', [])).toBeUndefined();
    expect(stationView(seenBy(world), 'nothing', 'west1', [])).toBeUndefined();
  });
});
