/**
 * The app as it is opened: built from its sources into `out/app`, again whenever a source is younger than what was built.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildIsDue } from './choice.ts';

const SOURCES = ['core', 'db', 'main', 'renderer', 'build', 'package.json', 'package-lock.json'];
const BUILT = path.join('out', 'app', 'main', 'app.js');

function changedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function sourcesOf(root: string): readonly number[] {
  const files = SOURCES.flatMap((name) => filesBelow(path.join(root, name)));
  return files.map(changedAt).filter((changed) => changed !== undefined);
}

function filesBelow(place: string): readonly string[] {
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() !== true) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** True when the app is built and up to date; what the build said is shown only when it failed. */
export function buildApp(root: string): boolean {
  if (!buildIsDue(changedAt(path.join(root, BUILT)), sourcesOf(root))) return true;
  process.stdout.write('Building the app.\n');
  const options = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' } as const;
  const build = spawnSync('npm', ['run', '--silent', 'build'], options);
  if (build.status === 0) return true;
  process.stderr.write(`The build failed.\n${build.stdout}${build.stderr}`);
  return false;
}
