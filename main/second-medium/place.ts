/** Whether a folder can be a second medium at all, and whether it would be lost together with the data folder. */
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result, refuse } from '../../core/result.ts';
import { withFile } from '../define/files.ts';

/** The folder as it will be kept, or why it cannot be a second medium. */
export function judgePlace(folder: string, wanted: string): Result<string> {
  const place = path.resolve(wanted);
  const looked = withFile(place, () => {
    accessSync(place, constants.W_OK);
    return { isFolder: statSync(place).isDirectory(), inside: path.relative(realpathSync(folder), realpathSync(place)) };
  });
  if (!looked.ok) return looked;
  if (!looked.value.isFolder) return refuse('E-FILE', 'it is no folder', place);
  const isInside = looked.value.inside.split(path.sep)[0] !== '..' && !path.isAbsolute(looked.value.inside);
  return isInside ? refuse('R-MEDIUM-INSIDE', place) : ok(place);
}

/** On one disk both are lost together; a place that is not there is on no disk. */
export function isSameDisk(folder: string, place: string): boolean {
  const there = statSync(place, { throwIfNoEntry: false });
  return there !== undefined && there.dev === statSync(folder).dev;
}
