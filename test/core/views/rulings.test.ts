/**
 * The room of rulings: which forms wait, what may be ruled on each finding and by whom, and what it does to the totals. What it says
 * beforehand is held against what then really happens.
 */
import { describe, expect, test } from 'vitest';
import { FINDING_RULES } from '../../../core/finding-rules.ts';
import { personOf } from '../../../core/state.ts';
import { stationLines } from '../../../core/summary.ts';
import { type RulingsView, rulingsView } from '../../../core/views/rulings.ts';
import { openWorld, signIn, type World } from '../world.ts';
import {
  accept,
  bringTo,
  closingResult,
  enterTwice,
  formIn,
  reading,
  receive,
  reopening,
  ruleAll,
  ruling,
  settingAside,
  turnout,
} from '../world-forms.ts';

function seenBy(world: World, person: string, form?: string): RulingsView {
  return rulingsView({ centre: world.centre(), viewer: personOf(world.centre(), person), now: world.now() }, { form });
}
function shown(world: World, person: string, form: string) {
  const { form: ruled } = seenBy(world, person, form);
  if (ruled === undefined) throw new Error(`nothing of ${form} is shown`);
  return ruled;
}
function findingIn(world: World, person: string, form: string, code: string) {
  const finding = shown(world, person, form).findings.find((one) => one.code === code);
  if (finding === undefined) throw new Error(`no ${code}`);
  return finding;
}

/** 401 valid votes in a station of 400: F02, F04 and F05. */
const TOO_MANY = { figures: { valid: 401 } } as const;

describe('what is shown', () => {
  test.each(['received', 'entered-once', 'differing', 'set-aside'] as const)('nothing of a form that is %s, to anybody', (stage) => {
    const world = openWorld();
    const form = bringTo(world, stage);
    for (const person of ['ro', 'dro', 'clerk3']) expect(seenBy(world, person, form)).toEqual({ queue: [] });
  });

  test('nothing of a form set aside after it was agreed', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', TOO_MANY);
    world.must('ro', settingAside(form));
    expect(seenBy(world, 'ro', form)).toEqual({ queue: [] });
  });

  test('the forms that wait, oldest first, and the first of them', () => {
    const world = openWorld();
    const [one, two] = [bringTo(world, 'agreed', TOO_MANY), bringTo(world, 'agreed', { station: 'west2', figures: { objected: 3 } })];
    bringTo(world, 'agreed', { station: 'east1' });
    const view = seenBy(world, 'ro');
    expect(view.queue.map(({ form, unruled }) => [form, unruled])).toEqual([
      [one, ['F02', 'F04', 'F05']],
      [two, ['F10']],
    ]);
    expect(view.form?.paper.form).toBe(one);
  });

  test('every rule with what it found, whether it fails or not', () => {
    const world = openWorld();
    const { findings } = shown(world, 'ro', bringTo(world, 'agreed', TOO_MANY));
    const by = (check: string) => findings.filter((finding) => finding.check === check).map(({ code }) => code);
    expect(by('fails')).toEqual(['F02', 'F04', 'F05', 'W03', 'W09']);
    expect(by('cannot-check')).toEqual(['F06', 'W06']);
    expect(findings.map(({ code }) => code)).toEqual(FINDING_RULES.map(({ code }) => code));
  });

  test('notes are told with the others, cannot be ruled on, and wait for nobody', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', { figures: { rejected: 5 } });
    const notes = shown(world, 'ro', form).findings.filter(({ check, kind }) => check === 'fails' && kind === 'note');
    expect(notes.map(({ code, isAid, threshold }) => [code, isAid, threshold])).toEqual([
      ['W01', true, 350],
      ['W09', false, undefined],
    ]);
    for (const { code, digest, barred } of notes) {
      expect([code, barred]).toEqual([code, { count: 'R-NO-FINDING', disregard: 'R-NO-FINDING' }]);
      const body = { form, finding: code, inputs: digest, ruling: 'count', reason: 'A note.' } as const;
      expect(world.tries('ro', { kind: 'finding-ruled', body: { ...body, witnesses: [] } })).toBe('R-NO-FINDING');
    }
    expect(seenBy(world, 'ro').queue).toEqual([]);
    expect(shown(world, 'ro', form).work).toBe('opening');
  });

  test('a station with the same votes is named', () => {
    const world = openWorld();
    bringTo(world, 'agreed', { station: 'east2', figures: { candidate1: 21, candidate2: 41, candidate3: 61 } });
    const form = bringTo(world, 'agreed');
    expect(findingIn(world, 'ro', form, 'W07').stations.map(({ name }) => name)).toEqual(['East Polytechnic']);
  });

  test('agents in the hall as witnesses, and no others', () => {
    const world = openWorld();
    signIn(world, 'red', 'green');
    const { witnesses } = shown(world, 'ro', bringTo(world, 'agreed', TOO_MANY));
    expect(witnesses).toEqual([
      { id: 'green', name: 'Agent of Green', party: 'Green' },
      { id: 'red', name: 'Agent of Red', party: 'Red' },
    ]);
  });

  test('of the agents in the hall only those of the contest: the office would take no other as witness', () => {
    const world = openWorld();
    signIn(world, 'red', 'green');
    const { witnesses } = shown(world, 'ro', bringTo(world, 'agreed', { ...TOO_MANY, contest: 'governor' }));
    expect(witnesses.map(({ id }) => id)).toEqual(['red']);
  });
});

