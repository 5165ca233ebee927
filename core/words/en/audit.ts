/** The checks of an audit by name, as the journal's room and the court pack tell them. */
export default {
  file: 'tables and guards',
  pages: 'pages of the file',
  definition: 'election definition',
  journal: 'entries, leaves and roots',
  history: 'one history',
  signatures: 'signatures',
  conduct: 'rules kept',
  tables: 'tables follow',
  scans: 'scans',
  receipts: 'receipts',
} as const;
