/**
 * The programs of the machine that the tests compare this one with: openssl and sha256sum check our signatures and fingerprints,
 * sqlite3 plays the intruder in the database, python3 is a second reader of the formats, poppler reads our papers. A test without its counterpart would prove
 * nothing, so what is missing is installed where that can be done, and named where it cannot.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { findBrowser } from './browsers.ts';

export interface Tool {
  readonly name: string;
  /** The package of Debian and Ubuntu that brings it. */
  readonly debianPackage: string;
  readonly version: readonly string[];
  /** Whether what it prints about itself will do. */
  suits(printed: string): boolean;
}

const OLDEST_OPENSSL = 3;

/** The browser of this machine in which the stand-in for Electron shows the app. */
export function browserHere(): string | undefined {
  return findBrowser((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

export const CHROMIUM: Tool = {
  name: 'Chromium, Chrome or Edge',
  debianPackage: 'chromium',
  version: [browserHere() ?? 'chromium', '--version'],
  suits: () => browserHere() !== undefined,
};

/** A display that exists in memory only; asked by its path, because it has no way of naming its version without one. */
export const XVFB: Tool = {
  name: 'Xvfb',
  debianPackage: 'xvfb',
  version: ['sh', '-c', 'command -v Xvfb'],
  suits: (printed) => /Xvfb/.test(printed),
};

export const TOOLS: readonly Tool[] = [
  {
    name: `openssl ${OLDEST_OPENSSL} or later`,
    debianPackage: 'openssl',
    version: ['openssl', 'version'],
    suits: (printed) => Number(/^OpenSSL (\d+)\./.exec(printed)?.[1] ?? 0) >= OLDEST_OPENSSL,
  },
  { name: 'sqlite3', debianPackage: 'sqlite3', version: ['sqlite3', '--version'], suits: (printed) => /^3\./.test(printed) },
  { name: 'python3', debianPackage: 'python3', version: ['python3', '--version'], suits: (printed) => /^Python 3\./.test(printed) },
  { name: 'sha256sum', debianPackage: 'coreutils', version: ['sha256sum', '--version'], suits: (printed) => /sha256sum/.test(printed) },
  /** Reads our papers back: figures, tags, title. It names its version on standard error, which is turned round here. */
  {
    name: 'poppler’s pdftotext',
    debianPackage: 'poppler-utils',
    version: ['sh', '-c', 'pdftotext -v 2>&1'],
    suits: (printed) => /pdftotext version/.test(printed),
  },
  CHROMIUM,
  XVFB,
];

/** The tools this machine lacks. */
export function missingTools(tools: readonly Tool[] = TOOLS): readonly Tool[] {
  return tools.filter((tool) => {
    const [program = '', ...rest] = tool.version;
    const asked = spawnSync(program, rest, { encoding: 'utf8', timeout: 60_000 });
    return asked.status !== 0 || !tool.suits(asked.stdout);
  });
}

/** The one command that brings them, to be typed on Debian and Ubuntu. */
export function installCommand(tools: readonly Tool[]): string {
  return `sudo apt-get update && sudo apt-get install -y ${packagesOf(tools).join(' ')}`;
}

/** Whether we may install by ourselves: as root, where apt-get is. */
export function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Installs through apt-get, showing what it says; true when it succeeded. */
export function install(tools: readonly Tool[]): boolean {
  return aptGet(['update']) && aptGet(['install', '-y', '--no-install-recommends', ...packagesOf(tools)]);
}

function aptGet(parameters: readonly string[]): boolean {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', parameters, { stdio: 'inherit', env: environment }).status === 0;
}

function packagesOf(tools: readonly Tool[]): readonly string[] {
  return [...new Set(tools.map((tool) => tool.debianPackage))];
}
