/**
 * Opens the built app for a test, in Electron where its program is here, otherwise in the stand-in, and waits for its first page. The
 * same tests run on either.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { electronProgram } from '../../build/start/electron-program.ts';

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
  close(): Promise<void>;
}

export async function launchApp(options: LaunchOptions): Promise<Launched> {
  if (!existsSync(path.join(APP, BUILT))) throw new Error(`The app is not built: ${BUILT} is missing. Type: npm run build`);
  if (electronProgram(path.join(ROOT, 'node_modules', 'electron')) === undefined) process.env.ELECTRON_OVERRIDE_DIST_PATH = STAND_IN;
  const app = await _electron.launch({
    args: [APP, `--user-data-dir=${options.dataFolder}`, ...(options.arguments ?? [])],
    env: { ...ownEnvironment(), ...options.environment },
    /** The theme is what the app chooses, not what the test tool would. */
    colorScheme: null,
  });
  const page = await app.firstWindow();
  await page.waitForURL((address) => address.protocol !== 'about:', { waitUntil: 'domcontentloaded' });
  if (options.viewport !== undefined) await page.setViewportSize(options.viewport);
  return { app, page, close: () => app.close() };
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
