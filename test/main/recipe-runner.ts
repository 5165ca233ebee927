/**
 * Runs the recipes of docs/FORMAT.md as a reader would: with bash, in a folder of their own, and with no other program in reach than
 * those the document names.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { present } from '../../core/result.ts';
import { recipes, section } from '../format/document.ts';

export interface Ran {
  /** The exit code. */
  readonly code: number;
  /** Everything printed, errors included. */
  readonly out: string;
}

/** The programs that the document says are needed. */
export function namedTools(): readonly string[] {
  const said = section('Recipes').trimStart().split('. They work')[0];
  return [...present(said, 'the tools').matchAll(/`([a-z0-9]+)`/g)].map(([, name]) => present(name, 'name'));
}

/** Makes a folder with links to the programs that the document names, and to no others. */
export function layOutTools(folder: string): void {
  mkdirSync(folder);
  for (const name of namedTools()) symlinkSync(whereIs(name), path.join(folder, name));
}

/** A python3 that is itself a script of some version manager would ask for further programs: it is asked where the real one is. */
function whereIs(name: string): string {
  const found = execFileSync('bash', ['-c', `type -P ${name}`]);
  const real = name === 'python3' ? execFileSync(name, ['-c', 'import sys; print(sys.executable)']) : found;
  return real.toString().trim();
}

/** Runs the recipe of this title in a folder, with the programs of another. */
export async function runRecipe(title: string, folder: string, tools: string): Promise<Ran> {
  const script = present(recipes().get(title), title);
  const options = { cwd: folder, env: { PATH: tools, LC_ALL: 'C.UTF-8' }, timeout: 60_000 };
  try {
    const { stdout, stderr } = await promisify(execFile)(path.join(tools, 'bash'), ['-euo', 'pipefail', '-c', script], options);
    return { code: 0, out: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { readonly code: number; readonly stdout: string; readonly stderr: string };
    return { code, out: stdout + stderr };
  }
}
