/**
 * Where two are needed, one is never enough (LIFECYCLE §5, "Also refused"): nobody confirms what he proposed, signs a version twice,
 * or admits, replaces or clears himself. It holds for the returning officer as for the deputy, and a new key changes nothing.
 */
import { describe, expect, test } from 'vitest';
import { KINDS, type Kind } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import { RULES } from '../../core/roles.ts';
import { byTwo, enrolment, openWorld, staffedWorld, type World } from './world.ts';
import { closingCentre, confirming, openingCentre, restoring } from './world-centre.ts';
import { REASON } from './world-forms.ts';
import { admission, enrolAgain, enrolOnSite, failToUnlock, replacement, revocation } from './world-people.ts';
import { correcting, declare, makeReady, signingSummary } from './world-summary.ts';

const OFFICIALS = [
  ['ro', 'dro'],
  ['dro', 'ro'],
] as const;

/** What an official may complete alone, late and with a reason, where every other is out of reach: nothing that makes people or keys. */
const LATE_AND_ALONE: readonly Kind[] = ['centre-opened', 'centre-closed', 'backup-restored', 'correction-opened'];

function declaredWorld(): World {
  const world = openWorld();
  for (const contest of world.centre().contests) declare(world, contest);
  return world;
}

function withOnSite(): { world: World; command: Command } {
  const world = openWorld();
  return { world, command: admission(enrolOnSite(world, 'late'), 'letter', 'Red') };
}

function withNewKey(): { world: World; command: Command } {
  const world = openWorld();
  return { world, command: replacement(world, 'clerk1', enrolAgain(world, 'clerk1', 'another key')) };
}

/** Every act that takes effect only when a second official confirms it, where it may be proposed. */
const PROPOSALS: Partial<Readonly<Record<Kind, () => { world: World; command: Command }>>> = {
  'centre-opened': () => ({ world: staffedWorld(), command: openingCentre() }),
  'centre-closed': () => {
    const world = declaredWorld();
    return { world, command: closingCentre(world) };
  },
  'backup-restored': () => {
    const world = openWorld();
    return { world, command: restoring(world) };
  },
  'person-admitted': withOnSite,
  'key-replaced': withNewKey,
  'accreditation-revoked': () => ({ world: openWorld(), command: revocation('red') }),
  'correction-opened': () => {
    const world = declaredWorld();
    return { world, command: correcting(world, ['west1']) };
  },
};

describe('an act that needs two', () => {
  test('is in this list, whatever it is', () => {
    expect(Object.keys(PROPOSALS).sort()).toEqual(KINDS.filter((kind) => RULES[kind].two !== undefined).sort());
  });

  const CASES = OFFICIALS.flatMap(([first, second]) => Object.keys(PROPOSALS).map((kind) => [kind as Kind, first, second] as const));
  test.each(CASES)('%s, proposed by the %s, is not confirmed by the same, but by the %s', (kind, first, second) => {
    const { world, command } = PROPOSALS[kind]?.() ?? { world: openWorld(), command: openingCentre() };
    const { digest } = world.must(first, command);
    expect(world.tries(first, confirming(digest))).toBe('R-SECOND-SAME-PERSON');
    expect(world.tries(first, confirming(digest, REASON))).toBe(LATE_AND_ALONE.includes(kind) ? 'R-TOO-EARLY' : 'R-SECOND-SAME-PERSON');
    for (const other of ['clerk1', 'red']) expect(world.tries(other, confirming(digest))).toMatch(/^R-(ROLE|RESTORE-UNCONFIRMED)$/);
    expect(world.tries(second, confirming(digest))).toBe('allowed');
  });

  test.each(CASES)(
    '%s, proposed by the %s, is completed alone only late, with a reason, and only where the law of the night allows it',
    (kind, first) => {
      const { world, command } = PROPOSALS[kind]?.() ?? { world: openWorld(), command: openingCentre() };
      const { digest } = world.must(first, command);
      world.wait(world.centre().definition.content.soloMinutes);
      expect(world.tries(first, confirming(digest))).toBe('R-SECOND-SAME-PERSON');
      expect(world.tries(first, confirming(digest, REASON))).toBe(LATE_AND_ALONE.includes(kind) ? 'allowed' : 'R-SECOND-SAME-PERSON');
    },
  );

  test.each(OFFICIALS)('is not confirmed by the %s under a new key that the other allowed', (first, second) => {
    const world = openWorld();
    const digest = enrolAgain(world, first, 'a new key');
    const proposed = world.must(first, revocation('red'));
    const { digest: replaced } = world.must(second, replacement(world, first, digest));
    expect(world.tries(first, confirming(replaced))).toBe('R-SELF-ADMIT');
    expect(world.tries(first, confirming(proposed.digest))).toBe('R-SECOND-SAME-PERSON');
    expect(world.centre().people.get('red')?.accreditation).toBe('active');
  });
});

describe('one person', () => {
  test.each(OFFICIALS)('the %s signs a version once; the %s is the second', (first, second) => {
    const world = openWorld();
    makeReady(world);
    world.must(first, signingSummary(world));
    expect(world.tries(first, signingSummary(world))).toBe('R-SIGNED-ALREADY');
    expect(world.tries(second, signingSummary(world))).toBe('allowed');
  });

  test('the first returning officer alone admits himself; the deputy, whom nobody else admitted, does not', () => {
    const world = staffedWorld({}, ['dro']);
    const { digest } = world.must('dro', enrolment(world.centre(), 'dro'));
    const admitting: Command = { kind: 'person-admitted', body: { enrolment: digest, basis: 'definition' } };
    expect(world.tries('dro', admitting)).toBe('R-ROLE');
    expect(world.tries('ro', admitting)).toBe('allowed');
    const own = enrolAgain(world, 'ro', 'ro again');
    expect(world.tries('ro', { kind: 'person-admitted', body: { enrolment: own, basis: 'definition' } })).toBe('R-PERSON-KNOWN');
  });

  test.each(OFFICIALS)('the %s replaces no key of his own, neither as the first nor as the second', (first, second) => {
    const world = openWorld();
    const command = replacement(world, first, enrolAgain(world, first, 'a new key'));
    expect(world.tries(first, command)).toBe('R-SELF-ADMIT');
    const { digest } = world.must(second, command);
    expect(world.tries(first, confirming(digest))).toBe('R-SELF-ADMIT');
    expect(world.tries(second, confirming(digest))).toBe('R-SECOND-SAME-PERSON');
  });

  test.each(OFFICIALS)('the %s does not end his own lock-out; the %s may', (first, second) => {
    const world = openWorld();
    failToUnlock(world, first, 1);
    const clearing: Command = { kind: 'lockout-cleared', body: { person: first } };
    expect(world.tries(first, clearing)).toBe('R-SELF-ADMIT');
    expect(world.tries(second, clearing)).toBe('allowed');
  });

  test('an agent who is to be revoked is not asked to agree, and no agent revokes another', () => {
    const world = openWorld();
    expect(world.tries('blue', revocation('red'))).toBe('R-ROLE');
    byTwo(world, revocation('red'));
    expect(world.centre().people.get('red')?.accreditation).toBe('revoked');
  });
});
