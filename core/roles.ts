/**
 * Who may do what (LIFECYCLE §1 and §5), as one table: role by act. No row, no command. Two officials are needed where `two` says
 * so; where `alone` says so the proposer may complete it alone, late and with a reason that verification shows.
 */
import type { Kind, Role } from './acts.ts';

const OFFICIAL: readonly Role[] = ['ro', 'dro'];
const STAFF: readonly Role[] = ['ro', 'dro', 'clerk'];
const EVERY_PERSON: readonly Role[] = ['ro', 'dro', 'clerk', 'agent'];
const CLERK: readonly Role[] = ['clerk'];
const AGENT: readonly Role[] = ['agent'];
const DEVICE: readonly Role[] = ['device'];

/** When an act may be said: `open` while the centre is open, `any` at any time (people, system facts, the diary, exports). */
export interface Rule {
  readonly by: readonly Role[];
  readonly when: 'open' | 'any';
  readonly two?: 'always' | 'unless-named';
  readonly alone?: true;
}

export const RULES: Readonly<Record<Kind, Rule>> = {
  'centre-created': { by: ['ro'], when: 'any' },
  'centre-opened': { by: OFFICIAL, when: 'any', two: 'always', alone: true },
  'centre-closed': { by: OFFICIAL, when: 'open', two: 'always', alone: true },
  'backup-restored': { by: OFFICIAL, when: 'any', two: 'always', alone: true },
  'bundle-exported': { by: OFFICIAL, when: 'any' },
  'acknowledgement-recorded': { by: OFFICIAL, when: 'any' },
  'incident-noted': { by: STAFF, when: 'any' },
  'receipt-issued': { by: DEVICE, when: 'any' },

  'person-enrolled': { by: EVERY_PERSON, when: 'any' },
  'person-admitted': { by: OFFICIAL, when: 'any', two: 'unless-named' },
  'key-replaced': { by: OFFICIAL, when: 'any', two: 'always' },
  'certificate-recorded': { by: OFFICIAL, when: 'any' },
  'person-suspended': { by: OFFICIAL, when: 'any' },
  'person-restored': { by: OFFICIAL, when: 'any' },
  'accreditation-ended': { by: AGENT, when: 'any' },
  'accreditation-revoked': { by: OFFICIAL, when: 'any', two: 'always' },
  'lockout-cleared': { by: OFFICIAL, when: 'any' },

  'agent-signed-in': { by: AGENT, when: 'open' },
  'agent-signed-out': { by: AGENT, when: 'open' },
  'agent-marked-gone': { by: OFFICIAL, when: 'open' },

  'form-received': { by: STAFF, when: 'open' },
  'particulars-amended': { by: STAFF, when: 'open' },
  'scan-attached': { by: STAFF, when: 'open' },
  'entry-sealed': { by: CLERK, when: 'open' },
  'reading-sealed': { by: STAFF, when: 'open' },
  'turnout-recorded': { by: STAFF, when: 'open' },
  'finding-ruled': { by: OFFICIAL, when: 'open' },
  'form-opened': { by: STAFF, when: 'open' },
  'signoff-given': { by: AGENT, when: 'open' },
  'signoff-closed': { by: OFFICIAL, when: 'open' },
  'form-accepted': { by: OFFICIAL, when: 'open' },
  'late-remark': { by: AGENT, when: 'open' },
  'form-reopened': { by: OFFICIAL, when: 'open' },
  'form-set-aside': { by: OFFICIAL, when: 'open' },
  'form-brought-back': { by: OFFICIAL, when: 'open' },

  'result-closed': { by: OFFICIAL, when: 'open' },
  'closing-withdrawn': { by: OFFICIAL, when: 'open' },
  'summary-prepared': { by: OFFICIAL, when: 'open' },
  'summary-withdrawn': { by: OFFICIAL, when: 'open' },
  'summary-signed': { by: OFFICIAL, when: 'open' },
  'summary-signoff-given': { by: AGENT, when: 'open' },
  'summary-signoff-closed': { by: OFFICIAL, when: 'open' },
  'summary-declared': { by: OFFICIAL, when: 'open', alone: true },
  'correction-opened': { by: OFFICIAL, when: 'open', two: 'always', alone: true },
  'act-confirmed': { by: OFFICIAL, when: 'any' },
  'proposal-withdrawn': { by: OFFICIAL, when: 'any' },

  'app-started': { by: DEVICE, when: 'any' },
  'app-stopped': { by: DEVICE, when: 'any' },
  'session-unlocked': { by: DEVICE, when: 'any' },
  'session-locked': { by: DEVICE, when: 'any' },
  'unlock-failed': { by: DEVICE, when: 'any' },
  'clock-jumped': { by: DEVICE, when: 'any' },
  'backup-made': { by: DEVICE, when: 'any' },
};

export function isOfficial(role: Role): boolean {
  return OFFICIAL.includes(role);
}
