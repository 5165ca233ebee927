/** How two people's typing becomes a figure (LIFECYCLE §2, Figures): never by one person, and a count or blank before unreadable. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../core/count.ts';
import { compareRow, stageOfTypings } from '../../core/entries.ts';
import type { Typing } from '../../core/state.ts';
import { openWorld } from './world.ts';
import { bringTo, entry, formIn, HERE, reading, receive, stageIn } from './world-forms.ts';
import { paper } from './world-papers.ts';

/** One row as different people typed it, one after the other; `undefined` where a reader was not asked for it. */
function typings(...figures: readonly (Figure | undefined)[]): readonly Typing[] {
  return figures.map((figure, at) => ({
    kind: at < 2 ? 'entry' : 'reading',
    person: `person ${at}`,
    key: `key ${at}`,
    act: `act ${at}`,
    at: '2027-08-10T19:00:00.000Z',
    figures: figure === undefined ? {} : { row: figure },
  }));
}

describe('a row', () => {
  test.each<readonly [readonly (Figure | undefined)[], Figure | 'differs']>([
    [[7], 'differs'],
    [[7, 7], 7],
    [[7, 8], 'differs'],
    [[7, 8, 9], 'differs'],
    [[7, 8, 8], 8],
    [[7, 8, 7], 7],
    [[7, 8, 9, 10, 9], 9],
    [['blank', 'blank'], 'blank'],
    [['blank', 0], 'differs'],
    [['unreadable', 'unreadable'], 'unreadable'],
    [['unreadable', 7], 'differs'],
    [['unreadable', 7, 'unreadable'], 'unreadable'],
    [['unreadable', 'unreadable', 7], 'unreadable'],
    [['unreadable', 'unreadable', 7, 7], 7],
    [['unreadable', 'unreadable', 'blank', 'blank'], 'blank'],
    [['unreadable', 'unreadable', 7, 8], 'unreadable'],
    [[7, 7, undefined], 7],
    [[7, 8, undefined, 8], 8],
  ])('typed as %j stands as %s', (figures, stands) => {
    const compared = compareRow(typings(...figures), 'row');
    expect(compared).toEqual(stands === 'differs' ? 'differs' : { agreed: stands });
  });

  test('is established exactly when two people typed the same, and is what they typed', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Figure>(0, 1, 2, 'blank', 'unreadable'), { minLength: 1, maxLength: 6 }), (figures) => {
        const compared = compareRow(typings(...figures), 'row');
        const twice = figures.filter((figure, at) => figures.indexOf(figure) !== at);
        if (twice.length === 0) expect(compared).toBe('differs');
        else expect(twice).toContain(compared === 'differs' ? undefined : compared.agreed);
        if (twice.some((figure) => figure !== 'unreadable')) expect(compared).not.toEqual({ agreed: 'unreadable' });
      }),
    ));
});

describe('a form', () => {
  test('differs in the rows that differ, the decisions as one of them', () => {
    const world = openWorld();
    const form = receive(world);
    const figures = paper(world.centre(), HERE, { disputed: 1 });
    world.must('clerk1', entry(form, figures, [{ ballot: '12', candidate: 1 }]));
    world.must('clerk2', entry(form, { ...figures, valid: 1 }, [{ ballot: '12', candidate: 2 }]));
    expect(formIn(world, form).stage).toMatchObject({ stage: 'differing', differing: ['valid', 'decisions'] });
    expect(world.tries('clerk3', reading(world, form, { valid: 1 }))).toBe('R-ROWS-UNEXPECTED');
    world.must('clerk3', reading(world, form, { valid: 1 }, [{ ballot: '12', candidate: 1 }]));
    expect(formIn(world, form).stage).toMatchObject({ stage: 'agreed', decisions: [{ ballot: '12', candidate: 1 }] });
  });

  test('is read on in what still differs only, by one new person after the other', () => {
    const world = openWorld();
    const form = receive(world);
    const figures = paper(world.centre(), HERE);
    world.must('clerk1', entry(form, figures));
    world.must('clerk2', entry(form, { ...figures, valid: 1, rejected: 7 }));
    world.must('clerk3', reading(world, form, { valid: 123, rejected: 8 }));
    expect(formIn(world, form).stage).toMatchObject({ differing: ['rejected'] });
    world.must('clerk4', reading(world, form, { rejected: 9 }));
    world.must('ro', reading(world, form, { rejected: 2 }));
    expect(formIn(world, form).stage).toMatchObject({ stage: 'agreed', figures });
  });

  test('keeps what an unreadable row stood for until two people read the same in it', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', { figures: { candidate1: 'unreadable' } });
    world.must('clerk3', reading(world, form, { candidate1: 21 }));
    expect(formIn(world, form).stage).toMatchObject({ figures: { candidate1: 'unreadable' } });
    world.must('dro', reading(world, form, { candidate1: 21 }));
    expect(formIn(world, form).stage).toMatchObject({ figures: { candidate1: 21 } });
    expect(world.tries('ro', reading(world, form, { candidate1: 21 }))).toBe('R-NOTHING-TO-READ');
  });

  test('entered once shows nobody’s figures as the form’s', () => {
    const [first] = typings(7);
    if (first !== undefined) expect(stageOfTypings([first], ['row'])).toEqual({ stage: 'entered-once', typings: [first] });
    const world = openWorld();
    expect(stageIn(world, bringTo(world, 'entered-once'))).toBe('entered-once');
  });
});
