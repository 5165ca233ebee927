/**
 * Reading again what differs: what the room must not give away. Somebody who is to read sees rows and no figures; somebody who has
 * read sees what others typed only when the form is agreed.
 */
import { describe, expect, test } from 'vitest';
import type { Figures } from '../../../core/acts.ts';
import { personOf } from '../../../core/state.ts';
import { type DifferencesView, differencesView } from '../../../core/views/differences.ts';
import { openWorld, type World } from '../world.ts';
import { bringTo, enterTwice, formIn, reading, receive, reopening, ruleAll, ruling, settingAside } from '../world-forms.ts';
import { suspension } from '../world-people.ts';

function seenBy(world: World, person: string, form?: string): DifferencesView {
  return differencesView({ centre: world.centre(), viewer: personOf(world.centre(), person), now: world.now() }, { form });
}

/** Two entries that differ in candidate 2 and in the rejected ballots, with figures that stand nowhere else in a view. */
const FIRST: Figures = { candidate2: 8_881_001, rejected: 8_881_002, registered: 8_881_003 };
const SECOND: Figures = { candidate2: 8_882_001, rejected: 8_882_002 };
function differing(world: World): string {
  const form = receive(world);
  enterTwice(world, form, { figures: FIRST }, SECOND);
  return form;
}
const TYPED = /888[12]00[1-3]/;

describe('whoever is to read', () => {
  test.each(['clerk3', 'clerk4', 'ro', 'dro'])('%s sees which rows, and no figure that anybody typed', (person) => {
    const world = openWorld();
    const form = differing(world);
    const view = seenBy(world, person, form);
    expect(view.toRead?.asked).toEqual(['candidate2', 'rejected']);
    expect(view.toRead?.typedBy).toEqual([
      { kind: 'entry', person: 'clerk1' },
      { kind: 'entry', person: 'clerk2' },
    ]);
    expect(view.sealed).toBeUndefined();
    expect(JSON.stringify(view)).not.toMatch(TYPED);
  });

  test('sees the decisions among the rows when they differ, and not what they are', () => {
    const world = openWorld();
    const form = receive(world);
    const figures = { candidate1: 21, candidate2: 41, candidate3: 61, tableTotal: 123, registered: 400, rejected: 2, objected: 1, disputed: 1, valid: 123 }; // biome-ignore format: one paper
    world.must('clerk1', { kind: 'entry-sealed', body: { form, figures, decisions: [{ ballot: 'ballot-881', candidate: 1 }] } });
    world.must('clerk2', { kind: 'entry-sealed', body: { form, figures, decisions: [{ ballot: 'ballot-882', candidate: 1 }] } });
    const view = seenBy(world, 'clerk3', form);
    expect(view.toRead?.asked).toEqual(['decisions']);
    expect(JSON.stringify(view)).not.toContain('ballot-88');
  });

  test('is offered the oldest form that this person may read', () => {
    const world = openWorld();
    const [older, newer] = [differing(world), bringTo(world, 'received', { station: 'west2' })];
    enterTwice(world, newer, {}, { rejected: 9 });
    expect(seenBy(world, 'clerk3').toRead?.paper.form).toBe(older);
    world.must('clerk3', reading(world, older, { candidate2: 1, rejected: 1 }));
    expect(seenBy(world, 'clerk3').toRead?.paper.form).toBe(newer);
    expect(seenBy(world, 'clerk4').toRead?.paper.form).toBe(older);
  });

  test('is asked for every unreadable row of an agreed form that lacks a candidate', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', { figures: { candidate1: 'unreadable', objected: 'unreadable' } });
    expect(seenBy(world, 'clerk3').toRead?.asked).toEqual(['candidate1', 'objected']);
    expect(seenBy(world, 'clerk3').queue.map((waiting) => waiting.form)).toEqual([form]);
  });
});

