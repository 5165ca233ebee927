/**
 * The words of the paper form, as printed on it: its rows and sections, what stands in a box, and the questions that the hand
 * answers while it turns the paper, in that order. A candidate's row bears the candidate's name and has no word here.
 */
export default {
  form: 'Form {{code}}',
  sections: {
    candidates: 'Valid votes for each candidate',
    counts: 'Polling station counts',
    decisions: 'Decisions on disputed votes',
  },
  rows: {
    tableTotal: 'Total number of valid votes cast',
    registered: 'Registered voters',
    rejected: 'Rejected ballot papers',
    objected: 'Rejection objected to',
    disputed: 'Disputed votes',
    valid: 'Valid votes cast',
    decisions: 'Decisions on disputed votes',
  },
  marks: {
    blank: 'blank on the paper',
    unreadable: 'unreadable',
    notEntered: 'not entered',
  },
  closing: {
    collated: 'collated',
    declared: 'declared',
  },
  questions: {
    serial: 'What is the serial number?',
    book: 'Which book is it from?',
    copy: 'Which copy is in hand?',
    stamp: 'Is the stamp there?',
    watermark: 'Is the watermark there?',
    presidingOfficerSigned: 'Did the presiding officer sign?',
    presidingOfficerDated: 'Did the presiding officer write the date?',
    deputySigned: 'Did the deputy presiding officer sign?',
    deputyDated: 'Did the deputy presiding officer write the date?',
    pagesComplete: 'Are all pages there?',
    alterations: 'Are alterations countersigned?',
    stationAsExpected: 'Is it the station expected?',
  },
  serial: {
    none: 'no serial number on the paper',
    unreadable: 'serial number unreadable',
  },
  book: {
    1: 'book 1',
    2: 'book 2',
    unknown: 'not known',
  },
  copy: {
    original: 'original',
    carbon: 'carbon copy',
    photocopy: 'photocopy',
  },
  seen: {
    yes: 'yes',
    no: 'no',
  },
  alterations: {
    none: 'none made',
    countersigned: 'countersigned',
    'not-countersigned': 'not countersigned',
  },
  defects: {
    serial: 'no readable serial number',
    book: 'not known to be from book 1',
    copy: 'not the original',
    stamp: 'no stamp seen',
    watermark: 'no watermark seen',
    presidingOfficerSigned: 'presiding officer’s signature missing',
    presidingOfficerDated: 'presiding officer’s date missing',
    deputySigned: 'deputy’s signature missing',
    deputyDated: 'deputy’s date missing',
    pagesComplete: 'pages missing',
    alterations: 'alterations not countersigned',
    stationAsExpected: 'another station than expected',
  },
} as const;
