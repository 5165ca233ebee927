/**
 * What `npm test` runs: first that this machine has what the tests need, then the whole check in order, cheapest first, stopping at
 * the first that fails. Nothing is skipped in silence, and nothing may hang. Further arguments go to the test runner:
 * `npm test -- test/core`.
 */
import { forgetWhatRuns, whatRuns } from './test/running.ts';
import { runStep } from './test/step.ts';
import { install, installCommand, mayInstall, missingTools, TOOLS } from './tools.ts';

const REQUIRED_MAJOR = 24;
const MINUTE = 60_000;

/** Title and npm script of each step, and after how many minutes it hangs. */
const STEPS = [
  ['Lint and layers', 'lint', 5],
  ['Types', 'typecheck', 5],
  ['Unused code', 'knip', 5],
  ['Build', 'build', 5],
  ['Tests', 'unit', 60],
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

async function run([title, script, minutes]: (typeof STEPS)[number], more: readonly string[]): Promise<number> {
  say(`\n== ${title} ==`);
  const start = performance.now();
  const isUnit = script === 'unit';
  const parameters = ['run', '--silent', script, ...(isUnit && more.length > 0 ? ['--', ...more] : [])];
  const step = { title, program: 'npm', parameters, patience: minutes * MINUTE, at: () => (isUnit ? whatRuns() : []) };
  const code = await runStep(step, say);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`== ${title}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s ==`);
  return code;
}

async function testAll(more: readonly string[]): Promise<number> {
  if (!nodeSuffices() || !toolsSuffice()) return 1;
  say(`Node ${process.versions.node}; ${TOOLS.map((tool) => tool.name).join(', ')} are here.`);
  forgetWhatRuns();
  for (const step of STEPS) {
    const code = await run(step, more);
    if (code !== 0) return code;
  }
  return 0;
}

process.exitCode = await testAll(process.argv.slice(2));
