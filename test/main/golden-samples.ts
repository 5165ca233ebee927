/**
 * One or more samples of what each kind of act says, with every field that it may have. They need not be lawful one after the other:
 * they stand for the bytes, not for a day. A new kind does not compile until it has a sample here.
 */
import type { Body, Kind } from '../../core/acts.ts';
import { utf8 } from '../../core/bytes.ts';
import { canonical } from '../../core/canonical.ts';
import { toBase64 } from '../../core/primitives.ts';
import { digestOf, ELECTION, HEAD, JOURNAL, keyIdOf, keyOf, sealedBy, signAs } from './golden-people.ts';

type Samples = { readonly [K in Kind]: readonly [Body<K>, ...Body<K>[]] };

const form = { form: 'president.900901900100101.1', revision: 1 };
const station = '900901900100101';
const contest = 'president';
const reason = 'The stamp is missing; “as on the paper”, says the presiding officer.\nSeen by all.';
const subject = digestOf('the subject');
const figures = { candidate1: 316, candidate2: 0, tableTotal: 316, registered: 466, rejected: 'blank', objected: 'unreadable' } as const;
const shown = { subject, figures, findings: ['F12', 'F13'], scans: [digestOf('a scan')] };
const decisions = [{ ballot: 'table 2, no. 17', candidate: 2 }];
const summary = { contest, version: 2, digest: digestOf('the summary') };
const totals = { registered: 9807, rejected: 96, objected: 3, disputed: 1, tableTotal: 6747, valid: 6757, votes: [4505, 2252, 0] };
const particulars = {
  serial: '34A-001007',
  book: '1',
  copy: 'carbon',
  stamp: 'no',
  watermark: 'yes',
  presidingOfficerSigned: 'yes',
  presidingOfficerDated: 'yes',
  deputySigned: 'yes',
  deputyDated: 'no',
  pagesComplete: 'yes',
  alterations: 'countersigned',
  stationAsExpected: 'yes',
} as const;
const outcomes = [
  { agent: 'A1', outcome: 'agree', act: digestOf('the answer of A1') },
  { agent: 'A2', outcome: 'absent' },
] as const;
const objection = { choice: 'object', code: 'own-copy-differs', reason, replaces: digestOf('an answer') } as const;
const silentRefusal = { choice: 'refuse', reasonRefused: true } as const;
const certificate = canonical(sealedBy('commission', 'certificate', { key: keyOf('A1'), signer: keyOf('commission'), election: ELECTION }));

const CENTRE = {
  'centre-created': [
    {
      definition: ELECTION,
      typedGroups: ['03:00ff', '14:abcd'],
      journal: JOURNAL,
      device: keyOf('device'),
      contests: [contest, 'ward-wino'],
      officer: keyOf('RO1'),
    },
  ],
  'centre-opened': [{ present: ['RO1', 'DRO1', 'C1'] }],
  'centre-closed': [{ contests: [{ contest, version: 2 }] }],
  'backup-restored': [{ backup: HEAD, later: [HEAD], device: keyOf('new device'), reason }],
  'bundle-exported': [
    { contest, edition: 'official', status: 'declared', version: 2, digest: digestOf('a bundle') },
    { contest, edition: 'public', status: 'provisional', digest: digestOf('a bundle') },
  ],
  'acknowledgement-recorded': [{ contest, version: 2, receipt: certificate }],
  'incident-noted': [{ text: reason }],
  'receipt-issued': [
    {
      agent: 'A1',
      head: HEAD,
      since: 12,
      forms: [{ contest, ...form, kind: 'signoff-given', choice: 'agree', act: digestOf('the answer of A1'), seq: 17 }],
    },
    { agent: 'A1', head: HEAD, forms: [] },
  ],
  'act-confirmed': [{ act: digestOf('a proposal') }, { act: digestOf('a proposal'), alone: reason }],
  'proposal-withdrawn': [{ act: digestOf('a proposal') }],
} satisfies Partial<Samples>;

