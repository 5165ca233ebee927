/**
 * The two windows: the rooms, and the wall for a projector. Each stands where it stood last time, as far as that place is still on a
 * screen; the wall goes to a second screen when there is one.
 */
import path from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { ORIGIN, type WindowKind } from './doorway.ts';
import { boundsFor } from './placing.ts';
import type { Place, Preferences } from './preferences.ts';
import { createRecovery } from './recovery.ts';
import { PAGE_SAFETY } from './safety.ts';

const SMALLEST = { minWidth: 1024, minHeight: 600 };
/** Milliseconds for which a page that does not answer is waited for. */
const PATIENCE = 30_000;
const FIRST_SIZE = { width: 1366, height: 768 };
const PAGES: Readonly<Record<WindowKind, string>> = { rooms: '/', wall: '/?wall' };
/** The same pages after they died: the rooms say so. */
const AGAIN: Readonly<Record<WindowKind, string>> = { rooms: '/?again', wall: '/?wall' };

export interface Windows {
  open(window: WindowKind): BrowserWindow;
  find(window: WindowKind): BrowserWindow | undefined;
  kindOf(contents: Electron.WebContents): WindowKind | undefined;
  tell(): void;
}

export interface WindowsParts {
  /** Where the built app lies. */
  readonly folder: string;
  readonly preferences: Preferences;
  /** A page has died: nobody knows what it was doing. */
  readonly lock: () => void;
  /** A page that dies again and again. */
  readonly giveUp: (reason: string) => void;
}

export function createWindows({ folder, preferences, lock, giveUp }: WindowsParts): Windows {
  const windows = new Map<WindowKind, BrowserWindow>();
  const find = (kind: WindowKind) => windows.get(kind);
  const make = (kind: WindowKind): BrowserWindow => {
    const place = preferences.place(kind);
    const window = new BrowserWindow(optionsFor(folder, kind, place));
    windows.set(kind, window);
    window.setMenuBarVisibility(false);
    window.once('ready-to-show', () => {
      if (place?.maximized) window.maximize();
      window.show();
    });
    window.on('close', () => preferences.setPlace(kind, placeOf(window)));
    window.on('closed', () => {
      windows.delete(kind);
      // The wall shows what the rooms do: it does not stay behind alone.
      if (kind === 'rooms') find('wall')?.close();
    });
    window.on('page-title-updated', (event) => event.preventDefault());
    keepPage(window, `${ORIGIN}${PAGES[kind]}`);
    recoverPage(window, { lock, giveUp, address: `${ORIGIN}${AGAIN[kind]}` });
    return window;
  };
  return {
    find,
    open: (kind) => {
      const window = find(kind) ?? make(kind);
      if (window.isMinimized()) window.restore();
      window.focus();
      return window;
    },
    kindOf: (contents) => [...windows].find(([, window]) => window.webContents.id === contents.id)?.[0],
    tell: () => {
      for (const window of windows.values()) if (!window.isDestroyed()) window.webContents.send('changed');
    },
  };
}

/** Shows the page; once it is there, it is shown again should the window ever be anywhere else. */
function keepPage(window: BrowserWindow, address: string): void {
  void load(window, address).then(() => {
    if (window.isDestroyed()) return;
    window.webContents.on('did-navigate', (_event, shown) => {
      if (!shown.startsWith(`${ORIGIN}/`)) void load(window, address);
    });
  });
}

/** Opens the page again when it died. One that hangs is made to die, once the person has waited long enough for it. */
function recoverPage(window: BrowserWindow, { lock, giveUp, address }: Pick<WindowsParts, 'lock' | 'giveUp'> & { address: string }): void {
  const openAgain = () => {
    if (!window.isDestroyed()) void load(window, address);
  };
  const recovery = createRecovery({ running: () => performance.now(), lock, giveUp, openAgain });
  let hanging: NodeJS.Timeout | undefined;
  window.webContents.on('render-process-gone', (_event, { reason }) => recovery.gone(reason));
  window.on('responsive', () => clearTimeout(hanging));
  window.on('closed', () => clearTimeout(hanging));
  window.on('unresponsive', () => {
    clearTimeout(hanging);
    hanging = setTimeout(() => window.isDestroyed() || window.webContents.forcefullyCrashRenderer(), PATIENCE);
  });
}

async function load(window: BrowserWindow, address: string): Promise<void> {
  try {
    await window.loadURL(address);
  } catch (error) {
    // Closed while it loads, died, or overtaken by another load of the same page: no fault of ours.
    if (!window.isDestroyed() && !window.webContents.isCrashed() && !isOvertaken(error)) throw error;
  }
}

function isOvertaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED';
}

function optionsFor(folder: string, kind: WindowKind, place: Place | undefined): Electron.BrowserWindowConstructorOptions {
  return {
    ...FIRST_SIZE,
    ...SMALLEST,
    ...boundsFor(kind, place, screen.getAllDisplays(), screen.getPrimaryDisplay().id),
    show: false,
    title: 'Countersign',
    fullscreen: place?.fullScreen ?? false,
    backgroundColor: '#f1ede3',
    autoHideMenuBar: true,
    icon: path.join(folder, '../renderer/icon.png'),
    webPreferences: {
      preload: path.join(folder, '../preload/preload.cjs'),
      ...PAGE_SAFETY,
    },
  };
}

function placeOf(window: BrowserWindow): Place {
  return { ...window.getNormalBounds(), maximized: window.isMaximized(), fullScreen: window.isFullScreen() };
}
