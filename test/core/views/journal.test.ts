/**
 * What the journal's room must not tell: a form's figures to anybody before two people typed the same, and what agents answered to an
 * agent who has not answered. The blind entries and readings and the unprompted countersignature rest on this table.
 */
import { describe, expect, test } from 'vitest';
import type { Act, Kind } from '../../../core/acts.ts';
import { present } from '../../../core/result.ts';
import { concernsPlace, fieldsOf, hiddenFields, lineOf, saysText } from '../../../core/views/journal.ts';
import type { Seen } from '../../../core/views/seen.ts';
import { openWorld, signIn, type World } from '../world.ts';
import { accept, bringTo, OBJECT, reading, reopening, settingAside, signing } from '../world-forms.ts';
import { answeringSummary, declareReady, makeReady } from '../world-summary.ts';

function seenBy(world: World, person?: string): Seen {
  const viewer = person === undefined ? undefined : present(world.centre().people.get(person), person);
  return { centre: world.centre(), now: world.now(), ...(viewer === undefined ? {} : { viewer }) };
}

function lastOf(world: World, kind: Kind): Act {
  return present(world.acts().findLast(({ act }) => act.kind === kind)?.act, kind);
}

/** The fields of the last act of a kind that this person is not shown. */
function hiddenFrom(world: World, kind: Kind, person?: string): readonly string[] {
  return [...hiddenFields(seenBy(world, person), lastOf(world, kind)).keys()].sort();
}

/** A summary is ready, and one of two agents has answered on it. */
function answeredSummary(): World {
  const world = openWorld();
  makeReady(world);
  signIn(world, 'red', 'blue');
  world.must('red', answeringSummary(world, 'president', OBJECT));
  return world;
}

/** Officials may have to read a difference, so they are no exception. */
const EVERYBODY = ['clerk1', 'clerk2', 'clerk3', 'red', 'ro', 'dro', undefined];
const FIGURES = ['decisions', 'figures'];

describe('figures typed by somebody', () => {
  test.each(['entered-once', 'differing'] as const)('of a form %s are hidden from everybody', (stage) => {
    const world = openWorld();
    bringTo(world, stage);
    for (const person of EVERYBODY) expect(hiddenFrom(world, 'entry-sealed', person)).toEqual(FIGURES);
  });

  test.each(['agreed', 'open', 'accepted'] as const)('of a form %s are shown to everybody', (stage) => {
    const world = openWorld();
    bringTo(world, stage);
    for (const person of EVERYBODY) expect(hiddenFrom(world, 'entry-sealed', person)).toEqual([]);
  });

  test('are hidden again when the form is to be typed anew, with every word that may quote them', () => {
    const world = openWorld();
    signIn(world, 'red');
    const form = bringTo(world, 'open');
    world.must('red', signing(world, form, { ...OBJECT, ownFigures: { candidate1: 7 } }));
    accept(world, form);
    world.must('ro', reopening(form, 'none'));
    expect(hiddenFrom(world, 'entry-sealed', 'clerk3')).toEqual(FIGURES);
    expect(hiddenFrom(world, 'signoff-given', 'clerk3')).toEqual(['figures', 'findings', 'ownFigures', 'reason']);
    expect(hiddenFrom(world, 'form-reopened', 'clerk3')).toEqual(['reason']);
    expect(lineOf(seenBy(world, 'clerk3'), 0, lastOf(world, 'form-reopened')).said).not.toHaveProperty('reason');
    expect(hiddenFrom(world, 'form-reopened', 'ro')).toEqual([]);
    expect(hiddenFrom(world, 'signoff-given', 'ro')).toEqual(['figures', 'findings', 'ownFigures']);
  });

  test('stay shown when the form is reopened with its figures kept', () => {
    const world = openWorld();
    const form = bringTo(world, 'accepted');
    world.must('ro', reopening(form, 'figures'));
    expect(hiddenFrom(world, 'entry-sealed', 'clerk3')).toEqual([]);
  });

  test('of a form set aside are hidden as before it was set aside', () => {
    const world = openWorld();
    const once = bringTo(world, 'entered-once');
    world.must('ro', settingAside(once));
    expect(hiddenFrom(world, 'entry-sealed', 'clerk2')).toEqual(FIGURES);
    const agreed = bringTo(world, 'agreed', { station: 'east1' });
    world.must('ro', settingAside(agreed));
    expect(hiddenFrom(world, 'entry-sealed', 'clerk2')).toEqual([]);
  });

  test('of an agreed form with a row still to be read are hidden from whoever will read it', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', { figures: { candidate1: 'unreadable' } });
    for (const reader of ['clerk3', 'ro']) expect(hiddenFrom(world, 'entry-sealed', reader)).toEqual(FIGURES);
    world.must('clerk3', reading(world, form, { candidate1: 21 }));
    expect(hiddenFrom(world, 'reading-sealed', 'clerk4')).toEqual(['figures']);
    world.must('clerk4', reading(world, form, { candidate1: 21 }));
    expect(hiddenFrom(world, 'reading-sealed', 'clerk1')).toEqual([]);
  });
});

