/**
 * Where Chromium, Chrome or Edge stand on this machine. The stand-in for Electron shows the app in one of them where Electron's own
 * program cannot be had.
 */
import path from 'node:path';

interface Machine {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
const MACOS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const THIS_MACHINE: Machine = { platform: process.platform, environment: process.env };

/** The places to look at, in order. `CHROMIUM` names one and excludes all others. */
export function browserPlaces({ platform, environment }: Machine = THIS_MACHINE): readonly string[] {
  const { CHROMIUM: named = '' } = environment;
  if (named !== '') return [named];
  if (platform === 'darwin')
    return foldersOfMacos(environment).flatMap((folder) => MACOS.map((program) => path.posix.join(folder, program)));
  if (platform === 'win32')
    return foldersOfWindows(environment).flatMap((folder) => WINDOWS.map((program) => path.win32.join(folder, program)));
  const folders = (environment.PATH ?? '/usr/bin').split(':').filter((folder) => folder !== '');
  return LINUX.flatMap((program) => folders.map((folder) => path.posix.join(folder, program)));
}

/** The first browser that is there. */
export function findBrowser(exists: (file: string) => boolean, machine: Machine = THIS_MACHINE): string | undefined {
  return browserPlaces(machine).find(exists);
}

function foldersOfMacos(environment: Machine['environment']): readonly string[] {
  return ['/Applications', ...(environment.HOME === undefined ? [] : [path.posix.join(environment.HOME, 'Applications')])];
}

function foldersOfWindows(environment: Machine['environment']): readonly string[] {
  const folders = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
  return folders.filter((folder) => folder !== undefined);
}
