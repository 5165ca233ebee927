/** `verify` over a folder: one line for each bundle, then the sums by contest. */
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { present } from '../../core/result.ts';
import { verify } from '../../main/commands/verify.ts';
import { tellSum } from '../../main/commands/verify-sums.ts';
import { sharedFolder } from '../db/folders.ts';
import { demoElection, playDay } from './played-day.ts';
import { recorded } from './recorded.ts';

const folder = sharedFolder();
const election = await demoElection(folder);
const day = await playDay(election, path.join(folder, 'day'));
const twice = path.join(folder, 'twice');
mkdirSync(twice);
for (const name of ['one', 'two']) copyFileSync(path.join(day.folder, 'president.bundle.zip'), path.join(twice, `${name}.bundle.zip`));
const anchor = ['--anchor', `${election.keyFile}.pub`, '--rehearsal'];

test('the sums stand after the lines, each with its stations', async () => {
  const { code, out } = await recorded(verify, day.folder, ...anchor);
  expect([0, 3]).toContain(code);
  expect(out).toMatch(/REHEARSAL {2}President, form 34B: 1 summaries, \d+ of \d+ stations counted/);
});

test('and as one more line of JSON', async () => {
  const { out } = await recorded(verify, day.folder, ...anchor, '--json');
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { sums } = present(lines.at(-1), 'a line');
  const own = lines.find(({ summary }) => summary?.contest === 'president');
  const sum = sums.find(({ contest }: { contest: string }) => contest === 'president');
  expect(sum).toMatchObject({ form: '34B', summaries: 1, votes: own.summary.totals.votes, valid: own.summary.totals.valid });
});

test('the same bundle twice adds once', async () => {
  const { code, out } = await recorded(verify, twice, ...anchor);
  expect([0, 3]).toContain(code);
  expect(out).toContain('form 34B: 1 summaries, ');
});

test('a constituency with two summaries is named, and what is left is told with its denominators', () => {
  const told: string[] = [];
  const io = { out: (text: string) => void told.push(text), err: () => undefined, outBytes: () => undefined, isTerminal: false };
  const contest = present(day.definition.content.contests[0], 'contest');
  const figures = { registered: 9, valid: 5, rejected: 1, votes: contest.candidates.map(() => 1) };
  const where = { constituencies: ['290'], twice: ['291'], counted: 3, stations: 4 };
  tellSum(io, { contest, date: '2031-02-03', kind: 'live', summaries: 1, undeclared: 1, ...where, ...figures });
  expect(told.join('')).toContain('NOT ADDED, because different summaries are here: constituency 291');
  expect(told.join('')).toMatch(/^\nPROVISIONAL {2}.*1 summaries, 3 of 4 stations counted\n {2}of these 1 that nobody has declared/);
});

test('one bundle alone is told as before, without sums', async () => {
  const { out } = await recorded(verify, path.join(twice, 'one.bundle.zip'), ...anchor, '--json');
  expect(out.trimEnd().split('\n')).toHaveLength(1);
});
