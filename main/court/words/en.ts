/** The court pack in English: pages that a magistrate reads who has never seen the program. */
import auditChecks from '../../../core/words/en/audit.ts';
import { TABLES_IN_ENGLISH } from './tables-en.ts';

export const ENGLISH = {
  language: 'en',
  title: 'Court pack',
  about: 'Extracts from the signed journal of a tallying centre, drawn from it by program',
  rehearsal: 'REHEARSAL: this is not the record of an election',
  contents: 'Contents',
  contentsOf: (title: string, number: number) => `${title} (${number})`,

  audit: {
    title: 'What the audit found',
    caption: 'Each check, and how it ended',
    sound:
      'The whole record was checked before this pack was written: every entry, leaf, root, signature and rule. Nothing was found to be altered.',
    altered:
      'THE RECORD WAS ALTERED OR DAMAGED. What follows was read from it as far as it can be read, and stands as evidence of the state it is in. Beyond the place named below, neither the order nor the content of the record is proven.',
    reach: 'The checks of one history, signatures and rules reach up to the place where the entries broke, and no further.',
    check: 'Check',
    outcome: 'Outcome',
    found: 'What it found',
    passed: 'passed',
    failed: 'FAILED',
    'not checked': 'not checked',
    brokeOff: (why: string) => `Reading broke off, because the file itself is damaged: ${why}`,
    unreadable: (number: number) => `Entries that can no longer be read: ${number}; the last register lists them.`,
    checks: auditChecks,
  },

  record: {
    title: 'The record',
    election: 'Election',
    constituency: 'Constituency',
    definition: 'Digest of the election definition',
    journal: 'Journal',
    entries: 'Entries',
    from: 'First act',
    to: 'Last act',
    head: 'Head of the journal (root)',
    noHead: 'none: the journal could not be followed to its end',
    checkpoint: 'Checkpoint',
    signed: 'signed by the machine’s key, in the file checkpoint',
    unsigned: 'not signed here, because the machine’s key is not beside the database; its text is in the file checkpoint',
    noCheckpoint: 'none',
    software: 'Software',
    startedAt: (seqs: string) => `started at no. ${seqs}`,
    device: 'Machine’s key',
    introducedAt: (seq: number) => `introduced at no. ${seq}`,
    unknown: 'not known: it cannot be read any more',
  },

  reading: {
    title: 'How to read this',
    lines: [
      'Everything here comes from the journal of the centre. In it each act is signed by the person who did it, with that person’s own key, or by the machine where it states a fact about itself; each act is chained to all acts before it.',
      'Every line names the number of its act in the journal, the time, who did it in which role, and the digest of what was signed. By number and digest anybody finds the act again in the published journal and checks its signature.',
      'Times are East Africa Time, with the journal’s own time (UTC) below. Digests are shown by their first groups; the CSV file of each register holds them whole, and holds every line.',
      'Reasons and remarks are quoted word for word as they were signed. What clerks typed and the figures of forms are not in this pack: they stand in the journal and in the summaries.',
    ],
  },

  none: 'The journal holds no such act.',
  inFile: (number: number, file: string) => `${number} lines, all of them in the file ${file}.`,
  yes: 'yes',
  no: '–',
  second: (effect: string, seq: string, person: string) => (seq === '' ? effect : `${effect} at no. ${seq} by ${person}`),
  proposal: (act: string, seq: string) => `${act}, no. ${seq}`,
  revision: (form: string, revision: string) => `${form}, revision ${revision}`,
  ...TABLES_IN_ENGLISH,

  chart: {
    title: 'Workflow of a form',
    says: 'Each stage of a form is a box with a line below it. An arrow leads from the stage a form is in to the stage that a command brings it to; a square is a command that leaves the form where it is. Whatever is not drawn is refused by the program.',
    drawn: 'Drawn by the program from the very table by which it decides; the table below says the same in words.',
  },

  certificate: {
    title: 'Certificate for electronic evidence: draft',
    draft: 'DRAFT. Nothing here is certified until a responsible person has read it, corrected it and signed it on paper.',
    under: 'Under',
    whoSays: 'I, the undersigned, state to the best of my knowledge and belief:',
    first: (centre: string, election: string) =>
      `1. I held a responsible position in the operation of the computer that kept the record of the tallying centre of ${centre} in the ${election}.`,
    second: (entries: number, from: string, to: string) =>
      `2. The record is the journal described in this pack: ${entries} entries, from ${from} to ${to}. It was produced by that computer while it was in regular use for receiving, entering, countersigning and adding up the forms of polling stations.`,
    third:
      '3. Acts were supplied to the computer in the ordinary course of that work by the persons named in the register of people, each signing with a key of their own; the machine signed facts about itself.',
    fourth: '4. The program that produced the record:',
    fifth: '5. The machine’s own keys:',
    sixth:
      '6. Throughout that time the computer operated properly. The following is on record, and did not affect the accuracy of the record, except as I state below:',
    notClosed: (number: number, seqs: string) => `Ends of the program without being closed: ${number}${seqs}`,
    jumps: (number: number, seqs: string) => `Jumps of the clock: ${number}${seqs}`,
    restores: (number: number, seqs: string) => `Restores of a backup: ${number}${seqs}`,
    failedLogIns: (number: number) => `Failed attempts to unlock the keyboard: ${number}`,
    unreadable: (number: number) => `Entries that cannot be read any more: ${number}`,
    places: (seqs: string) => ` (no. ${seqs})`,
    statement: 'Statement, if any',
    seventh: '7. The record is identified by the following, which change if any entry is changed, removed or moved:',
    auditSound: 'The audit of the record, made when this pack was written, found nothing altered.',
    auditAltered:
      'The audit of the record, made when this pack was written, FOUND IT ALTERED OR DAMAGED; see the first page of the court pack. Statement 6 cannot be made as it stands.',
    device: 'Computer (make, model, serial number)',
    name: 'Name',
    position: 'Position',
    place: 'Place',
    date: 'Date',
    signature: 'Signature',
  },

  readme: {
    what: 'What each file is',
    page: 'the whole pack as one page, to be read and printed',
    certificate: 'the draft certificate alone, to be completed and signed on paper',
    chart: 'the workflow of a form, drawn from the program’s transition table',
    checkpoint: 'the head of the journal: origin, size and root',
    signed: 'signed by the machine’s key',
    unsigned: 'not signed: the machine’s key was not beside the database',
    sums: 'SHA-256 of every other file',
    how: 'How to check it',
    sums1: 'That no file of this pack was changed since it was written, in this folder:',
    audit1: 'That the pack comes from the journal: write it again from the database. The same journal gives the same bytes:',
    acts1:
      'That an act is as it is told here: find it by its number in the published journal (journal.jsonl of a bundle, or the journal’s own export). docs/FORMAT.md of Countersign says how its digest and signature are checked with openssl and sha256sum.',
    table: 'The CSV files are UTF-8 with a line of column names (RFC 4180). Cells are codes, the same in every language.',
    neutral:
      'A cell whose text would begin with = + - or @ has an apostrophe put before it, so that no spreadsheet takes somebody’s words for a formula. The apostrophe is not part of what was signed.',
    where: 'What it was drawn from',
  },
} as const;
