/**
 * The table of findings (DOMAIN): each rule at its edge, one below and one above it, and without what it needs. The paper here is
 * that of a station with 400 registered voters: 21, 41 and 61 votes, 123 in the table's foot and on line 5, 2 rejected, 1 objected to.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision, Figures } from '../../core/acts.ts';
import type { Figure } from '../../core/count.ts';
import { FINDING_RULES } from '../../core/finding-rules.ts';
import { checkForm, type Finding, type FindingCode } from '../../core/findings.ts';
import { present } from '../../core/result.ts';
import { openWorld } from './world.ts';
import { bringTo, formIn, turnout } from './world-forms.ts';

type Check = Finding['check'];
interface Case {
  readonly figures?: Figures;
  readonly decisions?: number;
  readonly diary?: number;
  readonly tablet?: number;
  readonly is: Check;
  readonly by?: number;
}
const fails = (figures: Figures, by?: number): Case => ({ figures, is: 'fails', ...(by === undefined ? {} : { by }) });
const passes = (figures: Figures = {}, by?: number): Case => ({ figures, is: 'passes', ...(by === undefined ? {} : { by }) });
const cannot = (figures: Figures): Case => ({ figures, is: 'cannot-check' });

/** F09, F14, W08 and W09 look at papers and keys, W06 and W07 at other stations: their tests stand elsewhere. */
const CASES: Readonly<Record<Exclude<FindingCode, 'F09' | 'F14' | 'W06' | 'W07' | 'W08' | 'W09'>, readonly Case[]>> = {
  F01: [
    passes(),
    fails({ candidate1: 22 }, 1),
    fails({ candidate3: 60 }, -1),
    fails({ tableTotal: 124 }, -1),
    cannot({ candidate2: 'blank' }),
    cannot({ candidate2: 'unreadable' }),
    cannot({ tableTotal: 'blank' }),
  ],
  F02: [
    passes(),
    fails({ tableTotal: 124 }, 1),
    fails({ valid: 124 }, -1),
    cannot({ valid: 'blank' }),
    cannot({ tableTotal: 'unreadable' }),
  ],
  F03: [passes(), fails({ registered: 401 }, 1), fails({ registered: 399 }, -1), cannot({ registered: 'blank' })],
  F04: [
    passes({ valid: 399 }),
    passes({ valid: 400 }),
    fails({ valid: 401 }, 1),
    fails({ valid: 401, registered: 500 }, 1),
    passes({ valid: 400, registered: 300 }),
    cannot({ valid: 'unreadable' }),
  ],
  F05: [
    passes({ valid: 397 }),
    passes({ valid: 398 }),
    fails({ valid: 399 }, 1),
    fails({ valid: 399, registered: 500 }, 1),
    cannot({ valid: 'blank' }),
    cannot({ rejected: 'unreadable' }),
    cannot({ valid: 500, rejected: 'blank' }),
  ],
  F06: [
    cannot({}),
    { diary: 126, is: 'passes', by: -1 },
    { diary: 125, is: 'passes', by: 0 },
    { diary: 124, is: 'fails', by: 1 },
    { tablet: 124, is: 'fails', by: 1 },
    { diary: 0, is: 'fails', by: 125 },
    { diary: 200, tablet: 124, is: 'fails', by: 1 },
    { diary: 124, tablet: 200, is: 'fails', by: 1 },
    { diary: 125, tablet: 200, is: 'passes', by: 0 },
    { diary: 1, figures: { valid: 'blank' }, is: 'cannot-check' },
    { diary: 1, figures: { rejected: 'unreadable' }, is: 'cannot-check' },
  ],
  F07: [
    passes(),
    passes({ rejected: 50, valid: 50 }),
    fails({ rejected: 51, valid: 51 }),
    passes({ rejected: 51, valid: 52 }),
    fails({ rejected: 400 }),
    fails({ rejected: 123 }),
    passes({ rejected: 399 }),
    passes({ rejected: 50, registered: 50 }),
    fails({ rejected: 51, registered: 51 }),
    fails({ rejected: 51, registered: 51, valid: 'blank' }),
    fails({ rejected: 51, valid: 51, registered: 'unreadable' }),
    cannot({ rejected: 'blank' }),
    cannot({ registered: 'blank' }),
    cannot({ valid: 'unreadable' }),
  ],
  F08: [passes({ registered: 699 }), passes({ registered: 700 }), fails({ registered: 701 }, 1), cannot({ registered: 'blank' })],
  F10: [
    passes({ objected: 1 }),
    passes({ objected: 2 }),
    fails({ objected: 3 }, 1),
    cannot({ objected: 'blank' }),
    cannot({ rejected: 'blank' }),
  ],
  F11: [
    passes(),
    { figures: { disputed: 2 }, decisions: 2, is: 'passes' },
    { figures: { disputed: 2 }, decisions: 1, is: 'fails', by: -1 },
    { figures: { disputed: 0 }, decisions: 1, is: 'fails', by: 1 },
    { figures: { disputed: 2, valid: 2 }, decisions: 2, is: 'passes' },
    { figures: { disputed: 3, valid: 2 }, decisions: 3, is: 'fails', by: 1 },
    { figures: { disputed: 1, valid: 'blank' }, decisions: 0, is: 'fails', by: -1 },
    cannot({ disputed: 'blank' }),
    cannot({ disputed: 'unreadable' }),
    cannot({ valid: 'blank' }),
  ],
  F12: [passes(), passes({ objected: 'unreadable', rejected: 0 }), fails({ objected: 'blank' }), fails({ candidate1: 'blank' })],
  F13: [passes(), passes({ objected: 'blank' }), fails({ objected: 'unreadable' }), fails({ candidate1: 'unreadable' })],
  // 3.5 % of the ballots cast
  W01: [
    passes(),
    passes({ valid: 966, rejected: 34 }, -1),
    passes({ valid: 965, rejected: 35 }, 0),
    fails({ valid: 965, rejected: 36 }, 1),
    passes({ valid: 5, rejected: 0 }, 0),
    fails({ valid: 5, rejected: 1 }, 1),
    cannot({ valid: 0, rejected: 0 }),
    cannot({ valid: 'blank' }),
    cannot({ rejected: 'unreadable' }),
  ],
  // 10 %
  W02: [
    passes({ valid: 901, rejected: 99 }, -1),
    passes({ valid: 900, rejected: 100 }, 0),
    fails({ valid: 899, rejected: 101 }, 1),
    fails({ valid: 0, rejected: 1 }, 1),
    cannot({ valid: 0, rejected: 0 }),
    cannot({ rejected: 'blank' }),
  ],
  // 95 % of the 400 of the register are 380
  W03: [
    passes({ valid: 377 }, -1),
    passes({ valid: 378 }, 0),
    fails({ valid: 379 }, 1),
    passes({ valid: 378, registered: 300 }, 0),
    cannot({ valid: 'blank' }),
  ],
  // 20 % of them are 80
  W04: [
    passes({ valid: 79 }, -1),
    passes({ valid: 78 }, 0),
    fails({ valid: 77 }, 1),
    fails({ valid: 0, rejected: 0 }, 80),
    cannot({ rejected: 'unreadable' }),
  ],
  // All of more than 50, or 95 % of more than 100
  W05: [
    passes({ candidate1: 50, candidate2: 0, candidate3: 0, valid: 50 }),
    fails({ candidate1: 51, candidate2: 0, candidate3: 0, valid: 51 }, 1),
    passes({ candidate1: 50, candidate2: 1, candidate3: 0, valid: 51 }, 0),
    passes({ candidate1: 99, candidate2: 1, candidate3: 0, valid: 100 }, 0),
    fails({ candidate1: 0, candidate2: 100, candidate3: 0, valid: 100 }, 1),
    passes({ candidate1: 2, candidate2: 4, candidate3: 95, valid: 101 }, 0),
    fails({ candidate1: 1, candidate2: 4, candidate3: 96, valid: 101 }, 1),
    fails({ candidate1: 'unreadable', candidate2: 4, candidate3: 96, valid: 101 }, 1),
    cannot({ candidate1: 'blank' }),
    cannot({ valid: 'unreadable' }),
  ],
};

