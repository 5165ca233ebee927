/**
 * `backup`: brings a second medium up to date with a centre's database and puts a full, verified copy on it, while the app is not
 * running. The database is checked first and only read; a medium that is not the beginning of this journal is not written to.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result, refuse } from '../../core/result.ts';
import { auditDatabase, stateOf } from '../../db/check.ts';
import { openForReading } from '../../db/database.ts';
import { copyDatabase } from '../../db/medium-copy.ts';
import { withFile } from '../define/files.ts';
import { progress } from '../progress.ts';
import { faultOfDisk } from '../second-medium/disk-fault.ts';
import { judgePlace } from '../second-medium/place.ts';
import { openTail, type TailReport } from '../second-medium/tail.ts';
import { type CommandIo, DONE, FAULTY, faultLine, printable, readOptions, UNUSABLE } from './io.ts';

const USAGE = `usage: countersign backup DATABASE --to MEDIUM [--json]

Writes every act, scan and key file that a second medium lacks, and a full copy of the database, verified as a whole.
--to    the memory stick or disk; the centre gets a folder of its own on it
Exit code: 0 up to date, 1 refused, 2 unusable arguments.
`;
const OPTIONS = { to: { type: 'string' }, json: { type: 'boolean' } } as const;

interface Order {
  readonly database: string;
  readonly medium: string;
  readonly json: boolean;
}
interface BackedUp {
  readonly folder: string;
  readonly size: number;
  readonly root: string;
}

export async function backup(args: readonly string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.err(`${order.refusal.detail}\n${USAGE}`);
    return UNUSABLE;
  }
  const done = await write(order.value, io);
  if (!done.ok) {
    io.err(faultLine(done.refusal));
    return FAULTY;
  }
  const { folder, size, root } = done.value;
  io.out(
    order.value.json
      ? `${JSON.stringify(done.value)}\n`
      : `${printable(folder)}\n  ${size} acts, root ${root.slice(0, 16)}…; the full copy is verified\n`,
  );
  return DONE;
}

function readOrder(args: readonly string[]): Result<Order> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  if (!options.ok) return options;
  const { values, positionals } = options.value;
  const [database, ...more] = positionals;
  if (database === undefined || more.length > 0) return refuse('E-USAGE', 'name one database file');
  if (values.to === undefined) return refuse('E-USAGE', '--to is needed');
  return ok({ database, medium: values.to, json: values.json === true });
}

async function write({ database, medium }: Order, io: CommandIo): Promise<Result<BackedUp>> {
  for (const place of [database, medium]) if (!existsSync(place)) return refuse('E-FILE', 'there is no such file or folder', place);
  const folder = path.dirname(path.resolve(database));
  const place = judgePlace(folder, medium);
  if (!place.ok) return place;
  const fault = await faultIn(database);
  if (fault !== undefined) return { ok: false, refusal: fault };
  const report = followUp(database, folder, medium, io);
  if (report.state !== 'current' || report.folder === undefined) return refuseFor(report, medium);
  return copy(database, report.folder, io);
}

async function faultIn(database: string) {
  const opened = withFile(database, () => openForReading(database));
  if (!opened.ok) return opened.refusal;
  try {
    const audit = await auditDatabase(opened.value);
    const failed = audit.checks.find(({ status }) => status === 'failed');
    const detail = `the database was altered: ${failed?.name}: ${failed?.detail}`;
    return stateOf(audit) === undefined ? ({ code: 'R-READ-ONLY', detail, place: database } as const) : undefined;
  } finally {
    opened.value.close();
  }
}

function followUp(database: string, folder: string, medium: string, io: CommandIo): TailReport {
  const tail = openTail({ database, folder, medium });
  try {
    let isMore = tail.step();
    const { size, behind, filesBehind } = tail.report();
    const bar = progress(io, 'acts', behind + filesBehind);
    let before = size;
    while (isMore) {
      isMore = tail.step();
      bar.step(Math.max(1, tail.report().size - before));
      before = tail.report().size;
    }
    bar.done();
    return tail.report();
  } finally {
    tail.close();
  }
}

function refuseFor({ fault, state }: TailReport, medium: string): Result<never> {
  const isOther = state === 'other' || fault?.code === 'damaged';
  return refuse(isOther ? 'R-MEDIUM-OTHER' : 'E-FILE', fault?.detail ?? 'the centre is not created yet', medium);
}

async function copy(database: string, folder: string, io: CommandIo): Promise<Result<BackedUp>> {
  let bar = progress(io, '', 0);
  let told = 0;
  const onProgress = (done: number, total: number) => {
    if (told === 0) bar = progress(io, 'copy', total);
    bar.step(done - told);
    told = done;
  };
  try {
    const made = await copyDatabase(database, folder, onProgress);
    return made.ok ? ok({ folder, ...made.value }) : made;
  } catch (error) {
    return refuse('E-FILE', faultOfDisk(error).detail, folder);
  } finally {
    bar.done();
  }
}
