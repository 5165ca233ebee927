/**
 * Electron as it is delivered, looked at before it is packed: is it the pinned version, for the wanted system, and the real thing? The
 * tests pack with a fabricated one; nothing made with that may ever reach anybody.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { System } from './files.ts';

const PROGRAMS: Readonly<Record<System, string>> = {
  linux: 'electron',
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/Frameworks/Electron Framework.framework/Versions/A/Electron Framework',
};
/** Chromium is inside: the real program is far larger than this. */
const SMALLEST = 50_000_000;

/** Why the folder cannot be packed, in words; undefined where it can. */
export function distributionFault(folder: string, system: System, version: string): string | undefined {
  const program = path.join(folder, PROGRAMS[system]);
  if (!existsSync(program)) return `${folder} holds no Electron for ${system}`;
  const found = versionIn(folder);
  if (found !== version) return `${folder} holds Electron ${found}, and ${version} is pinned`;
  const { size } = statSync(program);
  return size < SMALLEST ? `${program} is no Electron: ${size} bytes are not enough for one` : undefined;
}

function versionIn(folder: string): string {
  const file = path.join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of no version';
}
