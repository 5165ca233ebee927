/** `verify --qr`: a paper's line of totals, judged by an official's key, by a bundle, or by both. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePublicKey, toPem } from '../../core/keys.ts';
import { must, present } from '../../core/result.ts';
import { contestStateOf } from '../../core/state.ts';
import { signedTotalsLine } from '../../core/totals-line.ts';
import { verify } from '../../main/commands/verify.ts';
import { openOffice } from '../../main/office/office.ts';
import { SOFTWARE } from '../../main/software.ts';
import { sharedFolder } from '../db/folders.ts';
import { demoElection, playDay } from './played-day.ts';
import { recorded } from './recorded.ts';

const folder = sharedFolder();
const election = await demoElection(folder);
const day = await playDay(election, path.join(folder, 'day'));
const bundle = path.join(day.folder, 'president.bundle.zip');
const { lines, keys } = await readLines();

/** What the papers carry: each signer's line, and each signer's public key as a file. */
async function readLines() {
  const office = must(await openOffice(day.folder, { software: SOFTWARE }));
  const centre = office.centre();
  const { content, digest, signatures } = present(contestStateOf(centre, 'president').declared, 'a declared version');
  const found = signatures.map(({ person, lineSignature }) => [person, must(signedTotalsLine(content, digest, lineSignature))] as const);
  const files = signatures.map(({ person, key }) => {
    const file = path.join(folder, `${person}.pub`);
    writeFileSync(file, toPem(must(parsePublicKey(present(centre.keys.get(key), 'key').text))));
    return [person, file] as const;
  });
  office.close();
  return { lines: new Map(found), keys: new Map(files) };
}

const line = (person: string) => present(lines.get(person), person);
const key = (person: string) => present(keys.get(person), person);
const commission = `${election.keyFile}.pub`;

describe('verify --qr', () => {
  test('both officials signed, each with their own key, which alone is needed', async () => {
    expect([...lines.keys()]).toHaveLength(2);
    for (const person of lines.keys()) {
      const { code, out } = await recorded(verify, '--qr', line(person), '--key', key(person), '--rehearsal');
      expect([code, out]).toEqual([0, expect.stringContaining('passed       qr')]);
      expect(out).toContain('REHEARSAL  form 34B, PRESIDENT');
    }
  });

  test('the other official’s key did not sign it', async () => {
    const { code, out } = await recorded(verify, '--qr', line('RO1'), '--key', key('DRO1'), '--rehearsal');
    expect([code, out]).toEqual([1, expect.stringContaining('not signed by this key')]);
  });

  test('a vote more is noticed', async () => {
    const [, votes = ''] = /:(\d+)\.\d/.exec(line('RO1')) ?? [];
    const { code } = await recorded(verify, '--qr', line('RO1').replace(`:${votes}.`, `:${votes}1.`), '--key', key('RO1'), '--rehearsal');
    expect(code).toBe(1);
  });

  test('a rehearsal is refused unless asked for', async () => {
    const { code, out } = await recorded(verify, '--qr', line('RO1'), '--key', key('RO1'));
    expect([code, out]).toEqual([1, expect.stringContaining('of a rehearsal')]);
  });

  test('against the bundle it is of, whose officials are known', async () => {
    const { code, out } = await recorded(verify, '--qr', line('DRO1'), bundle, '--anchor', commission, '--rehearsal');
    expect([code, out]).toEqual([expect.any(Number), expect.stringContaining('passed       qr')]);
    expect([0, 3]).toContain(code);
    const told = await recorded(verify, '--qr', line('DRO1'), bundle, '--anchor', commission, '--rehearsal', '--json');
    expect(JSON.parse(present(told.out.trim().split('\n').at(-1), 'a line')).qr).toMatchObject({
      status: 'passed',
      totals: { form: '34B' },
    });
  });

  test('against another contest’s bundle it fails, however well it is signed', async () => {
    const other = path.join(day.folder, 'ward-wino.bundle.zip');
    expect(readFileSync(other).length).toBeGreaterThan(0);
    const { code, out } = await recorded(verify, '--qr', line('RO1'), other, '--key', key('RO1'), '--rehearsal');
    expect([code, out]).toEqual([1, expect.stringContaining('not the totals of the summary in this bundle')]);
  });

  test.each([
    ['nothing to judge by', ['--qr', 'COUNTERSIGN']],
    ['two bundles', ['--qr', 'COUNTERSIGN', bundle, bundle]],
    ['a key without a line', ['--key', commission, bundle]],
  ])('%s is no usable order', async (_, args) => {
    expect((await recorded(verify, ...args)).code).toBe(2);
  });
});
