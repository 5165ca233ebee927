/**
 * The folders that the app may ask for, as Electron finds them on each system. The app's own data can be put elsewhere with the switch
 * `--user-data-dir`.
 */
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { commandLine } from './command-line.ts';
import { notInStandIn } from './strict.ts';

const chosen = new Map<string, string>();

export function setPath(name: string, folder: string): void {
  if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
  chosen.set(name, folder);
}

export function getPath(name: string, appName: string): string {
  const found = chosen.get(name) ?? usual(name, appName);
  if (found === undefined) throw notInStandIn(`app.getPath('${name}')`);
  return found;
}

function usual(name: string, appName: string): string | undefined {
  const home = homedir();
  if (name === 'userData') return userData(appName);
  if (name === 'temp') return tmpdir();
  if (name === 'home') return home;
  if (name === 'documents') return process.env.XDG_DOCUMENTS_DIR ?? path.join(home, 'Documents');
  if (name === 'desktop') return process.env.XDG_DESKTOP_DIR ?? path.join(home, 'Desktop');
  if (name === 'downloads') return process.env.XDG_DOWNLOAD_DIR ?? path.join(home, 'Downloads');
  return undefined;
}

function userData(appName: string): string {
  const given = commandLine.getSwitchValue('user-data-dir');
  return given === '' ? path.join(settingsFolder(), appName) : path.resolve(given);
}

function settingsFolder(): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? path.join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support');
  return process.env.XDG_CONFIG_HOME ?? path.join(homedir(), '.config');
}
