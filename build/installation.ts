/**
 * Tells the built program what it should find where it is installed: the SHA-256 of the database engine's file on each platform, and
 * the day of its sources. The program holds both inside its archive; the engine's file lies outside it, and is checked before it is
 * loaded. The same sources give the same bytes: the day is that of the last change, never that of the build.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const ROOT = path.join(import.meta.dirname, '..');
const PREBUILDS = path.join(ROOT, 'node_modules/better-sqlite3/prebuilds');
const NAME = 'virtual:installation';
const MILLISECONDS = 1000;

export function installation(): Plugin {
  return {
    name: 'countersign-installation',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify({ engine: engineDigests(), ...sourcesDay() })};` : undefined),
  };
}

/** By the file's name, such as `linux-x64.node`. */
function engineDigests(): Readonly<Record<string, string>> {
  const names = readdirSync(PREBUILDS)
    .filter((name) => name.endsWith('.node'))
    .sort();
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(PREBUILDS, name)))
      .digest('hex');
  return Object.fromEntries(names.map((name) => [name, digest(name)]));
}

/** Nothing where neither the environment nor the history of the sources says it. */
function sourcesDay(): { readonly day?: string } {
  const given = Number(process.env.SOURCE_DATE_EPOCH);
  if (given > 0) return { day: new Date(given * MILLISECONDS).toISOString().slice(0, 10) };
  const asked = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: ROOT, encoding: 'utf8' });
  const seconds = asked.status === 0 ? Number(asked.stdout.trim()) : 0;
  return seconds > 0 ? { day: new Date(seconds * MILLISECONDS).toISOString().slice(0, 10) } : {};
}
