/**
 * Opens the built app for a test, in Electron where its program is here, otherwise in the stand-in, and waits for its first page. The
 * same tests run on either. No app outlives the file that opened it, whatever happened there.
 */
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterAll } from 'vitest';
import { electronProgram } from '../../build/start/electron-program.ts';
import { inTime, PATIENCE } from './in-time.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const BUILT = path.join('out', 'app', 'main', 'app.js');
/** The folder whose package.json names the app; another one than the project's where asked, such as a copy that nobody rebuilds. */
const APP = process.env.COUNTERSIGN_APP ?? ROOT;
const STAND_IN = path.join(ROOT, 'test', 'standin', 'dist');

export interface LaunchOptions {
  readonly dataFolder: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly arguments?: readonly string[];
}

export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Quits as the app itself would; an app that does not end is killed, and that is a failure. */
  close(): Promise<void>;
  /** Ends it without warning, as a power cut would. */
  kill(): Promise<void>;
}

interface Running {
  readonly app: ElectronApplication;
  /** The test tool forgets it as soon as the app has ended. */
  readonly program: ChildProcess;
}

const open = new Set<Running>();
afterAll(async () => {
  await Promise.all([...open].map(kill));
});

export async function launchApp(options: LaunchOptions): Promise<Launched> {
  if (!existsSync(path.join(APP, BUILT))) throw new Error(`The app is not built: ${BUILT} is missing. Type: npm run build`);
  if (electronProgram(path.join(ROOT, 'node_modules', 'electron')) === undefined) process.env.ELECTRON_OVERRIDE_DIST_PATH = STAND_IN;
  const app = await _electron.launch({
    args: [APP, `--user-data-dir=${options.dataFolder}`, ...(options.arguments ?? [])],
    env: { ...ownEnvironment(), ...options.environment },
    /** The theme is what the app chooses, not what the test tool would. */
    colorScheme: null,
  });
  const running: Running = { app, program: app.process() };
  open.add(running);
  const page = await app.firstWindow({ timeout: PATIENCE });
  await page.waitForURL((address) => address.protocol !== 'about:', { waitUntil: 'domcontentloaded', timeout: PATIENCE });
  if (options.viewport !== undefined) await page.setViewportSize(options.viewport);
  return { app, page, close: () => quit(running), kill: () => kill(running) };
}

async function quit(running: Running): Promise<void> {
  if (hasEnded(running)) return;
  try {
    await inTime('the end of an app that was asked to quit', running.app.close());
  } finally {
    await kill(running);
  }
}

async function kill(running: Running): Promise<void> {
  open.delete(running);
  if (hasEnded(running)) return;
  const ended = new Promise<void>((resolve) => running.program.once('exit', () => resolve()));
  running.program.kill('SIGKILL');
  await inTime('the end of an app that was killed', ended);
}

function hasEnded({ program }: Running): boolean {
  return program.exitCode !== null || program.signalCode !== null;
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
