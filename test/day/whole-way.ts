/** The whole way of an election's folder on the command line: defined, rehearsed, verified by a stranger; and what came out. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { JOURNAL, SUMMARY } from '../../core/bundle.ts';
import { fromUtf8 } from '../../core/bytes.ts';
import { parseCanonical } from '../../core/canonical.ts';
import { must, present } from '../../core/result.ts';
import type { SummaryContent } from '../../core/summary.ts';
import { provideNative } from '../../db/native.ts';
import { define } from '../../main/commands/define.ts';
import { rehearse } from '../../main/commands/rehearse.ts';
import { verify } from '../../main/commands/verify.ts';
import { recorded } from '../main/recorded.ts';
import { bytesOf, unpack } from '../main/tampering.ts';

provideNative();

export interface WholeWay {
  /** The election's folder, with the commission's key and the definition. */
  readonly dir: string;
  /** The centre's folder, with the bundles. */
  readonly day: string;
  readonly anchor: string;
  /** What `rehearse` said. */
  readonly told: string;
}

/** Defines and rehearses the election that lies in a folder; every command must succeed. */
export async function goWholeWay(dir: string, ...options: readonly string[]): Promise<WholeWay> {
  const at = (name: string) => path.join(dir, name);
  const [key, definition, day] = [at('commission'), at('definition.json'), at('day')];
  await succeed(define, '--dir', dir, '--key', key, '--new-key', '--out', definition);
  const signed = ['--anchor', `${key}.pub`, '--certify-with', key];
  const told = await succeed(rehearse, '--definition', definition, '--forms', at('forms.csv'), '--out', day, ...signed, ...options);
  return { dir, day, anchor: `${key}.pub`, told };
}

/** What `verify --json` says of each bundle of the day: all authentic. */
export async function verifyAll({ day, anchor }: WholeWay): Promise<readonly VerifiedLine[]> {
  const out = await succeed(verify, day, '--anchor', anchor, '--rehearsal', '--json');
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as VerifiedLine)
    .filter((line) => !('sums' in line));
  for (const line of lines) expect(line.verdict).toBe('authentic');
  return lines;
}

export interface VerifiedLine {
  readonly verdict: string;
  readonly summary: {
    readonly contest: string;
    readonly totals: { readonly registered: number; readonly rejected: number; readonly valid: number; readonly votes: readonly number[] };
    readonly stations: Readonly<Record<string, number>>;
  };
}

async function succeed(command: Parameters<typeof recorded>[0], ...args: readonly string[]): Promise<string> {
  const { code, out, err } = await recorded(command, ...args);
  expect(code, err + out).toBe(0);
  return out;
}

async function membersOf({ day }: WholeWay, contest: string) {
  return unpack(readFileSync(path.join(day, `${contest}.bundle.zip`)));
}

export async function summaryOf(way: WholeWay, contest: string): Promise<SummaryContent> {
  return must(parseCanonical(bytesOf(await membersOf(way, contest), SUMMARY))) as unknown as SummaryContent;
}

/** The lines of a contest's published journal, as text. */
export async function journalOf(way: WholeWay, contest: string): Promise<readonly string[]> {
  return present(fromUtf8(bytesOf(await membersOf(way, contest), JOURNAL)), 'text')
    .trimEnd()
    .split('\n');
}
