/** Folders that last as long as one test, or as long as all tests of a file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** An empty folder, removed when the test that asked for it is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty folder for what a file's tests share, removed after the last of them. */
export function sharedFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
