/**
 * `npm run smoke:electron`: does the built app run in Electron itself? The tests run on a stand-in where Electron cannot be had; this
 * insists on the real one, and fails plainly without it. It runs a command, opens the app, makes a practice election by keyboard, and
 * reads the room's title. On Linux it needs a display, or `xvfb-run`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright';
import { obtainElectron } from './start/electron-program.ts';

const ROOT = path.join(import.meta.dirname, '..');
const MINUTE = 60_000;
/** Chromium refuses its sandbox to the system's administrator. */
const AS_ROOT = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

/** Each check by its name; a preflight that finds something amiss with the machine is still one that ran. */
function commandRuns(program: string, data: string): void {
  const answer = spawnSync(program, [...AS_ROOT, ROOT, 'preflight', '--json', `--data=${data}`], { encoding: 'utf8', timeout: MINUTE });
  const { checks } = JSON.parse(answer.stdout) as { readonly checks: readonly { readonly name: string; readonly status: string }[] };
  const engine = checks.find(({ name }) => name === 'engine');
  if (engine?.status !== 'passed') throw new Error(`the engine is ${engine?.status ?? 'not named'}: ${answer.stdout}${answer.stderr}`);
  say('A command runs, and the database engine is the one that was made.');
}

async function appOpens(program: string, data: string): Promise<void> {
  const app = await _electron.launch({ executablePath: program, args: [...AS_ROOT, ROOT, `--data=${data}`], timeout: MINUTE });
  try {
    const page = await app.firstWindow({ timeout: MINUTE });
    await page.getByRole('heading', { level: 1 }).waitFor({ timeout: MINUTE });
    await page.keyboard.press('p');
    await page.getByRole('heading', { level: 1, name: 'Unlock' }).waitFor({ timeout: MINUTE });
    say(`The app opens, and a practice election is made: ${await page.title()}, in Electron ${await electronVersion(app)}.`);
  } finally {
    await app.close();
  }
}

function electronVersion(app: Awaited<ReturnType<typeof _electron.launch>>): Promise<string> {
  return app.evaluate(() => process.versions.electron ?? '');
}

async function smoke(): Promise<number> {
  if (!existsSync(path.join(ROOT, 'out/app/main/app.js'))) {
    say('The app is not built. Type: npm run build');
    return 1;
  }
  const electron = obtainElectron(path.join(ROOT, 'node_modules', 'electron'));
  if ('obstacle' in electron) {
    say(`Electron itself is wanted here, and a stand-in will not do: ${electron.obstacle}.`);
    return 1;
  }
  const data = mkdtempSync(path.join(tmpdir(), 'countersign-smoke-'));
  try {
    commandRuns(electron.program, data);
    await appOpens(electron.program, data);
    return 0;
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

process.exitCode = await smoke();
