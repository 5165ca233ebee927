/**
 * `audit`: the start-up check on a database file, reading only. It says which promise is broken and where, and repairs nothing.
 * With `--pack` it also writes the court pack, of a broken journal too. Exit code 0 sound, 1 altered, 2 unusable arguments, or a pack
 * that could not be written.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkList } from '../../core/checks.ts';
import { LANGUAGES, type Language } from '../../core/contract/frame.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { isPlainText } from '../../core/text.ts';
import { checkReceipts } from '../../core/verify-receipts.ts';
import { type Audit, type AuditCheck, auditDatabase } from '../../db/check.ts';
import { type Handle, openForReading } from '../../db/database.ts';
import { openScans } from '../../db/scans.ts';
import { courtPack, type PackFile, type PackOrder } from '../court/pack.ts';
import { sourceOf } from '../court/source.ts';
import { judgeFolder, writePack } from '../court/write.ts';
import { readBytes } from '../define/files.ts';
import { progress } from '../progress.ts';
import { type CommandIo, checkLine, DONE, FAULTY, faultLine, printable, readOptions, UNUSABLE } from './io.ts';

const USAGE = `usage: countersign audit DATABASE [--receipt FILE]… [--json]
         [--pack DIR [--language en|sw] [--certificate-under TEXT]]

Checks every page, leaf, root, signature, rule and row of a centre's database, and its scans. Exit code: 0 sound, 1 altered.
--receipt  what an agent took away: a journal that was cut off no longer has it
--pack     a new folder for the court pack: log-ins, interventions, exports, software and the rest, as CSV and as one page to print
--language of that page: en (the default) or sw
--certificate-under  what the draft certificate is given under, as your lawyer names it; a blank otherwise
`;
const OPTIONS = {
  receipt: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  pack: { type: 'string' },
  language: { type: 'string' },
  'certificate-under': { type: 'string' },
} as const;
const LONGEST_UNDER = 200;

interface Order {
  readonly database: string;
  readonly receipts: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly json: boolean;
  readonly pack?: PackOrder & { readonly folder: string };
}

export async function audit(args: readonly string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.err(order.refusal.code === 'E-USAGE' ? `${order.refusal.detail}\n${USAGE}` : faultLine(order.refusal));
    return UNUSABLE;
  }
  const { database, json, pack } = order.value;
  const { checks, files } = await auditFile(order.value, io);
  const sound = checks.every(({ status }) => status !== 'failed');
  if (json) io.out(`${JSON.stringify({ database, sound, checks })}\n`);
  else tell(io, database, checks, sound);
  const written = pack === undefined ? ok(undefined) : writePack(pack.folder, files);
  if (!written.ok) io.err(faultLine(written.refusal));
  else if (pack !== undefined && !json) io.out(`court pack: ${printable(pack.folder)}, ${files.length} files\n`);
  if (!sound) return FAULTY;
  return written.ok ? DONE : UNUSABLE;
}

function readOrder(args: readonly string[]): Result<Order> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  if (!options.ok) return options;
  const { values, positionals } = options.value;
  const [database, ...more] = positionals;
  if (database === undefined || more.length > 0) return refuse('E-USAGE', 'name one database file');
  if (!existsSync(database)) return refuse('E-FILE', 'there is no such file', database);
  const receipts = [];
  for (const file of values.receipt ?? []) {
    const bytes = readBytes(file);
    if (!bytes.ok) return bytes;
    receipts.push({ name: path.basename(file), bytes: bytes.value });
  }
  const pack = readPackOrder(values);
  if (!pack.ok) return pack;
  return ok({ database, receipts, json: values.json === true, ...(pack.value === undefined ? {} : { pack: pack.value }) });
}

interface PackOptions {
  readonly pack?: string | undefined;
  readonly language?: string | undefined;
  readonly 'certificate-under'?: string | undefined;
}

/** The folder is looked at before the audit: nobody should wait for a whole night's check to hear that it is taken. */
function readPackOrder({ pack: folder, language, 'certificate-under': under }: PackOptions): Result<Order['pack']> {
  if (folder === undefined)
    return language === undefined && under === undefined
      ? ok(undefined)
      : refuse('E-USAGE', '--language and --certificate-under belong to --pack');
  const known = LANGUAGES.find((one): one is Language => one === (language ?? 'en'));
  if (known === undefined) return refuse('E-USAGE', `--language is one of ${LANGUAGES.join(', ')}`);
  if (under !== undefined && (under.trim() === '' || under.length > LONGEST_UNDER || !isPlainText(under)))
    return refuse('E-USAGE', `--certificate-under is a line of at most ${LONGEST_UNDER} characters`);
  const free = judgeFolder(folder);
  return free.ok ? ok({ folder, language: known, certificateUnder: under }) : free;
}

