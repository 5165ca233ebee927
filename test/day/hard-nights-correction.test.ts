/**
 * The third hard night: the result is declared, and then a keying error of the centre's own is found. Two officials open one door;
 * the paper is typed again, agents are asked again, and a second version names the first, with every figure that changed.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedFolder } from '../db/folders.ts';
import { bringThrough, countersign, figuresOf, formIn, isRefused, openNight, otherStations, receive, says, type } from './hard-night.ts';
import { declare, stationIn, told, verified, write } from './hard-night-summary.ts';

const FOUND = 'Lines 1 and 2 of this paper were typed in each other’s place.';

const night = await openNight(sharedFolder());
await bringThrough(night, ...otherStations('east1'));
const form = await receive(night, 'east1', 'A 000333');
const right = figuresOf(night, 'east1');
const wrong = { ...right, candidate1: right.candidate2 ?? 0, candidate2: right.candidate1 ?? 0 };
await type(night, form, wrong);
await countersign(night, form);
await declare(night);
const first = write(night, 'first');
const bytes = readFileSync(first);
const [original] = await verified(first);

test('two clerks who make the same slip are not stopped by any rule: what is declared is authentic, and wrong', () => {
  expect(original?.verdict).toBe('authentic');
  expect(original && stationIn(told(original), 'east1').form?.figures).toEqual(wrong);
});

test('nothing that is declared is touched without a correction, and one official does not open one', async () => {
  const reopening = { kind: 'form-reopened', body: { form, keep: 'none', reason: FOUND } } as const;
  expect(await isRefused(night, 'ro', reopening)).toBe('R-DECLARED');
  const body = { contest: 'president', version: 1, stations: ['east1'], reason: FOUND };
  const act = await says(night, 'ro', { kind: 'correction-opened', body });
  expect(await isRefused(night, 'ro', { kind: 'act-confirmed', body: { act } })).toBe('R-SECOND-SAME-PERSON');
  expect(await isRefused(night, 'ro', reopening)).toBe('R-DECLARED');
  await says(night, 'dro', { kind: 'act-confirmed', body: { act } });
  const elsewhere = { kind: 'form-reopened', body: { form: 'president.west1.1', keep: 'none', reason: FOUND } } as const;
  expect(await isRefused(night, 'ro', elsewhere)).toBe('R-DECLARED');
});

test('the paper is typed anew, no clerk bound by what was typed before, and every agent is asked again', async () => {
  await says(night, 'ro', { kind: 'form-reopened', body: { form, keep: 'none', reason: FOUND } });
  expect(formIn(night, form)).toMatchObject({ revision: 2, stage: { stage: 'received' } });
  expect(formIn(night, form).earlierAnswers).toHaveLength(3);
  await type(night, form, right, ['clerk3', 'clerk4']);
  await countersign(night, form, { red: { choice: 'object', code: 'other', reason: 'This was declared otherwise an hour ago.' } });
  expect(readFileSync(write(night, 'meanwhile'))).toEqual(bytes);
});

test('the second version names the first, says why and what changed, and both are authentic side by side', async () => {
  expect(await isRefused(night, 'ro', { kind: 'summary-prepared', body: { contest: 'president' } })).toBe('R-REASON-MISSING');
  await declare(night, FOUND);
  const second = write(night, 'second');
  const both = await verified(first, second);
  expect(both.map(({ verdict }) => verdict)).toEqual(['authentic', 'authentic']);
  const [before, after] = both.map(told);
  expect(after).toMatchObject({ version: 2, reason: FOUND, supersedes: { version: 1, digest: both[0]?.summary?.digest } });
  expect(after?.changes).toEqual([
    { station: 'east1', row: 'candidate1', from: String(wrong.candidate1), to: String(right.candidate1) },
    { station: 'east1', row: 'candidate2', from: String(wrong.candidate2), to: String(right.candidate2) },
  ]);
  expect(after && stationIn(after, 'east1').form).toMatchObject({ revision: 2, typedBy: ['clerk3', 'clerk4'] });
  expect(after && stationIn(after, 'east1').form?.outcomes[0]).toMatchObject({ agent: 'red', outcome: 'agree-with-objection' });
  const moved = Number(right.candidate1) - Number(wrong.candidate1);
  const was = before?.totals.votes ?? [];
  expect(after?.totals.votes).toEqual([(was[0] ?? 0) + moved, (was[1] ?? 0) - moved, was[2]]);
});

test('the first version is exported again in the same bytes, and stands for itself', async () => {
  const again = write(night, 'first again', { version: 1 });
  expect(readFileSync(again)).toEqual(bytes);
  const [alone] = await verified(again);
  expect(alone?.verdict).toBe('authentic');
  expect(alone && told(alone)).not.toHaveProperty('supersedes');
});
