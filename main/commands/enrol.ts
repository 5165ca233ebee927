/**
 * `enrol`: makes a person's key before the day. The private half goes into an encrypted key file for a memory stick, under five words
 * that are shown once; the public half comes out as the person's line for agents.csv or officials.csv, so that the definition can
 * name it. Only for people the election names, and never over a file that exists.
 */
import { existsSync } from 'node:fs';
import { fromUtf8 } from '../../core/bytes.ts';
import { csvLine } from '../../core/csv-line.ts';
import { ok, type Refusal, type Result, refuse } from '../../core/result.ts';
import { writeNewDurably } from '../../db/durable.ts';
import { FULL_COST, sealKeyFile } from '../../db/key-file.ts';
import { makePassphrase, readPassphrase } from '../../db/passphrase.ts';
import { systemRandom } from '../../db/random.ts';
import { privateKeyFromSeed, publicKeyOf, SEED_LENGTH } from '../../db/signing.ts';
import { readBytes, withFile } from '../define/files.ts';
import { type ElectionSource, readPeople } from '../enrol/election-people.ts';
import { passphraseBox } from '../enrol/passphrase-box.ts';
import { findPerson, type NamedPerson } from '../enrol/people.ts';
import { type CommandIo, DONE, FAULTY, faultLine, readOptions, UNUSABLE } from './io.ts';

const USAGE = `usage: countersign enrol --person ID --definition FILE --out FILE [--passphrase-file FILE]
       countersign enrol --person ID --dir DIR --out FILE [--passphrase-file FILE]

DIR holds the files that define reads; use it while the definition is not signed yet.
The passphrase is made and shown once, unless a file with five words of the list is given.
`;

const OPTIONS = {
  person: { type: 'string' },
  definition: { type: 'string' },
  dir: { type: 'string' },
  out: { type: 'string' },
  'passphrase-file': { type: 'string' },
} as const;

interface Order {
  readonly person: string;
  readonly source: ElectionSource;
  readonly out: string;
  readonly passphraseFile: string | undefined;
}

/** Exit codes: 0 made, 1 refused and nothing written, 2 unusable arguments. The line for the table is all that goes to the output. */
export async function enrol(args: readonly string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.err(`${order.refusal.detail}\n${USAGE}`);
    return UNUSABLE;
  }
  const people = readPeople(order.value.source);
  if (!people.ok) return report(io, people.faults);
  const person = findPerson(people.value, order.value.person);
  if (!person.ok) return report(io, [person.refusal]);
  const made = await makeKeyFile(order.value, person.value);
  if (!made.ok) return report(io, [made.refusal]);
  tell(io, order.value, person.value, made.value);
  return DONE;
}

function readOrder(args: readonly string[]): Result<Order> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false });
  if (!options.ok) return options;
  const { person, definition, dir, out, 'passphrase-file': passphraseFile } = options.value.values;
  if (person === undefined) return refuse('E-USAGE', '--person is missing');
  if (out === undefined) return refuse('E-USAGE', '--out is missing');
  if (definition !== undefined && dir !== undefined) return refuse('E-USAGE', '--definition and --dir exclude each other');
  if (definition !== undefined) return ok({ person, source: { definition }, out, passphraseFile });
  return dir === undefined ? refuse('E-USAGE', '--definition or --dir is missing') : ok({ person, source: { dir }, out, passphraseFile });
}

function report(io: CommandIo, faults: readonly Refusal[]): number {
  for (const fault of faults) io.err(faultLine(fault));
  io.err('no key was made\n');
  return FAULTY;
}

interface MadeKey {
  readonly publicKey: string;
  /** Only where we made it: a passphrase that was brought is not shown. */
  readonly newPassphrase: string | undefined;
}

async function makeKeyFile(order: Order, person: NamedPerson): Promise<Result<MadeKey>> {
  if (existsSync(order.out)) return exists(order.out);
  const brought = order.passphraseFile === undefined ? undefined : readPassphraseFile(order.passphraseFile);
  if (brought?.ok === false) return brought;
  const passphrase = brought?.value ?? makePassphrase(systemRandom);
  const seed = systemRandom(SEED_LENGTH);
  const publicKey = publicKeyOf(privateKeyFromSeed(seed)).text;
  const { id, role, name } = person;
  const bytes = await sealKeyFile({ person: id, role, name, seed, passphrase, cost: FULL_COST, random: systemRandom });
  seed.fill(0);
  const written = withFile(order.out, () => writeNewDurably(order.out, bytes, 0o600));
  if (!written.ok) return written;
  return written.value ? ok({ publicKey, newPassphrase: brought === undefined ? passphrase : undefined }) : exists(order.out);
}

function exists(file: string): Result<never> {
  return refuse('E-FILE', 'it exists already and is not overwritten', file);
}

function readPassphraseFile(file: string): Result<string> {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const passphrase = readPassphrase(fromUtf8(bytes.value) ?? '');
  return passphrase.ok ? passphrase : { ok: false, refusal: { place: file, ...passphrase.refusal } };
}

/** The line to the output, everything else beside it: `>> agents.csv` must catch nothing that is secret. */
function tell(io: CommandIo, order: Order, person: NamedPerson, made: MadeKey): void {
  const { file, columns, cells } = person.table;
  if (made.newPassphrase !== undefined) io.err(passphraseBox(`${person.id}, ${person.name}`, made.newPassphrase));
  io.err(`key file   ${order.out}\nline for   ${file} (${columns.join(',')})\n`);
  if (person.key !== undefined) io.err(keyNamedAlready(order.source));
  io.out(`${csvLine([...cells, made.publicKey])}\n`);
}

function keyNamedAlready(source: ElectionSource): string {
  const where = 'dir' in source ? 'the table names another key for this person' : 'the signed definition names another key for this person';
  return `caution    ${where}; the new one is refused (R-KEY-NOT-NAMED) unless the definition is signed anew with it\n`;
}
