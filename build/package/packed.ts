/**
 * Looks at an app that was just packed: is every file in it that must be, and none that must not? A package with a stray file is not
 * made at all.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { filesOf, nativeName, type Target } from './files.ts';

const SHOWN = 10;

/** The folder beside the program in which the archive lies. */
export function resourcesIn({ system }: Target, unpacked: string): string {
  return system === 'darwin' ? path.join(unpacked, 'Countersign.app/Contents/Resources') : path.join(unpacked, 'resources');
}

/** What is wrong with the archive in a packed app, in one sentence; undefined when it holds exactly what it must. */
export function archiveFault(root: string, target: Target, unpacked: string): string | undefined {
  const resources = resourcesIn(target, unpacked);
  const fault = difference(filesOf(root, target), archivedIn(path.join(resources, 'app.asar')), 'the archive');
  if (fault !== undefined) return fault;
  const outside = path.join(resources, 'app.asar.unpacked');
  return difference([`node_modules/better-sqlite3/prebuilds/${nativeName(target)}`], filesBelow(outside), 'the folder beside the archive');
}

/** The files of an archive, without its folders. */
export function archivedIn(archive: string): readonly string[] {
  const all = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/').slice(1));
  const folders = new Set(all.map((name) => path.posix.dirname(name)));
  return all.filter((name) => !folders.has(name)).sort();
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

function difference(wanted: readonly string[], found: readonly string[], where: string): string | undefined {
  const [wantedSet, foundSet] = [new Set(wanted), new Set(found)];
  const [missing, stray] = [wanted.filter((name) => !foundSet.has(name)), found.filter((name) => !wantedSet.has(name))];
  if (missing.length + stray.length === 0) return undefined;
  return `${where} lacks ${shown(missing)}, and holds without need ${shown(stray)}`;
}

function shown(names: readonly string[]): string {
  if (names.length === 0) return 'nothing';
  return names.length <= SHOWN ? names.join(', ') : `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`;
}
