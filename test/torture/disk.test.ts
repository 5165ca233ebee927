/** The disk of the power cuts: it keeps what it promised and nothing else, and catches a program that trusts it too much. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { seeded } from '../../main/seeded.ts';
import { temporaryFolder } from '../db/folders.ts';
import { type Disk, diskOf } from './disk/disk.ts';
import { drawFate } from './disk/fate.ts';
import { operationsIn } from './disk/record.ts';
import { compileShim, watched } from './disk/shim.ts';

const BLOCK = 2048;

function written(disk: Disk, file: number, letter: string, length = BLOCK): void {
  disk.follow({ is: 'written', file, offset: 0, bytes: Buffer.alloc(length, letter) });
}

/** What a file holds after each of many cuts; undefined where it is not there. */
function afterCuts(disk: Disk, name: string): ReadonlySet<string | undefined> {
  const random = seeded(5);
  const found = Array.from({ length: 200 }, () => {
    const place = temporaryFolder();
    disk.write(place, drawFate(random));
    return existsSync(path.join(place, name)) ? readFileSync(path.join(place, name), 'latin1') : undefined;
  });
  return new Set(found);
}

/** A disk with one old file on it. */
function oldDisk(): { readonly disk: Disk; readonly root: string } {
  const root = temporaryFolder();
  writeFileSync(path.join(root, 'old'), 'o'.repeat(BLOCK));
  return { disk: diskOf(root), root };
}

test('what was forced to the disk is there after every cut', () => {
  const { disk, root } = oldDisk();
  disk.follow({ is: 'opened', file: 1, path: path.join(root, 'new'), isEmptied: false });
  written(disk, 1, 'n');
  disk.follow({ is: 'synced', file: 1 });
  disk.follow({ is: 'opened', file: 2, path: root, isEmptied: false });
  disk.follow({ is: 'synced', file: 2 });
  expect([...afterCuts(disk, 'new')]).toEqual(['n'.repeat(BLOCK)]);
});

test('a name that was not forced to the disk may be missing, whatever was forced into the file', () => {
  const { disk, root } = oldDisk();
  disk.follow({ is: 'opened', file: 1, path: path.join(root, 'new'), isEmptied: false });
  written(disk, 1, 'n');
  disk.follow({ is: 'synced', file: 1 });
  expect(afterCuts(disk, 'new')).toEqual(new Set([undefined, 'n'.repeat(BLOCK)]));
});

test('a write that was not forced is there, not there, or torn between sectors, and never within one', () => {
  const { disk, root } = oldDisk();
  disk.follow({ is: 'opened', file: 1, path: path.join(root, 'old'), isEmptied: false });
  written(disk, 1, 'n');
  const found = [...afterCuts(disk, 'old')];
  expect(found).toContain('o'.repeat(BLOCK));
  expect(found).toContain('n'.repeat(BLOCK));
  expect(found.some((content) => content?.includes('on') || content?.includes('no'))).toBe(true);
  for (const content of found) expect(content).toMatch(/^(?:o{512}|n{512}){4}$/);
});

test('a change of name happens wholly or not at all', () => {
  const { disk, root } = oldDisk();
  disk.follow({ is: 'renamed', from: path.join(root, 'old'), to: path.join(root, 'new') });
  const random = seeded(6);
  const found = Array.from({ length: 50 }, () => {
    const place = temporaryFolder();
    disk.write(place, drawFate(random));
    return readdirSync(place).join();
  });
  expect(new Set(found)).toEqual(new Set(['old', 'new']));
});

const shim = compileShim();

test.skipIf(typeof shim === 'string')('a program that does not force what it wrote is caught', () => {
  if (typeof shim === 'string') return;
  const home = temporaryFolder();
  const root = path.join(home, 'disk');
  mkdirSync(root);
  const disk = diskOf(root);
  const program = `require('node:fs').writeFileSync(${JSON.stringify(path.join(root, 'a'))}, 'a'.repeat(600))`;
  const environment = watched(shim, { root, log: path.join(home, 'log') });
  spawnSync(process.execPath, ['--eval', program], { env: { ...process.env, ...environment }, timeout: 60_000 });
  for (const operation of operationsIn(readFileSync(path.join(home, 'log')))) disk.follow(operation);
  shim.remove();
  const found = afterCuts(disk, 'a');
  expect(found.has(undefined)).toBe(true);
  expect(found.has('a'.repeat(600))).toBe(true);
  expect(readFileSync(path.join(root, 'a'), 'utf8')).toBe('a'.repeat(600));
});
