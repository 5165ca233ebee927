/**
 * How the stand-in ends, and that nothing of it stays: by quitting, by a signal, by being killed in the middle. And that a second
 * start on the same data ends at once, after telling the first.
 */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect as see } from 'playwright/test';
import { expect, test } from 'vitest';
import { newFolder, processesWith, startFixture } from './drive.ts';

const READY = 'This is a stand-in for Electron';
const profileOf = (processId: number | undefined): string => `countersign-standin-${processId}-`;
const profiles = (processId: number | undefined): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(profileOf(processId)));
const browserRuns = (processId: number | undefined): boolean => processesWith(profileOf(processId)).length > 0;

test('a signal ends it in the order that Electron keeps, and leaves neither browser nor profile', async () => {
  const started = startFixture(newFolder());
  await started.until(READY);
  await see.poll(() => browserRuns(started.process.pid)).toBe(true);
  started.process.kill('SIGTERM');
  expect(await started.ended).toBe(0);
  expect(started.said().match(/before-quit|window-all-closed|will-quit/g)).toEqual(['before-quit', 'will-quit']);
  expect(profiles(started.process.pid)).toEqual([]);
  await see.poll(() => browserRuns(started.process.pid)).toBe(false);
});

test('killed without warning, its browser ends by itself, and the next start removes the profile', async () => {
  const folder = newFolder();
  const started = startFixture(folder);
  await started.until(READY);
  await see.poll(() => browserRuns(started.process.pid)).toBe(true);
  started.process.kill('SIGKILL');
  expect(await started.ended).toBe('SIGKILL');
  await see.poll(() => browserRuns(started.process.pid), { timeout: 20_000 }).toBe(false);
  const next = startFixture(folder);
  await next.until(READY);
  next.process.kill('SIGTERM');
  expect(await next.ended).toBe(0);
  expect(profiles(started.process.pid)).toEqual([]);
});

test('a second start on the same data ends at once, and the first is told how it was called', async () => {
  const folder = newFolder();
  const first = startFixture(folder);
  await first.until(READY);
  const second = startFixture(folder, ['--second']);
  expect(await second.ended).toBe(0);
  expect(second.said()).not.toContain(READY);
  await first.until('second true true a test');
  const elsewhere = startFixture(newFolder());
  await elsewhere.until(READY);
  for (const started of [first, elsewhere]) started.process.kill('SIGTERM');
  expect(await Promise.all([first.ended, elsewhere.ended])).toEqual([0, 0]);
});
