/**
 * The words of the hall: roles, stages of a form and of a result, what agents answer and how they end, states of the summary,
 * verdicts of a verification. One word for one thing, the same on every screen and paper.
 */
export default {
  roles: {
    ro: 'Returning officer',
    dro: 'Deputy returning officer',
    clerk: 'Clerk',
    agent: 'Agent',
    device: 'This machine',
  },
  rolesShort: {
    ro: 'RO',
    dro: 'DRO',
    clerk: 'Clerk',
    agent: 'Agent',
    device: 'Machine',
  },
  stages: {
    received: 'Received',
    'entered-once': 'Entered once',
    differing: 'Entries differ',
    agreed: 'Entries agree',
    open: 'Open for signing',
    accepted: 'Accepted',
    'set-aside': 'Set aside',
  },
  results: {
    awaited: 'Awaited',
    'in-hand': 'In hand',
    counted: 'Counted',
    disregarded: 'Disregarded',
    'not-held': 'Not held',
    postponed: 'Postponed',
    lost: 'Form lost',
    cancelled: 'Cancelled',
    'set-aside': 'Set aside',
  },
  outcomes: {
    agree: 'Agrees',
    'agree-with-objection': 'Agrees, with objection',
    'refuse-with-reason': 'Refuses, with reason',
    'refuse-reason-refused': 'Refuses, and gives no reason',
    'did-not-respond': 'Did not respond',
    absent: 'Absent',
    left: 'Left',
    revoked: 'Accreditation revoked',
  },
  answers: {
    agree: 'Agree',
    object: 'Agree, with objection',
    refuse: 'Refuse to sign',
  },
  answersExplained: {
    agree: 'These are the figures on the paper I know.',
    object: 'I sign, and put on record what I object to, with the figures of my own copy if they differ.',
    refuse: 'I do not sign, and give my reason or keep it to myself.',
  },
  objections: {
    'paper-differs': 'The screen does not show what the paper says',
    'own-copy-differs': 'My own copy shows other figures',
    other: 'Another objection',
  },
  summary: {
    provisional: 'Provisional',
    ready: 'Ready for signing',
    declared: 'Declared',
    stale: 'Out of date',
    'under-correction': 'Under correction',
    superseded: 'Superseded',
  },
  editions: {
    official: 'Official edition, with scans',
    public: 'Public edition, without scans',
  },
  verdicts: {
    authentic: 'Authentic',
    consistent: 'Consistent',
    failed: 'Failed',
  },
  verdictsExplained: {
    authentic: 'Every check passed, and everybody who signed the summary is named or certified by those who may.',
    consistent: 'Nothing failed, but something could not be checked here; see which, and check it on paper.',
    failed: 'At least one check failed; do not rely on this bundle.',
  },
  attendance: {
    in: 'In the hall',
    out: 'Signed out',
    absent: 'Not come',
    left: 'Left',
    gone: 'Marked gone',
  },
  locking: {
    person: 'locked by hand',
    idle: 'nobody was typing',
    switch: 'somebody else took over',
    quit: 'the program was closed',
  },
  basis: {
    definition: 'named in the election definition',
    certificate: 'certified',
    letter: 'by letter, enrolled on site',
  },
  stamps: {
    rehearsal: 'REHEARSAL',
    provisional: 'PROVISIONAL',
  },
} as const;
