/**
 * `npm test` promises to end: a step that hangs is broken off with everything it began, however deep, and the log names what it was at.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { TestCase, TestModule } from 'vitest/node';
import { followRunning, whatRuns } from '../../build/test/running.ts';
import { runStep } from '../../build/test/step.ts';

const LONG = 100_000;

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-step-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A program that begins another in a process group of its own, writes down its number, and then does `last`. */
function parentOf(folder: string, last: string): readonly string[] {
  const program = `
    const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
    require('node:fs').writeFileSync(${JSON.stringify(path.join(folder, 'child'))}, String(child.pid));
    child.unref();
    ${last}`;
  return ['-e', program];
}

/** Whether a process with the number that stands in the folder is there, and no mere leftover of one. */
function childRuns(folder: string): boolean {
  const number = readFileSync(path.join(folder, 'child'), 'utf8');
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${number}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function run(parameters: readonly string[], patience: number) {
  const said: string[] = [];
  const step = { title: 'A step', program: process.execPath, parameters, patience, at: () => ['one.test.ts, for 7 s'] };
  const code = await runStep(step, (text) => said.push(text));
  return { code, said: said.join('\n') };
}

test.runIf(process.platform === 'linux')('a step that hangs is ended, with what it began, and the log says where it was', async () => {
  const folder = newFolder();
  const { code, said } = await run(parentOf(folder, 'setInterval(() => {}, 1000);'), 3000);
  expect(code).toBe(1);
  expect(said).toContain('A step: has not ended in 3 s, so it hangs. It was at:\none.test.ts, for 7 s');
  await expect.poll(() => childRuns(folder)).toBe(false);
});

test.runIf(process.platform === 'linux')('a step that blocks its own process is ended all the same', async () => {
  const { code } = await run(['-e', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'], 1000);
  expect(code).toBe(1);
});

test.runIf(process.platform === 'linux')('what a step leaves behind is ended too, and told', async () => {
  const folder = newFolder();
  const { code, said } = await run(parentOf(folder, ''), LONG);
  expect(code).toBe(0);
  expect(said).toContain('A step left 1 processes behind');
  await expect.poll(() => childRuns(folder)).toBe(false);
});

test('the exit code of a step is its own, and a program that is not there fails', async () => {
  expect(await run(['-e', 'process.exit(3)'], LONG)).toEqual({ code: 3, said: '' });
  const missing = { title: 'Missing', program: path.join(newFolder(), 'none'), parameters: [], patience: LONG, at: () => [] };
  expect(await runStep(missing, () => undefined)).toBe(1);
});

test('of the files that run, each is named with its test until it ends', () => {
  const folder = newFolder();
  const file = path.join(folder, 'running.json');
  const told: string[] = [];
  const reporter = followRunning((line) => told.push(line), file);
  const module = (name: string) => ({ moduleId: path.join(import.meta.dirname, '../..', name) }) as TestModule;
  const [quick, slow] = [module('test/quick.test.ts'), module('test/slow.test.ts')];
  for (const one of [quick, slow]) void reporter.onTestModuleQueued?.(one);
  void reporter.onTestCaseReady?.({ module: slow, fullName: 'waits for ever' } as TestCase);
  void reporter.onTestModuleEnd?.(quick);
  expect(told).toEqual([' … test/quick.test.ts begins', ' … test/slow.test.ts begins']);
  expect(whatRuns(file)).toEqual([expect.stringMatching(/^test\/slow\.test\.ts, for \d+ s, at "waits for ever"$/)]);
  void reporter.onTestModuleEnd?.(slow);
  expect(whatRuns(file)).toEqual([]);
  writeFileSync(file, 'half a li');
  expect(whatRuns(file)).toEqual([]);
});
