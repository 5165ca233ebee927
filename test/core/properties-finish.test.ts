/**
 * From every state the contest can be declared, with each legible paper in hand counted, without any one agent or clerk (LIFECYCLE
 * §6, invariant 19): random nights, and then two officials and the clerks who are left finish the work.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refuse } from '../../core/result.ts';
import { contestOf, contestStateOf, type Form, resultOf } from '../../core/state.ts';
import { anyNight, contestOnward, evening, formOnward, playNight } from './night.ts';
import type { Ask } from './night-moves.ts';
import { byTwo, type World } from './world.ts';
import { confirming, openingCentre, restoring } from './world-centre.ts';
import { formIn, reopening, settingAside } from './world-forms.ts';
import { replaceKey, restoration, suspension } from './world-people.ts';
import { correcting } from './world-summary.ts';

/** What stands in the way of any work: a restore, an unopened centre, proposals, lock-outs, suspensions. */
function clearTheDesk(world: World): void {
  world.wait(60);
  if (world.centre().restoring !== undefined) confirmRestore(world);
  for (const proposal of world.centre().proposals.keys()) world.must('ro', { kind: 'proposal-withdrawn', body: { act: proposal } });
  if (world.centre().phase !== 'open') byTwo(world, openingCentre());
  for (const { id, suspended } of world.centre().people.values()) {
    if (suspended?.compromised) replaceKey(world, id);
    if (suspended !== undefined) world.must('ro', restoration(id));
  }
}

function confirmRestore(world: World): void {
  const waiting = [...world.centre().proposals].find(([, { act }]) => act.kind === 'backup-restored');
  if (waiting === undefined) byTwo(world, restoring(world));
  else world.must(waiting[1].act.by.person === 'ro' ? 'dro' : 'ro', confirming(waiting[0]));
}

/** No agent says anything any more: the wait passes, and whatever agents owe, officials have to close. */
function withoutAgents(world: World): Ask {
  return (person, command, guise) => {
    if (world.centre().people.get(person)?.role !== 'agent') return world.does(person, command, guise);
    world.wait(world.centre().definition.content.responseMinutes);
    return refuse('R-ROLE', 'does not say a word');
  };
}

/** Brings a contest to its declaration by what is allowed, one step after the other. */
function finish(world: World, contest: string): void {
  const restarted = new Set<string>();
  for (let steps = 0; steps < 300; steps += 1) {
    const { ready, declared, correction } = contestStateOf(world.centre(), contest);
    if (declared !== undefined && ready === undefined && correction === undefined) return;
    const isPrepared = ready !== undefined && !ready.stale;
    const papers = [...world.centre().forms.values()].filter((form) => form.contest === contest);
    const ask = withoutAgents(world);
    if (!isPrepared && papers.some((form) => formOnward(world, form, ask) || beginAgain(world, form, restarted))) continue;
    world.wait(10);
    if (!contestOnward(world, contest, ask)) letIn(world, contest);
  }
  throw new Error(`${contest} cannot be declared`);
}

/** A paper that cannot go on is entered anew once; then it is set aside, and it must be a spare one: no legible paper is given up. */
function beginAgain(world: World, form: Form, restarted: Set<string>): boolean {
  const { id, stage } = form;
  if (stage.stage === 'accepted' || stage.stage === 'set-aside') return false;
  if (!restarted.has(id)) {
    restarted.add(id);
    if (world.does('ro', reopening(id, 'none')).ok) return true;
  }
  expect([id, isSpare(world, form)]).toEqual([id, true]);
  return world.does('ro', settingAside(id)).ok;
}

/** Another paper of the result is on its way or counted, or the result was closed. */
function isSpare(world: World, { id, contest, station }: Form): boolean {
  const { forms, closed } = resultOf(world.centre(), contest, station);
  return closed !== undefined || forms.some((other) => other !== id && 'asking' in formIn(world, other).stage);
}

/** A finding arose at a station that no correction names. */
function letIn(world: World, contest: string): void {
  const stations = contestOf(world.centre(), contest).stations.map(({ code }) => code);
  const proposed = world.does('ro', correcting(world, stations, contest));
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