describe('who may rule, said before trying', () => {
  test.each([
    ['ro', undefined],
    ['dro', undefined],
    ['clerk3', 'R-ROLE'],
    ['clerk1', 'R-ROLE'],
  ])('%s: %s', (person, code) => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', TOO_MANY);
    expect(findingIn(world, person, form, 'F02').barred.count).toBe(code);
    expect(world.tries(person, ruling(world, form, 'F02'))).toBe(code ?? 'allowed');
  });

  test('an official who read the form cannot rule on it', () => {
    const world = openWorld();
    const form = receive(world);
    enterTwice(world, form, { figures: { objected: 5 } }, { objected: 6 });
    world.must('dro', reading(world, form, { objected: 5 }));
    expect(findingIn(world, 'dro', form, 'F10').barred).toMatchObject({ count: 'R-RULE-SAME-PERSON' });
    expect(findingIn(world, 'ro', form, 'F10').barred.count).toBeUndefined();
  });

  test('only F04 and F06 can be disregarded', () => {
    const world = openWorld();
    world.must('clerk1', turnout('west1', 100));
    const form = bringTo(world, 'agreed', TOO_MANY);
    const disregard = (code: string) => findingIn(world, 'ro', form, code).barred.disregard;
    expect(['F02', 'F04', 'F05', 'F06'].map(disregard)).toEqual(['R-NOT-DISREGARDABLE', undefined, 'R-NOT-DISREGARDABLE', undefined]);
    expect(['F04', 'F06'].map((code) => findingIn(world, 'ro', form, code).ground)).toEqual(['b', 'c']);
  });

  test('a ruling that stands bars only itself before the opening', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', TOO_MANY);
    world.must('ro', ruling(world, form, 'F04'));
    expect(findingIn(world, 'dro', form, 'F04').barred).toEqual({ count: 'R-RULING-SAME' });
  });

  test.each(['open', 'accepted'] as const)('a finding that arises on a form that is %s can only be counted', (stage) => {
    const world = openWorld();
    const form = bringTo(world, stage);
    world.must('clerk1', turnout('west1', 100));
    expect(findingIn(world, 'ro', form, 'F06').barred).toEqual({ disregard: 'R-RULING-STANDS' });
    expect(shown(world, 'ro', form).barred).toEqual({ setAside: stage === 'open' ? 'R-FORM-OPEN' : 'R-FORM-ACCEPTED' });
    expect(seenBy(world, 'ro').queue).toMatchObject([{ form, stage, unruled: ['F06'] }]);
  });

  test('after a summary is ready the gate says so', () => {
    const world = openWorld();
    const form = bringTo(world, 'accepted', { contest: 'west-ward' });
    world.must('ro', closingResult({ contest: 'west-ward', station: 'west2' }));
    world.must('ro', { kind: 'summary-prepared', body: { contest: 'west-ward' } });
    world.must('ro', turnout('west1', 10));
    expect(findingIn(world, 'ro', form, 'F06').barred.count).toBe('R-SUMMARY-READY');
    expect(world.tries('ro', ruling(world, form, 'F06'))).toBe('R-SUMMARY-READY');
  });

  test('a candidate’s row that cannot be read is not ruled: it is read, set aside or typed anew', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', { figures: { candidate2: 'unreadable' } });
    const ruled = shown(world, 'ro', form);
    expect(ruled.unreadable).toEqual(['candidate2']);
    expect(findingIn(world, 'ro', form, 'F13').barred.count).toBe('R-FIGURE-UNREADABLE');
    expect(ruled.barred).toEqual({});
    expect(shown(world, 'clerk3', form).barred).toEqual({ setAside: 'R-ROLE', reopen: 'R-ROLE' });
    for (const command of [settingAside(form), reopening(form, 'none')]) expect(world.tries('ro', command)).toBe('allowed');
  });

  test('with nobody at the keyboard nothing can be ruled', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', TOO_MANY);
    const { form: ruled } = rulingsView({ centre: world.centre(), now: world.now() }, { form });
    expect(ruled?.findings.find(({ code }) => code === 'F02')?.barred.count).toBe('R-NOT-UNLOCKED');
  });
});

