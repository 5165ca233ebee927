/**
 * Findings written out: whatever fails, the written addition really comes to the difference that the rule found, and names every
 * number that went into it. A rule that is not known here is listed and never breaks a screen.
 */
import { describe, expect, test } from 'vitest';
import type { Decision, Figures } from '../../../core/acts.ts';
import { checkForm, FINDING_RULES, type Finding, type FindingCode } from '../../../core/findings.ts';
import { present } from '../../../core/result.ts';
import { type FindingSum, sumOf } from '../../../core/views/finding-sum.ts';
import { openWorld, type World } from '../world.ts';
import { bringTo, formIn, receive, turnout } from '../world-forms.ts';
import { replaceKey } from '../world-people.ts';

interface Case {
  readonly figures?: Figures;
  readonly decisions?: readonly Decision[];
  readonly before?: (world: World) => void;
  readonly after?: (world: World) => void;
  /** Each line as sign, name and figure. */
  readonly lines: readonly string[];
  readonly result?: readonly [string, number];
}
const DECIDED: readonly Decision[] = [{ ballot: '0012', candidate: 1 }];

/** The paper has 21, 41 and 61 votes, 123 at the foot and on line 5, 2 rejected, 1 objected to; the register says 400. */
const CASES: Readonly<Record<FindingCode, readonly Case[]>> = {
  F01: [
    {
      figures: { candidate1: 22 },
      lines: [' candidate1 22', '+ candidate2 41', '+ candidate3 61', '= candidatesTotal 124', '- tableTotal 123'],
      result: ['difference', 1],
    },
    {
      figures: { candidate2: 'blank' },
      lines: [' candidate1 21', '+ candidate2 blank', '+ candidate3 61', '- tableTotal 123'],
    },
  ],
  F02: [{ figures: { valid: 125 }, lines: [' tableTotal 123', '- valid 125'], result: ['difference', -2] }],
  F03: [{ figures: { registered: 401 }, lines: [' registered 401', '- register 400'], result: ['difference', 1] }],
  F04: [
    { figures: { valid: 412 }, lines: [' valid 412', '- register 400'], result: ['excess', 12] },
    { lines: [' valid 123', '- register 400'], result: ['within', -277] },
  ],
  F05: [
    {
      figures: { valid: 399 },
      lines: [' valid 399', '+ rejected 2', '= cast 401', '- register 400'],
      result: ['excess', 1],
    },
  ],
  F06: [
    {
      before: (world) => void world.must('clerk1', turnout('west1', 120)),
      lines: [' valid 123', '+ rejected 2', '= cast 125', '- diary 120'],
      result: ['excess', 5],
    },
    {
      before: (world) => {
        world.must('clerk1', turnout('west1', 130));
        world.must('clerk1', turnout('west1', 121, 'tablet'));
      },
      lines: [' valid 123', '+ rejected 2', '= cast 125', '- tablet 121', ' diary 130'],
      result: ['excess', 4],
    },
    { lines: [' valid 123', '+ rejected 2', '= cast 125', '- identified not known'] },
  ],
  F07: [
    { figures: { rejected: 123 }, lines: [' rejected 123', 'isNot registered 400', 'is valid 123'] },
    { figures: { rejected: 400 }, lines: [' rejected 400', 'is registered 400', 'isNot valid 123'] },
  ],
  F08: [{ figures: { registered: 702 }, lines: [' registered 702', '- stationCap 700'], result: ['excess', 2] }],
  F09: [
    {
      before: (world) => void receive(world, { serial: 'twin' }),
      lines: [' thisPaper 1', '+ sameResult 1', '= papersOfResult 2', ' serial twin', ' sameSerial 1'],
      result: ['otherPapers', 1],
    },
  ],
  F10: [{ figures: { objected: 5 }, lines: [' objected 5', '- rejected 2'], result: ['excess', 3] }],
  F11: [
    { decisions: DECIDED, lines: [' decisions 1', '- disputed 0'], result: ['difference', 1] },
    {
      figures: { disputed: 1, valid: 0 },
      decisions: DECIDED,
      lines: [' disputed 1', '- valid 0'],
      result: ['excess', 1],
    },
  ],
  F12: [
    {
      figures: { valid: 'blank', candidate3: 'blank', registered: 'blank' },
      lines: [' candidate3 blank', ' registered blank', ' valid blank'],
      result: ['blankRows', 3],
    },
  ],
  F13: [{ figures: { objected: 'unreadable' }, lines: [' objected unreadable'], result: ['unreadableRows', 1] }],
  F14: [{ after: (world) => void replaceKey(world, 'clerk1', 'compromised'), lines: [' act DIGEST'], result: ['acts', 1] }],
};

function found(code: FindingCode, { figures, decisions, before, after }: Case): Finding {
  const world = openWorld();
  before?.(world);
  const wish = { serial: 'twin', ...(figures === undefined ? {} : { figures }), ...(decisions === undefined ? {} : { decisions }) };
  const form = bringTo(world, 'agreed', wish);
  after?.(world);
  return present(
    checkForm(world.centre(), formIn(world, form)).find((finding) => finding.code === code),
    code,
  );
}

function written({ lines }: FindingSum): readonly string[] {
  return lines.map(({ sign, name, figure }) => `${sign} ${name} ${figure ?? 'not known'}`.replace(/[0-9a-f]{64}/, 'DIGEST'));
}

/** What somebody gets who follows the signs with a pencil; undefined where a line cannot be added. */
function addedUp({ lines }: FindingSum): number | undefined {
  let sum = 0;
  const counted = lines.filter(({ sign }, at) => sign !== '' || at === 0);
  for (const { sign, figure } of counted) {
    if (typeof figure !== 'number') return undefined;
    if (sign === '=' && figure !== sum) throw new Error(`the lines come to ${sum}, not to ${figure}`);
    if (sign === '' || sign === '+') sum += figure;
    if (sign === '-') sum -= figure;
  }
  return sum;
}

describe.each(FINDING_RULES.map(({ code }) => code))('%s is written out', (code) => {
  test.each(CASES[code].map((one) => [one] as const))('as one would on paper: %o', (one) => {
    const sum = sumOf(found(code, one));
    expect(written(sum)).toEqual(one.lines);
    expect(sum.result).toEqual(one.result === undefined ? undefined : { name: one.result[0], figure: one.result[1] });
  });

  test('and what remains is what the lines come to', () => {
    for (const one of CASES[code]) {
      const finding = found(code, one);
      const sum = sumOf(finding);
      const remains = ['difference', 'excess', 'within'].includes(sum.result?.name ?? '');
      if (remains) expect(addedUp(sum)).toBe(finding.difference);
    }
  });

  test('and says nothing remains where a number is missing', () => {
    for (const one of CASES[code]) {
      const finding = found(code, one);
      if (finding.check === 'cannot-check') expect(sumOf(finding).result).toBeUndefined();
    }
  });
});

describe('a rule that is not known here', () => {
  test('is written as the list of what went into it', () => {
    const later = { code: 'W02' as FindingCode, inputs: { rejected: 40, threshold: 1000, stations: ['east1', 'east2'] }, difference: 3 };
    expect(sumOf(later)).toEqual({
      lines: [
        { name: 'rejected', sign: '', figure: 40 },
        { name: 'threshold', sign: '', figure: 1000 },
        { name: 'stations', sign: '', figure: 'east1, east2' },
      ],
    });
  });
});
