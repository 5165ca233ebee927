/**
 * `npm start`: builds the app and opens it, in Electron where its program is here or can be fetched, otherwise in a stand-in on a
 * browser of this machine. It says in one line which of them, and why; where neither can be had, it names the one command to type.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildApp } from './start/bundle.ts';
import { type Choice, choose, displayOf, type Facts, NO_DISPLAY, readArguments } from './start/choice.ts';
import { obtainElectron } from './start/electron-program.ts';
import { type Opening, open } from './start/open.ts';
import { openVirtualDisplay } from './start/virtual-display.ts';
import { browserHere, CHROMIUM, install, mayInstall } from './tools.ts';

const ROOT = path.join(import.meta.dirname, '..');
const NO_XVFB = 'A virtual display needs Xvfb. On Debian or Ubuntu, type:\n\n    sudo apt-get update && sudo apt-get install -y xvfb\n';

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

function factsHere(): Facts {
  const electron = obtainElectron(path.join(ROOT, 'node_modules', 'electron'));
  return {
    electron: 'program' in electron ? electron.program : undefined,
    obstacle: 'obstacle' in electron ? electron.obstacle : '',
    browser: browserHere(),
    mayInstall: mayInstall(),
    platform: process.platform,
    hasAptGet: existsSync('/usr/bin/apt-get'),
  };
}

/** Decides, and once more after an installation, which is tried only once. */
function chooseHere(): Choice {
  const facts = factsHere();
  const first = choose(facts);
  if (first.kind !== 'install') return first;
  say(first.words);
  install([CHROMIUM]);
  return choose({ ...facts, browser: browserHere(), mayInstall: false });
}

/** As root Chromium and Electron refuse their sandbox, and say so; elsewhere it is always on. */
function openingOf(
  choice: Choice & { kind: 'electron' | 'stand-in' },
  forApp: readonly string[],
  display: Record<string, string>,
): Opening {
  if (choice.kind === 'electron') {
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return { program: choice.program, parameters: [...asRoot, ROOT, ...forApp], environment: display };
  }
  const bootstrap = path.join(ROOT, 'test', 'standin', 'bootstrap.ts');
  const environment = { ...display, STANDIN_HEADED: '1', CHROMIUM: choice.browser };
  return { program: process.execPath, parameters: [bootstrap, ROOT, ...forApp], environment };
}

async function start(words: readonly string[]): Promise<number> {
  const { headless, forApp } = readArguments(words);
  const display = displayOf(process.platform, process.env, headless);
  if (display === 'missing') {
    say(NO_DISPLAY);
    return 1;
  }
  if (!buildApp(ROOT)) return 1;
  const choice = chooseHere();
  say(choice.words);
  if (choice.kind === 'nothing' || choice.kind === 'install') return 1;
  return display === 'virtual' ? openVirtually(choice, forApp) : open(openingOf(choice, forApp, {}));
}

async function openVirtually(choice: Choice & { kind: 'electron' | 'stand-in' }, forApp: readonly string[]): Promise<number> {
  const display = await openVirtualDisplay();
  if (display === undefined) {
    say(NO_XVFB);
    return 1;
  }
  say(`The app is on the virtual display ${display.name}, where nobody sees it. Ctrl+C ends it.`);
  try {
    return await open(openingOf(choice, forApp, { DISPLAY: display.name, WAYLAND_DISPLAY: '' }));
  } finally {
    display.end();
  }
}

process.exitCode = await start(process.argv.slice(2));
