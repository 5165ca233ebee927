/**
 * The small parts of Electron that speak of the desktop: menus, displays, sleep. The stand-in has no menus, and one display of the
 * commonest size; opening anything outside the app is not provided for, since the app never does.
 */
import { EventEmitter } from 'node:events';
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

/** Every member throws. */
export const shell = strict('shell', {});
