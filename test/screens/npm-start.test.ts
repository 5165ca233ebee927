/**
 * `npm start` as a newcomer types it on a machine without a display: the app opens on a virtual one, stays open, and ends with Ctrl+C
 * without leaving anything behind.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inTime } from './in-time.ts';

const ROOT = path.join(import.meta.dirname, '../..');
/** Milliseconds in which an app that cannot show its first page has said so. */
const LONG_ENOUGH = 6000;

test('npm start -- --headless opens the app and keeps it open until Ctrl+C', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'npm-start-'));
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...environment } = process.env;
  const parameters = [path.join(ROOT, 'build/start.ts'), '--headless', `--user-data-dir=${data}`];
  const child = spawn(process.execPath, parameters, { cwd: ROOT, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (words) => {
    said += words;
  });
  child.stderr.on('data', (words) => {
    said += words;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  try {
    await expect.poll(() => said, { timeout: 60_000 }).toMatch(/virtual display/);
    await new Promise((resolve) => setTimeout(resolve, LONG_ENOUGH));
    expect(said).not.toMatch(/countersign stopped/);
    expect(child.exitCode, said).toBe(null);
    child.kill('SIGINT');
    expect(await inTime('the end after Ctrl+C', ended), said).toBe(0);
  } finally {
    child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
});
