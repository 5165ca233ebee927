/**
 * What `npm test` runs: first that this machine has what the tests need, then the whole check in order, cheapest first, stopping at
 * the first that fails. Nothing is skipped in silence. Further arguments go to the test runner: `npm test -- test/core`.
 */
import { spawnSync } from 'node:child_process';
import { install, installCommand, mayInstall, missingTools, TOOLS } from './tools.ts';

const REQUIRED_MAJOR = 24;

/** Title and npm script of each step. */
const STEPS = [
  ['Lint and layers', 'lint'],
  ['Types', 'typecheck'],
  ['Unused code', 'knip'],
  ['Build', 'build'],
  ['Tests', 'unit'],
] as const;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function nodeSuffices(): boolean {
  if (Number.parseInt(process.versions.node, 10) >= REQUIRED_MAJOR) return true;
  say(
    `The tests need Node ${REQUIRED_MAJOR}, which comes with the packages; this is Node ${process.versions.node}. Type: npm ci && npm test`,
  );
  return false;
}

function toolsSuffice(): boolean {
  const missing = missingTools();
  if (missing.length > 0 && mayInstall()) {
    say(`Missing: ${missing.map((tool) => tool.name).join(', ')}. Installing through apt-get.`);
    install(missing);
  }
  const still = missing.length > 0 ? missingTools() : missing;
  if (still.length === 0) return true;
  say(`The tests need ${still.map((tool) => tool.name).join(', ')}. On Debian or Ubuntu, type:\n\n    ${installCommand(still)}\n`);
  return false;
}

/** Runs one npm script with its output shown; its exit code, 1 if it was ended by a signal. */
function run(title: string, script: string, more: readonly string[]): number {
  say(`\n== ${title} ==`);
  const start = performance.now();
  const parameters = ['run', '--silent', script, ...(more.length > 0 ? ['--', ...more] : [])];
  const { status } = spawnSync('npm', parameters, { stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`== ${title}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s ==`);
  return status ?? 1;
}

function testAll(more: readonly string[]): number {
  if (!nodeSuffices() || !toolsSuffice()) return 1;
  say(`Node ${process.versions.node}; ${TOOLS.map((tool) => tool.name).join(', ')} are here.`);
  for (const [title, script] of STEPS) {
    const code = run(title, script, script === 'unit' ? more : []);
    if (code !== 0) return code;
  }
  return 0;
}

process.exitCode = testAll(process.argv.slice(2));
