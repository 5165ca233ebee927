import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, writeDurably, writeNewDurably } from '../../db/durable.ts';
import { temporaryFolder } from './folders.ts';

const DURABLE = path.join(import.meta.dirname, '../../db/durable.ts');
const MEBIBYTE = 2 ** 20;

test('what was written is what is read, and replaces what was there', () => {
  const file = path.join(temporaryFolder(), 'a');
  for (const text of ['first', '', 'third, longer than the first']) {
    writeDurably(file, Buffer.from(text));
    expect(readFileSync(file, 'utf8')).toBe(text);
  }
  expect(readdirSync(path.dirname(file))).toEqual(['a']);
});

test('a new file never replaces one of its name', () => {
  const file = path.join(temporaryFolder(), 'a');
  expect(writeNewDurably(file, Buffer.from('first'))).toBe(true);
  expect(writeNewDurably(file, Buffer.from('second'))).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe('first');
  expect(readdirSync(path.dirname(file))).toEqual(['a']);
});

test('a secret is readable by its owner only', () => {
  const folder = temporaryFolder();
  writeNewDurably(path.join(folder, 'secret'), Buffer.from('x'), 0o600);
  expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600);
});

test('a write that fails leaves the old file and nothing else', () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'taken', 'by-a-folder'), { recursive: true });
  writeFileSync(path.join(folder, 'other'), 'other');
  expect(() => writeDurably(path.join(folder, 'taken'), Buffer.from('x'))).toThrow();
  expect(() => writeDurably(path.join(folder, 'missing', 'a'), Buffer.from('x'))).toThrow();
  expect(readdirSync(folder).sort()).toEqual(['other', 'taken']);
});

test('folders are made with all that are missing above them, and left alone when they exist', () => {
  const folder = path.join(temporaryFolder(), 'a', 'b', 'c');
  makeFolder(folder);
  writeFileSync(path.join(folder, 'x'), 'x');
  makeFolder(folder);
  expect(existsSync(path.join(folder, 'x'))).toBe(true);
});

/** A program that replaces one file again and again by 4 MiB of one letter, until it is killed. */
function startWriter(file: string) {
  const program = `
    import { writeDurably } from ${JSON.stringify(DURABLE)};
    for (let turn = 0; ; turn++) {
      writeDurably(${JSON.stringify(file)}, Buffer.alloc(${4 * MEBIBYTE}, turn % 2 ? 'a' : 'b'));
      if (turn === 1) process.stdout.write('going');
    }`;
  return spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
}

test('a program killed while it writes leaves a whole file, never half of one', async () => {
  for (let turn = 0; turn < 8; turn++) {
    const file = path.join(temporaryFolder(), 'a');
    const writer = startWriter(file);
    await new Promise((resolve) => writer.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, turn * 7));
    const ended = new Promise((resolve) => writer.once('exit', resolve));
    writer.kill('SIGKILL');
    await ended;
    const bytes = readFileSync(file);
    expect(bytes).toHaveLength(4 * MEBIBYTE);
    expect(bytes.equals(Buffer.alloc(4 * MEBIBYTE, bytes.subarray(0, 1)))).toBe(true);
  }
});
