/**
 * `node test/bench/hours.ts`: how long a night's keying takes, from what was counted and measured, for one, two and four laptops. The
 * keys per form and per countersignature come from the small day in the windows (`out/day.json`), the machine's time from the bench
 * of the board (`out/board.json`); how fast hands and eyes are is an assumption, and stands beside the table.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';

const OUT = path.join(import.meta.dirname, '../../out');
const counted = z.object({ received: z.number(), entered: z.number(), signed: z.number(), opened: z.number(), accepted: z.number() });
const measured = z.object({ key: z.number(), act: z.number() });

/** Seconds: a key pressed by somebody tired, and what eyes and hands do besides. */
const SECONDS_PER_KEY = 0.4;
const BESIDES = { received: 40, entered: 20, opened: 45, signed: 12, accepted: 5 } as const;
const LAPTOPS = [1, 2, 4] as const;
/** Forms of a night (DOMAIN, Volumes), with eight agents at the centre. */
const NIGHTS = [
  { name: 'median centre', forms: 900, agents: 8 },
  { name: 'largest centre', forms: 1700, agents: 8 },
] as const;

type Step = keyof typeof BESIDES;

function read<T>(file: string, schema: z.ZodMiniType<T>): T {
  return schema.parse(JSON.parse(readFileSync(path.join(OUT, file), 'utf8')));
}

const keys = read('day.json', counted);
const machine = read('board.json', measured);

/** Seconds of one step on one form: keys, what happens besides, and the machine's time for each key and for the act. */
function seconds(step: Step): number {
  const typing = keys[step] * SECONDS_PER_KEY;
  const waiting = (keys[step] * machine.key + machine.act) / 1000;
  return typing + BESIDES[step] + waiting;
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const row = (...cells: readonly string[]) => say(`| ${cells.join(' | ')} |`);

row('step', 'keys', 'hands and eyes, s', 'machine, s', 'in all, s');
row('---', '---', '---', '---', '---');
for (const step of Object.keys(BESIDES) as Step[]) {
  const waiting = (keys[step] * machine.key + machine.act) / 1000;
  row(step, keys[step].toFixed(1), (keys[step] * SECONDS_PER_KEY + BESIDES[step]).toFixed(0), waiting.toFixed(1), seconds(step).toFixed(0));
}
say('');
row(
  'night',
  'forms',
  'entries',
  'countersignatures',
  'person-hours',
  ...LAPTOPS.map((count) => `${count} laptop${count === 1 ? '' : 's'}`),
);
row('---', '---', '---', '---', '---', ...LAPTOPS.map(() => '---'));
for (const { name, forms, agents } of NIGHTS) {
  const perForm = seconds('received') + 2 * seconds('entered') + seconds('opened') + agents * seconds('signed') + seconds('accepted');
  const hours = (forms * perForm) / 3600;
  row(
    name,
    String(forms),
    String(2 * forms),
    String(agents * forms),
    hours.toFixed(0),
    ...LAPTOPS.map((count) => `${(hours / count).toFixed(1)} h`),
  );
}
