/**
 * Starts the machine's own Chromium, Chrome or Edge without a single window, in a profile that is thrown away, and holds the pipe to
 * it. When this process dies, however it dies, the pipe closes and the browser ends by itself.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { type Connection, connect } from './connection.ts';

const PROFILE = 'countersign-standin-';
const MILLISECONDS_TO_END = 3000;

/** A quiet browser: nothing fetched, nothing proposed, nothing remembered. */
const SWITCHES: readonly (readonly [string, string])[] = [
  ['remote-debugging-pipe', ''],
  ['no-startup-window', ''],
  ['keep-alive-for-test', ''],
  ['no-first-run', ''],
  ['no-default-browser-check', ''],
  ['no-service-autorun', ''],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['disable-default-apps', ''],
  ['disable-dev-shm-usage', ''],
  ['disable-extensions', ''],
  ['disable-gpu', ''],
  ['disable-popup-blocking', ''],
  ['disable-quic', ''],
  ['disable-sync', ''],
  ['disable-features', 'Translate,MediaRouter,OptimizationHints,LensOverlay'],
  ['force-color-profile', 'srgb'],
  ['password-store', 'basic'],
  ['test-type', ''],
];

export interface Chromium {
  readonly connection: Connection;
  /** The program and the profile, for opening one more window in the same browser. */
  readonly program: string;
  readonly profile: string;
  readonly rootSwitches: readonly string[];
  onEnd(listener: () => void): void;
  /** Ends the browser and removes its profile. */
  end(): Promise<void>;
}

let running: Chromium | undefined;

export function chromium(): Chromium {
  if (running === undefined) throw new Error('this cannot be done before the app is ready');
  return running;
}

export function chromiumRuns(): boolean {
  return running !== undefined;
}

export const headed = process.env.STANDIN_HEADED === '1';

export function startChromium(program: string, added: ReadonlyMap<string, string>): Chromium {
  removeAbandonedProfiles();
  const profile = mkdtempSync(path.join(tmpdir(), `${PROFILE}${process.pid}-`));
  const rootSwitches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const switches = new Map([...SWITCHES, ...added, ['user-data-dir', profile] as const]);
  if (!headed) switches.set('headless', '');
  const words = [...switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  const extra = (process.env.STANDIN_CHROMIUM_SWITCHES ?? '').split(' ').filter((word) => word !== '');
  const browser = spawn(program, [...words, ...rootSwitches, ...extra], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A key press that ends the app must reach the app alone: the browser ends when its pipe closes.
    detached: process.platform !== 'win32',
  });
  browser.on('error', (problem) => process.stderr.write(`The stand-in cannot start ${program}: ${problem.message}\n`));
  passOnDebuggingAddress(browser);
  running = {
    connection: connect(browser.stdio[3] as Writable, browser.stdio[4] as Readable),
    program,
    profile,
    rootSwitches,
    onEnd: (listener) => void browser.once('exit', listener),
    end: () => endBrowser(browser, profile),
  };
  return running;
}

/** Playwright waits for the one line that says where the windows can be reached; the rest of Chromium's talk is dropped. */
function passOnDebuggingAddress(browser: ChildProcess): void {
  let said = '';
  browser.stderr?.setEncoding('utf8').on('data', (data: string) => {
    const lines = (said + data).split('\n');
    said = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('DevTools listening')) process.stderr.write(`${line}\n`);
  });
}

async function endBrowser(browser: ChildProcess, profile: string): Promise<void> {
  const alive = browser.exitCode === null && browser.signalCode === null && browser.pid !== undefined;
  if (alive) {
    const gone = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
    (browser.stdio[3] as Writable).destroy();
    const impatience = setTimeout(() => killWithHelpers(browser), MILLISECONDS_TO_END);
    await gone;
    clearTimeout(impatience);
  }
  // Its helpers may outlive it for a moment, and would write into the profile while it is removed.
  killWithHelpers(browser);
  removeFolder(profile);
}

/** The browser leads a process group of its own, in which its helpers are. */
function killWithHelpers(browser: ChildProcess): void {
  if (process.platform === 'win32' || browser.pid === undefined) browser.kill('SIGKILL');
  else if (isAlive(-browser.pid)) process.kill(-browser.pid, 'SIGKILL');
}

/** What a killed stand-in left behind. */
function removeAbandonedProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(new RegExp(`^${PROFILE}(\\d+)-`).exec(name)?.[1] ?? process.pid);
    if (!isAlive(owner)) removeFolder(path.join(tmpdir(), name));
  }
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** The browser's last helpers may still write; what cannot be removed now is removed at the next start. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {
    process.stderr.write(`The stand-in leaves ${folder} behind.\n`);
  }
}
