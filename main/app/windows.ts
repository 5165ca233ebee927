/**
 * The two windows: the rooms, and the wall for a projector. Each stands where it stood last time, as far as that place is still on a
 * screen; the wall goes to a second screen when there is one.
 */
import path from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { ORIGIN, type WindowKind } from './doorway.ts';
import { boundsFor } from './placing.ts';
import type { Place, Preferences } from './preferences.ts';

const SMALLEST = { minWidth: 1024, minHeight: 600 };
const FIRST_SIZE = { width: 1366, height: 768 };
const PAGES: Readonly<Record<WindowKind, string>> = { rooms: '/', wall: '/?wall' };

export interface Windows {
  open(window: WindowKind): BrowserWindow;
  find(window: WindowKind): BrowserWindow | undefined;
  kindOf(contents: Electron.WebContents): WindowKind | undefined;
  tell(): void;
}

export function createWindows(folder: string, preferences: Preferences): Windows {
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
  const load = async () => {
    try {
      await window.loadURL(address);
    } catch (error) {
      // Closed while it loads, or overtaken by another load of the same page: no fault.
      if (!window.isDestroyed() && !isOvertaken(error)) throw error;
    }
  };
  void load().then(() => {
    if (window.isDestroyed()) return;
    window.webContents.on('did-navigate', (_event, shown) => {
      if (!shown.startsWith(`${ORIGIN}/`)) void load();
    });
  });
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
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      devTools: false,
    },
  };
}

function placeOf(window: BrowserWindow): Place {
  return { ...window.getNormalBounds(), maximized: window.isMaximized(), fullScreen: window.isFullScreen() };
}
