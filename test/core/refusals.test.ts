/**
 * Every refusal of the lifecycle, provoked: each has at least one way here, and where the way can be mended the same command is
 * then allowed. A code that nobody can provoke would be a promise that cannot be kept, so a code without a way fails.
 */
import { describe, expect, test } from 'vitest';
import { REFUSAL_CODES, type RefusalCode } from '../../core/refusals.ts';
import { ACKNOWLEDGEMENT_REFUSALS } from './refusals-acknowledgement.ts';
import { AGENT_REFUSALS } from './refusals-agents.ts';
import { CENTRE_REFUSALS } from './refusals-centre.ts';
import { FORM_REFUSALS } from './refusals-forms.ts';
import { PEOPLE_REFUSALS } from './refusals-people.ts';
import { REASON_REFUSALS } from './refusals-reasons.ts';
import { RULING_REFUSALS } from './refusals-rulings.ts';
import { SUMMARY_REFUSALS } from './refusals-summary.ts';

const WAYS = [
  ...CENTRE_REFUSALS,
  ...PEOPLE_REFUSALS,
  ...FORM_REFUSALS,
  ...RULING_REFUSALS,
  ...AGENT_REFUSALS,
  ...SUMMARY_REFUSALS,
  ...REASON_REFUSALS,
  ...ACKNOWLEDGEMENT_REFUSALS,
];

/** What the office says and not the core, in the order of the codes: it knows keyboards, passphrases, files and tables. Its own tests provoke these. */
const OFFICE: readonly RefusalCode[] = [
  'R-COMMAND-REUSED',
  'R-TOTALS-DIFFER',
  'R-NOT-UNLOCKED',
  'R-PASSPHRASE-WRONG',
  'R-READ-ONLY',
  'R-LIVE-ELECTION',
  'R-NO-CENTRE',
  'R-PIN-WEAK',
  'R-PIN-NOT-SET',
  'R-DISK-FULL',
  'R-DISK-READ-ONLY',
  'R-DISK-FAILED',
  'R-DATABASE-BUSY',
  'R-CENTRE-IN-USE',
  'R-JOURNAL-OVERTAKEN',
  'R-MEDIUM-OTHER',
  'R-MEDIUM-INSIDE',
  'R-KEY-UNREADABLE',
  'R-CARD-LAPSED',
];

test.each(WAYS.map(({ code, when, provoke }) => [code, when, provoke] as const))('%s %s', (code, _when, provoke) => {
  const said = provoke();
  expect(said).toEqual(typeof said === 'string' ? code : [code, 'allowed']);
});

describe('the list of refusals', () => {
  test('has no code of the core that nobody can provoke', () => {
    const provoked = new Set(WAYS.map(({ code }) => code));
    expect(REFUSAL_CODES.filter((code) => !provoked.has(code))).toEqual(OFFICE);
  });

  test('has every code once', () => {
    expect(new Set(REFUSAL_CODES).size).toBe(REFUSAL_CODES.length);
  });
});
