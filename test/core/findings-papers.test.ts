/** F09, other papers: a second paper of one result, and one serial on two papers. It arises on every paper concerned. */
import { describe, expect, test } from 'vitest';
import { failedFindings } from '../../core/findings.ts';
import { openWorld, type World } from './world.ts';
import { amending, bringTo, formIn, reopening, settingAside, type Wish } from './world-forms.ts';

function isFoundOn(world: World, form: string): boolean {
  return failedFindings(world.centre(), formIn(world, form)).some(({ code }) => code === 'F09');
}

/** Two papers whose entries agree, and on which of them F09 is found. */
function two(first: Wish, second: Wish): readonly [boolean, boolean] {
  const world = openWorld();
  const forms = [bringTo(world, 'agreed', first), bringTo(world, 'agreed', second)] as const;
  return [isFoundOn(world, forms[0]), isFoundOn(world, forms[1])];
}

const WEST: Wish = { station: 'west1', serial: 'A1' };
const EAST: Wish = { station: 'east1', serial: 'A2' };

describe('F09', () => {
  test('is not found on papers of two stations with two serials', () => {
    expect(two(WEST, EAST)).toEqual([false, false]);
  });

  test('is found on both papers of one result', () => {
    expect(two(WEST, { ...WEST, serial: 'A2' })).toEqual([true, true]);
  });

  test('is found on both papers with one serial', () => {
    expect(two(WEST, { ...EAST, serial: 'A1' })).toEqual([true, true]);
  });

  test('does not compare serials across contests, whose papers are other books', () => {
    expect(two(WEST, { ...WEST, contest: 'governor' })).toEqual([false, false]);
  });

  test.each(['-', '?'])('does not take %s for a serial', (serial) => {
    expect(two({ ...WEST, serial }, { ...EAST, serial })).toEqual([false, false]);
  });

  test.each(['received', 'set-aside'] as const)('is found already when the other paper is only %s', (stage) => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', WEST);
    bringTo(world, stage, { ...WEST, serial: 'A2' });
    expect(isFoundOn(world, form)).toBe(true);
  });

  test('goes when a serial that was misread is amended, and comes when it is amended to one that is used', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', WEST);
    const other = bringTo(world, 'agreed', { ...EAST, serial: 'A1' });
    world.must('clerk1', amending(other, 'A2'));
    expect([isFoundOn(world, form), isFoundOn(world, other)]).toEqual([false, false]);
    world.must('clerk1', amending(form, 'A2'));
    expect([isFoundOn(world, form), isFoundOn(world, other)]).toEqual([true, true]);
  });

  test('stays through setting aside and restarting: the paper was there', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', WEST);
    const second = bringTo(world, 'agreed', { ...WEST, serial: 'A2' });
    world.must('ro', reopening(second, 'none'));
    world.must('ro', settingAside(second));
    expect(isFoundOn(world, form)).toBe(true);
  });

  test('names the other papers, those of the result and those of the serial apart', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', WEST);
    const second = bringTo(world, 'received', { ...WEST, serial: 'B' });
    const alike = bringTo(world, 'received', { ...EAST, serial: 'A1' });
    const [finding] = failedFindings(world.centre(), formIn(world, form));
    expect(finding).toMatchObject({ code: 'F09', inputs: { serial: 'A1', sameSerial: [alike], sameResult: [second] } });
  });

  test('has another name with each further paper, so that no ruling covers a paper that nobody had seen', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed', WEST);
    const names = ['B', 'C', 'D'].map((serial) => {
      bringTo(world, 'received', { ...WEST, serial });
      return failedFindings(world.centre(), formIn(world, form))[0]?.digest;
    });
    expect(new Set(names).size).toBe(3);
  });
});
