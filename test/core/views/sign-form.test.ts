/** What the staff see on the signing desk: every outcome for officials, none for clerks, no figure before it is agreed. */
import { describe, expect, test } from 'vitest';
import type { ActOf } from '../../../core/acts.ts';
import type { StageName } from '../../../core/transitions.ts';
import { agentView } from '../../../core/views/sign-agent.ts';
import { changesBetween } from '../../../core/views/sign-changes.ts';
import { type SignFormView, signFormView } from '../../../core/views/sign-form.ts';
import { handView } from '../../../core/views/sign-hand.ts';
import { signView } from '../../../core/views/sign-lists.ts';
import { openWorld, signIn, type World } from '../world.ts';
import { bringTo, closing, OBJECT, PAPER_DIFFERS, REASON, REFUSE, remark, reopening, scanning, signing, turnout } from '../world-forms.ts';
import { seenBy } from './looking.ts';

function remarksIn(world: World): readonly ActOf<'late-remark'>[] {
  return world.acts().flatMap(({ act }) => (act.kind === 'late-remark' ? [act] : []));
}

function viewOf(world: World, person: string, form: string): SignFormView {
  const view = signFormView(seenBy(world, person), form, remarksIn(world));
  if (view === undefined) throw new Error(`no form ${form}`);
  return view;
}

function hall(): { readonly world: World; readonly form: string } {
  const world = openWorld();
  signIn(world, 'red', 'blue');
  return { world, form: bringTo(world, 'open') };
}

describe('a form whose figures are not agreed', () => {
  test.each<StageName>(['received', 'entered-once', 'differing', 'set-aside'])('shows no figure to an official: %s', (stage) => {
    const world = openWorld();
    const form = bringTo(world, stage, { figures: { rejected: 313_131 } });
    const view = viewOf(world, 'ro', form);
    expect(view).not.toHaveProperty('page');
    expect(JSON.stringify(view)).not.toContain('313131');
  });

  test('shows none again once it is reopened, keeping none', () => {
    const { world, form } = hall();
    expect(viewOf(world, 'ro', form).page?.figures).toBeDefined();
    world.must('ro', reopening(form, 'none'));
    expect(viewOf(world, 'ro', form)).not.toHaveProperty('page');
  });
});

describe('what agents said', () => {
  test('is for officials', () => {
    const { world, form } = hall();
    world.must('red', signing(world, form, OBJECT));
    const { asking, needsAnswer } = viewOf(world, 'dro', form);
    expect(asking).toMatchObject({ asked: 2, answered: 1, owed: 1 });
    expect(asking?.agents[0]).toMatchObject({ agent: { id: 'red' }, outcome: 'agree-with-objection', answer: { reason: REASON } });
    expect(needsAnswer).toBe(false);
  });

  test('is not for clerks: in a form they see who owes, in a list how many answered, and nothing more', () => {
    const { world, form } = hall();
    const other = openWorld();
    signIn(other, 'red', 'blue');
    bringTo(other, 'open');
    world.must('red', signing(world, form, PAPER_DIFFERS));
    other.must('red', signing(other, form));
    const withoutDigests = (view: unknown) => JSON.stringify(view).replace(/[0-9a-f]{64}/g, '');
    expect(withoutDigests(viewOf(world, 'clerk1', form))).toBe(withoutDigests(viewOf(other, 'clerk1', form)));
    expect(withoutDigests(signView(seenBy(world, 'clerk1'), {}))).toBe(withoutDigests(signView(seenBy(other, 'clerk1'), {})));
    expect(viewOf(world, 'clerk1', form).asking?.agents.map(({ owes }) => owes)).toEqual([false, true, false]);
  });

  test('is not on the page between two people', () => {
    const { world, form } = hall();
    world.must('red', signing(world, form, REFUSE));
    const view = handView(seenBy(world), form);
    expect(view).toMatchObject({ asked: 2, answered: 1 });
    expect(view?.owing.map(({ id }) => id)).toEqual(['blue']);
    const shown = JSON.stringify(view);
    for (const word of ['refuse', 'figures', 'outcome', REASON, 'candidate1']) expect(shown).not.toContain(word);
  });
});

