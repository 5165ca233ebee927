/**
 * The app's entry: one instance, two windows, one office behind one doorway. The order matters: the scheme is registered and the
 * sandbox enabled before Electron is ready, the program is held against what it must be before it opens, everything is locked down
 * before the first page is loaded, and on the way out the keyboard is locked and the journal closed before the process ends.
 */
import path from 'node:path';
import installation from 'virtual:installation';
import manifest from 'virtual:pages';
import { app, dialog, ipcMain, Menu, nativeTheme, powerMonitor, protocol, session, shell } from 'electron';
import { SOFTWARE } from '../software.ts';
import { createHandlers } from './answers/all.ts';
import { begin } from './beginning.ts';
import { callerOf } from './caller.ts';
import { createDialogs } from './desktop.ts';
import { createDoorway } from './doorway.ts';
import { endWell } from './ending.ts';
import { createHost, type Host } from './host.ts';
import { lockDown } from './lockdown.ts';
import { createPages } from './pages.ts';
import { type OpenedPapers, openedPapers } from './papers/opened-papers.ts';
import { QUIET } from './safety.ts';
import { keepTime } from './timekeeping.ts';
import { createWindows, type Windows } from './windows.ts';

const FOLDER = import.meta.dirname;
const BROKEN = 70;

app.setName('Countersign');
app.enableSandbox();
for (const [name, value] of Object.entries(QUIET)) app.commandLine.appendSwitch(name, value);
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);

const ended = await begin(app, dialog, installation);
if (ended !== undefined) app.exit(ended);
else if (app.requestSingleInstanceLock()) void start();
else app.quit();

/** What should be impossible has happened: say so, and stop with the journal as it is. */
function stopBroken(error: unknown): void {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`countersign stopped: ${what}\n`);
  dialog.showErrorBox(
    'Countersign',
    `${error instanceof Error ? error.message : String(error)}\n\nThe journal is intact. Start Countersign again.`,
  );
  app.exit(BROKEN);
}

async function start(): Promise<void> {
  process.on('uncaughtException', stopBroken);
  process.on('unhandledRejection', stopBroken);
  await app.whenReady();
  Menu.setApplicationMenu(null);
  const pages = createPages(path.join(FOLDER, '../renderer'), manifest);
  protocol.handle('app', pages);
  const papers = openedPapers(app.getPath('temp'), (file) => shell.openPath(file));
  const { host, windows } = assemble(papers);
  lockDown(app, session.defaultSession, windows.kindOf);
  openDoorway(host, windows);
  keepTime(host, powerMonitor, () => app.quit());
  app.on('child-process-gone', (_event, { type, reason }) => process.stderr.write(`countersign: ${type} ended, ${reason}\n`));
  app.on('second-instance', () => windows.open('rooms'));
  app.on('window-all-closed', () => app.quit());
  endWell(app, () => {
    host.close();
    papers.forget();
  });
  keepLeaving(host, windows.open('rooms'));
  await host.openLast();
}

function assemble(papers: OpenedPapers): { readonly host: Host; readonly windows: Windows } {
  const folder = app.getPath('userData');
  const seat: { windows?: Windows; host?: Host } = {};
  const find = () => seat.windows?.find('rooms');
  const dialogs = createDialogs(find, () => seat.host?.preferences.language() ?? 'en');
  const host = createHost({
    folder,
    office: { software: SOFTWARE },
    surroundings: {
      ...dialogs,
      openWindow: (kind) => void seat.windows?.open(kind),
      closeWindow: (kind) => seat.windows?.find(kind)?.close(),
      print: () => new Promise((resolve) => find()?.webContents.print({}, (printed) => resolve(printed))),
      openPaper: papers.open,
      tellChanged: () => {
        if (seat.host !== undefined) nativeTheme.themeSource = seat.host.preferences.theme();
        seat.windows?.tell();
      },
    },
  });
  const giveUp = (reason: string) => stopBroken(new Error(`the window ended again and again: ${reason}`));
  const windows = createWindows({ folder: FOLDER, preferences: host.preferences, lock: host.lock, giveUp });
  Object.assign(seat, { host, windows });
  return { host, windows };
}

function openDoorway(host: Host, windows: Windows): void {
  const doorway = createDoorway(createHandlers(host), () => {
    const seen = host.seen();
    return seen.ok ? seen.value.viewer?.role : undefined;
  });
  ipcMain.handle('ask', (event, ...asked: unknown[]) => {
    return doorway(callerOf(event.senderFrame, windows.kindOf(event.sender)), asked).catch((error: unknown) => {
      stopBroken(error);
      throw error;
    });
  });
}

/** A last copy on the second medium comes before the end, with a window to say so. */
function keepLeaving(host: Host, rooms: Electron.BrowserWindow): void {
  const ask = (event: { preventDefault(): void }) => {
    if (!host.mayLeave(() => app.quit())) event.preventDefault();
  };
  app.on('before-quit', ask);
  rooms.on('close', ask);
}
