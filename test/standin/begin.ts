/**
 * The moment between the app's main file and its first window: the browser is started and made harmless, pages that nobody asked for are closed, and
 * the app is told that it is ready.
 */
import { statSync } from 'node:fs';
import { findBrowser } from '../../build/browsers.ts';
import { app, becomeReady, stillWanted } from './app.ts';
import { startChromium } from './chromium.ts';
import { appendedSwitches, commandLine } from './command-line.ts';
import type { Connection } from './connection.ts';
import { refuseAllPermissions } from './permissions.ts';
import { closeRegistration } from './schemes.ts';
import { refuseDownloads } from './session.ts';
import { type Target, targets, watchTargets } from './targets.ts';

const PASSED_ON = ['remote-debugging-port', 'lang', 'force-device-scale-factor'];

function programOfBrowser(): string {
  const program = findBrowser((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
  if (program !== undefined) return program;
  process.stderr.write('The stand-in for Electron needs Chromium, Chrome or Edge; CHROMIUM=… names one that stands elsewhere.\n');
  return process.exit(1);
}

/** Quitting may come at any moment, also before there is a window; what then fails on the way up is no failure. */
export async function begin(): Promise<void> {
  if (!stillWanted()) return;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  try {
    await comeUp(programOfBrowser());
  } catch (problem) {
    if (stillWanted()) throw problem;
  }
}

async function comeUp(program: string): Promise<void> {
  process.stderr.write(`This is a stand-in for Electron on ${program}, for tests and a first look. It is not the product.\n`);
  const given = PASSED_ON.filter((name) => commandLine.hasSwitch(name)).map((name) => [name, commandLine.getSwitchValue(name)] as const);
  const browser = startChromium(program, new Map([...appendedSwitches(), ...given]));
  browser.onEnd(endWithBrowser);
  await watchTargets(browser);
  targets().onStray((stray) => void removeStray(browser.connection, stray).catch(() => undefined));
  await Promise.all([refuseAllPermissions(browser.connection), refuseDownloads(browser.connection)]);
  closeRegistration();
  if (stillWanted()) becomeReady();
}

/**
 * A page that waits to be let run holds up the whole process in which it is, and its opener stands still for ever where the two share
 * one: so it is let run, cut off from everything, before it is closed.
 */
async function removeStray(connection: Connection, { id, session }: Target): Promise<void> {
  await connection.send('Fetch.enable', {}, session).catch(() => undefined);
  await connection.send('Runtime.runIfWaitingForDebugger', {}, session).catch(() => undefined);
  await connection.send('Target.closeTarget', { targetId: id });
}

/** A browser that ends by itself takes its windows with it: there is nothing left to show. */
function endWithBrowser(): void {
  if (!stillWanted()) return;
  process.stderr.write('The browser of the stand-in has ended.\n');
  app.exit(1);
}