interface Audited {
  readonly checks: readonly AuditCheck[];
  /** Of the court pack, where one is asked for. */
  readonly files: readonly PackFile[];
}

async function auditFile({ database, receipts, pack }: Order, io: CommandIo): Promise<Audited> {
  const folder = path.dirname(path.resolve(database));
  const packed = (handle: Handle | undefined, audit: Audit, checks: readonly AuditCheck[]): Audited => ({
    checks,
    files: pack === undefined ? [] : courtPack(sourceOf(handle, audit, checks, folder), pack),
  });
  const opened = openCopyIfNeeded(database);
  if (!opened.ok) {
    const checks: readonly AuditCheck[] = [{ name: 'file', status: 'failed', detail: opened.refusal.detail ?? opened.refusal.code }];
    return packed(undefined, { checks, sound: false }, checks);
  }
  const { handle, done } = opened.value;
  let bar = progress(io, '', 0);
  let told = 0;
  const result = await auditDatabase(handle, (entries, total) => {
    if (told === 0) bar = progress(io, 'audit', total);
    bar.step(entries - told);
    told = entries;
  });
  bar.done();
  const checks = [...result.checks, ...checkScans(result, folder), ...checkAgainst(result, receipts)];
  try {
    return packed(handle, result, checks);
  } finally {
    done();
  }
}

/**
 * Reading a write-ahead database makes two files beside it. Where they are not there already (the app runs, or broke off), or may not
 * be made, a copy is read, and the folder stays untouched.
 */
function openCopyIfNeeded(database: string): Result<{ handle: Handle; done: () => void }> {
  if (!existsSync(`${database}-shm`)) return openCopy(database);
  try {
    const handle = openForReading(database);
    handle.prepare('SELECT count(*) FROM sqlite_schema').get();
    return ok({ handle, done: () => handle.close() });
  } catch (error) {
    return isUnwritable(error) ? openCopy(database) : refuse('E-FILE', error instanceof Error ? error.message : String(error));
  }
}

function isUnwritable(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY');
}

function openCopy(database: string): Result<{ handle: Handle; done: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-audit-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (const end of ['', '-wal'].filter((suffix) => existsSync(`${database}${suffix}`)))
      copyFileSync(`${database}${end}`, path.join(folder, `copy${end}`));
    const handle = openForReading(path.join(folder, 'copy'));
    const done = () => {
      handle.close();
      remove();
    };
    return ok({ handle, done });
  } catch (error) {
    remove();
    return refuse('E-FILE', error instanceof Error ? error.message : String(error));
  }
}

export function checkScans({ journal }: Audit, folder: string): readonly AuditCheck[] {
  if (journal === undefined) return [];
  const digests = [...new Set([...journal.centre().forms.values()].flatMap((form) => form.scans.map((scan) => scan.digest)))];
  if (digests.length > 0 && !existsSync(path.join(folder, 'scans'))) {
    return [
      { name: 'scans', status: 'not checked', detail: `the folder scans is not beside the database; it should hold ${digests.length}` },
    ];
  }
  if (digests.length === 0) return [{ name: 'scans', status: 'passed', detail: 'no scans were attached' }];
  const faults = [...openScans(folder).check(digests)].filter(({ fault }) => fault !== undefined);
  const [first] = faults;
  if (first !== undefined)
    return [{ name: 'scans', status: 'failed', detail: `${faults.length} of ${digests.length}: ${first.digest} is ${first.fault}` }];
  return [{ name: 'scans', status: 'passed', detail: `${digests.length} scans as attached` }];
}

function checkAgainst({ journal, definition }: Audit, receipts: Order['receipts']): readonly AuditCheck[] {
  if (receipts.length === 0 || journal === undefined || definition === undefined) return [];
  const checks = checkList();
  checkReceipts(checks, receipts, { journal, state: 'provisional' });
  return checks.all().map(({ status, detail }) => ({ name: 'receipts', status, detail }));
}

function tell(io: CommandIo, database: string, checks: readonly AuditCheck[], sound: boolean): void {
  io.out(`${printable(database)}\n`);
  for (const check of checks) io.out(checkLine(check));
  io.out(sound ? 'sound\n' : 'ALTERED: do not work with this database; keep it as it is\n');
}
