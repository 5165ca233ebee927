/** What an opponent hands in instead of a bundle, and what every answer to it must look like. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { concat } from '../../core/bytes.ts';
import { CHECK_NAMES, type Check } from '../../core/checks.ts';
import type { Member } from '../../core/container.ts';
import { crc32 } from '../../core/crc32.ts';
import { directoryHeader, endRecord, LOCAL_HEADER_LENGTH, localHeader } from '../../core/zip.ts';
import { verify } from '../../main/commands/verify.ts';
import { temporaryFolder } from '../db/folders.ts';
import { recorded } from './recorded.ts';

/** One line of `verify --json`. */
export interface Told {
  readonly bundle: string;
  readonly verdict: string;
  readonly checks: readonly Check[];
  readonly summary?: object;
}

/** A container of any members under any names, also twice: well written, and not to be trusted. */
export function looseContainer(members: readonly Member[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let headerOffset = 0;
  for (const { name, bytes } of members) {
    const record = { name, size: bytes.length, crc: crc32(bytes), headerOffset };
    parts.push(localHeader(record), bytes);
    directory.push(directoryHeader(record));
    headerOffset += LOCAL_HEADER_LENGTH + name.length + bytes.length;
  }
  const listed = concat(...directory);
  return concat(...parts, listed, endRecord({ members: members.length, directorySize: listed.length, directoryOffset: headerOffset }));
}

/** What `verify` says of these bytes, told once in JSON: never authentic, and always with a check that failed. */
export async function verdictOn(bytes: Uint8Array): Promise<Told> {
  const file = path.join(temporaryFolder(), 'hostile.bundle.zip');
  writeFileSync(file, bytes);
  return verdictOnFile(file);
}

export async function verdictOnFile(file: string): Promise<Told> {
  const { code, out, err } = await recorded(verify, file, '--rehearsal', '--json');
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toMatch(/^[^\n]+\n$/);
  const told = JSON.parse(out) as Told;
  expectShape(told);
  expect(told.verdict).toBe('failed');
  return told;
}

/** Exactly the fields of the contract, whatever the verdict. */
export function expectShape(told: Told): void {
  const { summary } = told;
  expect(Object.keys(told)).toEqual(['bundle', 'verdict', 'checks', ...(summary === undefined ? [] : ['summary'])]);
  expect(['authentic', 'consistent', 'failed']).toContain(told.verdict);
  for (const check of told.checks) expect(Object.keys(check)).toEqual(['name', 'status', 'detail']);
  const names = told.checks.map(({ name }) => name);
  expect(names).toEqual(CHECK_NAMES.filter((name) => names.includes(name)));
  if (summary !== undefined) expectSummaryShape(summary);
}

function expectSummaryShape(summary: object): void {
  expect(summary).toEqual({
    contest: expect.any(String),
    version: expect.any(Number),
    state: expect.stringMatching(/^(provisional|ready|declared)$/),
    totals: { registered: expect.any(Number), rejected: expect.any(Number), valid: expect.any(Number), votes: expect.any(Array) },
    stations: Object.fromEntries(
      ['counted', 'disregarded', 'setAside', 'notHeld', 'postponed', 'lost', 'cancelled'].map((name) => [name, expect.any(Number)]),
    ),
  });
}
