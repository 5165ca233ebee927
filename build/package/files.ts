/**
 * What lies in the app's archive, file by file. The patterns tell electron-builder what to take; the list says what must have come out
 * of it, so that nothing slips in or is left out unnoticed.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';

export type System = 'linux' | 'win32' | 'darwin';
export type Processor = 'x64' | 'arm64';
export interface Target {
  readonly system: System;
  readonly processor: Processor;
}

const ENGINE = 'node_modules/better-sqlite3';
/** Of the database engine's JavaScript: nothing that names another platform's file. */
const ENGINE_PROGRAM = ['binding', 'database', 'index', 'sqlite-error', 'util'];
/** What a packed app is started from, and the page that it lays beside a bundle. */
const OWN = ['out/app', 'out/verifier'];

export function nativeName({ system, processor }: Target): string {
  return `${system}-${processor}.node`;
}

/** Taken in this order, the last that fits decides. Every package but the engine is inside the bundles already. */
export function patternsFor(target: Target): string[] {
  return [
    'package.json',
    ...OWN.map((folder) => `${folder}/**/*`),
    '!out/**/*.map',
    '!node_modules/!(better-sqlite3)',
    '!node_modules/!(better-sqlite3)/**',
    `!${ENGINE}/!(package.json|LICENSE|lib|prebuilds)`,
    `!${ENGINE}/!(package.json|LICENSE|lib|prebuilds)/**`,
    `!${ENGINE}/lib/!(${ENGINE_PROGRAM.join('|')}).js`,
    `!${ENGINE}/prebuilds/!(${nativeName(target)})`,
  ];
}

/** Every file of the archive, by its path from the archive's top, in order. */
export function filesOf(root: string, target: Target): readonly string[] {
  const own = OWN.flatMap((folder) => filesBelow(root, folder)).filter((file) => !file.endsWith('.map'));
  const engine = [
    'package.json',
    'LICENSE',
    ...ENGINE_PROGRAM.map((name) => `lib/${name}.js`),
    ...filesBelow(path.join(root, ENGINE), 'lib/methods'),
    `prebuilds/${nativeName(target)}`,
  ];
  return ['package.json', ...own, ...engine.map((file) => `${ENGINE}/${file}`)].sort();
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
