/** A contest's way to its declared summary in the little centre. The returning officer prepares, both officials sign. */
import type { Command } from '../../core/decide.ts';
import { present } from '../../core/result.ts';
import { outcomesOf } from '../../core/signoff.ts';
import { contestOf, contestStateOf, type DeclaredVersion, resultOf, type Version } from '../../core/state.ts';
import { byTwo, type World } from './world.ts';
import { acknowledgementBy } from './world-election.ts';
import { AGREE, bringTo, HERE, REASON, type Word } from './world-forms.ts';

export function readyIn(world: World, contest = HERE.contest): Version {
  return present(contestStateOf(world.centre(), contest).ready, `a ready version of ${contest}`);
}

export function declaredIn(world: World, contest = HERE.contest): DeclaredVersion {
  return present(contestStateOf(world.centre(), contest).declared, `a declared version of ${contest}`);
}

// ---- commands ----------------------------------------------------------------------------------------------------------------

export function preparing(contest = HERE.contest, reason?: string): Command {
  return { kind: 'summary-prepared', body: { contest, ...(reason === undefined ? {} : { reason }) } };
}

/** A version as people name it; an invented one where none is ready. */
function named(world: World, contest: string) {
  const { ready } = contestStateOf(world.centre(), contest);
  return { contest, version: ready?.number ?? 1, digest: ready?.digest ?? '0'.repeat(64) };
}

export function withdrawing(world: World, contest = HERE.contest, reason = REASON): Command {
  const { version } = named(world, contest);
  return { kind: 'summary-withdrawn', body: { contest, version, reason } };
}

const NOTHING = { registered: 0, rejected: 0, objected: 0, disputed: 0, tableTotal: 0, valid: 0, votes: [] };

export function signingSummary(world: World, contest = HERE.contest): Command {
  const totals = contestStateOf(world.centre(), contest).ready?.content.totals ?? NOTHING;
  return { kind: 'summary-signed', body: { ...named(world, contest), totals } };
}

export function answeringSummary(world: World, contest = HERE.contest, word: Word = AGREE): Command {
  return { kind: 'summary-signoff-given', body: { ...named(world, contest), ...word } } as Command;
}

export function closingSummary(world: World, agent: string, contest = HERE.contest): Command {
  return { kind: 'summary-signoff-closed', body: { ...named(world, contest), agent, reason: REASON } };
}

export function declaring(world: World, contest = HERE.contest, alone?: string): Command {
  return { kind: 'summary-declared', body: { ...named(world, contest), ...(alone === undefined ? {} : { alone }) } };
}

/** The national centre's receipt for the declared version; `changes` replace what it says. */
export function acknowledging(
  world: World,
  contest = HERE.contest,
  signer = 'commission',
  changes: Readonly<Record<string, unknown>> = {},
): Extract<Command, { kind: 'acknowledgement-recorded' }> {
  const { number: version, digest: summary } = declaredIn(world, contest);
  const { journal, definition } = world.centre();
  const said = {
    election: definition.digest,
    journal,
    contest,
    version,
    summary,
    at: world.now(),
    by: 'National tallying centre',
    ...changes,
  };
  return { kind: 'acknowledgement-recorded', body: { contest, version, receipt: acknowledgementBy(signer, said) } };
}

export function correcting(world: World, stations: readonly string[], contest = HERE.contest): Command {
  const version = contestStateOf(world.centre(), contest).declared?.number ?? 1;
  return { kind: 'correction-opened', body: { contest, version, stations: [...stations], reason: REASON } };
}

// ---- steps -------------------------------------------------------------------------------------------------------------------

/** Accepts a sound paper from every station of the contest that has none yet. */
export function fill(world: World, contest = HERE.contest): void {
  for (const { code: station } of contestOf(world.centre(), contest).stations) {
    const { forms, closed } = resultOf(world.centre(), contest, station);
    if (forms.length === 0 && closed === undefined) bringTo(world, 'accepted', { contest, station });
  }
}

/** Fills and prepares. */
export function makeReady(world: World, contest = HERE.contest): void {
  fill(world, contest);
  const isSuperseding = contestStateOf(world.centre(), contest).declared !== undefined;
  world.must('ro', preparing(contest, isSuperseding ? REASON : undefined));
}

export function owedOnSummary(world: World, contest = HERE.contest): readonly string[] {
  return outcomesOf(world.centre(), contest, readyIn(world, contest).asking).owed;
}

/** Signs by both officials, waits if somebody owes a word, and declares what is ready. */
export function declareReady(world: World, contest = HERE.contest): void {
  for (const official of ['ro', 'dro']) world.must(official, signingSummary(world, contest));
  if (owedOnSummary(world, contest).length > 0) world.wait(world.centre().definition.content.responseMinutes);
  declareNow(world, contest);
}

/** Closes what is owed, and declares what both officials have signed. */
export function declareNow(world: World, contest = HERE.contest): void {
  for (const agent of owedOnSummary(world, contest)) world.must('ro', closingSummary(world, agent, contest));
  world.must('ro', declaring(world, contest));
}

/** Fills, prepares, signs and declares. */
export function declare(world: World, contest = HERE.contest): void {
  makeReady(world, contest);
  declareReady(world, contest);
}

/** Two officials open a correction of the declared version for these stations. */
export function correct(world: World, stations: readonly string[], contest = HERE.contest): void {
  byTwo(world, correcting(world, stations, contest));
}
