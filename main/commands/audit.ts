/**
 * `audit`: the start-up check on a database file, reading only. It says which promise is broken and where, and repairs nothing.
 * Exit code 0 sound, 1 altered, 2 unusable arguments.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkList } from '../../core/checks.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { checkReceipts } from '../../core/verify-receipts.ts';
import { type Audit, type AuditCheck, auditDatabase } from '../../db/check.ts';
import { type Handle, openForReading } from '../../db/database.ts';
import { openScans } from '../../db/scans.ts';
import { readBytes } from '../define/files.ts';
import { progress } from '../progress.ts';
import { type CommandIo, checkLine, DONE, FAULTY, faultLine, printable, readOptions, UNUSABLE } from './io.ts';

const USAGE = `usage: countersign audit DATABASE [--receipt FILE]… [--json]

Checks every page, leaf, root, signature, rule and row of a centre's database, and its scans. Exit code: 0 sound, 1 altered.
--receipt  what an agent took away: a journal that was cut off no longer has it
`;
const OPTIONS = { receipt: { type: 'string', multiple: true }, json: { type: 'boolean' } } as const;

interface Order {
  readonly database: string;
  readonly receipts: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly json: boolean;
}

export async function audit(args: readonly string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.err(order.refusal.code === 'E-USAGE' ? `${order.refusal.detail}\n${USAGE}` : faultLine(order.refusal));
    return UNUSABLE;
  }
  const checks = await auditFile(order.value, io);
  const sound = checks.every(({ status }) => status !== 'failed');
  if (order.value.json) io.out(`${JSON.stringify({ database: order.value.database, sound, checks })}\n`);
  else tell(io, order.value.database, checks, sound);
  return sound ? DONE : FAULTY;
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
  return ok({ database, receipts, json: values.json === true });
}

async function auditFile({ database, receipts }: Order, io: CommandIo): Promise<readonly AuditCheck[]> {
  const opened = openCopyIfNeeded(database);
  if (!opened.ok) return [{ name: 'file', status: 'failed', detail: opened.refusal.detail ?? opened.refusal.code }];
  const { handle, done } = opened.value;
  let bar = progress(io, '', 0);
  let told = 0;
  const result = await auditDatabase(handle, (entries, total) => {
    if (told === 0) bar = progress(io, 'audit', total);
    bar.step(entries - told);
    told = entries;
  });
  bar.done();
  const checks = [...result.checks, ...checkScans(result, path.dirname(path.resolve(database))), ...checkAgainst(result, receipts)];
  done();
  return checks;
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
  const manifest = { election: definition.digest, journal: journal.centre().journal };
  checkReceipts(checks, receipts, { manifest, journal, state: 'provisional' });
  return checks.all().map(({ status, detail }) => ({ name: 'receipts', status, detail }));
}

function tell(io: CommandIo, database: string, checks: readonly AuditCheck[], sound: boolean): void {
  io.out(`${printable(database)}\n`);
  for (const check of checks) io.out(checkLine(check));
  io.out(sound ? 'sound\n' : 'ALTERED: do not work with this database; keep it as it is\n');
}
