/**
 * Findings written out: whatever fails, the written addition really comes to the difference that the rule found, and names every
 * number that went into it. A rule that is not known here is listed and never breaks a screen.
 */
import { describe, expect, test } from 'vitest';
import type { Decision, Figures } from '../../../core/acts.ts';
import { FINDING_RULES } from '../../../core/finding-rules.ts';
import { checkForm, type Finding, type FindingCode } from '../../../core/findings.ts';
import { present } from '../../../core/result.ts';
import { sumOf } from '../../../core/views/finding-sum.ts';
import type { FindingSum } from '../../../core/views/finding-sum-lines.ts';
import { openWorld, type World } from '../world.ts';
import { amending, bringTo, formIn, receive, turnout } from '../world-forms.ts';
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
  W01: [
    {
      figures: { rejected: 5 },
      lines: [' rejected 5', ' valid 123', ' cast 128', '- allowed 4 (350)'],
      result: ['excess', 1],
    },
    { figures: { rejected: 4 }, lines: [' rejected 4', ' valid 123', ' cast 127', '- allowed 4 (350)'], result: ['within', 0] },
    { figures: { rejected: 'blank' }, lines: [' rejected blank', ' valid 123'] },
  ],
  W02: [{ figures: { rejected: 14 }, lines: [' rejected 14', ' valid 123', ' cast 137', '- allowed 13 (1000)'], result: ['excess', 1] }],
  W03: [
    {
      figures: { valid: 390 },
      lines: [' valid 390', '+ rejected 2', '= cast 392', ' register 400', '- allowed 380 (9500)'],
      result: ['excess', 12],
    },
  ],
  W04: [
    {
      figures: { valid: 77 },
      lines: [' least 80 (2000)', ' register 400', '- valid 77', '- rejected 2'],
      result: ['lacking', 1],
    },
    { lines: [' least 80 (2000)', ' register 400', '- valid 123', '- rejected 2'], result: ['within', -45] },
    { figures: { rejected: 'unreadable' }, lines: [' register 400', ' valid 123', ' rejected unreadable'] },
  ],
  W05: [
    {
      figures: { candidate1: 60, candidate2: 0, candidate3: 0, valid: 60 },
      lines: [' candidate1 60', ' valid 60', '- most 59 (10000)'],
      result: ['excess', 1],
    },
    {
      figures: { candidate2: 190, candidate1: 5, candidate3: 5, valid: 200 },
      lines: [' candidate2 190', ' valid 200', '- most 189 (9500)'],
      result: ['excess', 1],
    },
    { figures: { candidate1: 50, candidate2: 0, candidate3: 0, valid: 50 }, lines: [' candidate1 50', ' valid 50'] },
    { figures: { candidate2: 'blank' }, lines: [' candidate3 61', ' valid 123'] },
  ],
  W06: [{ lines: [' stations 0'] }],
  W07: [
    {
      before: (world) => void bringTo(world, 'agreed', { station: 'east2', figures: { candidate1: 21, candidate2: 41, candidate3: 61 } }),
      lines: [' candidate1 21', ' candidate2 41', ' candidate3 61', ' valid 123', ' sameVotes east2'],
      result: ['otherStations', 1],
    },
    { lines: [' candidate1 21', ' candidate2 41', ' candidate3 61', ' valid 123'] },
  ],
  W08: [
    {
      after: (world) => world.must('clerk1', amending('president.west1.1', '-', { stamp: 'no', copy: 'carbon', book: '2' })),
      lines: [' W08.serial -', ' W08.book 2', ' W08.copy carbon', ' W08.stamp no'],
      result: ['defects', 4],
    },
    { lines: [] },
  ],
  W09: [{ lines: [] }],
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
  const shareOf = (share: number | undefined) => (share === undefined ? '' : ` (${share})`);
  return lines.map(({ sign, name, figure, share }) =>
    `${sign} ${name} ${figure ?? 'not known'}${shareOf(share)}`.replace(/[0-9a-f]{64}/, 'DIGEST'),
  );
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
      const remains = ['difference', 'excess', 'lacking', 'within'].includes(sum.result?.name ?? '');
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

describe('a candidate without a vote who is strong in the ward', () => {
  const inputs = { stations: 11, missingCandidate: 500, wardVotes: 1000, rows: ['candidate2'], candidate2InWard: 400 };

  test('stands with that candidate’s votes in the ward, and with how many would not be noted', () => {
    const sum = sumOf({ code: 'W06', inputs });
    expect(written(sum)).toEqual([' stations 11', ' wardVotes 1000', ' allowed 50 (500)', ' candidate2InWard 400']);
    expect(sum.result).toEqual({ name: 'missingCandidates', figure: 1 });
  });

  test('is nobody where every candidate has votes: only the ward is told', () => {
    expect(written(sumOf({ code: 'W06', inputs: { stations: 11, missingCandidate: 500, wardVotes: 1000 } }))).toEqual([
      ' stations 11',
      ' wardVotes 1000',
    ]);
  });
});

describe('a rule that is not known here', () => {
  test('is written as the list of what went into it', () => {
    const later = { code: 'W99' as FindingCode, inputs: { rejected: 40, threshold: 1000, stations: ['east1', 'east2'] }, difference: 3 };
    expect(sumOf(later)).toEqual({
      lines: [
        { name: 'rejected', sign: '', figure: 40 },
        { name: 'threshold', sign: '', figure: 1000 },
        { name: 'stations', sign: '', figure: 'east1, east2' },
      ],
    });
  });
});
