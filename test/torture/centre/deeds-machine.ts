/** Deeds of the machine and from outside: the program started again, the clock set, a click repeated, word from the national centre. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Command } from '../../../core/decide.ts';
import { contestStateOf } from '../../../core/state.ts';
import type { Office } from '../../../main/office/office.ts';
import { NOTE } from '../../core/world-centre.ts';
import { acknowledging } from '../../core/world-summary.ts';
import { heal } from '../disk/control.ts';
import { openOrCreate } from './founding.ts';
import { type Hall, isOfDisk, worldOf } from './hall.ts';

export async function restart(hall: Hall): Promise<void> {
  const { folder } = hall.office();
  hall.office().close();
  hall.replace(await openAgain(hall, folder));
  if (hall.office().isReadOnly) hall.tell({ is: 'fault', text: 'the centre opens for reading only' });
  hall.acknowledge();
}

const MOST_TRIES = 100;

/** While the disk is in trouble, or another program is there, it is refused in words; it opens when that is over. */
async function openAgain(hall: Hall, folder: string): Promise<Office> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const opened = await openOrCreate(folder, hall.clock);
    if (opened.ok) return opened.value;
    hall.tell({ is: 'refused', deed: 'opening', code: opened.refusal.code });
    heal();
    await setTimeout(50);
  }
  throw new Error('the centre does not open again');
}

const MINUTES = [-600, -61, -5, -1, 3, 60, 900];

/** Somebody sets the clock of the machine, by minutes or hours, forward or back. */
export async function setClock(hall: Hall): Promise<void> {
  hall.clock.set(hall.random.pick(MINUTES) * 60_000);
  await hall.as(hall.random.pick(['ro', 'clerk1']), NOTE);
}

/** A repeated click gets the first answer, and leaves no second act. */
export async function repeat(hall: Hall): Promise<void> {
  const came = await hall.become('clerk2');
  if (!came.ok) return;
  const id = randomUUID();
  const first = hall.office().perform([NOTE], id);
  if (!hall.heard('a note', first)) return;
  const again = hall.office().perform([NOTE], id);
  const isFirst = hall.heard('the note again', again) && again.value.acts[0]?.seq === first.value.acts[0]?.seq;
  if (!isFirst && (again.ok || !isOfDisk(again.refusal))) hall.tell({ is: 'fault', text: 'a repeated click did not get its first answer' });
}

export async function acknowledge(hall: Hall): Promise<void> {
  const world = worldOf(hall.office(), hall.clock);
  const contest = world.centre().contests.find((one) => contestStateOf(world.centre(), one).declared !== undefined);
  if (contest === undefined) return;
  const command: Command = acknowledging(world, contest);
  await hall.as('ro', command);
}