const TABLE = Object.entries(CASES).flatMap(([code, cases]) => cases.map((one) => [code as FindingCode, describeCase(one), one] as const));

function describeCase({ figures, decisions, diary, tablet, is }: Case): string {
  const given = JSON.stringify({ ...figures, decisions, diary, tablet });
  return `${is === 'cannot-check' ? 'cannot check' : is} with ${given === '{}' ? 'the sound paper' : given}`;
}

function decisionsOf(number: number): readonly Decision[] {
  return Array.from({ length: number }, (_, at) => ({ ballot: `ballot ${at + 1}`, candidate: 1 }));
}

/** What is found on a paper whose two entries agree. */
function findingsOn({ figures = {}, decisions = 0, diary, tablet }: Omit<Case, 'is'>): readonly Finding[] {
  const world = openWorld();
  const form = bringTo(world, 'agreed', { figures, decisions: decisionsOf(decisions) });
  if (diary !== undefined) world.must('clerk1', turnout('west1', diary));
  if (tablet !== undefined) world.must('clerk1', turnout('west1', tablet, 'tablet'));
  return checkForm(world.centre(), formIn(world, form));
}

function findingOn(code: FindingCode, given: Omit<Case, 'is'>): Finding {
  return present(
    findingsOn(given).find((finding) => finding.code === code),
    code,
  );
}

