/** One command of every kind, of the right shape and about nothing in particular: to see who may ask at all. */
import type { Kind } from '../../core/acts.ts';
import type { Command } from '../../core/decide.ts';
import { creation, emptyWorld } from './world.ts';
import { keyOf } from './world-election.ts';
import { particulars } from './world-papers.ts';

const NONE = '0'.repeat(64);
const reason = 'A sample.';
const form = 'president.west1.1';
const head = { size: 0, root: NONE };
const version = { contest: 'president', version: 1, digest: NONE };
const totals = { registered: 0, rejected: 0, objected: 0, disputed: 0, tableTotal: 0, valid: 0, votes: [] };
const screen = { subject: NONE, figures: {}, findings: [], scans: [] };

type Samples = { readonly [K in Kind]: Extract<Command, { kind: K }>['body'] };

function samples(person: string): Samples {
  const clerk = { id: person, role: 'clerk' as const, name: person, key: keyOf(person).text };
  return {
    'centre-created': creation(emptyWorld().centre()).body,
    'centre-opened': { present: [] },
    'centre-closed': { contests: [] },
    'backup-restored': { backup: head, later: [], device: keyOf('restored device').text, reason },
    'bundle-exported': { contest: 'president', edition: 'public', status: 'provisional', digest: NONE },
    'acknowledgement-recorded': { contest: 'president', version: 1, receipt: '{}' },
    'incident-noted': { text: reason },
    'receipt-issued': { agent: 'red', head, forms: [] },
    'person-enrolled': { person: clerk },
    'person-admitted': { enrolment: NONE, basis: 'definition' },
    'key-replaced': { enrolment: NONE, oldKey: NONE, cause: 'lost' },
    'certificate-recorded': { certificate: '{}' },
    'person-suspended': { person: 'clerk4', compromised: false, reason },
    'person-restored': { person: 'clerk4', reason },
    'accreditation-ended': {},
    'accreditation-revoked': { agent: 'blue', reason },
    'lockout-cleared': { person: 'clerk4' },
    'agent-signed-in': {},
    'agent-signed-out': {},
    'agent-marked-gone': { agent: 'blue', reason },
    'form-received': { contest: 'president', station: 'west1', particulars: particulars('1') },
    'particulars-amended': { form, particulars: particulars('1'), reason },
    'scan-attached': { form, scan: NONE, mediaType: 'image/png', size: 1, source: 'a scanner' },
    'entry-sealed': { form, figures: {}, decisions: [] },
    'reading-sealed': { form, revision: 1, figures: {} },
    'turnout-recorded': { station: 'west1', source: 'diary', voters: 1 },
    'finding-ruled': { form, finding: 'F01', inputs: NONE, ruling: 'count', reason, witnesses: [] },
    'form-opened': { form },
    'signoff-given': { form, ...screen, choice: 'agree' },
    'signoff-closed': { form, agent: 'red', reason },
    'form-accepted': { form, subject: NONE },
    'late-remark': { form, revision: 1, subject: NONE, stance: 'agree' },
    'form-reopened': { form, keep: 'none', reason },
    'form-set-aside': { form, reason },
    'form-brought-back': { form, reason },
    'result-closed': { contest: 'president', station: 'west1', disposition: 'not-held', reason, witnesses: [] },
    'closing-withdrawn': { contest: 'president', station: 'west1', reason },
    'summary-prepared': { contest: 'president' },
    'summary-withdrawn': { contest: 'president', version: 1, reason },
    'summary-signed': { ...version, totals },
    'summary-signoff-given': { ...version, choice: 'agree' },
    'summary-signoff-closed': { ...version, agent: 'red', reason },
    'summary-declared': version,
    'correction-opened': { contest: 'president', version: 1, stations: ['west1'], reason },
    'act-confirmed': { act: NONE },
    'proposal-withdrawn': { act: NONE },
    'app-started': { version: '1', digest: NONE },
    'app-stopped': {},
    'session-unlocked': { person: 'ro' },
    'session-locked': { person: 'ro', cause: 'idle' },
    'unlock-failed': { person: 'ro', failures: 1 },
    'clock-jumped': { from: '2027-08-10T14:00:00.000Z', to: '2027-08-10T14:00:00.000Z' },
    'backup-made': { head },
  };
}

/** The command as `person` would give it. */
export function sampleOf(kind: Kind, person: string): Command {
  return { kind, body: samples(person)[kind] } as Command;
}
