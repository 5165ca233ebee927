/**
 * A display that exists in memory only, for machines without one: Xvfb, of the commonest laptop's size. It has a process group of its
 * own, so that the key that ends the app does not take the display away under it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { install, mayInstall, missingTools, XVFB } from '../tools.ts';

const SCREEN = '1366x768x24';

export interface VirtualDisplay {
  readonly name: string;
  end(): void;
}

/** Nothing where there is no Xvfb and none may be installed. */
export async function openVirtualDisplay(): Promise<VirtualDisplay | undefined> {
  if (missingTools([XVFB]).length > 0 && !(mayInstall() && install([XVFB]))) return undefined;
  const parameters = ['-displayfd', '1', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-terminate'];
  const server = spawn('Xvfb', parameters, { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  const name = await nameOf(server);
  return name === undefined ? undefined : { name, end: () => void server.kill('SIGTERM') };
}

/** The server says its number when it can be used. */
function nameOf(server: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.once('exit', () => resolve(undefined));
    server.stdout?.once('data', (data: Buffer) => resolve(`:${data.toString('utf8').trim()}`));
  });
}
