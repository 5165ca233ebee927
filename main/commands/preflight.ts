/**
 * `preflight`: is this machine fit for the night? For whoever installs many: one line a question, or all of it as JSON, and an exit
 * code. It changes nothing and leaves nothing behind. Exit code 0 nothing failed, 1 something failed, 2 unusable arguments.
 */
import path from 'node:path';
import { ok, type Result, refuse } from '../../core/result.ts';
import { usualDataFolder } from '../data-folder.ts';
import { lookAtDataFolder, nearestThatExists } from '../preflight/disk.ts';
import { type Finding, notChecked, QUESTIONS, type Question } from '../preflight/finding.ts';
import { type Machine, thisMachine } from '../preflight/machine.ts';
import { lookAtProgram } from '../preflight/program.ts';
import { lookAtSecondMedium } from '../preflight/second-medium.ts';
import { lookAround } from '../preflight/surroundings.ts';
import { SOFTWARE } from '../software.ts';
import { type CommandIo, checkLine, DONE, FAULTY, faultLine, readOptions, UNUSABLE } from './io.ts';

const USAGE = `usage: countersign preflight [--data=DIR] [--second=DIR] [--without QUESTION]… [--json]

Looks whether this machine is fit for a tallying centre. Exit code: 0 nothing failed, 1 something failed.
--data     where the app will keep its data, if not in the usual place
--second   a folder on the second medium, such as a memory stick
--without  a question that is not to be asked: ${QUESTIONS.join(', ')}
`;
const OPTIONS = {
  data: { type: 'string' },
  second: { type: 'string' },
  without: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

interface Order {
  readonly data: string;
  readonly second: string | undefined;
  readonly without: ReadonlySet<string>;
  readonly json: boolean;
}

/** `machine` is the one it runs on. */
export async function preflight(args: readonly string[], io: CommandIo, machine: Machine = thisMachine()): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.err(order.refusal.code === 'E-USAGE' ? `${order.refusal.detail}\n${USAGE}` : faultLine(order.refusal));
    return UNUSABLE;
  }
  const findings = lookAtMachine(order.value, machine);
  const failed = findings.filter(({ status }) => status === 'failed').length;
  const summary = { software: SOFTWARE, machine: { platform: machine.platform, at: machine.now().toISOString() }, fit: failed === 0 };
  if (order.value.json) io.out(`${JSON.stringify({ ...summary, checks: findings })}\n`);
  else io.out(`${findings.map(checkLine).join('')}${failed === 0 ? 'nothing failed' : `${failed} failed`}\n`);
  return failed === 0 ? DONE : FAULTY;
}

function readOrder(args: readonly string[]): Result<Order> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true });
  if (!options.ok) return options;
  const { data = usualDataFolder(), second, without = [], json = false } = options.value.values;
  if (data === '' || second === '') return refuse('E-USAGE', 'a folder has a name');
  const unknown = without.find((name) => !QUESTIONS.some((known) => known === name));
  if (unknown !== undefined) return refuse('E-USAGE', `--without ${unknown}: there is no such question`);
  return ok({ data: path.resolve(data), second: second === undefined ? undefined : path.resolve(second), without: new Set(without), json });
}

/** In the order of the questions; each is asked unless it is to be left out. */
function lookAtMachine({ data, second, without }: Order, machine: Machine): readonly Finding[] {
  const asked: readonly Finding[] = [
    ...lookAtProgram(machine),
    ...lookAtDataFolder(data, machine),
    lookAtSecondMedium(second, nearestThatExists(data), machine),
    ...lookAround(machine),
  ];
  return asked.map((finding) => (without.has(finding.name) ? leftOut(finding.name) : finding));
}

function leftOut(name: Question): Finding {
  return notChecked(name, 'left out, as asked');
}