describe('a thing that cannot be done says so', () => {
  test('before the wait is over nobody is recorded as silent, and the page says from when', () => {
    const { world, form } = hall();
    const { asking } = viewOf(world, 'ro', form);
    expect(asking?.agents[0]?.closable?.barred?.code).toBe('R-TOO-EARLY');
    world.wait(10);
    expect(asking?.waitOverAt).toBe(world.now());
    expect(viewOf(world, 'ro', form).asking?.agents[0]?.closable).toEqual({});
    world.must('ro', closing(form, 'red'));
  });

  test('acceptance waits for every answer', () => {
    const { world, form } = hall();
    expect(viewOf(world, 'ro', form).offers.accept?.barred?.code).toBe('R-OUTCOME-MISSING');
    world.must('red', signing(world, form));
    world.must('blue', signing(world, form, PAPER_DIFFERS));
    const view = viewOf(world, 'ro', form);
    expect(view.offers.accept).toEqual({});
    expect(view).toMatchObject({ needsAnswer: true, disposition: 'counted' });
  });

  test('a clerk may open and nothing else', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed');
    expect(viewOf(world, 'clerk1', form).offers).toEqual({ open: {} });
    expect(Object.keys(viewOf(world, 'ro', form).offers).sort()).toEqual(['open', 'reopen-none', 'set-aside']);
  });
});

test.each<readonly [StageName, readonly string[]]>([
  ['received', ['set-aside']],
  ['entered-once', ['reopen-none', 'set-aside']],
  ['open', ['accept', 'reopen-figures', 'reopen-none']],
  ['accepted', ['reopen-figures', 'reopen-none']],
  ['set-aside', ['bring-back']],
])('an official is offered on a form that is %s what its stage allows', (stage, offered) => {
  const world = openWorld();
  expect(Object.keys(viewOf(world, 'ro', bringTo(world, stage)).offers).sort()).toEqual(offered);
});

test('each view names for whom it was drawn', () => {
  const { world, form } = hall();
  expect(viewOf(world, 'dro', form).viewer).toBe('dro');
  expect(signView(seenBy(world, 'clerk2'), {}).viewer).toBe('clerk2');
});

describe('the lists', () => {
  test('hold each form once, by the work it needs', () => {
    const { world, form } = hall();
    const agreed = bringTo(world, 'agreed', { station: 'west2' });
    const aside = bringTo(world, 'set-aside', { station: 'east1' });
    const view = () => signView(seenBy(world, 'ro'), {});
    expect(view().toOpen.rows.map((row) => row.form)).toEqual([agreed]);
    expect(view().waiting.rows.map((row) => row.form)).toEqual([form]);
    expect(view().aside.rows.map((row) => row.form)).toEqual([aside]);
    for (const agent of ['red', 'blue']) world.must(agent, signing(world, form));
    expect(view().waiting.rows).toEqual([]);
    expect(view().toAccept.rows.map((row) => row.form)).toEqual([form]);
  });

  test('name for officials the agents who keep forms waiting, and what may be closed', () => {
    const { world, form } = hall();
    world.wait(6);
    const later = bringTo(world, 'open', { station: 'west2' });
    world.wait(4);
    const [red] = signView(seenBy(world, 'ro'), {}).silent;
    expect(red).toMatchObject({ agent: { id: 'red' }, waiting: 2, closable: [{ form, revision: 1 }] });
    expect(red?.next).toBe(signFormView(seenBy(world, 'ro'), later, [])?.asking?.waitOverAt);
    expect(signView(seenBy(world, 'clerk1'), {}).silent).toEqual([]);
  });

  test('are of one contest where one is chosen', () => {
    const { world } = hall();
    expect(signView(seenBy(world, 'ro'), { contest: 'governor' }).waiting.total).toBe(0);
    expect(signView(seenBy(world, 'ro'), { contest: 'president' }).waiting.total).toBe(1);
  });
});

