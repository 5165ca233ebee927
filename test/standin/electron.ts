/**
 * What the app gets when it imports `electron` at the stand-in: the part of Electron's main process that it uses, and nothing else.
 */
import { allContents } from './contents.ts';
import { strict } from './strict.ts';

export { app } from './app.ts';
export { Menu, powerMonitor, screen, shell } from './desktop.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc.ts';
export { protocol } from './schemes.ts';
export { session } from './session.ts';
export { nativeTheme } from './theme.ts';
export { BrowserWindow } from './window.ts';

export const webContents = strict('webContents', {
  getAllWebContents: () => allContents().map((contents) => contents.guarded),
  fromId: (id: number) => allContents().find((contents) => contents.id === id)?.guarded,
  fromDevToolsTargetId: (target: string) => allContents().find((contents) => contents.target?.id === target)?.guarded,
});