describe('what a ruling does to the totals', () => {
  test('is what it then does', () => {
    const world = openWorld();
    bringTo(world, 'accepted', { station: 'west2' });
    const form = bringTo(world, 'agreed', TOO_MANY);
    const { effect } = shown(world, 'ro', form);
    expect(effect).toMatchObject({ stations: 4, isCounted: false, without: { forms: 1 }, with: { forms: 2 } });
    const validNow = () =>
      stationLines(world.centre(), 'president')
        .filter(({ disposition }) => disposition === 'counted')
        .reduce((sum, { form: line }) => sum + Number(line?.figures.valid ?? 0), 0);
    expect(effect?.without.totals.valid).toBe(validNow());
    ruleAll(world, form);
    world.must('ro', { kind: 'form-opened', body: { form } });
    accept(world, form);
    expect(effect?.with.totals.valid).toBe(validNow());
  });

  test('a disregarded station leaves the totals as they are without it', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', TOO_MANY);
    world.must('ro', ruling(world, form, 'F04', { ruling: 'disregard', ground: 'b' }));
    expect(shown(world, 'ro', form).effect).toMatchObject({ without: { forms: 0, totals: { valid: 0 } }, with: { forms: 1 } });
    ruleAll(world, form);
    world.must('ro', { kind: 'form-opened', body: { form } });
    accept(world, form);
    expect(shown(world, 'ro', form).effect?.isCounted).toBe(false);
  });

  test('a second paper changes nothing while the first is open or accepted', () => {
    const world = openWorld();
    const first = bringTo(world, 'accepted');
    const second = bringTo(world, 'agreed');
    expect(shown(world, 'ro', second).effect?.standsInstead).toBe(first);
    expect(shown(world, 'ro', first).effect?.standsInstead).toBeUndefined();
  });
});

describe('the other papers', () => {
  test('stand beside the form with what was found on them, and with figures only once these are agreed', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', { serial: 'twin' });
    const sameStation = receive(world, { serial: 'other' });
    const sameSerial = receive(world, { station: 'east1', serial: 'twin' });
    enterTwice(world, sameStation, { figures: { rejected: 8_881 } }, { rejected: 8_882 });
    const papers = shown(world, 'ro', form).otherPapers;
    expect(papers.map((one) => [one.form, one.isSameStation, one.isSameSerial, one.particulars.serial, 'figures' in one])).toEqual([
      [sameStation, true, false, 'other', false],
      [sameSerial, false, true, 'twin', false],
    ]);
    expect(JSON.stringify(seenBy(world, 'ro', form))).not.toMatch(/888[12]/);
    world.must('clerk3', reading(world, sameStation, { rejected: 8_881 }));
    expect(shown(world, 'ro', form).otherPapers[0]?.figures?.rejected).toBe(8_881);
  });

  test('one that was set aside says why', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed');
    const second = receive(world);
    world.must('ro', settingAside(second, 'A photocopy of the first.'));
    expect(shown(world, 'ro', form).otherPapers).toMatchObject([{ form: second, stage: 'set-aside', reason: 'A photocopy of the first.' }]);
  });
});

describe('rulings made', () => {
  test('are listed with who, when and before whom, and say when they no longer apply', () => {
    const world = openWorld();
    signIn(world, 'blue');
    const form = bringTo(world, 'agreed', TOO_MANY);
    world.must('ro', ruling(world, form, 'F04', { ruling: 'count' }, ['blue']));
    world.wait(1);
    world.must('dro', ruling(world, form, 'F02'));
    expect(shown(world, 'ro', form).rulings).toMatchObject([
      { finding: 'F04', ruling: 'count', by: 'The returning officer', witnesses: ['Agent of Blue'], stands: true },
      { finding: 'F02', ruling: 'count', by: 'The deputy', witnesses: [], stands: true },
    ]);
    const { digest } = findingIn(world, 'dro', form, 'F04');
    const again = {
      form,
      finding: 'F04',
      inputs: digest,
      ruling: 'disregard',
      ground: 'b',
      reason: 'On reflection.',
      witnesses: [],
    } as const;
    world.must('dro', { kind: 'finding-ruled', body: { ...again, witnesses: [] } });
    expect(shown(world, 'ro', form).rulings.map(({ ruling: said, stands }) => [said, stands])).toEqual([
      ['count', false],
      ['count', true],
      ['disregard', true],
    ]);
  });

  test('of a former revision are gone with it', () => {
    const world = openWorld();
    const form = bringTo(world, 'open', TOO_MANY);
    world.must('ro', reopening(form, 'figures'));
    expect(formIn(world, form).revision).toBe(2);
    expect(shown(world, 'ro', form)).toMatchObject({ rulings: [], work: 'rulings' });
  });

  test('when all are made the form goes to its opening', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', TOO_MANY);
    expect(shown(world, 'ro', form).work).toBe('rulings');
    ruleAll(world, form);
    expect(shown(world, 'ro', form).work).toBe('opening');
    expect(seenBy(world, 'ro').queue).toEqual([]);
  });
});
