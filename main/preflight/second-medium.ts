/** Is the second medium there, can it be written to, and is it really another one? A copy on the same disk is lost together with it. */
import { existsSync } from 'node:fs';
import { inTrialFolder, lookAtSpace } from './disk.ts';
import { type Finding, found, notChecked } from './finding.ts';
import type { Machine } from './machine.ts';

const NAME = 'second';

/** `data` is the folder, or one above it, on the disk that the second medium must not be. */
export function lookAtSecondMedium(folder: string | undefined, data: string, machine: Machine): Finding {
  if (folder === undefined) return notChecked(NAME, 'name its folder with --second=DIR');
  if (!existsSync(folder)) return found(NAME, false, `${folder} is not there`);
  const [finding = notChecked(NAME, folder)] = inTrialFolder(folder, {
    works: (trial) => [describe(folder, trial, data, machine)],
    fails: (why) => [found(NAME, false, `${folder}: ${why}`)],
  });
  return finding;
}

function describe(folder: string, trial: string, data: string, machine: Machine): Finding {
  const space = lookAtSpace(NAME, folder, machine);
  const { middle } = machine.timesToDisk(trial);
  const isAnother = machine.disk(folder).device !== machine.disk(data).device;
  const which = isAnother ? 'on another disk' : 'on the same disk as the data';
  const detail = `${folder}, ${which}, ${space.detail}, ${middle} ms to the disk`;
  return found(NAME, isAnother && space.status === 'passed', detail, { ...space.figures, middle });
}
