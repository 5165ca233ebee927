/**
 * A restore puts everything together in a hidden folder beside its target, which gets its name at the end. Where the program is killed
 * meanwhile, half a centre stays in it, with a device key that nobody may find. Such folders are removed when the next restore begins
 * beside them and when the app starts; never one in which a program still works, for whoever works in one holds it.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { holdFolder, LOCK_FILE } from '../../db/holding.ts';

const HALF_MADE = /^\.restoring-[0-9a-f]{16}$/;

/** Beside the target, for only there can it take its name in one step; hidden from the list of centres. */
export function temporaryFor(target: string): string {
  return path.join(path.dirname(path.resolve(target)), `.restoring-${randomBytes(8).toString('hex')}`);
}

/** Removes what killed restores left in this folder. What cannot be removed stays until the next time. */
export function removeHalfMade(folder: string): void {
  for (const name of namesIn(folder)) removeUnheld(path.join(folder, name));
}

/** Folders only: what a link of that name points to belongs to somebody else. */
function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { withFileTypes: true });
  return found.filter((entry) => entry.isDirectory() && HALF_MADE.test(entry.name)).map(({ name }) => name);
}

function removeUnheld(place: string): void {
  try {
    const inside = readdirSync(place);
    // An empty one keeps no secret, and somebody may be about to hold it.
    if (inside.length === 0) return;
    const held = holdFolder(place);
    if (!held.ok) return;
    try {
      for (const name of inside.filter((one) => one !== LOCK_FILE)) rmSync(path.join(place, name), { recursive: true, force: true });
    } finally {
      held.value();
    }
    rmSync(place, { recursive: true, force: true });
  } catch {
    // A disk that will not do it now is asked again; nothing that is listed or opened depends on it.
  }
}
