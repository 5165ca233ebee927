/**
 * The command line: one verb a command, the same office and the same verification as the app. Exit codes are for scripts; every
 * message is for people.
 */
import { provideNative } from '../db/native.ts';
import { acknowledge } from './commands/acknowledge.ts';
import { audit } from './commands/audit.ts';
import { backup } from './commands/backup.ts';
import { certify } from './commands/certify.ts';
import { define } from './commands/define.ts';
import { demo } from './commands/demo.ts';
import { enrol } from './commands/enrol.ts';
import { exportCommand } from './commands/export.ts';
import { type CommandIo, DONE, processIo, UNUSABLE } from './commands/io.ts';
import { paper } from './commands/paper.ts';
import { preflight } from './commands/preflight.ts';
import { rehearse } from './commands/rehearse.ts';
import { restore } from './commands/restore.ts';
import { verify } from './commands/verify.ts';

type CommandFunction = (args: readonly string[], io: CommandIo) => Promise<number>;

const COMMANDS: Readonly<Record<string, readonly [CommandFunction, string]>> = {
  define: [define, 'build and sign an election definition from CSV files'],
  enrol: [enrol, 'make a key file for a person, under a passphrase'],
  certify: [certify, 'sign a key that was enrolled on site'],
  rehearse: [rehearse, 'play a whole day of one centre'],
  demo: [demo, 'see the whole way in half a minute'],
  verify: [verify, 'check bundles, offline'],
  acknowledge: [acknowledge, 'sign a receipt for a declared summary that arrived'],
  audit: [audit, 'check a centre’s database, read-only'],
  backup: [backup, 'bring a second medium up to date, with a verified copy'],
  restore: [restore, 'a centre again from its second medium, in a new folder'],
  export: [exportCommand, 'write a contest’s bundle from a database'],
  paper: [paper, 'print the official papers as PDF'],
  preflight: [preflight, 'see whether this machine is fit for the night'],
};

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, [, what]]) => `  ${name.padEnd(11)} ${what}\n`);
  return `usage: countersign COMMAND …\n\n${lines.join('')}\ncountersign COMMAND --help says what it needs.\n`;
}

export async function countersign(args: readonly string[], io: CommandIo): Promise<number> {
  provideNative();
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return rest.includes('--help') ? helpOf(command[0], io) : command[0](rest, io);
  const asked = name === '--help' || name === 'help';
  if (asked) io.out(usage());
  else io.err(`${name === '' ? '' : `no command ${JSON.stringify(name)}\n`}${usage()}`);
  return asked ? DONE : UNUSABLE;
}

/** What a command needs is what it answers to an option that it does not know, and no command knows this one. */
async function helpOf(command: CommandFunction, io: CommandIo): Promise<number> {
  const said: string[] = [];
  await command(['--help'], { ...io, err: (text) => said.push(text) });
  const answer = said.join('');
  io.out(answer.slice(answer.indexOf('usage:')));
  return DONE;
}

// The installed app has the commands too, and calls them by itself.
if (import.meta.main || process.argv[1] === import.meta.filename) process.exitCode = await countersign(process.argv.slice(2), processIo());
