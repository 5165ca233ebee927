/** The dialog of the court pack: what it is, and what came of it. The words of the pack itself stand with the pack. */
export default {
  title: 'Court pack',
  what: 'Everything a court asks of the log, drawn from the journal: log-ins and failures, who may do what, every ruling, reopening and other intervention with its reason, exports, backups, clock jumps, software, the incident diary, the workflow, and a draft of the certificate for electronic evidence. As tables, and as one page to read and print.',
  noFigures: 'What clerks typed is not in it. The whole journal is checked first, and the pack says what was found.',
  under: 'The certificate is given under (left blank if you do not know)',
  underHint: 'As your lawyer names the section; it is printed word for word.',
  write: 'Choose a folder and write',
  underWay: 'it is being written',
  running: 'Checking and writing: {{done}} of {{total}} readings',
  written: 'Written: {{files}} files, from {{entries}} acts. They are in the new folder',
  readFirst: 'Read README.txt first; court-pack.html is the page to print.',
  altered: 'The journal was found ALTERED. The pack says where, on its first page. Keep this machine as it is, and call the commission.',
  notWritten: 'Nothing was written.',
  brokenOff: 'The writing broke off; nothing was left behind.',
  leave: 'Leave',
} as const;
