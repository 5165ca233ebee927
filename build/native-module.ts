/**
 * Tells the built program what its database engine must look like: the SHA-256 of each platform's file, as it lies in the package
 * that was installed by its digest. The program holds these inside its archive and checks the file that lies outside it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const PREBUILDS = path.join(import.meta.dirname, '../node_modules/better-sqlite3/prebuilds');
const NAME = 'virtual:native-module';

/** By the file's name, such as `linux-x64.node`. */
export function nativeDigests(folder = PREBUILDS): Readonly<Record<string, string>> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.node'))
    .sort();
  return Object.fromEntries(names.map((name) => [name, createHash('sha256').update(readFileSync(path.join(folder, name))).digest('hex')]));
}

export function nativeModule(): Plugin {
  return {
    name: 'countersign-native-module',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(nativeDigests())};` : undefined),
  };
}
