/**
 * `export`: a contest's bundle again from a centre's database, on any day: a declared version gives the bytes it gave before. The
 * database is checked first and only read; the device key has to be beside it.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { EDITIONS, type Edition } from '../../core/bundle.ts';
import type { PageBeside } from '../../core/contract/declare.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { auditDatabase, stateOf } from '../../db/check.ts';
import { openForReading } from '../../db/database.ts';
import { DEVICE_KEY_FILE, deviceKey } from '../../db/device-key.ts';
import { journalReader } from '../../db/journal-store.ts';
import { systemRandom } from '../../db/random.ts';
import { openScans } from '../../db/scans.ts';
import { onStorage } from '../../db/storage-trouble.ts';
import { bundleOf, type ExportOrder, writeBundle } from '../bundle/export.ts';
import { withFile } from '../define/files.ts';
import { putVerifierPage, VERIFIER_PAGE } from '../export/verifier-page.ts';
import { renderingsFor } from '../papers/renderings.ts';
import { type CommandIo, DONE, FAULTY, faultLine, readOptions, UNUSABLE } from './io.ts';

const USAGE = `usage: countersign export DATABASE --contest ID --out FILE [--edition official|public] [--version N]

--edition  official holds the scans (the default); public names them by digest
--version  an earlier declared version; the latest by default
`;
const OPTIONS = { contest: { type: 'string' }, out: { type: 'string' }, edition: { type: 'string' }, version: { type: 'string' } } as const;

const PAGE_SAYS: Readonly<Record<PageBeside, string>> = {
  written: `${VERIFIER_PAGE} written beside it`,
  same: `${VERIFIER_PAGE} is beside it already`,
  other: `another ${VERIFIER_PAGE} is beside it already, and was left`,
  missing: `${VERIFIER_PAGE} was not built here (npm run build), so none was written beside it`,
  failed: `${VERIFIER_PAGE} could not be written beside it`,
};

interface Order extends ExportOrder {
  readonly database: string;
  readonly out: string;
}

/** Exit codes: 0 written, 1 refused, 2 unusable arguments. */
export async function exportCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.err(`${order.refusal.detail}\n${USAGE}`);
    return UNUSABLE;
  }
  const written = await write(order.value);
  if (!written.ok) {
    io.err(faultLine(written.refusal));
    return FAULTY;
  }
  io.out(written.value);
  return DONE;
}

function readOrder(args: readonly string[]): Result<Order> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  if (!options.ok) return options;
  const { values, positionals } = options.value;
  const { contest, out, edition = 'official', version } = values;
  const [database, ...more] = positionals;
  if (database === undefined || more.length > 0) return refuse('E-USAGE', 'name one database file');
  if (contest === undefined || out === undefined) return refuse('E-USAGE', '--contest and --out are needed');
  if (isKept(out, database)) return refuse('E-USAGE', '--out would overwrite what the centre keeps');
  if (!isEdition(edition)) return refuse('E-USAGE', `--edition is one of ${EDITIONS.join(', ')}`);
  if (version !== undefined && !/^[1-9][0-9]{0,5}$/.test(version)) return refuse('E-USAGE', '--version is a whole number from 1');
  return ok({ database, contest, out, edition, ...(version === undefined ? {} : { version: Number(version) }) });
}

/** A bundle must never take the place of the database or the device key. */
function isKept(out: string, database: string): boolean {
  const kept = [database, `${database}-wal`, `${database}-shm`, path.join(path.dirname(database), DEVICE_KEY_FILE)];
  return kept.some((file) => path.resolve(file) === path.resolve(out));
}

function isEdition(text: string): text is Edition {
  return (EDITIONS as readonly string[]).includes(text);
}

async function write(order: Order): Promise<Result<string>> {
  const folder = path.dirname(path.resolve(order.database));
  if (!existsSync(order.database)) return refuse('E-FILE', 'there is no such file', order.database);
  if (!existsSync(path.join(folder, DEVICE_KEY_FILE)))
    return refuse('E-FILE', `the device key ${DEVICE_KEY_FILE} is not beside the database`, folder);
  const opened = withFile(order.database, () => openForReading(order.database));
  if (!opened.ok) return opened;
  const handle = opened.value;
  try {
    const audit = await auditDatabase(handle);
    const centre = stateOf(audit);
    const fault = audit.checks.find(({ status }) => status === 'failed');
    if (centre === undefined) return refuse('R-READ-ONLY', `the database was altered: ${fault?.name}: ${fault?.detail}`, order.database);
    const device = onStorage(() => ok(deviceKey(folder, systemRandom)));
    if (!device.ok) return device;
    const source = { centre, store: journalReader(handle), scans: openScans(folder), device: device.value };
    const renderings = await renderingsFor(source, order);
    if (!renderings.ok) return renderings;
    const bundle = bundleOf(source, { ...order, renderings: renderings.value });
    if (!bundle.ok) return bundle;
    const written = withFile(order.out, () => writeBundle(order.out, bundle.value));
    if (!written.ok) return written;
    const { content, state } = bundle.value;
    const page = withFile(order.out, () => putVerifierPage(path.dirname(path.resolve(order.out))));
    return ok(
      `${order.out}\n  ${content.contest.title}, version ${content.version}, ${state === 'declared' ? content.word : 'PROVISIONAL'}, ${order.edition} edition\n  ${page.ok ? PAGE_SAYS[page.value] : PAGE_SAYS.failed}\n`,
    );
  } finally {
    handle.close();
  }
}
