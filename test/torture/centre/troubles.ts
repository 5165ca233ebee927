/**
 * Troubles of the disk and the clock, caused around single deeds: the disk is full, cannot be written on or fails from some moment on,
 * the memory stick is pulled in the middle of an export, somebody sets the clock. Afterwards all is well again, and the office must go
 * on. The disk's troubles are made by power.c; without it nothing is caused.
 */
import { existsSync, renameSync } from 'node:fs';
import { constants } from 'node:os';
import { storageRefusal } from '../../../db/storage-trouble.ts';
import { NOTE } from '../../core/world-centre.ts';
import { failDisk, heal } from '../disk/control.ts';
import type { Deed } from './deeds.ts';
import { exportBundle } from './deeds-files.ts';
import { setClock } from './deeds-machine.ts';
import { actAt, type Hall, lineOf } from './hall.ts';

export const TROUBLES = ['full', 'read-only', 'failing', 'stick', 'clock'] as const;
export type Trouble = (typeof TROUBLES)[number];

const { ENOSPC, EROFS, EIO, ENODEV, ENOENT } = constants.errno;
const STICK_ERRORS = [ENOSPC, EROFS, EIO, ENODEV, ENOENT];

/** A deed with this trouble around it. */
export function troubled(trouble: Trouble, deed: Deed): Deed {
  return async (hall) => {
    hall.tell({ is: 'trouble', what: trouble });
    if (trouble === 'clock') return clockSet(hall, deed);
    const pulled = cause(trouble, hall);
    try {
      await (trouble === 'stick' ? exportBundle : deed)(hall);
    } catch (error) {
      // The app's doorway makes a refusal of it in the same way.
      const refused = storageRefusal(error);
      if (refused === undefined) throw error;
      hall.tell({ is: 'refused', deed: 'through the doorway', code: refused.code });
    } finally {
      heal();
      pulled();
    }
    await goesOn(hall, trouble);
  };
}

/** Answers what ends the trouble. */
function cause(trouble: Trouble, hall: Hall): () => void {
  const { random, stick } = hall;
  const { folder } = hall.office();
  if (trouble === 'full') failDisk(ENOSPC, random.below(random.pick([1, 5000, 100_000])), folder);
  if (trouble === 'read-only') failDisk(EROFS, random.below(random.pick([1, 10])), folder);
  if (trouble === 'failing') failDisk(EIO, random.below(random.pick([1, 10, 100])), folder);
  if (trouble !== 'stick') return () => undefined;
  if (random.chance(0.8)) {
    failDisk(random.pick(STICK_ERRORS), random.below(random.pick([3, 30, 300, 100_000])), stick);
    return () => undefined;
  }
  const away = `${stick}-pulled`;
  const pulled = setTimeout(() => renameSync(stick, away), random.below(800));
  return () => {
    clearTimeout(pulled);
    if (existsSync(away)) renameSync(away, stick);
  };
}

/** With the disk well again, an official's note is recorded. */
async function goesOn(hall: Hall, trouble: Trouble): Promise<void> {
  const noted = await hall.as('ro', NOTE);
  if (!noted.ok && noted.refusal.code !== 'R-CENTRE-NOT-OPEN')
    hall.tell({ is: 'fault', text: `after trouble (${trouble}) the office does not go on: ${lineOf(noted.refusal)}` });
}

/** What is appended first afterwards says that the clock was set, from when to when. */
async function clockSet(hall: Hall, deed: Deed): Promise<void> {
  const { size } = hall.office().head();
  await setClock(hall);
  const first = actAt(hall.office(), size);
  if (first !== undefined && first.kind !== 'clock-jumped')
    hall.tell({ is: 'fault', text: `the clock was set, and ${first.kind} came first` });
  await deed(hall);
  await goesOn(hall, 'clock');
}
