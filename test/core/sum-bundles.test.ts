/** Sums over many bundles: right votes with their denominators, and nothing is added that nobody can vouch for. */
import { expect, test } from 'vitest';
import type { Definition } from '../../core/definition.ts';
import { sumBundles } from '../../core/sum-bundles.ts';
import { summaryDigest } from '../../core/summary.ts';
import type { Verification } from '../../core/verify.ts';
import { openWorld } from './world.ts';
import { declare, declaredIn } from './world-summary.ts';

const CONTEST = 'west-ward';

function bundle(code: string, changes: Partial<Definition> = {}, verdict: Verification['verdict'] = 'authentic'): Verification {
  const world = openWorld({ constituency: { code, name: `Constituency ${code}` }, ...changes });
  declare(world, CONTEST);
  const { content } = declaredIn(world, CONTEST);
  const summary = { content, state: 'declared', digest: summaryDigest(content) } as const;
  return { verdict, checks: [], summary, definition: world.centre().definition };
}

function contestsWith(name: string): Definition['contests'] {
  const { contests } = openWorld().centre().definition.content;
  return contests.map((one) => ({
    ...one,
    candidates: one.candidates.map((candidate, at) => (at === 0 ? { ...candidate, name } : candidate)),
  }));
}

const [here, there] = [bundle('291'), bundle('292')];
const [own] = sumBundles([here]);

test('two constituencies add up, with their stations and what was counted', () => {
  const [sum, ...others] = sumBundles([here, there]);
  expect(others).toEqual([]);
  expect(sum).toMatchObject({ summaries: 2, undeclared: 0, constituencies: ['291', '292'], twice: [], counted: 4, stations: 4 });
  expect(sum?.votes).toEqual(own?.votes.map((votes) => 2 * votes));
  expect(sum?.valid).toBe(252);
});

test('a bundle that failed adds nothing', () => {
  expect(sumBundles([here, bundle('292', {}, 'failed')])).toEqual([own]);
});

/** The bundle as if its summary were another: of another journal, version or state. */
function otherwise(one: Verification, changes: object, state: 'declared' | 'ready' = 'declared'): Verification {
  const { summary } = one;
  if (summary === undefined) throw new Error('no summary');
  const content = { ...summary.content, ...changes };
  return { ...one, summary: { content, state, digest: summaryDigest(content) } };
}

test('of two versions of one journal the last that was declared counts', () => {
  const totals = { registered: 7, rejected: 0, objected: 0, disputed: 0, tableTotal: 3, valid: 3, votes: [1, 2] };
  const [second, ready] = [otherwise(here, { version: 2, totals }), otherwise(here, { version: 3 }, 'ready')];
  for (const order of [
    [here, second, ready],
    [ready, second, here],
  ]) {
    expect(sumBundles(order)).toMatchObject([{ summaries: 1, undeclared: 0, twice: [], votes: [1, 2], registered: 7 }]);
  }
});

test('of two accounts that nobody has declared neither counts', () => {
  const accounts = [otherwise(here, { version: 0 }, 'ready'), otherwise(here, { version: 1 }, 'ready')];
  expect(sumBundles(accounts)).toMatchObject([{ summaries: 0, twice: ['291'] }]);
});

test('a constituency with summaries of two journals is added not at all, and named', () => {
  const [sum] = sumBundles([here, there, otherwise(here, { journal: 'b'.repeat(64) })]);
  expect(sum).toMatchObject({ summaries: 1, constituencies: ['292'], twice: ['291'], counted: 2, votes: own?.votes });
});

test.each([
  ['of another day', { date: '2027-08-11' }],
  ['of an election, and a rehearsal', { kind: 'live' }],
  ['with another candidate', { contests: contestsWith('Zawadi') }],
] as const)('bundles %s are never added to each other', (_, changes) => {
  expect(sumBundles([here, bundle('292', changes as Partial<Definition>)]).map(({ summaries }) => summaries)).toEqual([1, 1]);
});

test('bundles of another commission are never added', () => {
  const stranger = bundle('292');
  const definition = stranger.definition && {
    ...stranger.definition,
    commission: { ...stranger.definition.commission, id: '0'.repeat(64) },
  };
  expect(sumBundles([here, { ...stranger, ...(definition && { definition }) }]).map(({ summaries }) => summaries)).toEqual([1, 1]);
});

test('what nobody has declared is counted as such', () => {
  const provisional = there.summary && { ...there, summary: { ...there.summary, state: 'ready' as const } };
  expect(sumBundles([here, provisional ?? there])).toMatchObject([{ summaries: 2, undeclared: 1 }]);
});

test('the same summary is added once, in however many bundles it is', () => {
  expect(sumBundles([here, { ...here, verdict: 'consistent' }])).toEqual([own]);
});
