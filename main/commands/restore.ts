/**
 * `restore`: a centre again from its second medium, in a new folder on a new device. It says what is known to be lost; the work goes on
 * only when two officials have signed that in the app.
 */
import path from 'node:path';
import { ok, type Result, refuse } from '../../core/result.ts';
import { readBytes } from '../define/files.ts';
import { type Progress, progress } from '../progress.ts';
import type { BroughtFile, OnRestoreProgress, Restored } from '../second-medium/contract.ts';
import { faultOfDisk } from '../second-medium/disk-fault.ts';
import { temporaryFor } from '../second-medium/half-made.ts';
import { restore as restoreMedium } from '../second-medium/restore.ts';
import { type CommandIo, DONE, FAULTY, faultLine, printable, readOptions, UNUSABLE } from './io.ts';

const USAGE = `usage: countersign restore --from MEDIUM --to NEWFOLDER [--receipt FILE]… [--checkpoint FILE]… [--json]

Puts a centre together again from its second medium: the newest sound copy, and every sound act after it.
--from        the memory stick or disk, or the centre's folder on it; nothing on it is changed
--to          a folder that does not exist yet
--receipt     what an agent took away, and
--checkpoint  a signed head: where they are newer than the medium, the journal will name what is lost
Exit code: 0 restored, nothing known to be lost; 1 refused, or acts are known to be lost; 2 unusable arguments.
`;
const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  receipt: { type: 'string', multiple: true },
  checkpoint: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

interface Order {
  readonly medium: string;
  readonly target: string;
  readonly files: readonly BroughtFile[];
  readonly json: boolean;
}

export async function restore(args: readonly string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.err(order.refusal.code === 'E-USAGE' ? `${order.refusal.detail}\n${USAGE}` : faultLine(order.refusal));
    return UNUSABLE;
  }
  const { medium, target, files, json } = order.value;
  const done = await run({ medium, target, files }, io);
  if (!done.ok) {
    io.err(faultLine(done.refusal));
    return FAULTY;
  }
  io.out(json ? `${JSON.stringify(done.value)}\n` : told(done.value));
  return done.value.later.length > 0 ? FAULTY : DONE;
}

function readOrder(args: readonly string[]): Result<Order> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false });
  if (!options.ok) return options;
  const { from, to, receipt = [], checkpoint = [], json } = options.value.values;
  if (from === undefined || to === undefined) return refuse('E-USAGE', '--from and --to are needed');
  const files: BroughtFile[] = [];
  for (const file of [...receipt, ...checkpoint]) {
    const bytes = readBytes(file);
    if (!bytes.ok) return bytes;
    files.push({ name: path.basename(file), bytes: bytes.value });
  }
  return ok({ medium: from, target: to, files, json: json === true });
}

async function run(order: Omit<Order, 'json'>, io: CommandIo): Promise<Result<Restored>> {
  const bars = barOfEachStep(io);
  try {
    return await restoreMedium({ ...order, temporary: temporaryFor(order.target) }, bars.onProgress);
  } catch (error) {
    return refuse('E-FILE', faultOfDisk(error).detail, order.medium);
  } finally {
    bars.done();
  }
}

function barOfEachStep(io: CommandIo): { readonly onProgress: OnRestoreProgress; done(): void } {
  let bar: Progress | undefined;
  let [shown, told] = ['', 0];
  const onProgress: OnRestoreProgress = (step, done, total) => {
    if (step !== shown) {
      bar?.done();
      bar = progress(io, step, total);
      [shown, told] = [step, 0];
    }
    bar?.step(done - told);
    told = done;
  };
  return { onProgress, done: () => bar?.done() };
}

function told({ folder, backup, fromCopy, fromLines, scans, keys, later, lost, faults }: Restored): string {
  const ground = fromCopy === undefined ? '' : `a copy of ${fromCopy} acts and `;
  const heads = later.map(({ source, size, root }) => `  LOST     ${printable(source)} names ${size} acts, root ${root.slice(0, 16)}…\n`);
  const known =
    later.length === 0 ? '  nothing is known to be lost\n' : `  ${lost} acts are known to be lost; the journal will name them\n`;
  return [
    `${printable(folder)}\n`,
    `  ${backup.size} acts, root ${backup.root.slice(0, 16)}…, from ${ground}${fromLines} lines\n`,
    `  ${scans.copied} scans${scans.missing === 0 ? '' : `, ${scans.missing} MISSING`}, ${keys} key files\n`,
    ...faults.map(({ code, detail }) => `  ${code.padEnd(7)}  ${printable(detail)}\n`),
    ...heads,
    known,
    '  open this folder in the app: two officials confirm the restore before the work goes on\n',
  ].join('');
}