describe('what an agent answered', () => {
  function answered(): World {
    const world = openWorld();
    signIn(world, 'red', 'blue');
    world.must('red', signing(world, bringTo(world, 'open'), OBJECT));
    return world;
  }

  test('on an open form is hidden from an agent who has not answered, and from nobody at the keyboard', () => {
    const world = answered();
    for (const person of ['blue', 'green', undefined])
      expect(hiddenFrom(world, 'signoff-given', person)).toEqual(['choice', 'code', 'reason']);
    for (const person of ['red', 'ro', 'clerk1']) expect(hiddenFrom(world, 'signoff-given', person)).toEqual([]);
  });

  test('is shown as soon as the own answer is given, or the form is accepted', () => {
    const world = answered();
    const later = world.fork();
    const form = present([...world.centre().forms.keys()][0], 'form');
    world.must('blue', signing(world, form));
    const [first] = world.acts().flatMap(({ act }) => (act.kind === 'signoff-given' ? [act] : []));
    expect(hiddenFields(seenBy(world, 'blue'), present(first, 'answer')).size).toBe(0);
    accept(later, form);
    expect(hiddenFrom(later, 'signoff-given', 'blue')).toEqual([]);
    expect(hiddenFrom(later, 'signoff-given')).toEqual([]);
  });

  test('on a receipt is hidden from the others as long as the form is open', () => {
    const world = answered();
    const answer = lastOf(world, 'signoff-given');
    const body = answer.kind === 'signoff-given' ? answer.body : undefined;
    const line = {
      contest: 'president',
      form: body?.form ?? '',
      revision: 1,
      kind: 'signoff-given',
      choice: 'object',
      act: answer.digest,
      seq: 1,
    };
    const head = { size: world.centre().size, root: '0'.repeat(64) };
    world.must('device', { kind: 'receipt-issued', body: { agent: 'red', head, forms: [line] } } as never);
    expect(hiddenFrom(world, 'receipt-issued', 'blue')).toEqual(['forms']);
    expect(hiddenFrom(world, 'receipt-issued', 'red')).toEqual([]);
  });

  test('on a summary is hidden until the own answer on that version', () => {
    const world = answeredSummary();
    expect(hiddenFrom(world, 'summary-signoff-given', 'blue')).toEqual(['choice', 'code', 'reason']);
    expect(hiddenFrom(world, 'summary-signoff-given', 'red')).toEqual([]);
    world.must('blue', answeringSummary(world));
    const [first] = world.acts().flatMap(({ act }) => (act.kind === 'summary-signoff-given' ? [act] : []));
    expect(hiddenFields(seenBy(world, 'blue'), present(first, 'answer')).size).toBe(0);
    declareReady(world);
    expect(hiddenFrom(world, 'summary-signoff-given')).toEqual([]);
  });
});

test('a hidden field has its name and why, and nothing of what stands in it', () => {
  const world = openWorld();
  bringTo(world, 'entered-once');
  const fields = fieldsOf(seenBy(world, 'clerk2'), lastOf(world, 'entry-sealed'));
  expect(fields.map(({ name }) => name).sort()).toEqual(['decisions', 'figures', 'form', 'revision']);
  expect(fields.find(({ name }) => name === 'figures')).toEqual({ name: 'figures', hidden: 'not-agreed' });
  const line = lineOf(seenBy(world, 'clerk2'), 9, lastOf(world, 'entry-sealed'));
  expect(line).toMatchObject({ seq: 9, hidden: 'not-agreed', said: { who: 'clerk1', form: 'West Primary School, stream 1 (President)' } });
});

test('every act of a night is told with a sentence’s words and all its fields', () => {
  const world = answeredSummary();
  declareReady(world);
  for (const { act, payload } of world.acts()) {
    expect(lineOf(seenBy(world, 'ro'), 1, act).said.who).toBeTruthy();
    const body: object = JSON.parse(new TextDecoder().decode(payload)).body;
    expect(
      fieldsOf(seenBy(world, 'ro'), act)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(body));
  }
});

describe('searching', () => {
  test('finds acts by the form’s id, the station’s code and part of its name, and no others', () => {
    const world = openWorld();
    bringTo(world, 'entered-once', { station: 'east2' });
    const act = lastOf(world, 'entry-sealed');
    for (const wanted of ['east2', 'polytech', 'president.east2']) expect(concernsPlace(world.centre(), act, wanted)).toBe(true);
    for (const wanted of ['west1', 'market']) expect(concernsPlace(world.centre(), act, wanted)).toBe(false);
    expect(concernsPlace(world.centre(), lastOf(world, 'centre-opened'), 'east2')).toBe(false);
  });

  test('does not find what is hidden from the one who searches', () => {
    const world = openWorld();
    const form = bringTo(world, 'accepted');
    world.must('ro', reopening(form, 'none', 'line 3 should be 312'));
    const act = lastOf(world, 'form-reopened');
    expect(saysText(lineOf(seenBy(world, 'ro'), 1, act), '312')).toBe(true);
    expect(saysText(lineOf(seenBy(world, 'clerk3'), 1, act), '312')).toBe(false);
  });
});
