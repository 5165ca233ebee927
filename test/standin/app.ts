/**
 * The app itself: what it is called, where its data lives, whether it is the only one, and how it ends. Ending asks first: every
 * window may refuse to close, and with it the whole quitting.
 */
import { appEvents } from './app-events.ts';
import { chromium, chromiumRuns } from './chromium.ts';
import { commandLine } from './command-line.ts';
import { getPath, setPath } from './paths.ts';
import { mayProceed } from './preventable.ts';
import { freeLock, holdsLock, takeLock } from './single-instance.ts';
import { strict } from './strict.ts';
import { BrowserWindow } from './window.ts';

export interface Identity {
  readonly appPath: string;
  readonly name: string;
  readonly version: string;
}

const ready = Promise.withResolvers<void>();
let identity: Identity = { appPath: '', name: '', version: '' };
let chosenName: string | undefined;
let isReady = false;
let quitting = false;
let exiting = false;

export function identify(given: Identity): void {
  identity = given;
}

/** False once the app has ended before it began: a second start, for instance. */
export function stillWanted(): boolean {
  return !exiting;
}

/** Whoever drives the app may have replaced `emit` and `whenReady`, as Playwright does: they are looked up on the app itself. */
export function becomeReady(): void {
  isReady = true;
  app.emit('ready', {}, {});
  ready.resolve();
}

function name(): string {
  return chosenName ?? identity.name;
}

function quit(): void {
  if (quitting || exiting) return;
  quitting = true;
  const proceeds = mayProceed(appEvents, 'before-quit') && allWindowsClose() && mayProceed(appEvents, 'will-quit');
  if (proceeds) exit(0);
  else quitting = false;
}

function allWindowsClose(): boolean {
  for (const window of BrowserWindow.getAllWindows()) window.close();
  return BrowserWindow.getAllWindows().length === 0;
}

function exit(code = 0): void {
  if (exiting) return;
  exiting = true;
  for (const window of BrowserWindow.getAllWindows()) window.destroy();
  appEvents.emit('quit', {}, code);
  freeLock();
  const end = chromiumRuns() ? chromium().end() : Promise.resolve();
  void end.finally(() => process.exit(code));
}

appEvents.on('all-closed', () => {
  if (!quitting && !exiting && !appEvents.emit('window-all-closed')) quit();
});

function requestSingleInstanceLock(more?: unknown): boolean {
  return takeLock(getPath('userData', name()), process.argv, more, (words, folder, said) => {
    appEvents.emit('second-instance', {}, words, folder, said);
  });
}

const members = {
  isPackaged: false,
  commandLine,
  isReady: (): boolean => isReady,
  whenReady: (): Promise<void> => ready.promise,
  requestSingleInstanceLock,
  hasSingleInstanceLock: holdsLock,
  releaseSingleInstanceLock: freeLock,
  quit,
  exit,
  focus: (): void => BrowserWindow.getAllWindows()[0]?.focus(),
  getPath: (folder: string): string => getPath(folder, name()),
  setPath,
  getVersion: (): string => identity.version,
  getName: name,
  setName: (chosen: string): void => {
    chosenName = chosen;
  },
  getAppPath: (): string => identity.appPath,
  getLocale: (): string => commandLine.getSwitchValue('lang') || systemLocale(),
  getSystemLocale: systemLocale,
  /** Every window of the stand-in is sandboxed as it is. */
  enableSandbox: (): void => undefined,
  setAppUserModelId: (_id: string): void => undefined,
};

function systemLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}

export const app = strict('app', Object.assign(appEvents, members));
