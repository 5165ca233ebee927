/**
 * Every act of the journal: its name for a list, and the sentence in which the journal tells it. Where two officials are needed the
 * first only signs *for* the thing, and the sentence says no more than that; it takes effect when a second one confirms.
 */
export default {
  'centre-created': { name: 'Centre created', said: '{{who}} created the tallying centre' },
  'centre-opened': { name: 'Opening of the centre', said: '{{who}} signed for opening the tallying centre' },
  'centre-closed': { name: 'Closing of the centre', said: '{{who}} signed for closing the tallying centre' },
  'backup-restored': { name: 'Restore of a backup', said: '{{who}} signed for restoring a backup: {{reason}}' },
  'bundle-exported': { name: 'Bundle exported', said: '{{who}} exported a bundle of {{contest}}' },
  'acknowledgement-recorded': {
    name: 'Acknowledgement recorded',
    said: '{{who}} recorded the national centre’s acknowledgement of {{contest}}, version {{version}}',
  },
  'incident-noted': { name: 'Incident noted', said: '{{who}} made a note in the incident diary' },
  'receipt-issued': { name: 'Receipt issued', said: 'A receipt was issued to {{agent}}' },

  'person-enrolled': { name: 'Person enrolled', said: '{{who}} enrolled with a key of their own' },
  'person-admitted': { name: 'Admission of a person', said: '{{who}} signed for admitting a person' },
  'key-replaced': { name: 'Replacement of a key', said: '{{who}} signed for replacing a person’s key' },
  'certificate-recorded': { name: 'Certificate recorded', said: '{{who}} recorded a certificate' },
  'person-suspended': { name: 'Clerk suspended', said: '{{who}} suspended clerk {{person}}: {{reason}}' },
  'person-restored': { name: 'Clerk restored', said: '{{who}} restored clerk {{person}}: {{reason}}' },
  'accreditation-ended': { name: 'Agent stood down', said: '{{who}} stood down as agent' },
  'accreditation-revoked': {
    name: 'Revocation of an accreditation',
    said: '{{who}} signed for revoking the accreditation of {{agent}}: {{reason}}',
  },
  'lockout-cleared': { name: 'Lock-out ended', said: '{{who}} ended the lock-out of {{person}}' },

  'agent-signed-in': { name: 'Agent signed in', said: '{{who}} signed in' },
  'agent-signed-out': { name: 'Agent signed out', said: '{{who}} signed out' },
  'agent-marked-gone': { name: 'Agent marked gone', said: '{{who}} marked {{agent}} as gone: {{reason}}' },

  'form-received': { name: 'Form received', said: '{{who}} received form {{form}} from {{station}} for {{contest}}' },
  'particulars-amended': { name: 'Particulars amended', said: '{{who}} amended the particulars of form {{form}}: {{reason}}' },
  'scan-attached': { name: 'Scan attached', said: '{{who}} attached a scan to form {{form}}' },
  'entry-sealed': { name: 'Entry sealed', said: '{{who}} sealed an entry of form {{form}}' },
  'reading-sealed': { name: 'Reading sealed', said: '{{who}} sealed a reading of form {{form}}' },
  'turnout-recorded': { name: 'Turnout recorded', said: '{{who}} recorded the voters identified at {{station}}' },
  'finding-ruled': { name: 'Finding ruled', said: '{{who}} ruled on a finding of form {{form}}: {{reason}}' },
  'form-opened': { name: 'Form opened', said: '{{who}} opened form {{form}} for signing' },
  'signoff-given': { name: 'Agent’s answer', said: '{{who}} answered on form {{form}}' },
  'signoff-closed': {
    name: 'Did not respond',
    said: '{{who}} recorded that {{agent}} did not respond on form {{form}}: {{reason}}',
  },
  'form-accepted': { name: 'Form accepted', said: '{{who}} accepted form {{form}}' },
  'late-remark': { name: 'Late remark', said: '{{who}} added a late remark to form {{form}}' },
  'form-reopened': { name: 'Form reopened', said: '{{who}} reopened form {{form}}: {{reason}}' },
  'form-set-aside': { name: 'Form set aside', said: '{{who}} set form {{form}} aside: {{reason}}' },
  'form-brought-back': { name: 'Form brought back', said: '{{who}} brought form {{form}} back: {{reason}}' },

  'result-closed': {
    name: 'Station closed without a form',
    said: '{{who}} closed {{station}} for {{contest}} without a form: {{reason}}',
  },
  'closing-withdrawn': { name: 'Closing withdrawn', said: '{{who}} withdrew the closing of {{station}} for {{contest}}: {{reason}}' },
  'summary-prepared': { name: 'Summary prepared', said: '{{who}} prepared the summary of {{contest}}, version {{version}}' },
  'summary-withdrawn': {
    name: 'Summary withdrawn',
    said: '{{who}} withdrew the summary of {{contest}}, version {{version}}: {{reason}}',
  },
  'summary-signed': { name: 'Summary signed', said: '{{who}} signed the summary of {{contest}}, version {{version}}' },
  'summary-signoff-given': {
    name: 'Agent’s answer on the summary',
    said: '{{who}} answered on the summary of {{contest}}, version {{version}}',
  },
  'summary-signoff-closed': {
    name: 'Did not respond on the summary',
    said: '{{who}} recorded that {{agent}} did not respond on the summary of {{contest}}, version {{version}}: {{reason}}',
  },
  'summary-declared': { name: 'Summary declared', said: '{{who}} declared the summary of {{contest}}, version {{version}}' },
  'correction-opened': {
    name: 'Opening of a correction',
    said: '{{who}} signed for correcting {{contest}}, version {{version}}: {{reason}}',
  },
  'act-confirmed': { name: 'Proposal confirmed', said: '{{who}} confirmed a proposal, which took effect' },
  'proposal-withdrawn': { name: 'Proposal withdrawn', said: '{{who}} withdrew a proposal' },

  'app-started': { name: 'Program started', said: 'The program was started, version {{version}}' },
  'app-stopped': { name: 'Program closed', said: 'The program was closed' },
  'session-unlocked': { name: 'Keyboard unlocked', said: 'The keyboard was unlocked by {{person}}' },
  'session-locked': { name: 'Keyboard locked', said: 'The keyboard of {{person}} was locked' },
  'unlock-failed': { name: 'Unlocking failed', said: 'A wrong passphrase was typed for {{person}}' },
  'clock-jumped': { name: 'Clock jumped', said: 'The clock of this machine jumped' },
  'backup-made': { name: 'Backup made', said: 'A backup was made' },
} as const;
