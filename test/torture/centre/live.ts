/**
 * A centre that lives until somebody kills it: opens or founds itself in a folder, looks at what the last blow left, and then does one
 * deed after the other. It is a program of its own; its orders come as one JSON argument.
 */
import { readFileSync } from 'node:fs';
import { provideNative } from '../../../db/native.ts';
import { seeded } from '../../../main/seeded.ts';
import { tornClock } from './clock.ts';
import { drawDeed } from './deeds.ts';
import { establish, openOrCreate } from './founding.ts';
import { lineOf, openHall } from './hall.ts';
import { inspect } from './inspect.ts';
import { type Tell, type Told, teller, toldIn } from './told.ts';
import { type Trouble, troubled } from './troubles.ts';

/** How a centre is to live. */
export interface Life {
  readonly folder: string;
  readonly stick: string;
  /** Where a second medium may be kept. */
  readonly medium?: string;
  readonly seed: number;
  readonly start: string;
  /** Where to tell: a file, or an open pipe. */
  readonly tellTo: string | number;
  /** A file with what was told in earlier lives. */
  readonly promises: string;
  /** Deeds after which it leaves by itself. */
  readonly deeds: number;
  /** What troubles every second deed. */
  readonly trouble?: Trouble;
}

async function live(life: Life, tell: Tell): Promise<void> {
  const random = seeded(life.seed);
  const clock = tornClock(life.start);
  tell({ is: 'begin', deed: 'the centre opened' });
  const opened = await openOrCreate(life.folder, clock);
  if (!opened.ok) return tell({ is: 'fault', text: `the centre does not open: ${lineOf(opened.refusal)}` });
  const promises = toldIn(readFileSync(life.promises, 'utf8'));
  const found = await inspect(opened.value, life.stick, promises);
  tell({ is: 'opened', faults: found });
  if (found.length > 0) return opened.value.close();
  const { stick, medium } = life;
  const places = { stick, ...(medium === undefined ? {} : { medium }) };
  const hall = openHall({ office: opened.value, clock, ...places, random, tell, known: 1 + lastIn(promises) });
  hall.acknowledge();
  tell({ is: 'begin', deed: 'the centre founded and staffed' });
  if (!(await establish(hall))) return tell({ is: 'fault', text: 'the centre cannot be founded and staffed' });
  tell({ is: 'end', deed: 'the centre founded and staffed' });
  for (let done = 0; done < life.deeds; done += 1) {
    const [name, deed] = drawDeed(random);
    tell({ is: 'begin', deed: name });
    const isTroubled = life.trouble !== undefined && random.chance(0.5);
    await (isTroubled && life.trouble !== undefined ? troubled(life.trouble, deed) : deed)(hall);
    tell({ is: 'end', deed: name });
  }
  hall.office().close();
}

/** The last act of all that were acknowledged. */
function lastIn(promises: readonly Told[]): number {
  return promises.reduce((last, told) => (told.is === 'act' ? Math.max(last, told.seq) : last), -1);
}

provideNative();
const life = JSON.parse(process.argv[2] ?? '') as Life;
const tell = teller(life.tellTo);
process.on('uncaughtException', (error) => {
  tell({ is: 'fault', text: `the program stopped: ${error.stack}` });
  process.exit(70);
});
await live(life, tell);
