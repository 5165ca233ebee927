/** `acknowledge`: what arrived is verified, and only a declared and sound summary gets a receipt that its centre then records. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readAcknowledgement } from '../../core/acknowledgement.ts';
import { must } from '../../core/result.ts';
import { acknowledge } from '../../main/commands/acknowledge.ts';
import { certify } from '../../main/commands/certify.ts';
import { createPrivateKeyFile } from '../../main/define/commission-key.ts';
import { sharedFolder } from '../db/folders.ts';
import { demoElection, playDay } from './played-day.ts';
import { recorded } from './recorded.ts';
import { flipped } from './tampering.ts';

const folder = sharedFolder();
const election = await demoElection(folder);
const day = await playDay(election, path.join(folder, 'day'));
const bundle = path.join(day.folder, 'president.bundle.zip');
const at = (name: string) => path.join(folder, name);
const by = ['--by', 'National tallying centre, hall 2', '--rehearsal'];

function receiptIn(file: string) {
  return readAcknowledgement(readFileSync(file, 'utf8').trimEnd(), day.definition);
}

test('the commission acknowledges a declared summary', async () => {
  const { code, out, err } = await recorded(acknowledge, bundle, '--key', election.keyFile, '--out', at('receipt'), ...by);
  expect([code, err]).toEqual([0, '']);
  const { contest, version, by: who, summary } = must(receiptIn(at('receipt')));
  expect([contest, version, who]).toEqual(['president', 1, 'National tallying centre, hall 2']);
  expect(out).toContain(summary.slice(0, 16));
});

test('so does the national centre with its own key, on the commission’s certificate; without it not', async () => {
  must(createPrivateKeyFile(at('national')));
  const order = [bundle, '--key', at('national'), '--out', at('national-receipt'), ...by];
  expect((await recorded(acknowledge, ...order)).code).toBe(1);
  const holder = ['--public-key', at('national.pub'), '--definition', election.definitionFile];
  expect((await recorded(certify, '--key', election.keyFile, ...holder, '--out', at('certificate'))).code).toBe(0);
  expect((await recorded(acknowledge, ...order, '--certificate', at('certificate'))).code).toBe(0);
  expect(receiptIn(at('national-receipt')).ok).toBe(true);
  const personal = [...holder, '--person', 'RO1', '--out', at('personal')];
  expect((await recorded(certify, '--key', election.keyFile, ...personal)).code).toBe(0);
  const { code, err } = await recorded(acknowledge, ...order, '--certificate', at('personal'));
  expect([code, err]).toEqual([1, expect.stringContaining('for a person at a centre')]);
});

test('another commission’s key, a rehearsal that was not asked for, and a bundle that was tampered with get none', async () => {
  must(createPrivateKeyFile(at('stranger')));
  const stranger = await recorded(acknowledge, bundle, '--key', at('stranger'), '--out', at('no'), ...by);
  expect([stranger.code, stranger.err]).toEqual([1, expect.stringContaining('anchor')]);
  const live = await recorded(acknowledge, bundle, '--key', election.keyFile, '--out', at('no'), '--by', 'National tallying centre');
  expect([live.code, live.err]).toEqual([1, expect.stringContaining('a rehearsal')]);
  const bytes = readFileSync(bundle);
  writeFileSync(at('tampered.bundle.zip'), flipped(bytes, bytes.length >> 1));
  expect((await recorded(acknowledge, at('tampered.bundle.zip'), '--key', election.keyFile, '--out', at('no'), ...by)).code).toBe(1);
  expect(() => readFileSync(at('no'))).toThrow();
});

test('an order without its parts is not usable', async () => {
  expect((await recorded(acknowledge, '--key', election.keyFile)).code).toBe(2);
  expect((await recorded(acknowledge, bundle, '--key', election.keyFile)).code).toBe(2);
});
