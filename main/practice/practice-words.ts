/**
 * What marks a data folder as a practice election, made on the spot for whoever wants to try: a small file that holds the passphrase
 * which everybody has there, so that the screen can show it also after a restart. It proves nothing and protects nothing: a practice
 * election is a rehearsal by its signed definition, and its keys are worthless.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { utf8 } from '../../core/bytes.ts';
import { writeDurably } from '../../db/durable.ts';
import { readPassphrase } from '../../db/passphrase.ts';

/** Easy to type, and of the word list, so that typing it is practised as well. */
export const PRACTICE_PASSPHRASE = 'happy green mango river table';

const FILE = 'practice.json';
const LARGEST = 4096;

export function markPractice(folder: string): void {
  writeDurably(path.join(folder, FILE), utf8(`${JSON.stringify({ passphrase: PRACTICE_PASSPHRASE })}\n`));
}

export function isPractice(folder: string): boolean {
  return practiceWords(folder) !== undefined;
}

/** The passphrase of everybody in this practice election; undefined in any other folder. Never throws. */
export function practiceWords(folder: string): string | undefined {
  try {
    const file = path.join(folder, FILE);
    if (statSync(file).size > LARGEST) return undefined;
    const mark: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const words = typeof mark === 'object' && mark !== null && 'passphrase' in mark ? readPassphrase(String(mark.passphrase)) : undefined;
    return words?.ok ? words.value : undefined;
  } catch {
    return undefined;
  }
}
