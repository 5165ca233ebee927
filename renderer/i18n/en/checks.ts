/**
 * The named checks of a verification, in the order in which they are told: what each is called and what it proves. A check that
 * could not be made is *not checked*, never passed.
 */
export default {
  container: {
    name: 'Bundle whole',
    explain: 'The bundle is one complete file in the one form it can have, with the members it must have and no others.',
  },
  manifest: {
    name: 'List of contents',
    explain: 'Every member is the file that was listed, and the list is signed by the machine that kept this journal.',
  },
  definition: {
    name: 'Election definition',
    explain: 'The election definition is complete, sound and signed.',
  },
  anchor: {
    name: 'Commission’s key',
    explain: 'The election definition is signed by the commission’s key that you brought from elsewhere.',
  },
  kind: {
    name: 'Election or rehearsal',
    explain: 'The bundle is of a live election, or of a rehearsal where one was asked for.',
  },
  journal: {
    name: 'Journal unbroken',
    explain: 'Every entry stands in its place, and nothing is hidden but what concerns other contests.',
  },
  history: {
    name: 'One history',
    explain: 'Everybody who signed saw this same journal before them, so nothing earlier was changed afterwards.',
  },
  signatures: {
    name: 'Signatures',
    explain: 'Every act was signed with the key of whoever is said to have done it, and not a letter of it has changed since.',
  },
  conduct: {
    name: 'Rules kept',
    explain: 'Every act was allowed to that person at that moment by the rules of the centre.',
  },
  checkpoint: {
    name: 'Journal’s end signed',
    explain: 'The machine signed exactly this length and content of the journal, so nothing was cut off or added at its end.',
  },
  summary: {
    name: 'Summary derived again',
    explain: 'The summary is, byte for byte, what the journal gives.',
  },
  totals: {
    name: 'Totals added up again',
    explain: 'The stations in the summary, added up once more as written, give its totals.',
  },
  declaration: {
    name: 'Declaration',
    explain: 'Two officials signed this version and the line of its totals, it was declared, and no correction of it is open.',
  },
  people: {
    name: 'Who signed',
    explain: 'Everybody who signed the summary is named with that key in the election definition, or certified.',
  },
  scans: {
    name: 'Scans',
    explain: 'The images of the papers are exactly those that were attached at the centre.',
  },
  readme: {
    name: 'Readme',
    explain: 'The text that explains the bundle says what the summary says.',
  },
  'open-data': {
    name: 'Open data',
    explain: 'The files for spreadsheets and programs say exactly what the summary says.',
  },
  receipts: {
    name: 'Agents’ receipts',
    explain: 'What the agents took away on their receipts is still in this journal.',
  },
  status: {
    passed: 'passed',
    failed: 'failed',
    'not checked': 'not checked',
  },
} as const;
