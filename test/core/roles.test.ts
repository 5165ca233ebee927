/**
 * Who may do what (LIFECYCLE §1 and §5): every kind of act by every role, as the specification lists it and as the centre answers;
 * and what one person may not do twice on one revision.
 */
import { describe, expect, test } from 'vitest';
import { KINDS, type Kind, ROLES, type Role } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import { RULES } from '../../core/roles.ts';
import { sampleOf } from './sample-commands.ts';
import { creation, emptyWorld, openWorld } from './world.ts';

const OFFICIAL: readonly Role[] = ['ro', 'dro'];
const STAFF: readonly Role[] = [...OFFICIAL, 'clerk'];
const PERSON: readonly Role[] = [...STAFF, 'agent'];

/** The column *by* of LIFECYCLE §1. */
const BY: Readonly<Record<Kind, readonly Role[]>> = {
  'centre-created': ['ro'],
  'centre-opened': OFFICIAL,
  'centre-closed': OFFICIAL,
  'backup-restored': OFFICIAL,
  'bundle-exported': OFFICIAL,
  'acknowledgement-recorded': OFFICIAL,
  'incident-noted': STAFF,
  'receipt-issued': ['device'],
  'person-enrolled': PERSON,
  'person-admitted': OFFICIAL,
  'key-replaced': OFFICIAL,
  'certificate-recorded': OFFICIAL,
  'person-suspended': OFFICIAL,
  'person-restored': OFFICIAL,
  'accreditation-ended': ['agent'],
  'accreditation-revoked': OFFICIAL,
  'lockout-cleared': OFFICIAL,
  'agent-signed-in': ['agent'],
  'agent-signed-out': ['agent'],
  'agent-marked-gone': OFFICIAL,
  'form-received': STAFF,
  'particulars-amended': STAFF,
  'scan-attached': STAFF,
  'entry-sealed': ['clerk'],
  'reading-sealed': STAFF,
  'turnout-recorded': STAFF,
  'finding-ruled': OFFICIAL,
  'form-opened': STAFF,
  'signoff-given': ['agent'],
  'signoff-closed': OFFICIAL,
  'form-accepted': OFFICIAL,
  'late-remark': ['agent'],
  'form-reopened': OFFICIAL,
  'form-set-aside': OFFICIAL,
  'form-brought-back': OFFICIAL,
  'result-closed': OFFICIAL,
  'closing-withdrawn': OFFICIAL,
  'summary-prepared': OFFICIAL,
  'summary-withdrawn': OFFICIAL,
  'summary-signed': OFFICIAL,
  'summary-signoff-given': ['agent'],
  'summary-signoff-closed': OFFICIAL,
  'summary-declared': OFFICIAL,
  'correction-opened': OFFICIAL,
  'act-confirmed': OFFICIAL,
  'proposal-withdrawn': OFFICIAL,
  'app-started': ['device'],
  'app-stopped': ['device'],
  'session-unlocked': ['device'],
  'session-locked': ['device'],
  'unlock-failed': ['device'],
  'clock-jumped': ['device'],
  'backup-made': ['device'],
};

/** The kinds marked ② and ◦. */
const BY_TWO: readonly Kind[] = [
  'centre-opened',
  'centre-closed',
  'backup-restored',
  'person-admitted',
  'key-replaced',
  'accreditation-revoked',
  'correction-opened',
];
const ALONE_IN_THE_END: readonly Kind[] = ['centre-opened', 'centre-closed', 'backup-restored', 'summary-declared', 'correction-opened'];

const SOMEBODY: Readonly<Record<Role, string>> = { ro: 'ro', dro: 'dro', clerk: 'clerk1', agent: 'red', device: 'device' };
const PAIRS = KINDS.filter((kind) => kind !== 'centre-created').flatMap((kind) => ROLES.map((role) => [kind, role] as const));

describe('the table of roles', () => {
  test('has a row for every kind of act and no other', () => {
    expect(Object.keys(RULES).sort()).toEqual([...KINDS].sort());
    expect(Object.keys(BY).sort()).toEqual([...KINDS].sort());
  });

  test('lets the roles speak that the specification lists', () => {
    for (const kind of KINDS) expect([kind, [...RULES[kind].by].sort()]).toEqual([kind, [...BY[kind]].sort()]);
  });

  test('asks two officials, and lets one finish alone, where the specification marks it', () => {
    expect(KINDS.filter((kind) => RULES[kind].two !== undefined)).toEqual(BY_TWO);
    expect(KINDS.filter((kind) => RULES[kind].alone === true)).toEqual(ALONE_IN_THE_END);
  });

  test.each(PAIRS)('%s by %s', (kind, role) => {
    const world = openWorld();
    const said = world.tries(SOMEBODY[role], sampleOf(kind, SOMEBODY[role]), { role });
    if (BY[kind].includes(role)) expect(said).not.toBe('R-ROLE');
    else expect(said).toBe('R-ROLE');
  });

  test.each(ROLES)('the centre is created by the returning officer whom the definition names, and not by %s who is none', (role) => {
    const world = emptyWorld();
    expect(world.tries('clerk1', creation(world.centre()), { role, key: 'ro' })).toBe('R-ROLE');
    expect(world.tries('ro', creation(world.centre()), { role })).toBe(role === 'ro' ? 'allowed' : 'R-ROLE');
  });

  test.each(KINDS.filter((kind) => !['centre-created', 'person-enrolled'].includes(kind)))(
    '%s is not for somebody who was not admitted, whatever role they claim',
    (kind) => {
      const world = openWorld();
      for (const role of ROLES) expect(world.tries('nobody', sampleOf(kind, 'nobody') as Command, { role })).toBe('R-ROLE');
    },
  );

  test.each(PAIRS.filter(([kind, role]) => role !== 'device' && kind !== 'person-enrolled' && !BY[kind].includes(role)))(
    '%s is not for %s who claims a role that may',
    (kind, role) => {
      const world = openWorld();
      const [claimed = 'ro'] = BY[kind];
      expect(world.tries(SOMEBODY[role], sampleOf(kind, SOMEBODY[role]), { role: claimed })).toBe('R-ROLE');
    },
  );
});
