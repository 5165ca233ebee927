/**
 * Opens the small app of the tests at the stand-in: through Playwright, as the product's own tests do, or as a plain process where the
 * ending itself is what is looked at.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterAll } from 'vitest';

const FIXTURE = path.join(import.meta.dirname, 'fixture');
const STAND_IN = path.join(import.meta.dirname, 'dist');

/** What the small app has noted of the questions it was asked. */
export function askedOf(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}

const folders: string[] = [];
const running = new Set<ChildProcess>();

/** No app outlives the file that opened it, whatever happened there. */
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder for the small app's data, removed after the tests of the file. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-fixture-'));
  folders.push(folder);
  return folder;
}

export async function openFixture(environment: Readonly<Record<string, string>> = {}): Promise<{ app: ElectronApplication; page: Page }> {
  process.env.ELECTRON_OVERRIDE_DIST_PATH = STAND_IN;
  const app = await _electron.launch({
    args: [FIXTURE, `--user-data-dir=${newFolder()}`],
    env: { ...ownEnvironment(), ...environment },
    colorScheme: null,
  });
  follow(app.process());
  const page = await app.firstWindow();
  await page.locator('html[data-ready=yes]').waitFor({ state: 'attached' });
  return { app, page };
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

function follow(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

export interface Started {
  readonly process: ChildProcess;
  said(): string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Waits for these words; fails when it ends without them. */
  until(words: string): Promise<void>;
}

export function startFixture(folder: string, words: readonly string[] = []): Started {
  const child = spawn(path.join(STAND_IN, 'electron'), [FIXTURE, `--user-data-dir=${folder}`, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  follow(child);
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (data: string) => {
      said += data;
      for (const listener of listeners) listener();
    });
  const ended = new Promise<number | string>((resolve) => child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown')));
  return {
    process: child,
    said: () => said,
    ended,
    until: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (said.includes(wanted)) resolve();
        };
        void ended.then((code) => reject(new Error(`it ended (${code}) before it said "${wanted}": ${said}`)));
        listeners.add(look);
        look();
      }),
  };
}

/** The processes of the machine whose command line holds these words. */
export function processesWith(words: string): readonly number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.filter((name) => commandLineOf(name).includes(words)).map(Number);
}

function commandLineOf(name: string): string {
  try {
    return readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
