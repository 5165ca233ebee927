/**
 * `verify --receipt` without a bundle: what an agent can know in the night from a receipt's file or the line of its square code alone,
 * and beside a checkpoint or another receipt. Exit code 0 when everything was checked and holds, 3 when something could not be
 * checked, 1 when anything is wrong.
 */
import { type Alone, type JudgedAlone, judgeAlone } from '../../core/verify-alone.ts';
import { type CommandIo, checkLine, DONE, FAULTY, printable } from './io.ts';

export interface AloneOrder extends Alone {
  readonly json: boolean;
}

const NOT_ALL_CHECKED = 3;

export function verifyAlone(order: AloneOrder, io: CommandIo): number {
  const judged = judgeAlone(order);
  for (const one of judged) tell(io, one, order.json);
  const statuses = judged.flatMap(({ checks }) => checks.map(({ status }) => status));
  if (statuses.includes('failed')) return FAULTY;
  return statuses.includes('not checked') ? NOT_ALL_CHECKED : DONE;
}

function tell(io: CommandIo, { name, checks }: JudgedAlone, json: boolean): void {
  if (json) io.out(`${JSON.stringify({ receipt: name, checks })}\n`);
  else io.out(`${printable(name)}\n${checks.map(checkLine).join('')}`);
}
