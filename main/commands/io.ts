/**
 * What a command may do with the terminal. Commands are handed these few functions instead of reaching for the process, so that a
 * test, or another command, can run them and read what they said.
 */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { CheckStatus } from '../../core/checks.ts';
import { type Refusal, type Result, refuse } from '../../core/result.ts';

export interface CommandIo {
  /** Standard output, exactly as given: a line brings its own line feed. */
  out(text: string): void;
  /** Standard error: faults, progress, advice. */
  err(text: string): void;
  /** Standard output for bytes that are no text. */
  outBytes(bytes: Uint8Array): void;
  /** Whether somebody watches standard error, so that a line may be drawn anew. */
  readonly isTerminal: boolean;
}

/** Exit codes that every command shares. */
export const DONE = 0;
export const FAULTY = 1;
export const UNUSABLE = 2;

/** The real terminal. */
export function processIo(): CommandIo {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outBytes: (bytes) => void process.stdout.write(bytes),
    isTerminal: process.stderr.isTTY === true,
  };
}

/** Nothing from a foreign file may move the cursor. */
export function printable(text: string): string {
  return text.replaceAll(/[^\P{C}]/gu, '·');
}

const MARKS: Readonly<Record<CheckStatus, string>> = { passed: 'passed     ', failed: 'FAILED     ', 'not checked': 'not checked' };

/** A named check as one line: how it ended, which, and what it found. */
export function checkLine({
  name,
  status,
  detail,
}: {
  readonly name: string;
  readonly status: CheckStatus;
  readonly detail: string;
}): string {
  return `  ${MARKS[status]}  ${name.padEnd(12)} ${printable(detail)}\n`;
}

/** A fault as one line: where, which, and in words what is wrong. */
export function faultLine({ place, code, detail }: Refusal<string>): string {
  return `${[place, code, detail?.replaceAll(/\s*\n\s*/g, '; ')].filter((part) => part !== undefined && part !== '').join('  ')}\n`;
}

/** Options as node:util reads them, strictly; refuses E-USAGE with one plain sentence. */
export function readOptions<const Config extends ParseArgsConfig>(config: Config): Result<ReturnType<typeof parseArgs<Config>>> {
  try {
    return { ok: true, value: parseArgs(config) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse('E-USAGE', error.message.split(/\. |\n/)[0]?.replace(/\.$/, ''));
  }
}
