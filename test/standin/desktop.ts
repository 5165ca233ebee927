/**
 * The small parts of Electron that speak of the desktop: menus, displays, sleep. The stand-in has no menus, and one display of the
 * commonest size; of what lies outside the app only files can be opened, as papers are for printing.
 */
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { headed } from './chromium.ts';
import { strict } from './strict.ts';

let menu: object | null = null;

export const Menu = strict('Menu', {
  buildFromTemplate: (items: readonly object[]): object => strict('Menu', { items }),
  setApplicationMenu: (chosen: object | null): void => {
    menu = chosen;
  },
  getApplicationMenu: (): object | null => menu,
});

const AREA = { x: 0, y: 0, width: 1366, height: 768 };
const SIZE = { width: AREA.width, height: AREA.height };

const DISPLAY = {
  id: 1,
  label: 'Stand-in',
  bounds: AREA,
  workArea: AREA,
  size: SIZE,
  workAreaSize: SIZE,
  scaleFactor: 1,
  rotation: 0,
  internal: true,
};

export const screen = strict(
  'screen',
  Object.assign(new EventEmitter(), { getAllDisplays: () => [DISPLAY], getPrimaryDisplay: () => DISPLAY }),
);

export const powerMonitor = strict('powerMonitor', new EventEmitter());

/** The desktop's own program for a file; without a desktop there is none, and the answer says so as Electron's does. */
function openPath(file: string): Promise<string> {
  if (!headed) return Promise.resolve('the stand-in opens files on a desktop only');
  return new Promise((resolve) => {
    const opener = spawn('xdg-open', [file], { stdio: 'ignore', detached: true });
    opener.once('error', () => resolve('no program opens this file'));
    opener.once('spawn', () => resolve(''));
    opener.unref();
  });
}

export const shell = strict('shell', { openPath });
