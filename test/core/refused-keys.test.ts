/**
 * Keys that are refused, where they speak (LIFECYCLE §5): a key that was replaced proposes, confirms and enrols nothing any more, what
 * it had proposed lapses, and an agent whose accreditation was revoked says nothing for the party.
 */
import { describe, expect, test } from 'vitest';
import type { Act, Kind } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import { RULES } from '../../core/roles.ts';
import { byTwo, openWorld, signIn, type World } from './world.ts';
import { NOTE } from './world-centre.ts';
import { OFFICIALS } from './world-election.ts';
import { admission, enrolAgain, enrolOnSite, replacement, restoration, revocation, suspension } from './world-people.ts';

const THREE = { officials: [...OFFICIALS, { id: 'dro2', name: 'The second deputy', role: 'dro' as const }] };

function confirming({ digest }: Act): Command {
  return { kind: 'act-confirmed', body: { act: digest } };
}

/** The deputy has a new key, by the two others. */
function replaceDeputy(world: World): void {
  byTwo(world, replacement(world, 'dro', enrolAgain(world, 'dro', 'dro again')), 'ro', 'dro2');
}

const OLD = { key: 'dro' };
const NEW = { key: 'dro again' };

describe('an official’s key that was replaced', () => {
  const world = openWorld(THREE);
  world.must('ro', suspension('clerk2'));
  const waiting = world.must('ro', admission(enrolOnSite(world, 'stranger'), 'letter', 'Red'));
  const stale = world.must('dro', revocation('red'));
  replaceDeputy(world);

  test.each<readonly [string, Command]>([
    ['notes nothing', NOTE],
    ['suspends nobody', suspension('clerk1')],
    ['restores nobody', restoration('clerk2')],
    ['proposes nothing', revocation('blue')],
    ['confirms nothing', confirming(waiting)],
  ])('%s, and the new one does', (_what, command) => {
    expect(world.tries('dro', command, OLD)).toBe('R-KEY-REVOKED');
    expect(world.tries('dro', command, NEW)).toBe('allowed');
  });

  test('leaves a proposal that nobody can confirm any more', () => {
    for (const official of ['ro', 'dro2']) expect(world.tries(official, confirming(stale))).toBe('R-PROPOSAL-LAPSED');
    expect(world.tries('dro', confirming(stale), NEW)).not.toBe('allowed');
  });

  test('cannot be enrolled again, neither for the same person nor for another', () => {
    const { name } = world.centre().people.get('dro') ?? { name: '' };
    const enrolment = (id: string, role: 'dro' | 'agent', text: string): Command => ({
      kind: 'person-enrolled',
      body: { person: { id, role, name, key: text } },
    });
    const text = world.centre().keys.find((key, id) => key.person === 'dro' && id !== world.centre().people.get('dro')?.key)?.text ?? '';
    expect(text).not.toBe('');
    expect(world.tries('dro', enrolment('dro', 'dro', text), OLD)).toBe('R-PERSON-KNOWN');
    expect(world.tries('visitor', enrolment('visitor', 'agent', text), { ...OLD, role: 'agent' })).toBe('R-PERSON-KNOWN');
  });
});

describe('an agent whose accreditation was revoked', () => {
  /** Leaving the hall and ending what has ended already change nothing that counts. */
  const HARMLESS: ReadonlySet<Kind> = new Set(['agent-signed-out', 'person-enrolled']);

  test('says nothing for the party from that act on', () => {
    const world = openWorld();
    signIn(world, 'red');
    const proposed = world.must('ro', revocation('red'));
    expect(world.tries('red', { kind: 'accreditation-ended', body: {} })).toBe('allowed');
    world.must('dro', confirming(proposed));
    for (const command of [
      { kind: 'accreditation-ended', body: {} },
      { kind: 'agent-signed-in', body: {} },
    ] as const)
      expect(world.tries('red', command)).toBe('R-NOT-ACCREDITED');
    expect(world.tries('red', NOTE)).toBe('R-ROLE');
    const agents = (Object.keys(RULES) as Kind[]).filter((kind) => RULES[kind].by.includes('agent') && !HARMLESS.has(kind));
    expect(agents.sort()).toEqual(['accreditation-ended', 'agent-signed-in', 'late-remark', 'signoff-given', 'summary-signoff-given']);
  });
});