test('who typed is told with the time, clerks by their number', () => {
  const { world, form } = hall();
  const typed = viewOf(world, 'ro', form).page?.typedBy ?? [];
  expect(typed.map(({ by }) => by.name)).toEqual(['clerk1', 'clerk2']);
  for (const { at } of typed) expect(at <= world.now()).toBe(true);
});

describe('a late remark', () => {
  /** Red objects in words after the acceptance, on this form and on another. */
  function remarked(): { readonly world: World; readonly form: string } {
    const world = openWorld();
    const form = bringTo(world, 'accepted');
    const other = bringTo(world, 'accepted', { station: 'east1' });
    signIn(world, 'red');
    world.must('red', remark(world, form, 'object', REASON));
    world.must('red', remark(world, other, 'agree'));
    return { world, form };
  }

  test('is told on its form in full, and on no other', () => {
    const { world, form } = remarked();
    const { remarks } = viewOf(world, 'clerk1', form);
    expect(remarks).toEqual([expect.objectContaining({ agent: expect.objectContaining({ id: 'red' }), stance: 'object', text: REASON })]);
    const { accepted } = signView(seenBy(world, 'ro'), {});
    expect(accepted).toMatchObject({
      total: 2,
      rows: [
        { remarks: 1, disposition: 'counted' },
        { form, remarks: 1 },
      ],
    });
  });

  test('keeps its words from whoever types the form anew', () => {
    const { world, form } = remarked();
    world.must('ro', reopening(form, 'none'));
    expect(viewOf(world, 'clerk3', form).remarks).toEqual([expect.not.objectContaining({ text: REASON })]);
    expect(viewOf(world, 'ro', form).remarks).toMatchObject([{ text: REASON }]);
  });
});

test('notes stand apart from what needs a ruling; those that look at other stations are shown and not signed', () => {
  const { world, form } = hall();
  bringTo(world, 'agreed', { station: 'east2', figures: { candidate1: 21, candidate2: 41, candidate3: 61 } });
  world.must('clerk1', turnout('west1', 100));
  const shown = agentView(seenBy(world, 'red'), { form })?.page;
  expect(shown?.findings.map(({ code }) => code)).toEqual(['F06']);
  expect(shown?.notes.map(({ code, isAid }) => [code, isAid])).toEqual([
    ['W07', true],
    ['W09', false],
  ]);
  expect(shown?.screen.findings).toEqual(['F06', 'W09']);
  const { findings = [], notes = [], unchecked = [], passed = 0, rules } = shown ?? {};
  expect(findings.length + notes.length + unchecked.length + passed).toBe(rules);
});

test('a page that went stale says what changed, and one that did not says nothing', () => {
  const { world, form } = hall();
  const page = () => {
    const shown = agentView(seenBy(world, 'red'), { form })?.page;
    if (shown === undefined) throw new Error('no page');
    return shown;
  };
  const before = page();
  expect(changesBetween(before, page())).toBeUndefined();
  world.must('clerk1', scanning(form));
  expect(changesBetween(before, page())).toMatchObject({ scans: 1, rows: [], findings: ['W09'] });
  world.must('ro', reopening(form, 'figures'));
  world.must('ro', { kind: 'form-opened', body: { form } });
  expect(changesBetween(before, page())).toMatchObject({ revisions: [1, 2] });
  const wrong = { ...page(), screen: { ...page().screen, figures: { ...page().screen.figures, valid: 1 }, findings: ['F02' as const] } };
  expect(changesBetween(page(), wrong)).toMatchObject({ rows: [{ row: 'valid', after: 1 }], findings: ['F02'] });
});