describe('each rule', () => {
  test.each(TABLE)('%s %s', (code, _given, one) => {
    const finding = findingOn(code, one);
    expect(finding.check).toBe(one.is);
    if (one.by !== undefined) expect(finding.difference).toBe(one.by);
  });

  test('is there, in the order of its code', () => {
    const codes = (letter: string, length: number) => Array.from({ length }, (_, at) => `${letter}${String(at + 1).padStart(2, '0')}`);
    expect(FINDING_RULES.map(({ code }) => code)).toEqual([...codes('F', 14), ...codes('W', 9)]);
  });

  test('has its law only where there is one: F04 is ground b, F06 is ground c', () => {
    const grounds = FINDING_RULES.flatMap(({ code, ground }) => (ground === undefined ? [] : [[code, ground]]));
    expect(grounds).toEqual([
      ['F04', 'b'],
      ['F06', 'c'],
    ]);
  });

  test('needs a ruling, but for the notes: every W but W02', () => {
    const notes = FINDING_RULES.filter(({ kind }) => kind === 'note').map(({ code }) => code);
    expect(notes).toEqual(['W01', 'W03', 'W04', 'W05', 'W06', 'W07', 'W08', 'W09']);
  });

  test('finds nothing on a sound paper but that no scan is there, and says what it cannot check', () => {
    const found = findingsOn({});
    expect(found.filter(({ check }) => check === 'fails').map(({ code }) => code)).toEqual(['W09']);
    expect(found.filter(({ check }) => check === 'cannot-check').map(({ code }) => code)).toEqual(['F06', 'W06']);
  });

  test('says nothing before two entries agree', () => {
    const world = openWorld();
    for (const stage of ['received', 'entered-once', 'differing', 'set-aside'] as const) {
      const form = bringTo(world, stage, { figures: { objected: 3 } });
      expect(checkForm(world.centre(), formIn(world, form))).toEqual([]);
    }
  });

  test('names the rows that are blank or unreadable', () => {
    const figures: Figures = { valid: 'blank', candidate2: 'blank', objected: 'unreadable' };
    expect(findingOn('F12', { figures })).toMatchObject({ fields: ['candidate2', 'valid'], inputs: { rows: ['candidate2', 'valid'] } });
    expect(findingOn('F13', { figures })).toMatchObject({ fields: ['objected'], inputs: { rows: ['objected'] } });
  });

  test('lists every figure it looked at, the register’s too', () => {
    expect(findingOn('F05', { figures: { valid: 399 } }).inputs).toEqual({ valid: 399, rejected: 2, register: 400 });
    expect(findingOn('F08', { figures: { registered: 701 } }).inputs).toEqual({ registered: 701, stationCap: 700 });
    expect(findingOn('F06', { diary: 1, tablet: 2 }).inputs).toEqual({ valid: 123, rejected: 2, diary: 1, tablet: 2 });
  });
});

describe('the name of a finding', () => {
  test('is given to failures only, and changes with every input', () => {
    expect(findingOn('F04', {}).digest).toBe('');
    const digests = [401, 402].map((valid) => findingOn('F04', { figures: { valid } }).digest);
    expect(new Set(digests).size).toBe(2);
    expect(findingOn('F04', { figures: { valid: 401, objected: 0 } }).digest).toBe(digests[0]);
  });

  test('is never that of another rule on the same figures', () => {
    const failed = findingsOn({ figures: { valid: 500, rejected: 500, objected: 501 } }).filter(({ check }) => check === 'fails');
    expect(failed.length).toBeGreaterThan(4);
    expect(new Set(failed.map(({ digest }) => digest)).size).toBe(failed.length);
  });
});

const figure: fc.Arbitrary<Figure> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(800) },
  { weight: 1, arbitrary: fc.constantFrom<Figure>('blank', 'unreadable') },
);
const ROWS = ['candidate1', 'candidate2', 'candidate3', 'tableTotal', 'registered', 'rejected', 'objected', 'disputed', 'valid'] as const;
const anyFigures = fc.record(Object.fromEntries(ROWS.map((row) => [row, figure])) as Record<(typeof ROWS)[number], typeof figure>);

/** Each arithmetical rule said once more, over a station with 400 registered voters. */
const AGAIN: Readonly<Record<string, readonly [rows: readonly (typeof ROWS)[number][], wrong: (...counts: readonly number[]) => boolean]>> =
  {
    F01: [['candidate1', 'candidate2', 'candidate3', 'tableTotal'], (one = 0, two = 0, three = 0, foot) => one + two + three !== foot],
    F02: [['tableTotal', 'valid'], (foot, valid) => foot !== valid],
    F03: [['registered'], (registered) => registered !== 400],
    F04: [['valid'], (valid = 0) => valid > 400],
    F05: [['valid', 'rejected'], (valid = 0, rejected = 0) => valid + rejected > 400],
    F08: [['registered'], (registered = 0) => registered > 700],
    F10: [['objected', 'rejected'], (objected = 0, rejected = 0) => objected > rejected],
  };

test('on any paper, a rule that lacks a figure cannot check, and every other says what the arithmetic says', () =>
  fc.assert(
    fc.property(anyFigures, (figures) => {
      const found = findingsOn({ figures });
      for (const [code, [rows, wrong]] of Object.entries(AGAIN)) {
        const counts = rows.map((row) => figures[row]).filter((value) => typeof value === 'number');
        const expected = counts.length < rows.length ? 'cannot-check' : wrong(...counts) ? 'fails' : 'passes';
        expect([code, found.find((finding) => finding.code === code)?.check]).toEqual([code, expected]);
      }
    }),
  ));
