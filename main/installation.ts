/**
 * What a built program knows of its own installation, and the check that follows from it: the database engine is the one part that
 * the system loads from a file of its own, so that file is held against its digest before it is used. Run from its sources, the
 * program knows nothing of the kind and nothing is checked.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ok, type Result, refuse } from '../core/result.ts';

export interface Installation {
  /** SHA-256 of the engine's file for each platform, by its name. */
  readonly engine: Readonly<Record<string, string>>;
  /** Of the last change to the sources, as YYYY-MM-DD. */
  readonly day?: string;
}

let known: Installation | undefined;

/** Called once by the built program, before anything else. */
export function knowInstallation(installation: Installation): void {
  known = installation;
}

export function installation(): Installation | undefined {
  return known;
}

/** Where the engine's package lies, for whoever runs here. */
export function engineFolder(): string {
  return path.dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'));
}

/** The engine's files that could be loaded on this machine, with their digests; refuses E-FILE for any that is not as it was made. */
export function checkEngine(
  { engine }: Installation,
  folder = engineFolder(),
  { platform, arch } = process as Pick<NodeJS.Process, 'platform' | 'arch'>,
): Result<Readonly<Record<string, string>>> {
  const compiled = path.join(folder, 'build');
  if (existsSync(compiled)) return refuse('E-FILE', 'the database engine was compiled on this machine', compiled);
  const names = [platform, ...(platform === 'linux' ? ['linuxmusl'] : [])].map((system) => `${system}-${arch}.node`);
  const files = names.map((name) => path.join(folder, 'prebuilds', name)).filter((file) => existsSync(file));
  if (files.length === 0) return refuse('E-FILE', `the database engine for ${platform}-${arch} is missing`, folder);
  const digests = Object.fromEntries(files.map((file) => [file, digestOf(file)]));
  const altered = files.find((file) => digests[file] !== engine[path.basename(file)]);
  return altered === undefined ? ok(digests) : refuse('E-FILE', `the database engine was altered: SHA-256 ${digests[altered]}`, altered);
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