describe('whoever may not read', () => {
  test.each([
    ['clerk1', 'R-READ-SAME-PERSON'],
    ['clerk2', 'R-READ-SAME-PERSON'],
  ])('%s, who typed it, is told so and gets no paper: %s', (person, code) => {
    const world = openWorld();
    const form = differing(world);
    const view = seenBy(world, person, form);
    expect(view.queue[0]).toMatchObject({ form, barred: code, typists: 2, asked: 2, rows: 10 });
    expect(view).not.toHaveProperty('toRead');
    expect(view).not.toHaveProperty('sealed');
    expect(JSON.stringify(view)).not.toMatch(TYPED);
  });

  test('an official who ruled on this revision is told so', () => {
    const world = openWorld();
    bringTo(world, 'agreed', { figures: { candidate1: 'unreadable', registered: 401 } });
    const [{ form } = { form: '' }] = seenBy(world, 'ro').queue;
    expect(seenBy(world, 'ro', form).toRead).toBeDefined();
    world.must('ro', ruling(world, form, 'F03'));
    expect(seenBy(world, 'ro', form).queue[0]?.barred).toBe('R-READ-RULED');
    expect(seenBy(world, 'dro', form).toRead).toBeDefined();
  });

  test('nobody reads what was set aside or is agreed without a gap', () => {
    const world = openWorld();
    const [aside, agreed] = [differing(world), bringTo(world, 'agreed', { station: 'west2', figures: { objected: 'unreadable' } })];
    world.must('ro', settingAside(aside));
    ruleAll(world, agreed);
    expect(seenBy(world, 'clerk3')).toEqual({ queue: [] });
  });
});

describe('the queue says whom a form waits for', () => {
  test('everybody of the staff who has not typed it, and fewer with each reading', () => {
    const world = openWorld();
    const form = differing(world);
    const left = () => seenBy(world, 'clerk1').queue[0]?.readersLeft;
    expect(left()).toBe(4);
    for (const [at, reader] of ['clerk3', 'clerk4', 'dro'].entries()) {
      world.must(reader, reading(world, form, { candidate2: 100 + at, rejected: 200 + at }));
      expect(left()).toBe(3 - at);
    }
    world.must('ro', reading(world, form, { candidate2: 104, rejected: 204 }));
    expect(seenBy(world, 'clerk1').queue[0]).toMatchObject({ readersLeft: 0, typists: 6 });
  });

  test('a suspended clerk does not count', () => {
    const world = openWorld();
    differing(world);
    world.must('ro', suspension('clerk4'));
    expect(seenBy(world, 'clerk1').queue[0]?.readersLeft).toBe(3);
  });
});

describe('whoever has sealed a reading', () => {
  test('sees who typed what, and what stands, once the form is agreed', () => {
    const world = openWorld();
    const form = differing(world);
    world.must('clerk3', reading(world, form, { candidate2: 8_881_001, rejected: 8_882_002 }));
    const { sealed } = seenBy(world, 'clerk3', form);
    expect(sealed).toMatchObject({ isAgreed: true, work: 'rulings' });
    expect(sealed?.rows).toEqual([
      { row: 'candidate2', read: 8_881_001, isEstablished: true, typed: [8_881_001, 8_882_001, 8_881_001], stands: 8_881_001 },
      { row: 'rejected', read: 8_882_002, isEstablished: true, typed: [8_881_002, 8_882_002, 8_882_002], stands: 8_882_002 },
    ]);
  });

  test('sees nothing of the others while a row still differs, not even of the rows that stand', () => {
    const world = openWorld();
    const form = differing(world);
    world.must('clerk3', reading(world, form, { candidate2: 8_881_001, rejected: 77 }));
    const view = seenBy(world, 'clerk3', form);
    expect(view.sealed?.isAgreed).toBe(false);
    expect(view.sealed?.rows).toEqual([
      { row: 'candidate2', read: 8_881_001, isEstablished: true },
      { row: 'rejected', read: 77, isEstablished: false },
    ]);
    expect(JSON.stringify(view)).not.toMatch(/8882|8881002|8881003/);
    expect(seenBy(world, 'clerk4', form).toRead?.asked).toEqual(['rejected']);
    expect(JSON.stringify(seenBy(world, 'clerk4', form))).not.toMatch(/888[12]|77/);
  });

  test('a typist of an entry is shown nothing by asking for the form', () => {
    const world = openWorld();
    const form = differing(world);
    world.must('clerk3', reading(world, form, { candidate2: 8_881_001, rejected: 8_882_002 }));
    expect(JSON.stringify(seenBy(world, 'clerk1', form))).not.toMatch(TYPED);
  });

  test('sees nothing of it any more once the form is typed anew', () => {
    const world = openWorld();
    const form = differing(world);
    world.must('clerk3', reading(world, form, { candidate2: 8_881_001, rejected: 8_882_002 }));
    world.must('ro', reopening(form, 'none'));
    expect(formIn(world, form).revision).toBe(2);
    expect(JSON.stringify(seenBy(world, 'clerk3', form))).not.toMatch(TYPED);
  });
});
