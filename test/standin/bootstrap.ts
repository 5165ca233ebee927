/**
 * The first file that runs at the stand-in, in the place of Electron's own beginning: it makes `electron` mean the stand-in, finds the
 * app's main file, runs what is to run before it, and then the app.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { identify } from './app.ts';
import { begin } from './begin.ts';
import { giveArguments } from './command-line.ts';
import { payloadOf, text } from './payload.ts';

const here = import.meta.dirname;
const standIn = pathToFileURL(path.join(here, 'electron.ts')).href;

registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' || name === 'electron/main' ? { url: standIn, shortCircuit: true } : next(name, context),
});

/** Everything before the app's folder is for Electron itself: switches, and `-r` with a file to run first. */
function split(words: readonly string[]): { folder: string; first: readonly string[] } {
  const first: string[] = [];
  let index = 0;
  for (; words[index]?.startsWith('-'); index += 1) {
    if (words[index] !== '-r') continue;
    index += 1;
    first.push(words[index] ?? '');
  }
  return { folder: path.resolve(words[index] ?? '.'), first };
}

function mainFileOf(folder: string): string {
  if (statSync(folder).isFile()) return folder;
  const description = payloadOf(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
  const name = text(description, 'productName') || text(description, 'name') || 'Electron';
  identify({ appPath: folder, name, version: text(description, 'version') });
  return path.join(folder, text(description, 'main') || 'index.js');
}

const words = process.argv.slice(2);
const { folder, first } = split(words);
process.argv = [path.join(here, 'dist', 'electron'), ...words];
giveArguments(words);
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: path.join(here, 'dist', 'resources') });
Object.defineProperty(process.versions, 'electron', { value: '45.4.1', enumerable: true });

/** Electron warns of a promise that nobody listens to, where Node would end. */
process.on('unhandledRejection', (problem) =>
  process.stderr.write(`Unhandled rejection: ${problem instanceof Error ? problem.stack : String(problem)}\n`),
);

const main = mainFileOf(folder);
const require = createRequire(import.meta.url);
for (const file of first) require(file);
await import(pathToFileURL(main).href);
await begin();
