/** Is the second medium there, can it be written to, and is it really another one? A copy on the same disk is lost together with it. */
import { existsSync, statSync } from 'node:fs';
import { inTrialFolder, lookAtSpace, timesToDisk } from './disk.ts';
import { type Finding, found, notChecked } from './finding.ts';

const NAME = 'second';

/** `data` is the folder, or one above it, on the disk that the second medium must not be. */
export function lookAtSecondMedium(folder: string | undefined, data: string): Finding {
  if (folder === undefined) return notChecked(NAME, 'name its folder with --second=DIR');
  if (!existsSync(folder)) return found(NAME, false, `${folder} is not there`);
  const [finding = notChecked(NAME, folder)] = inTrialFolder(folder, {
    works: (trial) => [describe(folder, trial, data)],
    fails: (why) => [found(NAME, false, `${folder}: ${why}`)],
  });
  return finding;
}

function describe(folder: string, trial: string, data: string): Finding {
  const space = lookAtSpace(NAME, folder);
  const { middle } = timesToDisk(trial);
  const isAnother = statSync(folder).dev !== statSync(data).dev;
  const which = isAnother ? 'on another disk' : 'on the same disk as the data';
  return found(NAME, isAnother && space.status === 'passed', `${folder}, ${which}, ${space.detail}, ${middle} ms to the disk`, {
    ...space.figures,
    middle,
  });
}
