/**
 * From every state the contest can be declared, with each legible paper in hand counted, without any one agent or clerk (LIFECYCLE
 * §6, invariant 19): random nights, and then two officials and the clerks who are left finish the work.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { present } from '../../core/result.ts';
import { contestStateOf } from '../../core/state.ts';
import { anyNight, contestOnward, evening, formOnward, playNight } from './night.ts';
import type { World } from './world.ts';
import { confirming } from './world-centre.ts';
import { restoration, suspension } from './world-people.ts';

/** What stands in the way of any work: a restore, an unopened centre, proposals, suspensions, lock-outs. */
function clearTheDesk(world: World): void {
  world.wait(60);
  for (const [proposal, { act }] of world.centre().proposals)
    if (act.kind === 'backup-restored') world.must(act.by.person === 'ro' ? 'dro' : 'ro', confirming(proposal));
  if (world.centre().restoring !== undefined) reproposeRestore(world);
  for (const proposal of world.centre().proposals.keys()) world.must('ro', { kind: 'proposal-withdrawn', body: { act: proposal } });
  if (world.centre().phase !== 'open') {
    const { digest: opening } = world.must('ro', { kind: 'centre-opened', body: { present: [] } });
    world.must('dro', confirming(opening));
  }
  for (const clerk of world.centre().people.values()) if (clerk.suspended?.compromised === false) world.must('ro', restoration(clerk.id));
}

function reproposeRestore(world: World): void {
  const body = { backup: { size: 0, root: '0'.repeat(64) }, later: [], device: anotherDevice(world), reason: 'Proposed again.' };
  const { digest: restore } = world.must('ro', { kind: 'backup-restored', body });
  world.must('dro', confirming(restore));
}

function anotherDevice(world: World): string {
  return present(world.centre().keys.get(world.centre().device)?.text, 'device key');
}

/** Work without agents and without guessing: whatever cannot be brought on is set aside. Everything is done by what is allowed. */
function finish(world: World, contest: string): void {
  for (let steps = 0; steps < 300; steps += 1) {
    const { ready, declared, correction } = contestStateOf(world.centre(), contest);
    if (declared !== undefined && ready === undefined && correction === undefined) return;
    const unfinished = [...world.centre().forms.values()].filter((form) => form.contest === contest);
    const isPrepared = ready !== undefined && !ready.stale;
    if (!isPrepared && unfinished.some((form) => formOnward(world, form, world.does) || giveUp(world, form.id))) continue;
    world.wait(10);
    if (!contestOnward(world, contest, world.does)) letIn(world, contest);
  }
  throw new Error(`${contest} cannot be declared`);
}

function giveUp(world: World, form: string): boolean {
  const { stage } = present(world.centre().forms.get(form), form);
  if (stage.stage === 'accepted' || stage.stage === 'set-aside') return false;
  if (stage.stage === 'open') world.does('ro', { kind: 'form-reopened', body: { form, keep: 'none', reason: 'It cannot go on.' } });
  return world.does('ro', { kind: 'form-set-aside', body: { form, reason: 'It cannot go on.' } }).ok;
}

/** A finding arose at a station that the correction does not name. */
function letIn(world: World, contest: string): void {
  const { declared } = contestStateOf(world.centre(), contest);
  const stations =
    world
      .centre()
      .roll.contests.get(contest)
      ?.stations.map(({ code }) => code) ?? [];
  const body = { contest, version: declared?.number ?? 0, stations, reason: 'It arose since.' };
  const proposed = world.does('ro', { kind: 'correction-opened', body });
  if (proposed.ok) world.must('dro', confirming(proposed.value.digest));
}

describe('from wherever the night has got to', () => {
  test('every contest can be declared, without any agent, by two officials and the clerks who are left', () =>
    fc.assert(
      fc.property(anyNight, (night) => {
        const world = playNight(night);
        clearTheDesk(world);
        for (const contest of world.centre().contests) {
          finish(world, contest);
          const { declared } = contestStateOf(world.centre(), contest);
          expect(declared?.content.stationCounts).toMatchObject({ inHand: 0, awaited: 0 });
        }
      }),
      { numRuns: 60 },
    ));

  test('also when every clerk but two is gone', () => {
    const world = evening();
    for (const clerk of ['clerk1', 'clerk2']) world.must('ro', suspension(clerk, true));
    for (const contest of world.centre().contests) finish(world, contest);
    expect(contestStateOf(world.centre(), 'president').declared?.content.stationCounts.counted).toBeGreaterThan(0);
  });
});