const PEOPLE = {
  'person-enrolled': [{ person: { id: 'RO1', role: 'ro', name: 'Bundi Mzambarau', key: keyOf('RO1') } }],
  'person-admitted': [
    { enrolment: digestOf('an enrolment'), basis: 'definition' },
    { enrolment: digestOf('an enrolment'), basis: 'letter', party: 'Kite Party', letter: 'of 2 February 2031' },
  ],
  'key-replaced': [{ enrolment: digestOf('an enrolment'), oldKey: keyIdOf('A1'), cause: 'compromised' }],
  'certificate-recorded': [{ certificate }],
  'person-suspended': [{ person: 'C1', compromised: true, reason }],
  'person-restored': [{ person: 'C1', reason }],
  'accreditation-ended': [{}, { successor: 'Kima Mparachichi' }],
  'accreditation-revoked': [{ agent: 'A1', reason }],
  'lockout-cleared': [{ person: 'C1' }],
  'agent-signed-in': [{}],
  'agent-signed-out': [{}],
  'agent-marked-gone': [{ agent: 'A1', reason }],
} satisfies Partial<Samples>;

const FORMS = {
  'form-received': [
    { ...form, station, contest, particulars },
    { ...form, station, contest, particulars, scanAbsent: reason },
  ],
  'particulars-amended': [{ ...form, particulars, reason }],
  'scan-attached': [{ ...form, scan: digestOf('a scan'), mediaType: 'image/jpeg', size: 123_456, source: 'scanner 1' }],
  'entry-sealed': [
    { ...form, figures, decisions },
    { ...form, figures: { candidate1: 9_999_999 }, decisions: [] },
  ],
  'reading-sealed': [
    { ...form, figures: { rejected: 7 } },
    { ...form, figures: {}, decisions },
  ],
  'finding-ruled': [
    { ...form, finding: 'F04', inputs: digestOf('a finding'), ruling: 'disregard', ground: 'b', reason, witnesses: ['A1', 'A2'] },
    { ...form, finding: 'F12', inputs: digestOf('a finding'), ruling: 'count', reason, witnesses: [] },
  ],
  'form-opened': [{ ...form, subject, findings: ['F12', 'F13'], asked: ['A1', 'A2'] }],
  'signoff-given': [
    { ...form, ...shown, choice: 'agree' },
    { ...form, ...shown, ...objection, ownFigures: { rejected: 7 } },
    { ...form, ...shown, ...silentRefusal },
  ],
  'signoff-closed': [{ ...form, subject, agent: 'A2', reason }],
  'form-accepted': [
    { ...form, subject, disposition: 'counted', outcomes: [...outcomes] },
    { ...form, subject, disposition: 'disregarded', outcomes: [...outcomes], answer: reason },
  ],
  'late-remark': [
    { ...form, subject, stance: 'agree' },
    { ...form, subject, stance: 'object', text: reason, ownFigures: { rejected: 'unreadable' } },
  ],
  'form-reopened': [{ ...form, revision: 2, keep: 'figures', reason }],
  'form-set-aside': [{ ...form, reason }],
  'form-brought-back': [{ ...form, reason }],
} satisfies Partial<Samples>;

const CONTESTS = {
  'turnout-recorded': [
    { station, source: 'tablet', voters: 0 },
    { station, source: 'diary', voters: 412, reason },
  ],
  'result-closed': [{ station, contest, disposition: 'not-held', reason, witnesses: ['A1'] }],
  'closing-withdrawn': [{ station, contest, reason }],
  'summary-prepared': [summary, { ...summary, supersedes: { version: 1, digest: digestOf('the summary before') }, reason }],
  'summary-withdrawn': [{ contest, version: 2, reason }],
  'summary-signed': [{ ...summary, totals, lineSignature: toBase64(signAs('RO1', utf8('the line of totals'))) }],
  'summary-signoff-given': [
    { ...summary, choice: 'agree' },
    { ...summary, ...objection },
    { ...summary, ...silentRefusal },
  ],
  'summary-signoff-closed': [{ ...summary, agent: 'A2', reason }],
  'summary-declared': [
    { ...summary, outcomes: [...outcomes] },
    { ...summary, outcomes: [], alone: reason },
  ],
  'correction-opened': [{ contest, version: 2, stations: [station], reason }],
} satisfies Partial<Samples>;

const DEVICE = {
  'app-started': [{ version: 'countersign 1.2.3', digest: digestOf('the package') }],
  'app-stopped': [{}],
  'session-unlocked': [{ person: 'A1' }],
  'session-locked': [{ person: 'A1', cause: 'idle' }],
  'unlock-failed': [{ person: 'A1', failures: 3 }],
  'clock-jumped': [{ from: '2031-02-03T14:15:16.000Z', to: '2031-02-03T11:15:16.000Z' }],
  'backup-made': [{ head: HEAD }],
} satisfies Partial<Samples>;

export const SAMPLES: Samples = { ...CENTRE, ...PEOPLE, ...FORMS, ...CONTESTS, ...DEVICE };
