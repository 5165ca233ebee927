/**
 * The description of the table, held against the profile and the table by the validator of the Frictionless Data project itself
 * (`datapackage`, with its `tableschema`), which knows nothing of ours: types, constraints, and the primary key of every line.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import library from 'datapackage';
import { describe, expect, test } from 'vitest';
import { digest, fromUtf8, utf8 } from '../../core/bytes.ts';
import { parseCanonical } from '../../core/canonical.ts';
import { openDataMembers } from '../../core/open-data/members.ts';
import { must, present } from '../../core/result.ts';
import { summaryDigest } from '../../core/summary.ts';
import { temporaryFolder } from '../db/folders.ts';
import { oddSummary } from './summaries.ts';

const summary = oddSummary();
const files = new Map<string, Uint8Array>(openDataMembers(summary, 'provisional').map(({ name, bytes }) => [name, bytes]));
const csv = present(files.get('results.csv'), 'table');
const descriptor = JSON.parse(fromUtf8(present(files.get('datapackage.json'), 'description')) ?? '');

/** What the validator says of a description and a table. */
async function judge(said: object, table: Uint8Array) {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'results.csv'), table);
  const judged = await library.Package.load(structuredClone(said), { basePath: folder });
  const lines = () => present(judged.getResource('results'), 'resource').read({ keyed: true });
  return { valid: judged.valid, errors: judged.errors, lines };
}

function altered(from: string, to: string): Uint8Array {
  const text = fromUtf8(csv) ?? '';
  expect(text).toContain(from);
  return utf8(text.replace(from, to));
}

describe('datapackage.json', () => {
  test('is valid, and every line of the table is as it says', async () => {
    const { valid, errors, lines } = await judge(descriptor, csv);
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
    const read = await lines();
    expect(read).toHaveLength(4 * 11);
    expect(read[0]).toMatchObject({ station: 'west1', register: 400, row: 'candidate1', candidate: 1, count: 21, status: 'written' });
    expect(read[1]).toMatchObject({ row: 'candidate2', count: null, status: 'blank' });
  });

  test.each([
    ['a figure that is none', ',21,written', ',21x,written'],
    ['a negative figure', ',21,written', ',-21,written'],
    ['an unknown status', ',21,written', ',21,guessed'],
    ['an unknown disposition', ',counted,', ',lost-and-found,'],
    ['a station twice in one row', 'candidate2,candidate,2', 'candidate1,candidate,2'],
    ['a line without its register', ',counted,400,', ',counted,,'],
  ])('the validator would notice %s', async (_, from, to) => {
    const { lines } = await judge(descriptor, altered(from, to));
    await expect(lines()).rejects.toThrow();
  });

  test('the validator would notice a description that is none', async () => {
    for (const wrong of [{ name: 'Not a name' }, { resources: [] }]) {
      expect((await judge({ ...descriptor, ...wrong }, csv)).valid).toBe(false);
    }
  });

  test('names the table’s size and digest, and the summary and version it comes from', () => {
    expect(descriptor.resources[0]).toMatchObject({ bytes: csv.length, hash: `sha256:${digest(csv)}` });
    expect(descriptor).toMatchObject({ id: summaryDigest(summary), version: '0', created: summary.prepared.at });
    expect(descriptor.sources[0].title).toContain(summaryDigest(summary));
  });

  test('claims no licence', () => {
    expect(Object.keys(descriptor)).not.toContain('licenses');
  });

  test('is written in the one canonical way', () => {
    must(parseCanonical(present(files.get('datapackage.json'), 'description')));
  });
});
