/**
 * Electron's own program: where it stands when it is here, fetching it when it is not, and the one thing that can keep it from being
 * used although it is here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const SECONDS_TO_FETCH = 90;
const SETUID = 0o4000;

export type Electron = { readonly program: string } | { readonly obstacle: string };

/** Electron's package writes down the program's name only when everything has been unpacked. */
export function electronProgram(folder: string): string | undefined {
  const name = path.join(folder, 'path.txt');
  if (!existsSync(name)) return undefined;
  const program = path.join(folder, 'dist', readFileSync(name, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

/** Finds Electron's program, or tries once to fetch it, without a word if that fails: the reason is passed on. */
export function obtainElectron(folder: string): Electron {
  const here = electronProgram(folder);
  if (here === undefined)
    spawnSync(process.execPath, [path.join(folder, 'install.js')], { stdio: 'ignore', timeout: SECONDS_TO_FETCH * 1000 });
  const program = here ?? electronProgram(folder);
  if (program === undefined) return { obstacle: "Electron's own program is not here and could not be downloaded" };
  return sandboxWorks(program) ? { program } : { obstacle: 'this system allows no sandbox to the Electron in node_modules' };
}

/** Some systems give a sandbox only to programs that the system itself has installed. The app does not run without one. */
function sandboxWorks(program: string): boolean {
  const rule = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
  if (process.platform !== 'linux' || process.getuid?.() === 0 || !existsSync(rule)) return true;
  if (readFileSync(rule, 'utf8').trim() !== '1') return true;
  const helper = statSync(path.join(path.dirname(program), 'chrome-sandbox'), { throwIfNoEntry: false });
  return helper !== undefined && helper.uid === 0 && (helper.mode & SETUID) !== 0;
}
