/**
 * The torture program: `npm run torture -- MINUTES [--seed N] [--only NAME]`. It divides the time among all torments, plays each as
 * long as its share lasts, and prints one line for each: what was tried, and how much was lost, missed or crashed. The aim is none;
 * anything else is told with what is needed to play it again, and ends with exit code 1.
 */
import { parseArgs } from 'node:util';
import { bitFlips } from './bit-flips.ts';
import { cells } from './cells.ts';
import { cuts } from './cuts.ts';
import { doorwayCalls } from './doorway-calls.ts';
import { kills } from './kills.ts';
import { mutatedBundles } from './mutated-bundles.ts';
import { parsers } from './parsers.ts';
import { restores } from './restores.ts';
import { schema } from './schema.ts';
import type { Tally, Torment } from './torment.ts';
import { troubles } from './troubles.ts';
import { twice } from './twice.ts';

const TORMENTS: readonly Torment[] = [
  kills,
  cuts,
  ...troubles,
  twice,
  restores,
  bitFlips,
  cells,
  schema,
  parsers,
  mutatedBundles,
  doorwayCalls,
];
const USAGE = `usage: npm run torture -- MINUTES [--seed N] [--only NAME]

NAME is one of: ${TORMENTS.map(({ name }) => name).join(', ')}
`;
const MINUTE = 60_000;

interface Order {
  readonly minutes: number;
  readonly seed: number;
  readonly torments: readonly Torment[];
}

function readOrder(args: readonly string[]): Order | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { seed: { type: 'string' }, only: { type: 'string' } },
    allowPositionals: true,
  });
  const minutes = Number(positionals[0]);
  const seed = Number(values.seed ?? Date.now() % 2 ** 32);
  const torments = TORMENTS.filter(({ name }) => values.only === undefined || name === values.only);
  const isSound = minutes > 0 && Number.isSafeInteger(seed) && torments.length > 0 && positionals.length === 1;
  return isSound ? { minutes, seed, torments } : undefined;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function lineOf({ name }: Torment, { tried, faults, counts = {} }: Tally, seconds: number): string {
  const more = Object.entries(counts).map(([what, count]) => `, ${count} ${what}`);
  return `${name}: ${tried} tried${more.join('')}, ${faults.length} lost, missed or crashed (${seconds.toFixed(0)} s)`;
}

async function torture({ minutes, seed, torments }: Order): Promise<boolean> {
  const share = (minutes * MINUTE) / torments.length;
  const lines: string[] = [];
  let isSound = true;
  for (const torment of torments) {
    const began = performance.now();
    say(`== ${torment.name}, seed ${seed}, about ${(share / 1000).toFixed(0)} s ==`);
    const tally = await torment.run({ seed, rounds: Number.MAX_SAFE_INTEGER, isOver: () => performance.now() - began > share, tell: say });
    for (const fault of tally.faults) say(`FAULT ${fault}\n  again: npm run torture -- ${minutes} --seed ${seed} --only '${torment.name}'`);
    lines.push(lineOf(torment, tally, (performance.now() - began) / 1000));
    isSound = isSound && tally.faults.length === 0;
  }
  say(`\n${lines.join('\n')}`);
  return isSound;
}

const order = readOrder(process.argv.slice(2));
if (order === undefined) process.stderr.write(USAGE);
process.exitCode = order === undefined ? 2 : (await torture(order)) ? 0 : 1;
