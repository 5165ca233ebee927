/**
 * Which paper a picture shows, by its file's name alone: names as the kits write them, as people rename them, and names that must
 * not be matched, because a picture on the wrong form is worse than a picture on none.
 */
import { describe, expect, test } from 'vitest';
import { type HeldContest, matchName } from '../../main/scans/match.ts';

const HERE = '051117058301002';
const THERE = '051117058301003';
const FAR = '047290143500101';
const KNOWN: ReadonlySet<string> = new Set([HERE, THERE, FAR]);
const CONTESTS: readonly HeldContest[] = [
  { id: 'president', formA: '34A', stations: new Set([HERE, THERE]) },
  { id: 'governor', formA: '37A', stations: new Set([HERE, THERE]) },
  { id: 'ward', formA: '36A', stations: new Set([THERE]) },
];

function match(name: string, contests = CONTESTS): string {
  const matched = matchName(name, KNOWN, contests);
  return matched.is === 'matched' ? `${matched.contest} ${matched.station}` : matched.why;
}

describe('a name that says form and station is matched', () => {
  test.each([
    ['1_34_A_051117058301002_kit_20170808_181818.jpg', `president ${HERE}`],
    ['1_37_A_051117058301002_kit_20170808_181818.jpg', `governor ${HERE}`],
    ['34A_051117058301002.pdf', `president ${HERE}`],
    ['form 34-a 051117058301002 (2).JPG', `president ${HERE}`],
    ['FORM34A051117058301002.png', `president ${HERE}`],
    ['34A-051-117-0583-010-02.png', `president ${HERE}`],
    ['34A 051 117 0583 010 02', `president ${HERE}`],
    ['34A_051_117_0583_010_02.jpeg', `president ${HERE}`],
    ['scan_34A_37A_051117058301002.jpg', `governor ${HERE}`],
    ['37A_34A_051117058301002.jpg', `president ${HERE}`],
    ['36A_051117058301003', `ward ${THERE}`],
    ['34A_051117058301002_051117058301002.jpg', `president ${HERE}`],
    ['34A_00417_999999999999999_051117058301002.jpg', `president ${HERE}`],
  ])('%s: %s', (name, expected) => expect(match(name)).toBe(expected));
});

describe('a name that leaves a doubt is not matched', () => {
  test.each([
    ['', 'no-station'],
    ['IMG_20170808_181818.jpg', 'no-station'],
    ['34A_0511170583010020.jpg', 'no-station'],
    ['34A_9051117058301002.jpg', 'no-station'],
    ['34A_05111705830100.jpg', 'no-station'],
    ['34A_051-117_0583-010_02.jpg', 'no-station'],
    ['34A_123456789012345.jpg', 'unknown-station'],
    ['34A_051117058301002_051117058301003.jpg', 'several-stations'],
    ['34B_051117058301002.jpg', 'other-form'],
    ['34_C_051117058301002.jpg', 'other-form'],
    ['36A_051117058301002.jpg', 'contest-not-held'],
    ['38A_051117058301002.jpg', 'contest-not-held'],
    ['34A_047290143500101.jpg', 'contest-not-held'],
    ['051117058301002.jpg', 'contest-unclear'],
    ['051117058301002_34A.jpg', 'contest-unclear'],
    ['134A_051117058301002.jpg', 'contest-unclear'],
    ['34Ante_051117058301002.jpg', 'contest-unclear'],
    ['33A_051117058301002.jpg', 'contest-unclear'],
  ])('%s: %s', (name, expected) => expect(match(name)).toBe(expected));
});

test('a station with one contest needs no form number, but a wrong one is not overlooked', () => {
  const one = CONTESTS.slice(0, 1);
  expect(match('051117058301002.jpg', one)).toBe(`president ${HERE}`);
  expect(match('37A_051117058301002.jpg', one)).toBe('contest-not-held');
});

test('two contests on the same form are left to a person', () => {
  const twice = [...CONTESTS, { id: 'president-again', formA: '34A', stations: new Set([HERE]) }];
  expect(match('34A_051117058301002.jpg', twice)).toBe('contest-unclear');
  expect(match('34A_051117058301003.jpg', twice)).toBe(`president ${THERE}`);
});

test('what is not matched says which station or form it could not place', () => {
  expect(matchName('34A_123456789012345.jpg', KNOWN, CONTESTS)).toMatchObject({ detail: '123456789012345' });
  expect(matchName('38_a_051117058301002.jpg', KNOWN, CONTESTS)).toMatchObject({ detail: '38A' });
});
